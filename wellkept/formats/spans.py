"""Spans and days as one types them in a command: '2 weeks', 'tomorrow', 'fri', '4 May', '2026-12-01'."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from wellkept.formats.dates import parse_partial, yearly

_UNITS = {"d": "day", "day": "day", "w": "week", "week": "week", "wk": "week"}
_UNITS |= {
    "m": "month",
    "month": "month",
    "mo": "month",
    "q": "quarter",
    "quarter": "quarter",
    "y": "year",
    "year": "year",
}
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "half": 6}
_SPAN = re.compile(r"^(?:in\s+|for\s+)?(\d{1,3}|an?|one|two|three|four|five|six)?\s*([a-z]+?)s?$")
_DAYS = [name.lower() for name in calendar.day_name]


def parse_span(text: str) -> tuple[int, str] | None:
    """'2 weeks' → (2, 'week'); 'a month' → (1, 'month'); None for what is no span. Units: day, week, month, quarter, year."""
    plain = " ".join(text.lower().split())
    if plain in {"half a year", "half year"}:
        return 6, "month"
    found = _SPAN.match(plain)
    if not found or found[2] not in _UNITS or (not found[1] and found[2] in {"d", "w", "m", "q", "y", "mo"}):
        return None
    count = found[1] or "1"
    return (int(count) if count.isdecimal() else _COUNTS[count]), _UNITS[found[2]]


def after(start: date, count: int, unit: str) -> date:
    """The day ``count`` units after ``start``; a month after 31 January is the last day of February."""
    if unit in {"day", "week"}:
        return start + timedelta(days=count * (7 if unit == "week" else 1))
    months = start.month - 1 + count * {"month": 1, "quarter": 3, "year": 12}[unit]
    year, month = start.year + months // 12, months % 12 + 1
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


def parse_when(text: str, *, today: date, week_start: int = 0) -> date | None:
    """The day that is meant, today or later; None where the text names none.

    A weekday is the next one after today. 'next week' is that week's first day, 'next month' the month's first.
    A day without a year is the next such day; a date that is past is None, as is one beyond the year 9999."""
    plain = re.sub(r"^(?:until|till|on|by)\s+", "", " ".join(text.lower().replace(",", " ").split()))
    if plain in {"today", "tomorrow"}:
        return today + timedelta(days=plain == "tomorrow")
    if plain == "next week":
        return today + timedelta(days=7 - (today.weekday() - week_start) % 7)
    if plain == "next month":
        return after(today.replace(day=1), 1, "month")
    weekday = next(
        (i for i, name in enumerate(_DAYS) if len(plain) > 2 and name.startswith(plain.removeprefix("next "))), None
    )
    if weekday is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    try:
        span = parse_span(plain)
        if span:
            return after(today, *span)
        return _named_day(plain, today)
    except (OverflowError, ValueError):
        return None


def _named_day(text: str, today: date) -> date | None:
    partial = parse_partial(text)
    if partial is None or not partial.month or not partial.day:
        return None
    if partial.year:
        day = date(partial.year, partial.month, partial.day)
        return day if day >= today else None
    day = yearly(partial.month, partial.day, today.year)
    return day if day >= today else yearly(partial.month, partial.day, today.year + 1)
