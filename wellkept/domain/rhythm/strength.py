"""How strong a tie is: S(T) = Σ q(d)·κ(T−d) over the contact-days d, with the terms it is made of. Pure.

κ is 2^(−D/h), or (D + ½)^(−p): the power law of forgetting (Anderson, Schooler 1991). Which one, and how fast, is
learned for each network once it has 200 contact-days (learning.py); before that p = .8.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import mul
from typing import NamedTuple

from .days import IN_PERSON, History

QUARTER, YEAR = 90, 365  # days
TABLE = 4096  # days for which the kernel is looked up


class Kernel(NamedTuple):
    """``shape`` is 'power' or 'half'; ``rate`` the exponent p, or the half-life h in days."""

    shape: str
    rate: float

    def at(self, days: int) -> float:
        return math.pow(2.0, -days / self.rate) if self.shape == "half" else math.pow(days + 0.5, -self.rate)


STANDARD = Kernel("power", 0.8)
CANDIDATES = (
    *(Kernel("power", p) for p in (0.3, 0.5, 0.8, 1.0, 1.5)),
    *(Kernel("half", h) for h in (7, 14, 30, 60, 90, 180)),
)


@lru_cache(maxsize=64)
def table(kernel: Kernel) -> tuple[float, ...]:
    return tuple(kernel.at(days) for days in range(TABLE))


def strength(history: History, today: int, kernel: Kernel = STANDARD) -> float:
    """The strength on the day ``today`` (an ordinal); days after it are not known yet. 0 without a contact-day."""
    return summed(history.on, history.weights, history.until(today), today, kernel)


def summed(on: Sequence[int], weights: Sequence[float], known: int, today: int, kernel: Kernel) -> float:
    kappa = table(kernel)
    if known and today - on[0] >= TABLE:
        return sum((weights[i] * kernel.at(today - on[i]) for i in range(known)), 0.0)
    terms: list[float] = list(map(mul, weights[:known], [kappa[today - day] for day in on[:known]]))
    return sum(terms)


def carried(before: float, days: int, weight: float, kernel: Kernel) -> float:
    """The strength ``days`` later with another contact-day: S·2^(−days/h) + q. Only half-lives can be carried on."""
    if kernel.shape != "half":
        raise ValueError("a power of the age cannot be carried on from the sum alone")
    return before * kernel.at(days) + weight


def in_logarithm(history: History, half_life: float = 60.0) -> float:
    """log2 of Σ q·2^(d/h): ranks ties on any later day without knowing it. 0 without a contact-day."""
    if not history.on:
        return 0.0
    last = history.on[-1]
    total = sum(
        weight * 2.0 ** ((day - last) / half_life) for day, weight in zip(history.on, history.weights, strict=True)
    )
    return last / half_life + math.log2(total)


def percentile(value: float, among: Sequence[float]) -> int:
    """Of a hundred ties, how many are weaker; ``among`` is sorted. Ties of the same strength count by half."""
    if not among:
        return 50
    below, upto = bisect_left(among, value), bisect_right(among, value)
    return min(99, max(1, round(100 * (below + upto) / 2 / len(among))))


class Reason(NamedTuple):
    """One term: ``what`` it is (see words.py), the ``share`` of the strength it makes, and its number (``of`` how many)."""

    share: float
    what: str  # last, quarter, year, before, theirs, person
    number: int
    of: int


def reasons(history: History, today: int, kernel: Kernel = STANDARD, most: int = 3) -> list[Reason]:
    """What the strength is made of, the largest shares of it first."""
    known = history.until(today)
    if not known:
        return []
    terms = [history.weights[i] * kernel.at(today - history.on[i]) for i in range(known)]
    ages = [today - day for day in history.on[:known]]
    days = history.days
    picked = {
        "quarter": [i for i in range(known) if ages[i] <= QUARTER],
        "year": [i for i in range(known) if QUARTER < ages[i] <= YEAR],
        "before": [i for i in range(known) if ages[i] > YEAR],
        "theirs": [i for i in range(known) if days[i].theirs and not days[i].mine],
        "person": [i for i in range(known) if days[i].weight >= IN_PERSON],
    }
    whole = sum(terms) or 1.0
    found = [Reason(sum(terms[i] for i in which) / whole, what, len(which), known) for what, which in picked.items()]
    found.append(Reason(terms[-1] / whole, "last", ages[-1], known))
    return sorted((reason for reason in found if reason.share > 0), key=lambda reason: -reason.share)[:most]
