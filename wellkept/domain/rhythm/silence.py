"""What a silence means: how long a tie usually rests, when it is due, at risk, dormant; learned from who came back. Pure.

ρ is the silence in personal gaps. Silence is seen to its end only for those who came back, so gaps that are still open
count as 'at least so long' (Kaplan, Meier 1958). Return falls with ρ in every public log we measured, but where it
falls under one half differs (5 to more than 20 gaps), so the limits are learned and only start at 1, 3 and 8
(Navarro et al. 2017).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, exp, floor, log
from statistics import NormalDist
from typing import Literal, NamedTuple

from .gaps import Gap

State = Literal["resting", "due", "at risk", "dormant", ""]
AT_RISK, DORMANT = 3.0, 8.0
FIRM = 30.0  # silences that the limits to start from are worth
LONGEST = 3650  # days
COVER = 0.8
LEEWAY = 0.04
CLASSES, ENOUGH = 5, 80  # of gaps; silences for a class of its own
NORMAL = tuple(NormalDist().inv_cdf((i + 0.5) / 20) for i in range(20))  # what a band starts from


class Silence(NamedTuple):
    """A silence after a contact-day: its length so far, in days; whether it ``ended``; and the gap expected when it
    began; ``room`` is how many days it could have lasted until today."""

    days: int
    ended: bool
    gap: Gap
    room: int

    @property
    def scaled(self) -> float:
        """In spreads of the logarithm, off the expected."""
        return (log(self.days) - log(self.gap.days)) / self.gap.spread if self.days > 0 else -9.0


@dataclass(frozen=True, slots=True)
class Limits:
    """In personal gaps."""

    at_risk: float = AT_RISK
    dormant: float = DORMANT

    def state(self, elapsed: int, gap_days: float) -> State:
        rho = elapsed / gap_days
        return (
            "resting" if rho < 1 else "due" if rho < self.at_risk else "at risk" if rho <= self.dormant else "dormant"
        )


class Band(NamedTuple):
    """The ends of the window that four of five silences end in, in spreads of the logarithm off the personal gap."""

    low: float = -1.2816
    high: float = 1.2816

    def window(self, gap: Gap) -> tuple[int, int]:
        """In days from the last contact-day."""
        low = floor(gap.days * exp(max(-9.0, self.low) * gap.spread))
        high = ceil(gap.days * exp(min(9.0, self.high) * gap.spread))
        low = max(1, min(low, LONGEST))
        return low, max(low, min(high, LONGEST))


@dataclass(frozen=True, slots=True)
class Bands:
    """A band for each class of personal gaps; ``upto`` are the gaps (in days) at which the next class begins."""

    upto: tuple[float, ...] = ()
    bands: tuple[Band, ...] = (Band(),)

    def window(self, gap: Gap) -> tuple[int, int]:
        return self.bands[bisect_right(self.upto, gap.days)].window(gap)


class Survival:
    """The share of silences that last beyond x, for the x at which one ended."""

    def __init__(self, silences: Sequence[tuple[float, bool]]) -> None:
        self.steps: list[tuple[float, float]] = []
        left, share = len(silences), 1.0
        ordered = sorted(silences, key=lambda each: (each[0], not each[1]))
        for at, ended in ordered:
            if ended:
                share *= 1 - 1 / left
                if self.steps and self.steps[-1][0] == at:
                    self.steps[-1] = (at, share)
                else:
                    self.steps.append((at, share))
            left -= 1

    def beyond(self, x: float) -> float:
        share = 1.0
        for at, left in self.steps:
            if at > x:
                break
            share = left
        return share

    def quantile(self, ended: float) -> float | None:
        """By when this share has ended; None when so many never did."""
        return next((at for at, left in self.steps if left <= 1 - ended + 1e-12), None)


def limits_of(silences: Sequence[Silence]) -> Limits:
    """At risk: when four of five of those who come back have; dormant: when fewer than half of the silent ever do."""
    known = [(each.days / each.gap.days, each.ended) for each in silences if each.days > 0]
    back = sorted(rho for rho, ended in known if ended)
    if not back:
        return Limits()
    at_risk = _between(_shrunk(back[int(0.8 * (len(back) - 1))], AT_RISK, len(back)), 2.0, 5.0)
    lasting = Survival(known)
    never = lasting.steps[-1][1]
    half = next((at for at, share in lasting.steps if share > 0 and 1 - never / share < 0.5), None)
    open_long = sum(1 for rho, ended in known if not ended and rho > AT_RISK)
    dormant = _shrunk(half, DORMANT, open_long) if half else DORMANT
    return Limits(at_risk, _between(dormant, max(5.0, 1.5 * at_risk), 20.0))


def bands_of(silences: Sequence[Silence]) -> Bands:
    """A band for each fifth of the gaps, short to long, as far as there are enough silences: short gaps are told in
    whole days, and long ones are often interrupted by a lively week, so one band for all would hold for neither. What
    whole days make of the short ones is made up for by the next, within bounds."""
    if not silences:
        return Bands()
    ordered = sorted(silences, key=lambda each: each.gap.days)
    classes = max(1, min(CLASSES, len(ordered) // ENOUGH))
    starts = [len(ordered) * i // classes for i in range(classes + 1)]
    upto = tuple(ordered[start].gap.days for start in starts[1:-1])
    parts: list[list[Silence]] = [[] for _ in range(classes)]
    for each in ordered:
        parts[bisect_right(upto, each.gap.days)].append(each)
    bands, off = [], 0.0
    for part in parts:
        aim = COVER - max(-LEEWAY, min(LEEWAY, off / max(1, len(part))))
        bands.append(band_of(part, aim))
        off += (coverage(bands[-1], part) - COVER) * len(part)
    return Bands(upto, tuple(bands))


def band_of(silences: Sequence[Silence], cover: float = COVER) -> Band:
    """The band that would have covered ``cover`` of the network's own silences whose window has closed (a conformal
    band: Vovk et al. 2005), the same share left off at both ends. With few silences it stays near the normal one."""
    scaled = [(each.scaled, each.ended) for each in silences if each.days > 0]
    lasting = Survival([*scaled, *((value, True) for value in NORMAL)])
    best, nearest = Band(), 9.0
    for step in range(1, 30):
        low, high = lasting.quantile(step / 100), lasting.quantile(1 - step / 100)
        band = Band(low if low is not None else -3.0, high if high is not None else 3.0)
        off = abs(coverage(band, silences) - cover)
        if off < nearest - 1e-9:
            best, nearest = band, off
    return best


def coverage(band: Band, silences: Sequence[Silence]) -> float:
    """The share of windows that held, among those that have closed by now; which closed was settled when they opened."""
    held, closed = COVER * len(NORMAL), float(len(NORMAL))
    for each in silences:
        low, high = band.window(each.gap)
        if high <= each.room:
            closed += 1
            held += each.ended and low <= each.days <= high
    return held / closed


def _shrunk(learned: float, start: float, weight: int) -> float:
    return exp((weight * log(max(0.1, learned)) + FIRM * log(start)) / (weight + FIRM))


def _between(value: float, low: float, high: float) -> float:
    return min(high, max(low, value))
