"""What a network teaches about itself: how fast ties fade, which gaps are usual, what a silence means. Pure.

Learned from the past alone, per network, and only where there is enough of it; nothing is shared between networks.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, exp2
from typing import NamedTuple

from .chances import ENOUGH, FEW, FIXED, HORIZON, RIDGE, Logistic, features, fit
from .days import History
from .gaps import Gap, Usual, gap_of, usual_of
from .silence import Bands, Limits, Silence, bands_of, limits_of
from .strength import CANDIDATES, STANDARD, Kernel, strength, summed

DAYS_ENOUGH = 200  # contact-days, for learning how fast ties fade
SHORTEST_STEP = 7  # days between the moments that are looked back to
MOMENTS = 12
MARGIN = 0.02  # of the area under the curve, for another kernel than the standard one
MOST_ROWS = 12_000
MOST_SILENCES = 4_000


class Tie(NamedTuple):
    history: History
    circle: Hashable = None


@dataclass(frozen=True, slots=True)
class Learned:
    kernel: Kernel = STANDARD
    usual: Usual = field(default_factory=Usual)
    limits: Limits = field(default_factory=Limits)
    bands: Bands = field(default_factory=Bands)
    chances: Logistic | None = None

    def gap(self, tie: Tie, today: int) -> Gap:
        return gap_of(tie.history, tie.history.until(today), self.usual, tie.circle)

    def strength(self, tie: Tie, today: int) -> float:
        return strength(tie.history, today, self.kernel)

    def chance(self, tie: Tie, today: int) -> float:
        """Of being in touch within 30 days."""
        known = tie.history.until(today)
        if not known:
            return 0.0
        if self.chances is None:
            gap, silence = self.gap(tie, today).days, today - tie.history.on[known - 1]
            return (1 - exp(-HORIZON / gap)) * exp2(-silence / gap / self.limits.dormant)
        return self.chances.chance(features(tie.history, known, today, self.kernel, self.usual, tie.circle))

    def rank(self, tie: Tie, today: int) -> float:
        """Who is likeliest to come next: by the chance where it was learned, else by the strength."""
        return self.strength(tie, today) if self.chances is None else self.chance(tie, today)

    def window(self, tie: Tie, today: int) -> tuple[int, int]:
        """From how many to how many days after the last contact-day the next is expected, four times of five."""
        return self.bands.window(self.gap(tie, today))


class Moment(NamedTuple):
    """A day to look back to, with the ties known then and whether each was in touch in the 30 days after."""

    today: int
    known: list[tuple[Tie, int]]
    hits: list[bool]


def learn(ties: Sequence[Tie], today: int, cadences: Mapping[Hashable, int] | None = None) -> Learned:
    """From all contact-days up to and on ``today``."""
    ties = [tie for tie in ties if tie.history.until(today)]
    usual = usual_of([(tie.circle, tie.history) for tie in ties], today, cadences)
    moments = _moments(ties, today)
    kernel = kernel_of(moments) if sum(tie.history.until(today) for tie in ties) >= DAYS_ENOUGH else STANDARD
    silences = silences_of(ties, today, usual)
    return Learned(kernel, usual, limits_of(silences), bands_of(silences), _chances(moments, kernel, usual))


def _moments(ties: Sequence[Tie], today: int) -> list[Moment]:
    """Moments of the past whose 30 days are over by now, the newest first; of a large network every so-manyth tie."""
    first = min((tie.history.on[0] for tie in ties), default=today)
    step = min(HORIZON, max(SHORTEST_STEP, (today - HORIZON - first) // MOMENTS))
    every = 1 + len(ties) * MOMENTS // MOST_ROWS
    moments = []
    for then in range(today - HORIZON, first, -step)[:MOMENTS]:
        known = [(tie, count) for tie in ties[::every] if (count := tie.history.until(then))]
        hits = [tie.history.until(then + HORIZON) > count for tie, count in known]
        if known:
            moments.append(Moment(then, known, hits))
    return moments


def kernel_of(moments: Sequence[Moment]) -> Kernel:
    """The kernel that ranked best who came next; the standard one unless another is clearly better."""
    useful = [moment for moment in moments if 0 < sum(moment.hits) < len(moment.hits)]
    if not useful:
        return STANDARD

    def score(kernel: Kernel) -> float:
        return sum(
            auc(
                [
                    summed(tie.history.on, tie.history.weights, count, moment.today, kernel)
                    for tie, count in moment.known
                ],
                moment.hits,
            )
            for moment in useful
        ) / len(useful)

    scores = {kernel: score(kernel) for kernel in CANDIDATES}
    best = max(scores, key=lambda kernel: scores[kernel])
    return best if scores[best] > scores[STANDARD] + MARGIN else STANDARD


def auc(scores: Sequence[float], hits: Sequence[bool]) -> float:
    """The chance that a hit scores above a miss; equal scores count half."""
    order = sorted(range(len(scores)), key=lambda i: scores[i])
    ranks = 0.0
    start = 0
    while start < len(order):
        end = start
        while end + 1 < len(order) and scores[order[end + 1]] == scores[order[start]]:
            end += 1
        ranks += ((start + end) / 2 + 1) * sum(hits[order[i]] for i in range(start, end + 1))
        start = end + 1
    positive = sum(hits)
    negative = len(hits) - positive
    return (ranks - positive * (positive + 1) / 2) / (positive * negative)


def silences_of(ties: Sequence[Tie], today: int, usual: Usual) -> list[Silence]:
    """Each silence as it was expected when it began; the newest of them when there are very many."""
    found: list[tuple[int, Silence]] = []
    for tie in ties:
        on, known = tie.history.on, tie.history.until(today)
        for count in range(2, known + 1):
            ended = count < known
            days = (on[count] if ended else today) - on[count - 1]
            gap = gap_of(tie.history, count, usual, tie.circle)
            found.append((on[count - 1], Silence(days, ended, gap, today - on[count - 1])))
    found.sort(key=lambda each: each[0])
    return [silence for _on, silence in found[-MOST_SILENCES:]]


def _chances(moments: Sequence[Moment], kernel: Kernel, usual: Usual) -> Logistic | None:
    """Windows that overlap say the same twice, so the prior counts for more in the measure that they do."""
    rows = [
        features(tie.history, count, moment.today, kernel, usual, tie.circle)
        for moment in moments
        for tie, count in moment.known
    ]
    hits = [hit for moment in moments for hit in moment.hits]
    if len(rows) < FEW or not 0 < sum(hits) < len(hits):
        return None
    apart = moments[0].today - moments[1].today if len(moments) > 1 else HORIZON
    return fit(rows, hits, RIDGE * HORIZON / apart if len(rows) >= ENOUGH else FIXED)
