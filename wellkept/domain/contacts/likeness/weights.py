"""The shares m and u, learned from the records themselves, and the weight of a pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log2
from typing import Any

from wellkept.domain.contacts.likeness.levels import FIELDS, Pattern

STRENGTH = 40.0  # how many pairs the beginning m and u count for, against what is learned
ROUNDS = 25
STILL = 1e-4  # how little a round may change the prior, in parts of it, to be the last


@dataclass(frozen=True)
class Model:
    """``m[field][level - 1]`` and ``u[field][level - 1]``; ``prior`` is the chance that two records drawn at random are one person."""

    m: tuple[tuple[float, ...], ...]
    u: tuple[tuple[float, ...], ...]
    prior: float

    @cached_property
    def bits(self) -> tuple[tuple[float, ...], ...]:
        """What each level of each field adds; level 0, not comparable, adds nothing."""
        return tuple(
            (0.0, *(log2(m / u) for m, u in zip(of_m, of_u, strict=True)))
            for of_m, of_u in zip(self.m, self.u, strict=True)
        )

    def parts(self, pattern: Pattern) -> list[float]:
        """What each field adds, in bits."""
        return [bits[level] for bits, level in zip(self.bits, pattern, strict=True)]

    def weight(self, pattern: Pattern) -> float:
        """log2 of how many times likelier the pattern is for one person than for two."""
        return sum(self.parts(pattern))

    def chance(self, pattern: Pattern) -> float:
        """The chance that a pair of this pattern is one person, by Bayes."""
        odds = 2 ** min(self.weight(pattern), 200) * self.prior / (1 - self.prior)
        return float(odds / (1 + odds))

    def as_json(self) -> dict[str, Any]:
        return {"m": self.m, "u": self.u, "prior": self.prior}


def from_json(written: Mapping[str, Any]) -> Model | None:
    """The model that was written down; None when the fields or levels have changed since."""
    m, u = (tuple(tuple(map(float, shares)) for shares in written.get(name, ())) for name in ("m", "u"))
    model = Model(m, u, float(written.get("prior", 0)))
    shape = [len(field.levels) for field in FIELDS]
    fits = all([len(shares) for shares in learned] == shape for learned in (model.m, model.u))
    return model if fits and 0 < model.prior < 1 else None


def first(records: int) -> Model:
    """What is believed of a network of this size before anything is learned: one in twenty contacts is there twice."""
    return Model(tuple(f.m for f in FIELDS), tuple(f.u for f in FIELDS), min(0.05, 0.1 / max(records, 2)))


def learn(blocked: Iterable[Pattern] | Mapping[Pattern, int], random: Iterable[Pattern], *, records: int) -> Model:
    """m by expectation maximisation over the blocked pairs (or how many have each pattern), u from random pairs, both drawn towards what the fields begin with where
    there is little to learn from (a Dirichlet prior of ``STRENGTH`` pairs). Pairs that share no block are taken for two people, so that
    the prior is one of all pairs and not of those that blocking chose."""
    beginning = first(records)
    u = _shares(Counter(random), beginning.u)
    everything = max(records * (records - 1) / 2, 1)
    seen = Counter(blocked)
    model = Model(beginning.m, u, beginning.prior)
    for _round in range(ROUNDS):
        same = {pattern: count * model.chance(pattern) for pattern, count in seen.items()}
        prior = min(0.3, (sum(same.values()) + 1) / (everything + 50))
        before, model = model, Model(_shares(same, beginning.m), u, prior)
        if abs(prior - before.prior) < STILL * prior:
            break
    return model


def _shares(counts: Mapping[Pattern, float], begun: Sequence[tuple[float, ...]]) -> tuple[tuple[float, ...], ...]:
    sums = [[0.0, *(share * STRENGTH for share in shares)] for shares in begun]
    for pattern, count in counts.items():
        for of_field, level in zip(sums, pattern, strict=True):
            of_field[level] += count
    return tuple(tuple(each / sum(of_field[1:]) for each in of_field[1:]) for of_field in sums)
