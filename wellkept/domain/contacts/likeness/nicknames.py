"""Short forms of given names: 'bob' of 'robert', 'sasha' of 'alexander'. The tables and their licences lie in names/."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache, lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "names"


@cache
def _full_forms() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    with (FOLDER / "nicknames.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            found[row["name2"]].add(row["name1"])
    with (FOLDER / "short-forms.csv").open(encoding="utf-8", newline="") as table:
        for full, *short in csv.reader(table):
            for name in short:
                found[name].add(full)
    return {name: frozenset(full) for name, full in found.items()}


@lru_cache(maxsize=65536)
def full_forms(given: str) -> frozenset[str]:
    """The names that this one may be short for, itself included."""
    return _full_forms().get(given, frozenset()) | {given}


def short_for_same(one: str, other: str) -> bool:
    """Whether one is a short form of the other, or both of one name: 'bob' and 'rob' of 'robert'."""
    return not full_forms(one).isdisjoint(full_forms(other))


@cache
def given_names() -> frozenset[str]:
    """All that the tables name, full and short."""
    return frozenset(_full_forms()).union(*_full_forms().values())
