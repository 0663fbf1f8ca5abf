"""``wellkept log`` and ``wellkept note``: what passed, and what one wants to remember."""

from __future__ import annotations

from typing import Annotated

import typer

from wellkept.interfaces.cli.choosing import Whom, chosen
from wellkept.interfaces.cli.days import day
from wellkept.interfaces.cli.options import AsJson, ForUser, print_json
from wellkept.interfaces.cli.printing import say
from wellkept.interfaces.cli.who import acting_user

KINDS = "met, call, video, lunch, coffee, email, message, letter, event, introduction, gift, help, other"
On = Annotated[str, typer.Option("--on", metavar="DATE", help="The day it was; today when left out.")]


def log(
    whom: Whom,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What was said.")] = "",
    kind: Annotated[str, typer.Option(metavar="KIND", help=f"One of: {KINDS}.")] = "other",
    on: On = "",
    direction: Annotated[str, typer.Option(help="Who began: mine, theirs or both.")] = "both",
    place: Annotated[str, typer.Option(help="Where it was.")] = "",
    along: Annotated[
        list[str] | None, typer.Option("--with", metavar="CONTACT", help="Who else took part. May be given many times.")
    ] = None,
    thanks: Annotated[bool, typer.Option("--thanks", help="You owe them a thank-you for it.")] = False,
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:
    """Log something that passed between you and a contact."""
    from wellkept.domain.timeline.recording import record_interaction

    with acting_user(user) as (network, actor):
        today = network.today()
        people = [chosen(network, one) for one in [whom, *(along or [])]]
        talk = record_interaction(
            network=network, contacts=people, kind=kind, on=day(on, network, option="--on") if on else today,
            by=actor, today=today, direction=direction, body=text, place=place,
            thanks=thanks or None,
        )  # fmt: skip
        if as_json:
            print_json(
                {
                    "interaction": talk.pk, "kind": talk.kind, "on": talk.on, "direction": talk.direction,
                    "touch": talk.touch, "contacts": [{"contact": one.pk, "name": one.display} for one in people],
                }
            )  # fmt: skip
        else:
            say(f"Logged with {', '.join(map(str, people))}: {talk}.")


def note(
    whom: Whom,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What you want to remember.")],
    on: On = "",
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:
    """Note something about a contact, without anything having passed."""
    from wellkept.domain.timeline.noting import add_note

    with acting_user(user) as (network, actor):
        today = network.today()
        person = chosen(network, whom)
        when = day(on, network, option="--on") if on else today
        written = add_note(contact=person, body=text, on=when, by=actor, today=today)
        if as_json:
            print_json({"note": written.pk, "on": written.on, "contact": person.pk, "name": person.display})
        else:
            say(f"Noted about {person}.")
