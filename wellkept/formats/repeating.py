"""Rules of repeating (RFC 5545, 3.3.10), as days. Pure.

Rules come out of other people's files: each day that is looked at is paid for out of a purse, so that none of them,
whatever it says, takes longer than its purse lasts.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
_WITHIN_A_DAY = ("HOURLY", "MINUTELY", "SECONDLY")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_TIME = {"BYHOUR": (0, 23), "BYMINUTE": (0, 59), "BYSECOND": (0, 60)}
_BY = {"BYMONTH": (1, 12), "BYMONTHDAY": (-31, 31), "BYYEARDAY": (-366, 366), "BYWEEKNO": (-53, 53), "BYSETPOS": (-366, 366)}  # fmt: skip
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"(\d{8})(?:T(\d{6})Z?)?")
MOST = 10_000  # of a COUNT and an INTERVAL


class NotUnderstood(ValueError):
    """The rule is broken, or says more than days."""


class Spent(Exception):
    """The purse is empty."""


@dataclass(slots=True)
class Purse:
    left: int

    def pay(self, days: int) -> None:
        self.left -= days
        if self.left < 0:
            raise Spent


@dataclass(frozen=True, slots=True)
class Rule:
    """``until`` is as it was written (20261231T225959Z). ``by_day``: (ordinal or 0, weekday from Monday, 0)."""

    frequency: str
    interval: int = 1
    count: int = 0
    until: str = ""
    week_start: int = 0
    months: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    year_days: frozenset[int] = frozenset()
    weeks: frozenset[int] = frozenset()
    places: frozenset[int] = frozenset()
    by_day: frozenset[tuple[int, int]] = frozenset()


def parse_rule(text: str) -> Rule:
    """Raises NotUnderstood, with a reason in English."""
    parts = dict[str, str]()
    for part in "".join(text.split()).rstrip(";").split(";"):
        name, equals, value = part.partition("=")
        if not equals:
            raise NotUnderstood("it is broken")
        parts[name.upper()] = value.upper()
    frequency = parts.pop("FREQ", "")
    if frequency in _WITHIN_A_DAY:
        raise NotUnderstood("it repeats within a day")
    if frequency not in FREQUENCIES:
        raise NotUnderstood("it is broken")
    for name, (least, most) in _BY_TIME.items():
        if len(_numbers(parts.pop(name, ""), least, most)) > 1:
            raise NotUnderstood("it repeats within a day")
    until = parts.pop("UNTIL", "")
    week_start = parts.pop("WKST", "MO")
    if (until and not _UNTIL.fullmatch(until)) or week_start not in _WEEKDAYS:
        raise NotUnderstood("it is broken")
    rule = Rule(
        frequency,
        interval=_number(parts.pop("INTERVAL", "1")),
        count=_number(parts.pop("COUNT")) if "COUNT" in parts else 0,
        until=until,
        week_start=_WEEKDAYS.index(week_start),
        by_day=_by_day(parts.pop("BYDAY", "")),
        **{_COLUMN[name]: frozenset(_numbers(parts.pop(name, ""), *span)) for name, span in _BY.items()},
    )
    if any(not name.startswith("X-") for name in parts):
        raise NotUnderstood("it says more than we understand")
    return rule


_COLUMN = {"BYMONTH": "months", "BYMONTHDAY": "month_days", "BYYEARDAY": "year_days", "BYWEEKNO": "weeks", "BYSETPOS": "places"}  # fmt: skip


def _number(text: str) -> int:
    if not re.fullmatch(r"\+?\d{1,9}", text) or not int(text):
        raise NotUnderstood("it is broken")
    return min(int(text), MOST)


def _numbers(text: str, least: int, most: int) -> list[int]:
    found = text.split(",")[:800] if text else []
    if any(not re.fullmatch(r"[+-]?\d{1,3}", one) or not least <= int(one) <= most for one in found):
        raise NotUnderstood("it is broken")
    if least < 0 and any(int(one) == 0 for one in found):
        raise NotUnderstood("it is broken")
    return [int(one) for one in found]


def _by_day(text: str) -> frozenset[tuple[int, int]]:
    found = [_DAY.fullmatch(one) for one in text.split(",")[:400]] if text else []
    if any(one is None or (one[1] and int(one[1]) == 0) for one in found):
        raise NotUnderstood("it is broken")
    return frozenset((int(one[1] or 0), _WEEKDAYS.index(one[2])) for one in found if one)


def days_of(rule: Rule, first: date, *, near: date, purse: Purse, last: date = date.max) -> Iterator[date]:
    """The days of a rule from ``first`` on, which is the first of them; where they are not counted, those long before ``near``
    may be left out, and those after ``last``. Goes on as long as the purse and the calendar last; raises Spent."""
    rule = _with_defaults(rule, first)
    number = 0 if rule.count else _skipped(rule, first, near)
    if number == 0:
        yield first
    counted = 1
    while True:
        period = _period(rule, first, number * rule.interval)
        if period is None or period[0] > last:
            return
        if rule.count and counted >= rule.count:
            return
        for day in _in_period(rule, period, purse):
            if day <= first:
                continue
            if rule.count and counted >= rule.count:
                return
            counted += 1
            yield day
        number += 1


def _with_defaults(rule: Rule, first: date) -> Rule:
    """What a rule leaves open is as it is on the first day."""
    if rule.weeks or rule.year_days or rule.month_days or rule.by_day:
        return rule
    if rule.frequency == "YEARLY":
        months = rule.months or frozenset({first.month})
        return replace(rule, months=months, month_days=frozenset({first.day}))
    if rule.frequency == "MONTHLY":
        return replace(rule, month_days=frozenset({first.day}))
    if rule.frequency == "WEEKLY":
        return replace(rule, by_day=frozenset({(0, first.weekday())}))
    return rule


def _skipped(rule: Rule, first: date, near: date) -> int:
    """How many periods may be left out: all but those of the last ten years of a rule of years, of some two years of others."""
    if near <= first:
        return 0
    long = {
        "YEARLY": near.year - first.year - 10,
        "MONTHLY": (near.year - first.year) * 12 + near.month - first.month - 24,
        "WEEKLY": (near - first).days // 7 - 53,
        "DAILY": (near - first).days - 370,
    }[rule.frequency]
    return max(0, long // rule.interval)


def _period(rule: Rule, first: date, number: int) -> tuple[date, date] | None:
    """First and last day of the period that is so many years, months, weeks or days after the one of ``first``; None where
    the calendar ends."""
    try:
        if rule.frequency == "YEARLY":
            return date(first.year + number, 1, 1), date(first.year + number, 12, 31)
        if rule.frequency == "MONTHLY":
            year, month = divmod(first.year * 12 + first.month - 1 + number, 12)
            return date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1])
        if rule.frequency == "WEEKLY":
            begin = first - timedelta(days=(first.weekday() - rule.week_start) % 7) + timedelta(weeks=number)
            return begin, begin + timedelta(days=6)
        return first + timedelta(days=number), first + timedelta(days=number)
    except (ValueError, OverflowError):
        return None


def _in_period(rule: Rule, period: tuple[date, date], purse: Purse) -> list[date]:
    days = [day for day in _candidates(rule, period, purse) if _fits(rule, day)]
    if not rule.places:
        return days
    return sorted({days[place - 1 if place > 0 else place] for place in rule.places if abs(place) <= len(days)})


def _candidates(rule: Rule, period: tuple[date, date], purse: Purse) -> Iterator[date]:
    """The days of the period, of a year those of its months alone."""
    begin, end = period
    if rule.frequency == "YEARLY" and rule.months:
        for month in sorted(rule.months):
            last = monthrange(begin.year, month)[1]
            only = rule.month_days if min(rule.month_days, default=-1) > 0 else frozenset(range(1, last + 1))
            purse.pay(1 + len(only))
            yield from (date(begin.year, month, day) for day in sorted(only) if day <= last)
        return
    purse.pay((end - begin).days + 1)
    day = begin.toordinal()
    yield from map(date.fromordinal, range(day, end.toordinal() + 1))


def _fits(rule: Rule, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    if rule.month_days and not _either(rule.month_days, day.day, monthrange(day.year, day.month)[1]):
        return False
    if rule.year_days and not _either(rule.year_days, day.timetuple().tm_yday, 366 if isleap(day.year) else 365):
        return False
    if rule.weeks and not _either(rule.weeks, *_week(day, rule.week_start)):
        return False
    return not rule.by_day or any(_is(ordinal, weekday, rule, day) for ordinal, weekday in rule.by_day)


def _either(wanted: frozenset[int], number: int, last: int) -> bool:
    """Counted from the beginning or from the end."""
    return number in wanted or number - last - 1 in wanted


def _is(ordinal: int, weekday: int, rule: Rule, day: date) -> bool:
    if day.weekday() != weekday:
        return False
    if not ordinal or rule.frequency not in ("YEARLY", "MONTHLY"):
        return True
    if rule.frequency == "YEARLY" and not rule.months:
        at, last = day.timetuple().tm_yday, 366 if isleap(day.year) else 365
    else:
        at, last = day.day, monthrange(day.year, day.month)[1]
    return ordinal == ((at - 1) // 7 + 1 if ordinal > 0 else -((last - at) // 7 + 1))


def _week(day: date, week_start: int) -> tuple[int, int]:
    """The number of its week and of the last week of that year; the first is the one with four days in the year."""
    middle = day - timedelta(days=(day.weekday() - week_start) % 7) + timedelta(days=3)
    number = (middle.timetuple().tm_yday - 1) // 7 + 1
    left = (date(middle.year, 12, 31) - middle).days
    return number, number + left // 7
