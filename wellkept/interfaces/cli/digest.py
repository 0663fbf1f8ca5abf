"""``wellkept digest``: the week as the mail says it, shown or sent."""

from __future__ import annotations

from typing import Annotated

import typer

from wellkept.interfaces.cli.days import day
from wellkept.interfaces.cli.options import AsJson, ForUser, print_json
from wellkept.interfaces.cli.printing import counted, say
from wellkept.interfaces.cli.who import acting_user


def digest(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show it; send nothing.")] = False,
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="The digest of another day; shown, not sent.")] = "",
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:
    """Send the digest by mail now, or show what it would say. A day has one: it is not sent twice."""
    from django.utils import timezone

    from wellkept.domain.accounts.refusals import Refusal
    from wellkept.domain.reminders.delivering import deliver_now
    from wellkept.domain.reminders.digest import digest_as_json, digest_of
    from wellkept.domain.reminders.models import Delivery

    with acting_user(user) as (network, _actor):
        shown = day(on, network, option="--on") if on else network.today()
        found = digest_of(network=network, on=shown)
        sent = None if dry_run or on else deliver_now(network=network, now=timezone.now())
        if as_json:
            told = digest_as_json(found, shown)
            print_json(told | ({"state": sent.state, "message_id": sent.message_id} if sent else {}))
        else:
            for item in found.items if found else []:
                say(f"{item.proposal.name}: {item.proposal.why}")
            if sent is None:
                say(counted(len(found.items), "card", "cards") if found else "Nothing to say, so no mail.")
            elif sent.state != Delivery.State.WAITING and sent.state != Delivery.State.FAILED:
                say(f"To {network.owner.email}: {sent.get_state_display()}.")
        if sent and sent.problem:
            raise Refusal(sent.problem)
