"""Dates as address books and exports spell them, read without guessing.

A date that could be two days (03/04/2021) is read only when an order is given; ``guess_order``
finds that order from a whole column. Years are kept as they stand, 1842 too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

from wellkept.formats.names import fold
from wellkept.formats.person import PartialDate

# A two-digit year from 69 on is of the 1900s, below of the 2000s (the POSIX pivot).
PIVOT = 69

_MONTHS = """
1  january jan januar janner jaenner janvier janv enero ene janeiro gennaio gen januari
2  february feb februar fevrier fevr fev febrero fevereiro febbraio febr februari
3  march mar marz maerz mrz mars marzo marco maart mrt
4  april apr avril avr abril abr aprile
5  may mai mayo maio maggio mag mei
6  june jun juni juin junio junho giugno giu
7  july jul juli juillet juil julio julho luglio lug
8  august aug aout agosto ago augustus
9  september sep sept septembre septiembre setiembre set setembro settembre sett
10 october oct oktober okt octobre octubre outubro out ottobre ott
11 november nov novembre noviembre novembro
12 december dec dezember dez decembre diciembre dic dezembro dicembre
"""
MONTHS = {word: int(line.split()[0]) for line in _MONTHS.strip().splitlines() for word in line.split()[1:]}

_FILLERS = frozenset(
    str.split(
        "de del di do da of the of le la el il den der am on uhr h st nd rd th er ere"
        " monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun"
        " montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so"
        " lundi lun mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim"
        " lunes martes miercoles mie jueves jue viernes vie sabado sab domingo dom"
        " segunda terca quarta quinta sexta feira lunedi martedi mercoledi giovedi venerdi gio"
        " maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
    )
)

_CLOCK = re.compile(
    r"(?:^|[\s,T])\s*(?P<h>\d{1,2}):(?P<m>\d{2})(?::(?P<s>\d{2})(?:[.,](?P<f>\d{1,9}))?)?\s*(?P<half>[ap]\.?m\.?)?"
    r"\s*(?P<zone>UTC|GMT|Z|(?:UTC|GMT)?[+-]\d{2}:?\d{2})?$",
    re.IGNORECASE,
)
_DASHED = re.compile(r"--(\d{2})(?:-?(\d{2}))?$")
_NUMBERS = re.compile(r"(\d{1,4})\s*([/.\-])\s*(\d{1,2}|\d{4}(?=$))(?:\s*\2\s*(\d{1,4})?)?$")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$")
_EAST = re.compile(r"(?:(\d{4})\s*[年년]\s*)?(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일])?$")
_YEAR = re.compile(r"\d{4}$")
_WORD = re.compile(r"\d+|[^\W\d_]+")

_MDY_REGIONS = frozenset({"US", "PH", "PR", "GU", "VI", "AS", "FM", "MH", "PW"})
_YMD_REGIONS = frozenset({"CN", "JP", "KR", "TW", "HU", "LT", "MN", "SE", "CA", "IR"})


def parse_partial(text: str, order: str = "") -> PartialDate | None:
    """The date in ``text``, parts it does not give left out; None when it is no date, or could be two.

    ``order`` ('dmy', 'mdy', 'ymd' or '') settles what the spelling itself leaves open. A time of day is ignored.
    """
    return _parse_partial(text[:80], order) if text else None


@lru_cache(maxsize=8192)
def _parse_partial(text: str, order: str) -> PartialDate | None:
    plain = " ".join(text.split()).strip(" \"'")
    if not plain or plain.isspace():
        return None
    clock = _CLOCK.search(plain)
    if clock and clock.start():
        plain = plain[: clock.start()].rstrip(" ,")
        if clock["half"] and not order and "/" in plain:
            order = "mdy"  # '1/31/18, 4:05 PM': only American software writes slashes with a twelve-hour clock
    if dashed := _DASHED.match(plain):
        return _checked(None, int(dashed[1]), int(dashed[2]) if dashed[2] else None)
    if _YEAR.match(plain):
        return _checked(int(plain), None, None)
    if compact := _COMPACT.match(plain):
        return _checked(*map(int, compact.groups()))
    if numbers := _NUMBERS.match(plain):
        return _from_numbers(numbers[1], numbers[2], numbers[3], numbers[4] or "", order)
    if east := _EAST.match(plain):
        year, month, day = east.groups()
        return _checked(int(year) if year else None, int(month), int(day) if day else None)
    return _from_words(plain)


def _from_numbers(first: str, sep: str, second: str, third: str, order: str) -> PartialDate | None:
    if not third:
        return _from_two_numbers(first, sep, second, order)
    if len(first) >= 3:
        return _checked(int(first), int(second), int(third)) if len(first) == 4 and len(third) <= 2 else None
    if len(third) == 3:
        return None
    a, b, c = int(first), int(second), int(third)
    if len(third) <= 2 and order == "ymd":
        return _checked(_full_year(first), b, c)
    readings = {"dmy": (b, a), "mdy": (a, b)}
    if sep == "." and order not in readings:
        order = "dmy"
    year = _full_year(third)
    possible = {name: md for name, md in readings.items() if _checked(year, *md)}
    if order in possible:
        return _checked(year, *possible[order])
    if len(possible) == 1 or (possible and a == b):
        return _checked(year, *next(iter(possible.values())))
    return None


def _from_two_numbers(first: str, sep: str, second: str, order: str) -> PartialDate | None:
    """2021-03, 03/2021, 14.5. and 5/14."""
    if len(first) == 4 or len(second) == 4:
        year, month = (first, second) if len(first) == 4 else (second, first)
        return _checked(int(year), int(month), None) if len(month) <= 2 else None
    if len(first) == 3 or sep == "-":
        return None
    a, b = int(first), int(second)
    if sep == "." and not order:
        order = "dmy"
    possible = {name: md for name, md in {"dmy": (b, a), "mdy": (a, b)}.items() if _checked(None, *md)}
    if order in possible:
        return _checked(None, *possible[order])
    if len(possible) == 1 or (possible and a == b):
        return _checked(None, *next(iter(possible.values())))
    return None


def _from_words(plain: str) -> PartialDate | None:
    """Dates with a month's name: 4-Apr-21, 12 mars 2023, April 4th, Jun 2018, 4. März."""
    words = _WORD.findall(fold(plain))
    months = [w for w in words if w in MONTHS]
    numbers = [w for w in words if w.isdecimal()]
    strange = [w for w in words if not w.isdecimal() and w not in MONTHS and w not in _FILLERS]
    if len(months) == 2 and "mar" in months:  # 'mar' is Tuesday and March in Spanish
        months.remove("mar")
    if len(months) != 1 or strange or len(numbers) > 2:
        return None
    month = MONTHS[months[0]]
    if not numbers:
        return PartialDate(None, month, None)
    if len(numbers) == 1:
        number = numbers[0]
        if len(number) == 4:
            return _checked(int(number), month, None)
        if "'" in plain or "’" in plain:
            return _checked(_full_year(number), month, None)
        return _checked(None, month, int(number)) if len(number) <= 2 else None
    first, last = numbers
    if len(first) == 4 and len(last) <= 2:
        return _checked(int(first), month, int(last))
    if len(first) <= 2 and len(last) in (2, 4):
        return _checked(_full_year(last), month, int(first))
    return None


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (1900 if year >= PIVOT else 2000)


def _checked(year: int | None, month: int | None, day: int | None) -> PartialDate | None:
    """The date if the calendar has it (29 February when the year is unknown), else None."""
    if year is not None and not 1000 <= year <= 9999:
        return None
    if month is None:
        return PartialDate(year) if year else None
    if not 1 <= month <= 12:
        return None
    if day is not None:
        try:
            date(year or 2000, month, day)
        except ValueError:
            return None
    return PartialDate(year, month, day)


def guess_order(texts: Iterable[str]) -> str:
    """'dmy', 'mdy' or 'ymd' as a column of dates shows it; '' when nothing shows it or the rows contradict each other.

    One stray row in twenty is taken for a slip of the pen. Days parted by points alone have the day first, in every
    country that writes them so.
    """
    seen = {"dmy": 0, "mdy": 0, "ymd": 0}
    parted: set[str] = set()
    for text in texts:
        plain = " ".join(text[:80].split()).strip(" \"'")
        clock = _CLOCK.search(plain)
        if clock and clock.start():
            plain = plain[: clock.start()].rstrip(" ,")
        numbers = _NUMBERS.match(plain)
        if not numbers:
            continue
        first, second = int(numbers[1]), int(numbers[3])
        parted.add(numbers[2])
        if len(numbers[1]) == 4 or (first > 31 and numbers[4]):
            seen["ymd"] += 1
        elif first > 12 >= second:
            seen["dmy"] += 1
        elif second > 12 >= first:
            seen["mdy"] += 1
    best = max(seen, key=lambda name: seen[name])
    others = sum(seen.values()) - seen[best]
    if not seen[best]:
        return "dmy" if parted == {"."} else ""
    return best if others * 20 <= seen[best] else ""


def order_of_region(region: str) -> str:
    """The usual order of a country (ISO 3166, two letters): what to fall back on when a file does not show its own."""
    if not region:
        return ""
    if region.upper() in _MDY_REGIONS:
        return "mdy"
    return "ymd" if region.upper() in _YMD_REGIONS else "dmy"


def parse_timestamp(text: str, order: str = "") -> datetime | None:
    """The moment in ``text``, in UTC; a text that names no zone is taken as UTC, one without a time as midnight."""
    if len(text) == 23 and text.endswith(" UTC"):  # the spelling of large exports
        with suppress(ValueError):
            return datetime.fromisoformat(text[:19]).replace(tzinfo=UTC)
    plain = " ".join(text[:80].split()).strip(" \"'")
    clock = _CLOCK.search(plain)
    day = parse_partial(plain, order)
    if day is None or not (day.year and day.month and day.day):
        return None
    try:
        at = datetime(day.year, day.month, day.day, tzinfo=UTC)
        return _at_clock(at, clock) if clock and clock.start() else at
    except (ValueError, OverflowError):
        return None


def _at_clock(at: datetime, clock: re.Match[str]) -> datetime:
    hour = int(clock["h"])
    if clock["half"]:
        if not 1 <= hour <= 12:
            raise ValueError("no such hour")
        hour = hour % 12 + (12 if clock["half"][0] in "pP" else 0)
    fraction = int((clock["f"] or "0")[:6].ljust(6, "0"))
    zone: timezone = UTC
    if clock["zone"] and clock["zone"][-1].isdecimal():
        sign, digits = (
            re.sub(r"[UTCGM:]", "", clock["zone"].upper())[0],
            re.sub(r"\D", "", clock["zone"]),
        )
        offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        zone = timezone(-offset if sign == "-" else offset)
    stood = at.replace(
        hour=hour,
        minute=int(clock["m"]),
        second=int(clock["s"] or 0),
        microsecond=fraction,
        tzinfo=zone,
    )
    return stood.astimezone(UTC)


def yearly(month: int, day: int, year: int, *, leap_day_in_march: bool = False) -> date:
    """The day on which a yearly date falls in ``year``: 29 February is kept on the 28th in common years, or on 1 March.

    Raises ValueError for a month and day that no year has.
    """
    if (month, day) == (2, 29):
        try:
            return date(year, 2, 29)
        except ValueError:
            return date(year, 3, 1) if leap_day_in_march else date(year, 2, 28)
    return date(year, month, day)
