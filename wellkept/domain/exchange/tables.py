"""Sources that are CSV tables of people."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from typing import Any

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.contract import Reading
from wellkept.domain.exchange.people import units_of
from wellkept.formats.csvs import Table, read_table
from wellkept.formats.person import Person, Problem


def raw_of(table: Table) -> Callable[[int], str]:
    """A row of the table as a line of CSV, by its number from 1."""

    def raw(number: int) -> str:
        if not 0 < number <= len(table.rows):
            return ""
        line = io.StringIO()
        csv.writer(line, delimiter=table.delimiter, lineterminator="").writerow(table.rows[number - 1])
        return line.getvalue()

    return raw


def table_of(data: bytes, *, ours: bool = False) -> Table:
    """The table of a CSV file; ``ours``: one that we wrote. Raises ``Refusal`` in the reader's own words when there is none."""
    table = read_table(data, ours=ours)
    if not table.header:
        raise Refusal(table.problems[0].message if table.problems else "")
    return table


def read_people(
    data: bytes, options: dict[str, Any], reader: Callable[[Table, str], Iterator[Person]], *, ours: bool = False
) -> Reading:
    """The people of a table, each with what the table said about its row."""
    table = table_of(data, ours=ours)
    said: dict[int, list[Problem]] = {}
    for problem in table.problems:
        said.setdefault(problem.row, []).append(problem)
    people = list(reader(table, options.get("region", "")))
    for person in people:
        person.problems = [
            *said.get(person.row, ()),
            *(p for p in person.problems if p not in said.get(person.row, ())),
        ]
    return Reading(units=units_of(people), remarks=said.get(0, []), raw=raw_of(table))
