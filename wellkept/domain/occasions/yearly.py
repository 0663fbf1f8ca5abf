"""When yearly dates come round. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple


class YearlyDate(NamedTuple):
    """A date of a contact that comes every year; ``year`` may be unknown."""

    contact: int
    kind: str  # birthday, anniversary, other; met (for the first time), work (began a position)
    label: str
    year: int | None
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Occasion:
    """One day on which a yearly date falls. ``turning`` is how many years it is, where the year is known."""

    contact: int
    kind: str
    label: str
    on: date
    turning: int | None

    @property
    def key(self) -> str:
        """Names this occasion of this contact, this year."""
        return f"{self.kind}:{self.on.isoformat()}"


def falls_on(yearly: YearlyDate, year: int, *, leap: str = "02-28") -> date | None:
    """The day of a yearly date in a year; 29 February falls on ``leap`` (02-28 or 03-01) where there is none.

    None for a date that no year has (31 June).
    """
    try:
        return date(year, yearly.month, yearly.day)
    except ValueError:
        if (yearly.month, yearly.day) == (2, 29):
            return date(year, 3, 1) if leap == "03-01" else date(year, 2, 28)
        return None


def between(dates: Iterable[YearlyDate], start: date, end: date, *, leap: str = "02-28") -> list[Occasion]:
    """Every occasion from ``start`` to ``end``, both included, in the order in which they come."""
    found = [occasion for yearly in dates for occasion in _of(yearly, start, end, leap)]
    return sorted(found, key=lambda occasion: (occasion.on, occasion.contact, occasion.kind, occasion.label))


def upcoming(dates: Iterable[YearlyDate], today: date, horizon: int, *, leap: str = "02-28") -> list[Occasion]:
    """What comes within ``horizon`` days from today, today included."""
    return between(dates, today, today + timedelta(days=horizon), leap=leap)


def _of(yearly: YearlyDate, start: date, end: date, leap: str) -> Iterator[Occasion]:
    for year in range(start.year, end.year + 1):
        on = falls_on(yearly, year, leap=leap)
        if on is None or not start <= on <= end:
            continue
        turning = year - yearly.year if yearly.year else None
        if turning is not None and turning < 1:
            if yearly.year and yearly.year > year:
                continue
            turning = None
        yield Occasion(yearly.contact, yearly.kind, yearly.label, on, turning)
