"""Dates as vCards write them: RFC 6350 section 4.3, ISO 8601 extended, and Apple's birthdays without a year."""

from __future__ import annotations

import re
from datetime import date

from wellkept.formats.person import PartialDate

# Apple writes a yearless date in this leap year and says so in X-APPLE-OMIT-YEAR; some programs copy the year alone.
APPLE_NO_YEAR = 1604

_TIME = r"(?:[T ]\s*[\d:.,]*(?:Z|[+-][\d:]+)?)?"
_SHAPES = [
    re.compile(shape + _TIME + r"\Z", re.ASCII)
    for shape in (
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
        r"(?P<year>\d{4})[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)",
        r"--(?P<month>\d\d)-?(?P<day>\d\d)",
        r"-{2,3}(?P<month>\d\d?)-(?P<day>\d\d?)",
        r"(?P<year>\d{4})-(?P<month>\d\d)",
        r"(?P<year>\d{4})",
        r"--(?P<month>\d\d)-?",
    )
]


def read_date(text: str, omitted_year: str = "") -> PartialDate:
    """The date, or an empty one when it is none or cannot be; ``omitted_year`` stands for no year."""
    text = text.strip()
    if len(text) > 40:
        return PartialDate()
    for shape in _SHAPES:
        found = shape.match(text)
        if found:
            parts = found.groupdict()
            year, month, day = (int(parts[name]) if parts.get(name) else None for name in ("year", "month", "day"))
            if year is not None and (year in {0, APPLE_NO_YEAR} or str(year) == omitted_year):
                year = None
            return _possible(year, month, day)
    return PartialDate()


def _possible(year: int | None, month: int | None, day: int | None) -> PartialDate:
    if month is None:
        return PartialDate(year=year) if day is None else PartialDate()
    try:
        date(year or APPLE_NO_YEAR, month, day or 1)
    except ValueError:
        return PartialDate()
    return PartialDate(year=year, month=month, day=day)


def write_date(when: PartialDate, *, basic: bool) -> str:
    """The date in the basic format of vCard 4.0, or in the extended one of 3.0; parts that are missing are left out."""
    if when.year is None:
        dash = "" if basic else "-"
        return f"--{when.month:02}" + (f"{dash}{when.day:02}" if when.day else "")
    if not when.month:
        return f"{when.year:04}"
    if not when.day:
        return f"{when.year:04}-{when.month:02}"
    return f"{when.year:04}{when.month:02}{when.day:02}" if basic else f"{when.year:04}-{when.month:02}-{when.day:02}"
