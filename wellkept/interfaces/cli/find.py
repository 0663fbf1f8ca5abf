"""``wellkept find``: people, organizations, events, and what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from wellkept.interfaces.cli.choosing import headline
from wellkept.interfaces.cli.options import AsJson, ForUser, print_json
from wellkept.interfaces.cli.printing import aside, columns, paper, shown
from wellkept.interfaces.cli.who import acting_user

if TYPE_CHECKING:
    from wellkept.domain.search.searching import Found


def find(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Beginnings of words; a typo does not matter.")],
    most: Annotated[int, typer.Option("--most", min=1, max=500, help="How many people at most.")] = 20,
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:
    """Find people, organizations, events, and what was said."""
    from wellkept.domain.search.searching import search

    with acting_user(user) as (network, _actor):
        found = search(network=network, text=" ".join(words), most=most)
        if as_json:
            print_json(_as_json(found))
        elif not found:
            aside(f"Nothing is found for “{' '.join(words)}”.")
        else:
            _tell(found)


def _as_json(found: Found) -> dict[str, Any]:
    return {
        "words": found.words,
        "corrected": found.corrected,
        "contacts": [
            {"contact": person.pk, "name": person.display, "headline": headline(person), "last": _last(person)}
            for person in found.contacts
        ],
        "organizations": [{"organization": place.pk, "name": place.name} for place in found.organizations],
        "events": [{"event": one.pk, "name": one.name, "place": one.place, "starts_on": one.starts_on} for one in found.events],
        "said": [
            {
                "kind": said.kind, "on": said.on, "excerpt": said.excerpt,
                "contacts": [{"contact": person.pk, "name": person.display} for person in said.contacts],
            }
            for said in found.said
        ],
    }  # fmt: skip


def _last(person: Any) -> Any:
    standing = getattr(person, "standing", None)
    return standing.last_touch_on if standing else None


def _tell(found: Found) -> None:
    console = paper()
    if found.corrected:
        console.print("Nothing has these words; near them:", style="dim")
    if found.contacts:
        rows = [(person.pk, person.display, headline(person), shown(_last(person))) for person in found.contacts]
        console.print(columns(rows, styles=["dim", "bold", "", "dim"], indent=0))
    if found.organizations:
        console.print("\nOrganizations", style="dim")
        console.print(columns([(place.name,) for place in found.organizations]))
    if found.events:
        console.print("\nEvents", style="dim")
        rows = [(one.pk, shown(one.starts_on), one.name, one.place) for one in found.events]
        console.print(columns(rows, styles=["dim", "dim", "bold"]))
    if found.said:
        console.print("\nWhat was said", style="dim")
        rows = [(shown(said.on), ", ".join(map(str, said.contacts)), said.excerpt) for said in found.said]
        console.print(columns(rows, styles=["dim", "bold"]))
