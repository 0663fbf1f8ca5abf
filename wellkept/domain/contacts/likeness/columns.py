"""Comparing a million pairs: one field of all of them after the other.

A record's values lie all over the memory, and fetching them takes longer than comparing them; the values of one field
of all records are near enough to each other to stay at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any

from wellkept.domain.contacts.likeness.levels import COMPARED, Pattern, names, names_of
from wellkept.domain.contacts.likeness.traits import Traits

# One record's place, and the places of those before and after it that it is compared with: in a pair the earlier comes first.
Run = tuple[int, Sequence[int], Sequence[int]]


def pairs_of(runs: Iterable[Run]) -> Iterator[tuple[int, int]]:
    """The places of each pair, the lower first."""
    for place, before, after in runs:
        yield from zip(before, repeat(place))
        yield from zip(repeat(place), after)


class Columns:
    """``runs``: what will be compared, where that is not everybody; the values of others are not looked at then."""

    def __init__(self, records: Sequence[Traits], runs: Iterable[Run] | None = None) -> None:
        met: Collection[int] = (
            range(len(records)) if runs is None else {place for pair in pairs_of(runs) for place in pair}
        )
        self._names = _column(records, met, names_of)
        self._rest = [(_column(records, met, value), level) for value, level in COMPARED]

    def patterns(self, runs: Sequence[Run]) -> list[Pattern]:
        """What ``compare`` says of each pair, in the order of ``pairs_of``."""
        known: dict[Pattern, Pattern] = {}
        rest = [_levels(values, level, runs) for values, level in self._rest]
        every = map(tuple.__add__, self._of_names(runs), zip(*rest, strict=True))
        return [known.setdefault(pattern, pattern) for pattern in every]

    def _of_names(self, runs: Iterable[Run]) -> list[Pattern]:
        values = self._names
        levels: list[Pattern] = []
        for place, before, after in runs:
            mine = values[place]
            levels += [names(values[other], mine) for other in before]
            levels += [names(mine, values[other]) for other in after]
        return levels


def _column(records: Sequence[Traits], met: Collection[int], value: Callable[[Traits], Any]) -> list[Any]:
    column = [None] * len(records)
    for place, said in zip(met, map(value, map(records.__getitem__, met)), strict=True):
        column[place] = said
    return column


def _levels(values: Sequence[Any], level: Callable[[Any, Any], int], runs: Iterable[Run]) -> list[int]:
    levels: list[int] = []
    for place, before, after in runs:
        mine = values[place]
        if mine:
            levels += [level(theirs, mine) if (theirs := values[other]) else 0 for other in before]
            levels += [level(mine, theirs) if (theirs := values[other]) else 0 for other in after]
        else:
            levels += repeat(0, len(before) + len(after))
    return levels
