"""Reading iCalendar (RFC 5545): gatherings with their days, place, organizer and attendees. Pure; never raises.

Each event is cut out of the file and read on its own, so that one that is broken, or a time zone that nobody knows, costs no
other. Times are taken as the days they fall on where the event is; a moment given in UTC, where the reader is (``zone``).
Of what repeats the days near a given one are told; a day that the file tells of by itself is left to that event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from wellkept.formats.invited import Attendee, BrokenLine, Invited, read_invited
from wellkept.formats.names import tidy
from wellkept.formats.occurrences import Clock, Days, occurrences, zone_named
from wellkept.formats.person import Problem
from wellkept.formats.repeating import Purse

__all__ = ["Attendee", "CalendarEvent", "CalendarFile", "on_day", "read_calendar", "read_calendar_file"]

MOST_EVENTS = 20_000  # of one file; the rest is reported
MOST_DAYS = 1_500_000  # looked at for all that repeats in one file; the rest is reported
MOST_BROKEN = 200  # lines that are shown
LONGEST_EVENT = 4_000_000  # characters: some carry their pictures with them
LONGEST_NOTES = 20_000
LONGEST_LINE = 1_000  # characters of a name, a place, an address
_BEGIN, _END = re.compile(r"begin:vevent\s*$", re.IGNORECASE), re.compile(r"end:vevent\s*$", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z-]+")
_ZONE = re.compile(r';TZID=("[^"]*"|[^;:]*)', re.IGNORECASE)
_READ = frozenset(str.split("UID SUMMARY LOCATION DTSTART DTEND DURATION DESCRIPTION URL STATUS RECURRENCE-ID"))
_PEOPLE = frozenset({"ORGANIZER", "ATTENDEE"})
_RULES = frozenset({"RRULE", "RDATE", "EXRULE", "EXDATE"})


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """``ends_on`` is its last day. ``recurrence`` names the day of a series that this one is, '' for the first.

    ``repeats``: it is a series. ``days`` are those near the day that was asked about, where any are known; ``more``: others
    follow; ``why`` (in English): why only its first day is known."""

    uid: str
    name: str
    starts_on: date
    ends_on: date
    place: str = ""
    url: str = ""
    notes: str = ""
    organizer: Attendee | None = None
    attendees: tuple[Attendee, ...] = ()
    recurrence: str = ""
    repeats: bool = False
    cancelled: bool = False
    all_day: bool = False
    days: tuple[date, ...] = ()
    more: bool = False
    why: str = ""


@dataclass(slots=True)
class CalendarFile:
    """A Problem's row is the number of the event in the file, from 1; 0 for the file itself. ``broken``: lines that name
    somebody and break the rules; ``more_broken``: how many more there are."""

    events: list[CalendarEvent] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    broken: list[BrokenLine] = field(default_factory=list)
    more_broken: int = 0


def on_day(event: CalendarEvent, day: date) -> CalendarEvent:
    """The occurrence of a series on this day."""
    if day == event.starts_on:
        return event
    ends = date.fromordinal(min(day.toordinal() + (event.ends_on - event.starts_on).days, date.max.toordinal()))
    return replace(event, starts_on=day, ends_on=ends, recurrence=day.isoformat())


def read_calendar(data: bytes, *, zone: tzinfo = UTC) -> list[CalendarEvent]:
    """The events that could be read, in the order of the file."""
    return read_calendar_file(data, zone=zone).events


def read_calendar_file(data: bytes, *, zone: tzinfo = UTC, around: date | None = None) -> CalendarFile:
    """The events, and what could not be read and why. ``around``: the day near which the days of a series are wanted."""
    read = CalendarFile()
    text = _text(data).replace("\r\n", "\n").replace("\r", "\n")
    if not re.search(r"^begin:v(?:calendar|event)[ \t]*$", text, re.IGNORECASE | re.MULTILINE):
        read.problems.append(Problem(0, "", "this is no calendar file (.ics)"))
        return read
    series = list[tuple[int, _Block]]()
    for number, block in enumerate(_blocks(text), start=1):
        if number > MOST_EVENTS:
            read.problems.append(Problem(0, "", f"only the first {MOST_EVENTS} events were read"))
            break
        event = _take(block, number, zone, read)
        if event is not None and event.repeats:
            series.append((len(read.events) - 1, block))
    if around is not None:
        _spread(read, series, zone, around)
    if not read.events and not read.problems:
        read.problems.append(Problem(0, "", "there is no event in this calendar"))
    return read


def _take(block: _Block, number: int, zone: tzinfo, read: CalendarFile) -> CalendarEvent | None:
    invited = read_invited(block.people)
    told = _event(block, zone, invited)
    if isinstance(told, str):
        read.problems.append(Problem(number, "", told))
        return None
    read.events.append(told)
    for line in invited.broken:
        if len(read.broken) < MOST_BROKEN:
            read.broken.append(replace(line, event=told.name))
        else:
            read.more_broken += 1
    if invited.left_out:
        read.problems.append(Problem(number, "ATTENDEE", f"{invited.left_out} more are invited than are read"))
    return told


def _spread(read: CalendarFile, series: list[tuple[int, _Block]], zone: tzinfo, around: date) -> None:
    """The days of each series. Those that are told by themselves (moved, or cancelled) are left out of it."""
    alone: dict[str, set[str]] = {}
    for event in read.events:
        if event.recurrence:
            alone.setdefault(event.uid, set()).add(event.recurrence)
    purse = Purse(MOST_DAYS)
    for place, block in series:
        event = read.events[place]
        clock = Clock(block.starts or event.starts_on, zone_named(block.zone) if block.zone else None, zone)
        found = occurrences(block.rules, clock, around=around, purse=purse)
        own = alone.get(event.uid, set()) if event.uid else set()
        days = tuple(day for day in found.days if day.isoformat() not in own)
        why = found.why or ("" if days else _none_left(found))
        read.events[place] = replace(event, days=days, more=found.more, why=why)


def _none_left(found: Days) -> str:
    return "each of its days stands by itself" if found.days else "none of its days is left"


def _text(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", "cp1252"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    return data.decode("latin-1")


@dataclass(slots=True)
class _Block:
    """The lines of one event that are read, and the number in the file of those that name somebody."""

    lines: list[str] = field(default_factory=list)
    people: list[tuple[int, str]] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    zone: str = ""  # that DTSTART is written in
    starts: date | None = None  # DTSTART as it was read
    size: int = 0
    within: int = 0  # components inside, such as alarms, which have words of their own

    def take(self, number: int, line: str) -> None:
        named = _NAME.match(line)
        name = named[0].upper() if named else ""
        if name in ("BEGIN", "END"):
            self.within = max(0, self.within + (1 if name == "BEGIN" else -1))
            return
        if self.within or name not in _READ | _PEOPLE | _RULES:
            return
        self.size += len(line)
        if name in _PEOPLE:
            self.people.append((number, line))
        elif name in _RULES:
            self.rules.append(line)
        else:
            if name == "DTSTART" and (zone := _ZONE.search(line.partition(":")[0])):
                self.zone = zone[1]
            self.lines.append(_ZONE.sub("", line, count=1) if name[0] in "DR" else line)


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Each line with its number in the file; a line that begins with a blank goes on with the one before."""
    number, pieces = 1, list[str]()
    for place, line in enumerate(text.split("\n"), start=1):
        if pieces and line[:1] in (" ", "\t"):
            pieces.append(line[1:])
            continue
        if pieces:
            yield number, "".join(pieces)
        number, pieces = place, [line]
    yield number, "".join(pieces)


def _blocks(text: str) -> Iterator[_Block]:
    """What stands from BEGIN:VEVENT to its END. One that never ends goes as far as the next begins."""
    block: _Block | None = None
    for number, line in _unfolded(text):
        if _BEGIN.match(line):
            if block:
                yield block
            block = _Block()
        elif block and _END.match(line):
            yield block
            block = None
        elif block:
            block.take(number, line)
    if block:
        yield block


def _event(block: _Block, zone: tzinfo, invited: Invited) -> CalendarEvent | str:
    """The event, or why it is none."""
    from icalendar import Event

    if block.size > LONGEST_EVENT:
        return "the event is too large"
    try:
        component = Event.from_ical("\r\n".join(["BEGIN:VEVENT", *block.lines, "END:VEVENT", ""]))
        return _read(component, zone, block, invited)
    except Exception as error:  # noqa: BLE001 - other people's files: the library's errors are of many kinds
        return f"the event could not be read: {type(error).__name__}"


def _read(component: Any, zone: tzinfo, block: _Block, invited: Invited) -> CalendarEvent | str:
    starts = _value(component, "DTSTART")
    if not isinstance(starts, date):
        return "the event has no date"
    block.starts = starts
    first, recurrence = _day(starts, zone), _recurrence(component, zone, block)
    return CalendarEvent(
        uid=_line(component, "UID"),
        name=_line(component, "SUMMARY"),
        starts_on=first,
        ends_on=max(first, _last_day(component, starts, zone)),
        place=_line(component, "LOCATION"),
        url=_web_page(component),
        notes=_words(component, "DESCRIPTION")[:LONGEST_NOTES],
        organizer=invited.organizer,
        attendees=tuple(invited.attendees),
        recurrence=recurrence,
        repeats=any(line[:2].upper() != "EX" for line in block.rules) and not recurrence,
        cancelled=_line(component, "STATUS").upper() == "CANCELLED",
        all_day=not isinstance(starts, datetime),
    )


def _first(component: Any, name: str) -> Any:
    found = component.get(name)
    return found[0] if isinstance(found, list) and found else found


def _value(component: Any, name: str) -> Any:
    """A date, a moment or a span; None where there is none, or a broken one."""
    with suppress(Exception):
        return getattr(_first(component, name), "dt", None)
    return None


def _words(component: Any, name: str) -> str:
    found = _first(component, name)
    return "" if found is None else str(found).replace("\r\n", "\n").replace("\x00", "").strip()


def _line(component: Any, name: str) -> str:
    return tidy(_words(component, name)[:LONGEST_LINE])


def _day(moment: date, zone: tzinfo) -> date:
    if not isinstance(moment, datetime):
        return moment
    if moment.tzinfo is not None and str(moment.tzinfo) in ("UTC", "Z", "GMT"):
        with suppress(OverflowError):
            return moment.astimezone(zone).date()
    return moment.date()


def _last_day(component: Any, starts: date, zone: tzinfo) -> date:
    """DTEND is the first moment after it; an end at midnight belongs to the day before."""
    ends = _value(component, "DTEND")
    if not isinstance(ends, date):
        span = _value(component, "DURATION")
        if not isinstance(span, timedelta):
            return _day(starts, zone)
        with suppress(OverflowError):
            ends = starts + span
    if not isinstance(ends, date):
        return _day(starts, zone)
    if not isinstance(ends, datetime):
        return ends - timedelta(days=1) if ends > date.min else ends
    last = _day(ends, zone)
    local = ends.astimezone(zone) if str(ends.tzinfo) in ("UTC", "Z", "GMT") else ends
    return last - timedelta(days=1) if local.time() == time.min and last > date.min else last


def _recurrence(component: Any, zone: tzinfo, block: _Block) -> str:
    """The day of the series that this one is, on the clock on which the series is told."""
    moved = _value(component, "RECURRENCE-ID")
    if not isinstance(moved, date):
        return ""
    local = block.starts is not None and not getattr(block.starts, "tzinfo", None)
    if local and block.zone and isinstance(moved, datetime) and moved.tzinfo is not None:
        with suppress(OverflowError):
            return moved.astimezone(zone_named(block.zone) or zone).date().isoformat()
    return _day(moved, zone).isoformat()


def _web_page(component: Any) -> str:
    address = _line(component, "URL")
    return address if re.match(r"https?://[^\s]+$", address, re.IGNORECASE) and len(address) <= 500 else ""
