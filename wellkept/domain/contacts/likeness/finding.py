"""All pairs of a network that may be one person, or all of some new records with the rest."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, islice

from wellkept.domain.contacts.likeness.blocking import neighbours
from wellkept.domain.contacts.likeness.columns import Columns, Run, pairs_of
from wellkept.domain.contacts.likeness.judging import Evidence, Likely
from wellkept.domain.contacts.likeness.levels import Pattern, compare
from wellkept.domain.contacts.likeness.traits import Traits
from wellkept.domain.contacts.likeness.weights import Model, first, learn

RANDOM_PAIRS = 20_000
Told = Callable[[int], None]
STEP = 5_000  # contacts whose pairs are compared at once, then a word of progress is said


@dataclass(frozen=True, slots=True)
class Found:
    likely: list[Likely]
    model: Model
    compared: int
    records: int


def find_likely(
    records: Sequence[Traits],
    *,
    fresh: frozenset[int] | None = None,
    model: Model | None = None,
    progress: Told = lambda compared: None,
) -> Found:
    """The pairs worth a look, the likeliest first. Without a ``model`` one is learned from these records; with ``fresh`` only pairs of which
    one key is in it are compared."""
    records = sorted(records, key=lambda record: record.key)
    runs = neighbours(records, fresh=fresh)
    met = None if fresh is None else list(runs)
    compared = list(_compared(Columns(records, met), runs if met is None else iter(met), progress))
    seen = Counter(chain.from_iterable(patterns for _runs, patterns in compared))
    if model is None:
        model = learn(seen, random_patterns(records), records=len(records))
    likely = list(_likely(records, compared, {pattern: Evidence(pattern, model) for pattern in seen}))
    likely.sort(key=lambda pair: (-pair.weight, pair.one, pair.other))
    return Found(likely, model, seen.total(), len(records))


def _compared(columns: Columns, runs: Iterator[Run], progress: Told) -> Iterator[tuple[list[Run], list[Pattern]]]:
    count = 0
    while some := list(islice(runs, STEP)):
        patterns = columns.patterns(some)
        count += len(patterns)
        progress(count)
        yield some, patterns


def _likely(
    records: Sequence[Traits], compared: Iterable[tuple[list[Run], list[Pattern]]], evidence: Mapping[Pattern, Evidence]
) -> Iterator[Likely]:
    names = [record.joined for record in records]
    namesakes = Counter(names)
    telling = {pattern: each for pattern, each in evidence.items() if not each.is_idle}
    for runs, patterns in compared:
        for (place, another), pattern in zip(pairs_of(runs), patterns, strict=True):
            each = telling.get(pattern)
            if each is None:
                continue
            one, other = records[place], records[another]
            verdict = each.verdict(one, other, namesakes=namesakes[names[place]])
            if verdict:
                yield Likely(one.key, other.key, each.weight, each.chance, verdict, each.reasons)


def random_patterns(records: Sequence[Traits]) -> Iterator[Pattern]:
    """How pairs agree that were drawn at random, the same in every run; those that look like one person are left out."""
    doubtful = first(len(records))
    for one, other in _random_pairs(records):
        pattern = compare(one, other)
        if doubtful.chance(pattern) < 0.5:
            yield pattern


def _random_pairs(records: Sequence[Traits]) -> Iterator[tuple[Traits, Traits]]:
    if len(records) * (len(records) - 1) // 2 <= RANDOM_PAIRS:
        yield from combinations(records, 2)
        return
    draw = random.Random(1969)  # noqa: S311 no secret hangs on it
    for _pair in range(RANDOM_PAIRS):
        yield tuple(draw.sample(records, 2))  # type: ignore[misc]
