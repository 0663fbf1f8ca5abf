"""When a reminder goes out, in a zone whose clock jumps. Pure: values in, values out.

A time that the clock skips is the first moment after the gap; one that comes twice is the first of the two; a day that a
zone left out (Samoa, 30 December 2011) has none. What falls into the quiet hours waits for their end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

DAY = timedelta(days=1)
LOOK = 10  # days: longer than from one weekday to the next


@dataclass(frozen=True, slots=True)
class Timetable:
    """``days``: 0 Monday … 6 Sunday. Quiet from one time of day until another, past midnight too; both None for never.
    ``paused_until`` is the first day that counts again."""

    zone: tzinfo
    days: frozenset[int]
    at: time
    quiet_from: time | None = None
    quiet_until: time | None = None
    paused_until: date | None = field(default=None)


class Moment(NamedTuple):
    """``on`` is the day the reminder is for, ``at`` when it goes (UTC)."""

    on: date
    at: datetime


def first_instant(day: date, at: time, zone: tzinfo) -> datetime | None:
    """When the clock of the zone first shows this time on this day, or has gone past it; None for a day that never was."""
    wall = datetime.combine(day, at)
    early = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if _wall(early, zone) == wall:
        return early
    jump = _jump(wall.replace(tzinfo=zone, fold=1).astimezone(UTC), early, zone)
    return jump if _wall(jump - timedelta(seconds=1), zone).date() >= day or _wall(jump, zone).date() <= day else None


def is_quiet(at: time, table: Timetable) -> bool:
    start, end = table.quiet_from, table.quiet_until
    if start is None or end is None or start == end:
        return False
    return start <= at < end if start < end else at >= start or at < end


def after_quiet(moment: datetime, table: Timetable) -> datetime:
    """The moment itself, or the end of the quiet hours that it falls into."""
    while table.quiet_until is not None and is_quiet(_wall(moment, table.zone).time(), table):
        day = _wall(moment, table.zone).date()
        ends = [_end(day + DAY * offset, table.quiet_until, table.zone, moment) for offset in range(4)]
        later = [end for end in ends if end is not None]
        if not later:
            break
        moment = later[0]
    return moment


def moment_of(day: date, table: Timetable) -> Moment | None:
    """The moment for this day; None on days without one."""
    if day.weekday() not in table.days or (table.paused_until is not None and day < table.paused_until):
        return None
    instant = first_instant(day, table.at, table.zone)
    return None if instant is None else Moment(day, after_quiet(instant, table))


def next_moment(table: Timetable, now: datetime) -> Moment | None:
    """The first moment after ``now``; None where no day is chosen."""
    today = _wall(now, table.zone).date() - DAY
    start = max(today, table.paused_until or today)
    return next((found for found in _moments(start, LOOK + 4, table) if found.at > now), None)


def due(table: Timetable, now: datetime, *, since: datetime, last: date | None = None) -> Moment | None:
    """The latest moment that has come, after ``since`` and for a later day than ``last``. However many were missed, it is one."""
    today = _wall(now, table.zone).date()
    passed = [found for found in _moments(today - DAY * LOOK, LOOK + 2, table) if found.at <= now]
    if not passed or passed[-1].at <= since or (last is not None and passed[-1].on <= last):
        return None
    return passed[-1]


def _moments(start: date, days: int, table: Timetable) -> Iterator[Moment]:
    for offset in range(days):
        found = moment_of(start + DAY * offset, table)
        if found is not None:
            yield found


def _end(day: date, at: time, zone: tzinfo, after: datetime) -> datetime | None:
    """When it is this time after a moment: the second of two where the first is past."""
    first = first_instant(day, at, zone)
    if first is not None and first > after:
        return first
    second = datetime.combine(day, at, zone).replace(fold=1).astimezone(UTC)
    return second if second > after and _wall(second, zone) == datetime.combine(day, at) else None


def _jump(before: datetime, after: datetime, zone: tzinfo) -> datetime:
    """The first whole second between the two from which the later offset holds."""
    low, high = sorted((before, after))
    offset = high.astimezone(zone).utcoffset()
    low -= timedelta(seconds=1)
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=int((high - low).total_seconds()) // 2)
        if middle.astimezone(zone).utcoffset() == offset:
            high = middle
        else:
            low = middle
    return high


def _wall(moment: datetime, zone: tzinfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)
