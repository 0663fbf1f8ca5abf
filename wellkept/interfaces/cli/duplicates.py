"""``wellkept duplicates`` and ``wellkept merge``."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from wellkept.interfaces.cli.choosing import Whom, chosen
from wellkept.interfaces.cli.options import AsJson, ForUser, print_json
from wellkept.interfaces.cli.printing import columns, paper, say
from wellkept.interfaces.cli.who import acting_user


def duplicates(
    again: Annotated[bool, typer.Option("--again", help="Look through the whole network anew.")] = False,
    most: Annotated[int, typer.Option("--most", min=1, max=100_000, help="How many pairs at most.")] = 50,
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:
    """Show who may be there twice, the likeliest first, and why."""
    from wellkept.domain.contacts.likening import catch_up, likening_of, search_all
    from wellkept.domain.contacts.sameness import Likeness

    with acting_user(user) as (network, _actor):
        if again or likening_of(network).searched_at is None:
            search_all(network=network)
        else:
            catch_up(network=network)
        pairs = Likeness.objects.filter(network=network).select_related("one", "other").order_by("-sure", "-weight")
        found = [_as_json(pair) for pair in pairs[:most]]
        if as_json:
            print_json(found)
            return
        if not found:
            say("Nobody seems to be there twice.")
            return
        rows = [
            (f"{pair['one']}", pair["one_name"], f"{pair['other']}", pair["other_name"], _why(pair)) for pair in found
        ]
        paper().print(columns(rows, styles=["dim", "", "dim", "", "dim"], indent=0))
        say("Merge two: wellkept merge KEPT OTHER")


def merge(
    kept: Whom,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Who is merged into the first: a name or a number.")],
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:
    """Merge two contacts that are one person. Everything of both is kept; `wellkept undo` takes it back."""
    from wellkept.domain.contacts.merging import merge_contacts
    from wellkept.domain.contacts.reasoning import why
    from wellkept.domain.history.acting import acting

    with acting_user(user) as (network, actor):
        stays, goes = chosen(network, kept), chosen(network, other)
        reason = why(network, stays, goes)
        with acting(actor, network) as act:
            merge_contacts(kept=stays, gone=goes, by=act, reason=reason)
        if as_json:
            print_json({"contact": stays.pk, "summary": act.row.summary, "act": act.row.pk})
        else:
            say(f"{act.row.summary}.")


def _as_json(pair: Any) -> dict[str, Any]:
    from wellkept.domain.contacts.reasoning import chance_words, said_of

    told = said_of(pair.reasons)
    return {
        "one": pair.one_id, "one_name": pair.one.display, "other": pair.other_id, "other_name": pair.other.display,
        "sure": pair.sure, "words": chance_words(pair.chance, told),
        "for": [reason.text for reason in told if not reason.against],
        "against": [reason.text for reason in told if reason.against],
    }  # fmt: skip


def _why(pair: dict[str, Any]) -> str:
    against = f"; but {', '.join(pair['against'])}" if pair["against"] else ""
    return f"{', '.join(pair['for'])}{against}"
