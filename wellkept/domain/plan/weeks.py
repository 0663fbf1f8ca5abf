"""Weeks as the user counts them. Pure."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple


class WeekDates(NamedTuple):
    starts: date
    ends: date

    @property
    def name(self) -> str:
        """'2026-W47': the ISO 8601 week that most of it lies in, whatever day it begins with."""
        year, number, _day = (self.starts + timedelta(days=3)).isocalendar()
        return f"{year}-W{number:02d}"


def week_of(day: date, first_weekday: int = 0) -> WeekDates:
    """The week a day is in; weeks begin on ``first_weekday`` (0 Monday … 6 Sunday)."""
    starts = day - timedelta(days=(day.weekday() - first_weekday) % 7)
    return WeekDates(starts, starts + timedelta(days=6))
