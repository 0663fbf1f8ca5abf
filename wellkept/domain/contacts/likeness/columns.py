"""Comparing a million pairs: one field of all of them after the other.

A record's values lie all over the memory, and fetching them takes longer than comparing them; the values of one field
of all records are near enough to each other to stay at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any

from wellkept.domain.contacts.likeness.levels import COMPARED, Pattern, names, names_of
from wellkept.domain.contacts.likeness.traits import Traits

Runs = Sequence[tuple[int, Sequence[int]]]  # the place of one, and the places of those it is compared with


class Columns:
    def __init__(self, records: Sequence[Traits]) -> None:
        self._names = [names_of(record) for record in records]
        self._rest = [([value(record) for record in records], level) for value, level in COMPARED]

    def patterns(self, runs: Runs) -> list[Pattern]:
        """What ``compare`` says of each pair, in the order of the runs."""
        known: dict[Pattern, Pattern] = {}
        rest = [_levels(values, level, runs) for values, level in self._rest]
        every = map(tuple.__add__, self._of_names(runs), zip(*rest, strict=True))
        return [known.setdefault(pattern, pattern) for pattern in every]

    def _of_names(self, runs: Runs) -> list[Pattern]:
        values = self._names
        levels: list[Pattern] = []
        for place, others in runs:
            mine = values[place]
            levels += [names(mine, values[other]) for other in others]
        return levels


def _levels(values: Sequence[Any], level: Callable[[Any, Any], int], runs: Runs) -> list[int]:
    levels: list[int] = []
    for place, others in runs:
        mine = values[place]
        if mine:
            levels += [level(mine, theirs) if (theirs := values[other]) else 0 for other in others]
        else:
            levels += repeat(0, len(others))
    return levels
