"""The past weeks as bars, drawn on the server: touches above, new people below, each against its goal. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

LEFT, RIGHT, TOP = 22.0, 520.0, 14.0
TOUCHES, NEW, BETWEEN = 72.0, 40.0, 34.0  # heights of the two bands, and of what is between them


class Counted(Protocol):
    @property
    def starts(self) -> date: ...
    @property
    def touches(self) -> int: ...
    @property
    def new(self) -> int: ...


@dataclass(frozen=True)
class Bar:
    x: str
    y: str
    width: str
    height: str
    now: bool

    @property
    def path(self) -> str:
        return f"M{self.x} {self.y}h{self.width}v{self.height}h-{self.width}z"


@dataclass(frozen=True)
class Band:
    """One series: its foot, the height of its goal's line, its bars."""

    foot: str
    goal: int
    goal_y: str
    bars: list[Bar]

    @property
    def past(self) -> str:
        """The bars of the weeks gone by as one path."""
        return "".join(bar.path for bar in self.bars if not bar.now)

    @property
    def now(self) -> str:
        return "".join(bar.path for bar in self.bars if bar.now)


@dataclass(frozen=True)
class Month:
    """Where a month begins along the foot."""

    x: str
    on: date


@dataclass(frozen=True)
class Chart:
    touches: Band
    new: Band
    months: list[Month]
    kept_touches: int  # past weeks in which the goal was reached; this week is not over
    kept_new: int
    past: int  # past weeks that count: from the first in which anything was recorded
    name_y: str = f"{TOP + TOUCHES + BETWEEN - 6:.0f}"  # where the lower band's name stands
    foot_y: str = f"{TOP + TOUCHES + BETWEEN + NEW + 16:.0f}"
    box: str = f"0 0 {RIGHT:.0f} {TOP + TOUCHES + BETWEEN + NEW + 20:.0f}"
    left: str = f"{LEFT:.0f}"
    right: str = f"{RIGHT:.0f}"


def chart_of(weeks: Sequence[Counted], *, touch_goal: int, new_goal: int) -> Chart:
    """``weeks`` oldest first; the last one is this week."""
    past = list(weeks[:-1])
    begun = next((at for at, week in enumerate(past) if week.touches or week.new), len(past))
    lived = past[begun:]
    foot = TOP + TOUCHES
    return Chart(
        touches=_band([week.touches for week in weeks], touch_goal, foot, TOUCHES),
        new=_band([week.new for week in weeks], new_goal, foot + BETWEEN + NEW, NEW),
        months=_months(weeks),
        kept_touches=sum(week.touches >= touch_goal for week in lived),
        kept_new=sum(week.new >= new_goal for week in lived),
        past=len(lived),
    )


def _step(count: int) -> float:
    return (RIGHT - LEFT) / max(1, count)


def _band(values: Sequence[int], goal: int, foot: float, height: float) -> Band:
    """The goal always lies within the band; weeks far above four times the goal are cut at its top."""
    most = max(goal * 1.25, min(max(values, default=0), goal * 4), 1)
    step = _step(len(values))
    bars = []
    for at, value in enumerate(values):
        tall = min(value / most, 1) * height
        bars.append(
            Bar(_r(LEFT + at * step + step * 0.14), _r(foot - tall), _r(step * 0.72), _r(tall), at == len(values) - 1)
        )
    return Band(foot=_r(foot), goal=goal, goal_y=_r(foot - goal / most * height), bars=bars)


def _months(weeks: Sequence[Counted]) -> list[Month]:
    """One mark where a month begins, none so near the right end that its name would not fit."""
    step = _step(len(weeks))
    marks = []
    for at, week in enumerate(weeks):
        if at and week.starts.month != weeks[at - 1].starts.month and at < len(weeks) - 3:
            marks.append(Month(_r(LEFT + at * step), week.starts))
    return marks


def _r(value: float) -> str:
    """As SVG writes numbers, in every language."""
    return f"{value:.1f}"
