"""The personal gap: how many days usually lie between two contact-days of a tie, shrunk towards its circle's. Pure.

ĝ = exp[(k·m + k0·μ) / (k + k0)]: k gaps with mean logarithm m, and μ of the circle, itself shrunk towards the user's
mean and that towards the circle's cadence. k0 = 3 and a spread of 1.4 of ln g within a tie were measured on
public logs (k0 1.7–6.2, spread 1.2–1.6).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from math import exp, log, sqrt

from .days import History

K0 = 3.0  # gaps that the circle's mean is worth
TIES = 5.0  # ties that what is above a circle is worth
SPREAD = 1.4  # of ln g within a tie, where nothing is known
DEFAULT_GAP = 90  # days, where no circle has a cadence
FIRM = 6.0  # gaps that the network's spread is worth against the tie's own
NARROWEST = 0.25


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual in a network: ln of the gap by circle, and for whoever is in none."""

    mu: float = log(DEFAULT_GAP)
    by_circle: Mapping[Hashable, float] = field(default_factory=dict)
    spread: float = SPREAD

    def of(self, circle: Hashable = None) -> float:
        return self.by_circle.get(circle, self.mu)


@dataclass(frozen=True, slots=True)
class Gap:
    """``days`` between two contact-days, the ``spread`` of its logarithm, and from how many gaps it was learned."""

    days: float
    spread: float
    known: int


def gap_of(history: History, known: int, usual: Usual, circle: Hashable = None) -> Gap:
    """The personal gap as it stands after the first ``known`` contact-days."""
    gaps = max(0, known - 1)
    total = history.gaps[known] if known else 0.0
    mean = (total + K0 * usual.of(circle)) / (gaps + K0)
    around = max(0.0, history.squares[known] - total * total / gaps) if gaps > 1 else 0.0
    own = max(0, gaps - 1)
    spread = sqrt((around + FIRM * usual.spread**2) / (own + FIRM))
    return Gap(exp(mean), max(NARROWEST, spread), gaps)


def usual_of(
    ties: Iterable[tuple[Hashable, History]], today: int, cadences: Mapping[Hashable, int] | None = None
) -> Usual:
    """What is usual in the network of these ties, each with its circle; ``cadences`` are the circles' in days."""
    cadences = cadences or {}
    sums: dict[Hashable, list[float]] = defaultdict(lambda: [0.0, 0.0])
    around = freedom = 0.0
    for circle, history in ties:
        known = history.until(today)
        if known < 2:
            continue
        gaps, total = known - 1, history.gaps[known]
        trust = gaps / (gaps + K0)
        sums[circle][0] += trust * total / gaps
        sums[circle][1] += trust
        if gaps > 1:
            around += max(0.0, history.squares[known] - total * total / gaps)
            freedom += gaps - 1
    trusted = sum(trust for _sum, trust in sums.values())
    default = log(DEFAULT_GAP)
    whole = (sum(total for total, _trust in sums.values()) + TIES * default) / (trusted + TIES)
    spread = sqrt((around + 30 * SPREAD**2) / (freedom + 30))
    by_circle = {}
    for circle in {*sums, *cadences}:
        total, trust = sums.get(circle, (0.0, 0.0))
        meant = log(cadences[circle]) if cadences.get(circle) else default
        above = (trusted * whole + TIES * meant) / (trusted + TIES)
        by_circle[circle] = (total + TIES * above) / (trust + TIES)
    return Usual(whole, by_circle, max(NARROWEST, spread))
