"""Connections.csv: everybody the user is connected with, and since when."""

from __future__ import annotations

from collections.abc import Iterator

from wellkept.formats.csvs.columns import Cells, add_email, order_of, rows_of
from wellkept.formats.csvs.table import read_table
from wellkept.formats.dates import parse_partial
from wellkept.formats.linkedin.slugs import slug_of
from wellkept.formats.linkedin.words import connection_columns
from wellkept.formats.names import display_name, fold, undecorated
from wellkept.formats.person import Labelled, Name, PartialDate, Person, Position, Problem

HIDDEN = "LinkedIn gives only the date of this connection: the member has left or does not wish to be exported"


def read_connections(data: bytes, region: str = "") -> Iterator[Person]:
    """One Person for each row, hidden members too (empty but for ``connected_on`` and a problem).

    ``source_key`` is 'linkedin:' and the profile's slug; before 2023 the file had no addresses, and the folded
    name and the date stand for it. A file that is no table gives one empty Person whose problems say so.
    """
    table = read_table(data)
    names = connection_columns(table.header)
    at = {name: names.index(name) for name in names if name}
    if not {"given", "family"} <= set(at):
        said = [p for p in table.problems if not p.row] or [
            Problem(0, "", "no columns for first and last name were found")
        ]
        yield Person(problems=said)
        return
    order = order_of(table, [at["connected"]] if "connected" in at else [], region)
    for cells in rows_of(table, at):
        yield _read_row(cells, order)


def _read_row(cells: Cells, order: str) -> Person:
    take = cells.take
    person = Person(row=cells.number)
    given, family, url = take("given"), take("family"), take("url")
    email, company, title = take("email"), take("company"), take("position")
    person.connected_on = _connected_on(cells, take("connected"), order, person)
    if not (given or family or url or email or company or title):
        cells.refuse("", HIDDEN)
        person.problems = cells.problems
        return person
    person.name = _name(person, given, family)
    if slug := slug_of(url):
        person.source_key = f"linkedin:{slug}"
    if url:
        person.links.append(Labelled(url, "LinkedIn" if slug else ""))
    if not slug:
        person.source_key = f"linkedin:{fold(display_name(person.name))}|{_iso(person.connected_on)}"
    add_email(person, cells, email)
    if company or title:
        person.positions.append(Position(company, title))
    person.extras += [f"{header}: {value}" for header, value in cells.left()]
    person.problems = cells.problems
    return person


def _connected_on(cells: Cells, text: str, order: str, person: Person) -> PartialDate:
    if not text:
        return PartialDate()
    if date := parse_partial(text, order):
        return date
    cells.refuse("connected_on", f"“{text[:40]}” is no date, or could be two")
    person.extras.append(f"Connected On: {text}")
    return PartialDate()


def _name(person: Person, first: str, last: str) -> Name:
    """The name without the emoji, credentials and slogans that members hang on it; slogans go to the extras."""
    given = undecorated(first)
    both = undecorated(f"{given.text} {last}") if given.text and last else undecorated(last)
    family = both.text.removeprefix(given.text).strip() if both.text.startswith(given.text) else both.text
    person.pronouns = both.pronouns or given.pronouns
    if given.rest or both.rest:
        person.extras.append(f"Name: {first} {last}")
    suffix = ", ".join(part for part in (given.suffix, both.suffix) if part)
    name = Name(given=given.text, family=family, suffix=suffix)
    display = display_name(name) or f"{first} {last}".strip()
    return Name(display=display, given=given.text, family=family, suffix=suffix)


def _iso(date: PartialDate) -> str:
    return f"{date.year or 0:04}-{date.month or 0:02}-{date.day or 0:02}" if date else ""
