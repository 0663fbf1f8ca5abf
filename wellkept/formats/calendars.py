"""Reading iCalendar (RFC 5545): gatherings with their days, place, organizer and attendees. Pure; never raises.

Each event is cut out of the file and read on its own, so that one that is broken, or a time zone that nobody knows, costs no
other. Times are taken as the days they fall on where the event is; a moment given in UTC, where the reader is (``zone``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from wellkept.formats.emails import normal_email
from wellkept.formats.names import tidy
from wellkept.formats.person import Problem

MOST_EVENTS = 20_000  # of one file; the rest is reported
MOST_ATTENDEES = 5_000  # of one event
LONGEST_EVENT = 4_000_000  # characters: some carry their pictures with them
LONGEST_NOTES = 20_000
LONGEST_LINE = 1_000  # characters of a name, a place, an address
_FOLD = re.compile(r"\r?\n[ \t]")
_BEGIN, _END = re.compile(r"begin:vevent\s*$", re.IGNORECASE), re.compile(r"end:vevent\s*$", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z-]+")
_ZONE = re.compile(r';TZID=(?:"[^"]*"|[^;:]*)', re.IGNORECASE)
_READ = frozenset(
    str.split("UID SUMMARY LOCATION DTSTART DTEND DURATION DESCRIPTION URL ORGANIZER ATTENDEE STATUS RECURRENCE-ID")
)
_RULES = frozenset({"RRULE", "RDATE"})
_NO_PERSON = frozenset({"RESOURCE", "ROOM", "GROUP"})


@dataclass(frozen=True, slots=True)
class Attendee:
    """``name`` or ``email`` may be empty, never both."""

    name: str = ""
    email: str = ""
    declined: bool = False


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """``ends_on`` is its last day; ``recurrence`` names one day of a series that was moved; ``repeats``: only the first
    day of a rule is told."""

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


@dataclass(slots=True)
class CalendarFile:
    """A Problem's row is the number of the event in the file, from 1; 0 for the file itself."""

    events: list[CalendarEvent] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_calendar(data: bytes, *, zone: tzinfo = UTC) -> list[CalendarEvent]:
    """The events that could be read, in the order of the file."""
    return read_calendar_file(data, zone=zone).events


def read_calendar_file(data: bytes, *, zone: tzinfo = UTC) -> CalendarFile:
    """The events, and what could not be read and why."""
    read = CalendarFile()
    text = _FOLD.sub("", _text(data))
    if not re.search(r"^begin:v(?:calendar|event)\s*$", text, re.IGNORECASE | re.MULTILINE):
        read.problems.append(Problem(0, "", "this is no calendar file (.ics)"))
        return read
    for number, block in enumerate(_blocks(text), start=1):
        if number > MOST_EVENTS:
            read.problems.append(Problem(0, "", f"only the first {MOST_EVENTS} events were read"))
            break
        told = _event(block, zone)
        if isinstance(told, str):
            read.problems.append(Problem(number, "", told))
        else:
            read.events.append(told)
    if not read.events and not read.problems:
        read.problems.append(Problem(0, "", "there is no event in this calendar"))
    return read


def _text(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", "cp1252"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    return data.decode("latin-1")


@dataclass(slots=True)
class _Block:
    """The lines of one event that are read; ``rule``: it had one of repeating."""

    lines: list[str] = field(default_factory=list)
    rule: bool = False
    within: int = 0  # components inside, such as alarms, which have words of their own

    def take(self, line: str) -> None:
        named = _NAME.match(line)
        name = named[0].upper() if named else ""
        if name in ("BEGIN", "END"):
            self.within = max(0, self.within + (1 if name == "BEGIN" else -1))
        elif not self.within and name in _READ:
            self.lines.append(_ZONE.sub("", line, count=1) if name[0] in "DR" else line)
        elif not self.within and name in _RULES:
            self.rule = True


def _blocks(text: str) -> Iterator[_Block]:
    """What stands from BEGIN:VEVENT to its END, lines unfolded. One that never ends goes as far as the next begins."""
    block: _Block | None = None
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if _BEGIN.match(line):
            if block:
                yield block
            block = _Block()
        elif block and _END.match(line):
            yield block
            block = None
        elif block:
            block.take(line)
    if block:
        yield block


def _event(block: _Block, zone: tzinfo) -> CalendarEvent | str:
    """The event, or why it is none."""
    from icalendar import Event

    if sum(map(len, block.lines)) > LONGEST_EVENT:
        return "the event is too large"
    try:
        component = Event.from_ical("\r\n".join(["BEGIN:VEVENT", *block.lines, "END:VEVENT", ""]))
        return _read(component, zone, repeats=block.rule)
    except Exception as error:  # noqa: BLE001 - other people's files: the library's errors are of many kinds
        return f"the event could not be read: {type(error).__name__}"


def _read(component: Any, zone: tzinfo, *, repeats: bool) -> CalendarEvent | str:
    starts = _value(component, "DTSTART")
    if not isinstance(starts, date):
        return "the event has no date"
    first = _day(starts, zone)
    organizer = next(_people(component, "ORGANIZER"), None)
    return CalendarEvent(
        uid=_line(component, "UID"),
        name=_line(component, "SUMMARY"),
        starts_on=first,
        ends_on=max(first, _last_day(component, starts, zone)),
        place=_line(component, "LOCATION"),
        url=_web_page(component),
        notes=_words(component, "DESCRIPTION")[:LONGEST_NOTES],
        organizer=organizer,
        attendees=tuple(_once(_people(component, "ATTENDEE"))),
        recurrence=_recurrence(component, zone),
        repeats=repeats,
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


def _recurrence(component: Any, zone: tzinfo) -> str:
    moved = _value(component, "RECURRENCE-ID")
    return _day(moved, zone).isoformat() if isinstance(moved, date) else ""


def _web_page(component: Any) -> str:
    address = _line(component, "URL")
    return address if re.match(r"https?://[^\s]+$", address, re.IGNORECASE) and len(address) <= 500 else ""


def _people(component: Any, name: str) -> Iterator[Attendee]:
    found = component.get(name)
    rows = found if isinstance(found, list) else [] if found is None else [found]
    for row in rows[:MOST_ATTENDEES]:
        told = getattr(row, "params", {})
        if str(told.get("CUTYPE", "")).upper() in _NO_PERSON:
            continue
        email = normal_email(str(row)) or normal_email(str(told.get("EMAIL", "")))
        named = tidy(str(told.get("CN", ""))[:LONGEST_LINE]).strip("'\"")
        if normal_email(named):
            email, named = email or normal_email(named), ""
        if email or named:
            yield Attendee(named, email, str(told.get("PARTSTAT", "")).upper() == "DECLINED")


def _once(people: Iterator[Attendee]) -> Iterator[Attendee]:
    seen: set[str] = set()
    for one in people:
        key = one.email or one.name
        if key not in seen:
            seen.add(key)
            yield one
