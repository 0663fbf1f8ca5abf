"""All pairs of a network that may be one person, or all of some new records with the rest."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from wellkept.domain.contacts.likeness.blocking import pairs
from wellkept.domain.contacts.likeness.judging import Likely, judge, never, reasons
from wellkept.domain.contacts.likeness.levels import compare
from wellkept.domain.contacts.likeness.traits import Traits
from wellkept.domain.contacts.likeness.weights import Model, Pattern, first, learn

RANDOM_PAIRS = 20_000
Told = Callable[[int], None]
STEP = 5_000  # pairs between two words of progress


@dataclass(frozen=True, slots=True)
class Found:
    likely: list[Likely]
    model: Model
    compared: int


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
    compared: list[tuple[Traits, Traits, Pattern]] = []
    for one, other in pairs(records, fresh=fresh):
        compared.append((one, other, compare(one, other)))
        if len(compared) % STEP == 0:
            progress(len(compared))
    if model is None:
        patterns = (pattern for _one, _other, pattern in compared)
        model = learn(patterns, random_patterns(records), records=len(records))
    namesakes = Counter(record.joined for record in records)
    likely = list(_likely(compared, model, namesakes))
    likely.sort(key=lambda pair: (-pair.weight, pair.one, pair.other))
    return Found(likely, model, len(compared))


def _likely(
    compared: Sequence[tuple[Traits, Traits, Pattern]], model: Model, namesakes: Counter[str]
) -> Iterator[Likely]:
    idle = {pattern for pattern in {each for _one, _other, each in compared} if never(pattern, model)}
    for one, other, pattern in compared:
        if pattern in idle:
            continue
        verdict = judge(one, other, pattern, model, namesakes=namesakes[one.joined])
        if verdict:
            weight, chance = model.weight(pattern), model.chance(pattern)
            yield Likely(one.key, other.key, round(weight, 2), chance, verdict, reasons(pattern, model))


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
