"""The shares m and u, learned from the records themselves, and the weight of a pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log2

from wellkept.domain.contacts.likeness.levels import FIELDS

Pattern = tuple[int, ...]
STRENGTH = 40.0  # how many pairs the beginning m and u count for, against what is learned
ROUNDS = 25


@dataclass(frozen=True)
class Model:
    """``m[field][level - 1]`` and ``u[field][level - 1]``; ``prior`` is the share of the blocked pairs that are the same person."""

    m: tuple[tuple[float, ...], ...]
    u: tuple[tuple[float, ...], ...]
    prior: float

    def parts(self, pattern: Pattern) -> list[float]:
        """What each field adds, in bits; 0 for a field that cannot be compared."""
        return [
            log2(self.m[field][level - 1] / self.u[field][level - 1]) if level else 0.0
            for field, level in enumerate(pattern)
        ]

    def weight(self, pattern: Pattern) -> float:
        """log2 of how many times likelier the pattern is for one person than for two."""
        return sum(self.parts(pattern))

    def chance(self, pattern: Pattern) -> float:
        """The chance that a blocked pair of this pattern is one person, by Bayes."""
        odds = 2 ** min(self.weight(pattern), 200) * self.prior / (1 - self.prior)
        return odds / (1 + odds)


FIRST = Model(m=tuple(field.m for field in FIELDS), u=tuple(field.u for field in FIELDS), prior=0.1)


def learn(blocked: Iterable[Pattern], random: Iterable[Pattern], *, first: Model = FIRST) -> Model:
    """m by expectation maximisation over the blocked pairs, u from random pairs, both drawn towards ``first`` where there is little
    to learn from. (Winkler 1988 for the EM; the pull is a Dirichlet prior of ``STRENGTH`` pairs.)"""
    u = _shares(Counter(random), first.u)
    seen = Counter(blocked)
    total = sum(seen.values())
    if not total:
        return Model(first.m, u, first.prior)
    model = Model(first.m, u, first.prior)
    for _round in range(ROUNDS):
        same = {pattern: count * model.chance(pattern) for pattern, count in seen.items()}
        prior = min(0.9, max(1e-4, (sum(same.values()) + 0.1) / (total + 1)))
        model = Model(_shares(same, first.m), u, prior)
    return model


def _shares(
    counts: Counter[Pattern] | dict[Pattern, float], first: Sequence[tuple[float, ...]]
) -> tuple[tuple[float, ...], ...]:
    shares = []
    for field, pulled in enumerate(first):
        sums = [share * STRENGTH for share in pulled]
        for pattern, count in counts.items():
            if pattern[field]:
                sums[pattern[field] - 1] += count
        whole = sum(sums)
        shares.append(tuple(each / whole for each in sums))
    return tuple(shares)
