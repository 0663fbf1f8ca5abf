"""``wellkept week``: whom to meet and whom to touch base with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wellkept.interfaces.cli.days import day
from wellkept.interfaces.cli.options import AsJson, ForUser, print_json
from wellkept.interfaces.cli.printing import counted, paper, shown
from wellkept.interfaces.cli.who import acting_user

if TYPE_CHECKING:
    from rich.console import Console

    from wellkept.domain.plan.cards import Proposal, Week


def week(
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="The week of another day.")] = "",
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:
    """Show this week's plan: who, why now, and with what words."""
    from wellkept.domain.plan.week import this_week, week_as_json

    with acting_user(user) as (network, _actor):
        plan = this_week(network=network, on=day(on, network, option="--on") if on else network.today())
        if as_json:
            print_json(week_as_json(plan))
        else:
            _tell(plan)


def _tell(plan: Week) -> None:
    console = paper()
    console.print(f"{shown(plan.starts)} to {shown(plan.ends)}", style="bold", end="")
    console.print(f"  {plan.name}", style="dim")
    console.print(
        f"New connections {plan.new.done} of {plan.new.goal}, touches {plan.touches.done} of {plan.touches.goal}; "
        f"{plan.minutes.planned} of {counted(plan.minutes.budget, 'minute', 'minutes')} planned."
    )
    for proposal in plan.proposals:
        console.print()
        _tell_card(console, proposal)
    if not plan.proposals:
        console.print("\nNothing is asked of you. All caught up.")
    rest = len(plan.rest) + plan.rest_more
    if rest:
        console.print(f"\n{counted(rest, 'other', 'others')} can wait; the page shows them.", style="dim")
    if plan.counters.load.words:
        console.print(plan.counters.load.words, style="yellow")


def _tell_card(console: Console, proposal: Proposal) -> None:
    console.print(proposal.name, style="bold", end="")
    console.print(f"  {proposal.contact}{'  ' if proposal.headline else ''}{proposal.headline}", style="dim")
    console.print(f"  {proposal.why}")
    if proposal.last:
        console.print(f"  {shown(proposal.last_on)}: {proposal.last}", style="dim italic")
    console.print(f"  {proposal.act} ({counted(proposal.minutes, 'minute', 'minutes')}): ", end="", style="cyan")
    console.print(proposal.opening, style="italic")
