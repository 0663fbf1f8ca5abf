"""On which days something repeats (RFC 5545, 3.8.5): its rules, the days added to them and those taken out. Pure; never raises."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from heapq import merge
from zoneinfo import ZoneInfo

from wellkept.formats.repeating import NotUnderstood, Purse, Spent, days_of, parse_rule

BEFORE, AFTER = 4, 12  # so many days of a series are told, before the day that is asked about and from it on
HORIZON = timedelta(days=3_700)  # nothing is looked for later than this
MOST_DAYS = 150_000  # looked at for one series
EARLIEST, LATEST = date(1900, 1, 1), date(2200, 1, 1)
_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?")


@dataclass(frozen=True, slots=True)
class Days:
    """The days nearest to the one asked about, its first day among them where it is near. ``more``: others follow.
    ``why``: in English, why no more than the first day is known."""

    days: tuple[date, ...] = ()
    more: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """When something begins, and where: its first moment, the zone that was written with it (None: not known, or it needs
    none), and the zone of the reader."""

    starts: date
    there: tzinfo | None
    here: tzinfo

    @property
    def first(self) -> date:
        return self.starts.date() if isinstance(self.starts, datetime) else self.starts

    @property
    def in_utc(self) -> bool:
        return isinstance(self.starts, datetime) and self.starts.tzinfo is not None

    def read(self, text: str) -> date | None:
        """A day or moment as it is written, on the clock of the series: without a zone, or in UTC where it begins in UTC."""
        found = _MOMENT.match(text.strip())
        if not found:
            return None
        with suppress(ValueError, OverflowError):
            day = date(*map(int, found.groups()[:3]))
            if found[4] is None:
                return day
            hour, minute, second = (min(int(one), 59) for one in found.groups()[3:6])
            moment = datetime.combine(day, time(hour, minute, second))
            if found[7] is None or self.in_utc:
                return moment
            return moment.replace(tzinfo=UTC).astimezone(self.there or self.here).replace(tzinfo=None)
        return None

    def shown(self, day: date) -> date:
        """The day on which the occurrence of this day falls for the reader."""
        if not self.in_utc or not isinstance(self.starts, datetime):
            return day
        with suppress(OverflowError):
            return datetime.combine(day, self.starts.time(), tzinfo=UTC).astimezone(self.here).date()
        return day

    def not_after(self, day: date, until: date) -> bool:
        if isinstance(until, datetime) and isinstance(self.starts, datetime):
            return datetime.combine(day, self.starts.time()) <= until
        return day <= (until.date() if isinstance(until, datetime) else until)


def zone_named(name: str) -> tzinfo | None:
    """A time zone by its name, also as Windows calls it; None for one that a file made up."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    name = name.strip().strip('"')
    for one in (name, WINDOWS_TO_OLSON.get(name, ""), "/".join(name.split("/")[-2:])):
        if one and not one.startswith(("/", ".")):
            with suppress(Exception):
                return ZoneInfo(one)
    return None


def occurrences(lines: Sequence[str], clock: Clock, *, around: date, purse: Purse) -> Days:
    """``lines``: the RRULE, RDATE, EXRULE and EXDATE lines, unfolded."""
    if not EARLIEST <= clock.first <= LATEST:
        return Days()
    said: dict[str, list[str]] = {"RRULE": [], "RDATE": [], "EXRULE": [], "EXDATE": []}
    for line in lines:
        head, _colon, value = line.partition(":")
        said[re.split(r"[;\s]", head, maxsplit=1)[0].upper()].append(value)
    own = Purse(min(MOST_DAYS, purse.left))
    before = own.left
    try:
        return _around(said, clock, around, own)
    except NotUnderstood as reason:
        return Days(why=str(reason))
    except Spent:
        return Days(why="it takes too long to work out")
    finally:
        purse.left -= before - max(0, own.left)


def _around(said: dict[str, list[str]], clock: Clock, around: date, purse: Purse) -> Days:
    if said["EXRULE"]:
        raise NotUnderstood("it has exceptions by a rule")
    gone = set(_written(said["EXDATE"], clock))
    past, coming = deque[date](maxlen=BEFORE), list[date]()
    last = around + HORIZON
    added = sorted({clock.first, *_written(said["RDATE"], clock)})
    try:
        for day in _once(merge(added, _by_rules(said["RRULE"], clock, around, purse))):
            if day > last:
                break
            if day in gone:
                continue
            if clock.shown(day) < around:
                past.append(day)
            elif len(coming) == AFTER:
                return Days(_shown(clock, past, coming), more=True)
            else:
                coming.append(day)
    except Spent:
        if len(past) + len(coming) < 2:
            raise
        return Days(_shown(clock, past, coming), more=True)
    return Days(_shown(clock, past, coming))


def _shown(clock: Clock, *parts: Iterable[date]) -> tuple[date, ...]:
    return tuple(dict.fromkeys(clock.shown(day) for part in parts for day in part))


def _by_rules(texts: Sequence[str], clock: Clock, around: date, purse: Purse) -> Iterator[date]:
    """The days of all rules, in order; those broken are refused before the first day."""
    rules = [parse_rule(text) for text in texts[:10]]
    near, last = around - timedelta(days=1), around + HORIZON

    def days(place: int) -> Iterator[date]:
        rule = rules[place]
        until = clock.read(rule.until) if rule.until else None
        since = min(near, until.date() if isinstance(until, datetime) else until) if until else near
        for day in days_of(rule, clock.first, near=since, purse=purse, last=last):
            if day > last or (until is not None and not clock.not_after(day, until)):
                return
            yield day

    return merge(*(days(place) for place in range(len(rules))))


def _once(days: Iterable[date]) -> Iterator[date]:
    before: date | None = None
    for day in days:
        if day != before:
            yield day
        before = day


def _written(values: Iterable[str], clock: Clock) -> Iterator[date]:
    """The days of lists of days, moments and periods; of a period its beginning."""
    for value in values:
        for one in value.split(",")[:5_000]:
            found = clock.read(one)
            if found is not None:
                yield found.date() if isinstance(found, datetime) else found
