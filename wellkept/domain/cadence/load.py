"""What was promised against what a week can carry. Pure.

The identity behind it: four touches a week are 208 a year, so 17 contacts a month, or 52 a quarter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Load:
    """``per_week`` is the sum of 7 / cadence over the decided; ``words`` is '' while the goal carries it."""

    per_week: float
    goal: int
    words: str

    @property
    def over(self) -> bool:
        return bool(self.words)


@dataclass(frozen=True, slots=True)
class Counters:
    active: int
    decided: int  # circle, own or never
    never: int
    undecided: int
    without_step: int  # decided, and yet nothing due: stands at zero
    load: Load


def load(cadences: Iterable[tuple[int, int]], goal: int) -> Load:
    """``cadences`` are pairs of days and how many contacts have them."""
    per_week = sum(7 * count / days for days, count in cadences)
    if round(per_week, 1) <= goal:
        return Load(per_week, goal, "")
    carries = (
        f"{goal} {'carries' if goal == 1 else 'carry'} {goal * 52 // 12} monthly or {goal * 13} quarterly contacts"
    )
    return Load(per_week, goal, f"What you promised needs {per_week:.1f} touches a week; {carries}.")
