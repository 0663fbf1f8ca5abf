"""A row seen through its header: cells asked for by name, and what nobody asked for kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from wellkept.formats.csvs.table import Table
from wellkept.formats.dates import guess_order, order_of_region, parse_partial
from wellkept.formats.emails import normal_email, not_a_person
from wellkept.formats.names import fold, tidy
from wellkept.formats.person import DatedOccasion, Labelled, Name, PartialDate, Person, Problem

_NOT_WORDS = re.compile(r"[\W_]+")
_EMAIL_WORD = re.compile(r"\be mail")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LIST = re.compile(r"\s*[;\n]\s*|,\s+")


@lru_cache(maxsize=16384)  # each source asks about each heading
def key(header: str) -> str:
    """A header's words for comparing: 'E-mail 1 - Value', 'E-Mail 1 – value' and 'Email1Value' come close."""
    return _EMAIL_WORD.sub("email", _NOT_WORDS.sub(" ", fold(_CAMEL.sub(" ", header))).strip())


def keys(header: Iterable[str]) -> list[str]:
    return [key(cell) for cell in header]


class Cells:
    """One row. ``take`` gives a cell once; ``left`` is what nobody took."""

    def __init__(self, at: dict[str, int], row: list[str], number: int, header: list[str]) -> None:
        self._at, self._row, self._header = at, row, header
        self._taken: set[int] = set()
        self.number = number
        self.problems: list[Problem] = []

    def take(self, *names: str) -> str:
        """The first of the columns ``names`` (as ``key`` spells them) that holds anything, on one line."""
        return tidy(self.take_text(*names))

    def take_text(self, *names: str) -> str:
        """As ``take``, with its line breaks."""
        for name in names:
            index = self._at.get(name)
            if index is not None and index < len(self._row):
                self._taken.add(index)
                if cell := self._row[index].strip():
                    return cell
        return ""

    def take_at(self, index: int) -> str:
        self._taken.add(index)
        return self._row[index].strip() if index < len(self._row) else ""

    def left(self) -> Iterator[tuple[str, str]]:
        for index, cell in enumerate(self._row):
            if index not in self._taken and cell.strip():
                yield (self._header[index] if index < len(self._header) else f"column {index + 1}"), cell.strip()

    def refuse(self, field: str, message: str) -> None:
        self.problems.append(Problem(self.number, field, message))


def rows_of(table: Table, at: dict[str, int] | None = None) -> Iterator[Cells]:
    """Each row, its columns called as their headers' keys or as ``at`` calls them; with what was said about it."""
    if at is None:
        at = {}
        for index, word in enumerate(keys(table.header)):
            at.setdefault(word, index)
    reported: dict[int, list[Problem]] = {}
    for problem in table.problems:
        reported.setdefault(problem.row, []).append(problem)
    for number, row in enumerate(table.rows, start=1):
        cells = Cells(at, row, number, table.header)
        cells.problems += reported.get(number, [])
        yield cells


def order_of(table: Table, indexes: Iterable[int], region: str) -> str:
    """The order of day and month: as the date columns show it, else as is usual in ``region``."""
    wanted = [i for i in indexes if i < len(table.header)]
    return guess_order(row[i] for row in table.rows for i in wanted if i < len(row) and row[i]) or order_of_region(
        region
    )


def add_email(person: Person, cells: Cells, value: str, label: str = "") -> None:
    """Add an address as it stood; what is no address is reported and goes to the extras."""
    for part in re.split(r"\s*[;,]\s+|;", value) if ";" in value or ", " in value else [value]:
        if not part:
            continue
        if "<" in part or ":" in part:
            part = normal_email(part) or part
        if not normal_email(part):
            cells.refuse("email", f"“{part[:80]}” is no e-mail address")
            person.extras.append(f"E-mail: {part}")
        elif all(fold(part) != fold(known.value) for known in person.emails):
            person.emails.append(Labelled(part, label))


def add_phone(person: Person, value: str, label: str = "") -> None:
    if value and all(value != known.value for known in person.phones):
        person.phones.append(Labelled(value, label))


def add_link(person: Person, value: str, label: str = "") -> None:
    if value and all(value != known.value for known in person.links):
        person.links.append(Labelled(value, label))


def read_date(cells: Cells, value: str, order: str, field: str) -> PartialDate:
    """The date of a cell; what cannot be read, or could be two days, is reported. '0/0/00' means none."""
    if not value or not value.strip("0/-. :"):
        return PartialDate()
    if (date := parse_partial(value, order)) is None:
        cells.refuse(field, f"“{value[:40]}” is no date, or could be two")
        return PartialDate()
    return date


def add_date(person: Person, cells: Cells, value: str, order: str, kind: str, label: str = "") -> None:
    if date := read_date(cells, value, order, kind):
        person.dates.append(DatedOccasion(kind, date, label))
    elif value.strip("0/-. :"):
        person.extras.append(f"{label or kind}: {value}")


def add_groups(person: Person, value: str, *, ignored: frozenset[str] = frozenset()) -> None:
    for group in _LIST.split(value):
        if group and fold(group) not in ignored and group not in person.groups:
            person.groups.append(group)


def finish(person: Person, cells: Cells) -> Person:
    """Keep what was not modelled, and say whether this is no person."""
    person.extras += [f"{header}: {value}" for header, value in cells.left()]
    person.problems += cells.problems
    if person.empty and not person.set_aside:
        person.problems.append(Problem(person.row, "", "the row names nobody"))
    person.set_aside = person.set_aside or not_a_person(person)
    return person


def name_in_parts(given: str, additional: str, family: str, prefix: str, suffix: str, nickname: str = "") -> Name:
    display = " ".join(part for part in (given, additional, family) if part)
    return Name(display, given, additional, family, prefix, suffix, nickname)
