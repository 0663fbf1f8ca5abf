"""Our own CSV: a row a person with every value and label in a cell of its own, so that it can be read back whole.

Only pictures are not in it. As many numbered columns are written as the person with the most values needs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from wellkept.formats.csvs.columns import Cells, keys, rows_of
from wellkept.formats.csvs.table import Table
from wellkept.formats.person import Address, DatedOccasion, Labelled, Name, PartialDate, Person, Position, Problem
from wellkept.formats.vcard.moments import read_date, write_date

ID = "Wellkept ID"
_NAME = {
    "Name": "display", "Given name": "given", "Middle name": "additional", "Family name": "family",
    "Prefix": "prefix", "Suffix": "suffix", "Nickname": "nickname", "Phonetic given name": "phonetic_given",
    "Phonetic family name": "phonetic_family",
}  # fmt: skip
_PLAIN = {"Pronouns": "pronouns", "Place": "location", "Notes": "notes"}
_LISTS = {"Circles and tags": "groups", "Interests": "interests"}
_LABELLED = {"E-mail": "emails", "Phone": "phones", "Link": "links", "Field": "custom"}
_POSITION = ("organization", "title", "department", "kind", "from", "to", "current", "place", "description")
_ADDRESS = [field.name for field in fields(Address)]
_DATE = ("date", "kind", "label")

Widths = Mapping[str, int]


def widths_of(people: Iterable[Person]) -> Widths:
    """How many numbered columns of each kind these people need."""
    most: Counter[str] = Counter()
    for person in people:
        found = {**{name: len(getattr(person, column)) for name, column in _LABELLED.items()}}
        found |= {"Address": len(person.addresses), "Position": len(person.positions)}
        found |= {"Date": len(person.dates), "Kept": len(person.extras)}
        most |= Counter(found)
    return most


def header(widths: Widths) -> list[str]:
    """The columns, the numbered ones last."""
    columns = [ID, *_NAME, *_PLAIN, *_LISTS, "Connected on", "Closeness"]
    for name in _LABELLED:
        for number in range(1, widths.get(name, 0) + 1):
            columns += [f"{name} {number}", f"{name} {number} label"]
    for name, parts in (("Position", _POSITION), ("Address", _ADDRESS), ("Date", _DATE)):
        for number in range(1, widths.get(name, 0) + 1):
            columns += [f"{name} {number} {part.replace('_', ' ')}" for part in parts]
    return [*columns, *(f"Kept {number}" for number in range(1, widths.get("Kept", 0) + 1))]


def row(person: Person, widths: Widths) -> list[str]:
    """The cells of one person. Values of a list stand below each other."""
    cells = [person.source_key, *(getattr(person.name, part) for part in _NAME.values())]
    cells += [getattr(person, column) for column in _PLAIN.values()]
    cells += ["\n".join(" ".join(one.split()) for one in getattr(person, column)) for column in _LISTS.values()]
    cells += [_date(person.connected_on), str(person.closeness or "")]
    for name, column in _LABELLED.items():
        pairs = [(one.value, one.label) for one in getattr(person, column)]
        cells += _filled(pairs, 2, widths.get(name, 0))
    cells += _filled([_position(one) for one in person.positions], len(_POSITION), widths.get("Position", 0))
    addresses = [tuple(getattr(one, part) for part in _ADDRESS) for one in person.addresses]
    cells += _filled(addresses, len(_ADDRESS), widths.get("Address", 0))
    dates = [(_date(one.date), one.kind, one.label) for one in person.dates]
    cells += _filled(dates, len(_DATE), widths.get("Date", 0))
    return cells + _filled([(line,) for line in person.extras], 1, widths.get("Kept", 0))


def _filled(rows: Iterable[Iterable[str]], each: int, width: int) -> list[str]:
    cells = [cell for one in rows for cell in one]
    return cells + [""] * (each * width - len(cells))


def _position(position: Position) -> tuple[str, ...]:
    spans = _date(position.started), _date(position.ended)
    current = "yes" if position.current else "no"
    name = (position.organization, position.title, position.department, position.kind)
    return (*name, *spans, current, position.location, position.description)


def _date(when: PartialDate) -> str:
    return write_date(when, basic=False) if when else ""


def recognises(header: list[str]) -> bool:
    """Whether we wrote this header."""
    return header[:1] == [ID]


def read(table: Table, region: str = "") -> Iterator[Person]:
    """One Person for each row of a table that was read as ours (``read_table(…, ours=True)``). ``region`` is not needed:
    dates stand as in ISO 8601."""
    words = keys(table.header)
    for cells in rows_of(table):
        person = Person(row=cells.number, source_key=cells.take_text(*keys([ID])))
        person.name = Name(**{part: cells.take_text(*keys([name])) for name, part in _NAME.items()})
        for name, column in _PLAIN.items():
            setattr(person, column, cells.take_text(*keys([name])))
        for name, column in _LISTS.items():
            setattr(person, column, [one for one in cells.take_text(*keys([name])).split("\n") if one.strip()])
        person.connected_on = _read_date(cells, "Connected on")
        person.closeness = _read_closeness(cells)
        for name, column in _LABELLED.items():
            values = [Labelled(*found) for found in _numbered(cells, words, name, ("", "label"))]
            setattr(person, column, values)
        person.positions = [_read_position(cells, found) for found in _numbered(cells, words, "Position", _POSITION)]
        person.addresses = [Address(*found) for found in _numbered(cells, words, "Address", _ADDRESS)]
        for value, kind, label in _numbered(cells, words, "Date", _DATE):
            _add_date(person, cells, value, kind, label)
        person.extras = [line for (line,) in _numbered(cells, words, "Kept", ("",))]
        person.extras += [f"{column}: {value}" for column, value in cells.left()]
        person.problems += cells.problems
        if person.empty:
            person.problems.append(Problem(person.row, "", "the row names nobody"))
        yield person


def _numbered(cells: Cells, words: list[str], name: str, parts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The values of 'E-mail 1', 'E-mail 2', … with their parts, as long as there is such a column."""
    number = 1
    while True:
        columns = keys(f"{name} {number} {part}".strip() for part in parts)
        if not set(columns) & set(words):
            return
        found = tuple(cells.take_text(column) for column in columns)
        if any(found):
            yield found
        number += 1


def _read_date(cells: Cells, column: str) -> PartialDate:
    return _parsed(cells, cells.take(*keys([column])), column)


def _read_closeness(cells: Cells) -> int | None:
    value = cells.take(*keys(["Closeness"]))
    if value in {"1", "2", "3", "4", "5"}:
        return int(value)
    if value:
        cells.refuse("Closeness", f"“{value[:40]}” is no number from 1 to 5")
    return None


def _parsed(cells: Cells, value: str, column: str) -> PartialDate:
    when = read_date(value)
    if value and not when:
        cells.refuse(column, f"“{value[:40]}” is no date")
    return when


def _read_position(cells: Cells, found: tuple[str, ...]) -> Position:
    organization, title, department, kind, started, ended, current, place, description = found
    spans = (_parsed(cells, started, "Position from"), _parsed(cells, ended, "Position to"))
    kind = "education" if kind == "education" else "job"
    return Position(organization, title, department, kind, *spans, current != "no", place, description)


def _add_date(person: Person, cells: Cells, value: str, kind: str, label: str) -> None:
    if when := _parsed(cells, value, "Date"):
        person.dates.append(DatedOccasion(kind if kind in ("birthday", "anniversary") else "other", when, label))
    elif value:
        person.extras.append(f"{label or kind}: {value}")
