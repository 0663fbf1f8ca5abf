"""The chance of being in touch within 30 days: a logistic of ten plain features, fitted to the network's own past. Pure.

Its starting point is that the odds go with the strength; what the network's own windows say moves it from there, the
more of them there are (a ridge around that prior). With fewer than 200 windows only the general level is learned; with
next to none the chance is 1 − exp(−30 / gap), halved with every silence that as many come back from as do not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from math import exp, log, log1p, sqrt
from operator import mul

from .days import History
from .gaps import Usual, gap_of
from .strength import Kernel, summed

HORIZON = 30  # days
ENOUGH = 200  # windows to learn from
FEATURES = (
    "silence", "messages", "days in 30", "days in 90", "days", "age", "reciprocity", "strength", "alone", "silence in gaps",
)  # fmt: skip
STRENGTH = FEATURES.index("strength")
FEW = 20  # with fewer windows than these not even the general level can be told
RIDGE = 22.0  # for features scaled to a spread of 1, and windows that do not overlap
FIXED = 1e6  # holds the weights where they start, so that only the general level is learned


@dataclass(frozen=True, slots=True)
class Logistic:
    """Weights on features as they come (not scaled)."""

    intercept: float
    weights: tuple[float, ...]

    def chance(self, features: Sequence[float]) -> float:
        return 1 / (1 + exp(-max(-30.0, min(30.0, self.intercept + sum(map(mul, self.weights, features))))))


def features(
    history: History, known: int, today: int, kernel: Kernel, usual: Usual, circle: Hashable = None
) -> list[float]:
    """Of a tie with ``known`` > 0 contact-days up to today."""
    on = history.on
    silence = today - on[known - 1]
    recent = known - _since(on, today - 30, known)
    quarter = known - _since(on, today - 90, known)
    mine, theirs = history.mine[known], history.theirs[known]
    gap = gap_of(history, known, usual, circle)
    return [
        log1p(silence),
        log(1 + history.messages[known]),
        log(1 + recent),
        log(1 + quarter),
        log(1 + known),
        log1p(today - on[0]),
        min(mine, theirs) / max(1, mine, theirs),
        log(summed(on, history.weights, known, today, kernel) + 1e-6),
        log(1 + history.alone[known]),
        log((silence + 0.5) / gap.days),
    ]


def _since(on: Sequence[int], day: int, known: int) -> int:
    return bisect_right(on, day, 0, known)


def fit(rows: Sequence[Sequence[float]], hits: Sequence[bool], ridge: float = RIDGE) -> Logistic:
    """Newton's method on the penalised likelihood; features are scaled to a spread of 1 inside."""
    count = len(rows)
    columns = [list(column) for column in zip(*rows, strict=True)]
    means = [sum(column) / count for column in columns]
    spreads = [
        sqrt(sum((value - mean) ** 2 for value in column) / count) or 1.0
        for column, mean in zip(columns, means, strict=True)
    ]
    scaled = [[1.0] * count]
    for column, mean, spread in zip(columns, means, spreads, strict=True):
        scaled.append([(value - mean) / spread for value in column])
    start = [0.0] * len(scaled)
    start[1 + STRENGTH] = spreads[STRENGTH]
    beta = _newton(scaled, [float(hit) for hit in hits], start, [0.01] + [ridge] * (len(scaled) - 1))
    weights = tuple(b / spread for b, spread in zip(beta[1:], spreads, strict=True))
    return Logistic(beta[0] - sum(map(mul, weights, means)), weights)


def _newton(columns: list[list[float]], hits: list[float], start: list[float], ridges: list[float]) -> list[float]:
    beta = list(start)
    size = range(len(columns))
    for _step in range(12):
        line = [0.0] * len(hits)
        for weight, column in zip(beta, columns, strict=True):
            line = [so_far + weight * value for so_far, value in zip(line, column, strict=True)]
        chances = [1 / (1 + exp(-max(-30.0, min(30.0, value)))) for value in line]
        errors = [hit - chance for hit, chance in zip(hits, chances, strict=True)]
        slack = [chance * (1 - chance) for chance in chances]
        gradient = [sum(map(mul, columns[i], errors)) - ridges[i] * (beta[i] - start[i]) for i in size]
        matrix = [[0.0] * len(columns) for _ in size]
        for i in size:
            weighted = list(map(mul, columns[i], slack))
            for j in range(i + 1):
                matrix[i][j] = matrix[j][i] = sum(map(mul, weighted, columns[j]))
            matrix[i][i] += ridges[i]
        step = solve(matrix, gradient)
        longest = max(map(abs, step))
        scale = min(1.0, 2.0 / longest) if longest else 1.0
        beta = [value + scale * by for value, by in zip(beta, step, strict=True)]
        if longest < 1e-4:
            break
    return beta


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a symmetric positive definite system (Cholesky)."""
    size = len(right)
    lower = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(i + 1):
            rest = matrix[i][j] - sum(map(mul, lower[i][:j], lower[j][:j]))
            lower[i][j] = sqrt(max(rest, 1e-12)) if i == j else rest / lower[j][j]
    half: list[float] = []
    for i in range(size):
        half.append((right[i] - sum(map(mul, lower[i][:i], half))) / lower[i][i])
    found = [0.0] * size
    for i in reversed(range(size)):
        found[i] = (half[i] - sum(lower[j][i] * found[j] for j in range(i + 1, size))) / lower[i][i]
    return found
