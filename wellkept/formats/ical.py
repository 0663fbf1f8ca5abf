"""Writing iCalendar (RFC 5545, with the calendar's properties of RFC 7986): all-day entries, nothing else. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

MOST_OCTETS = 75  # of a line, without its end (RFC 5545, 3.1)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True)
class AllDay:
    """One VEVENT. ``changed`` is the moment of its last change, ``sequence`` how many there were; ``rule`` an RRULE."""

    uid: str
    on: date
    summary: str
    changed: datetime
    sequence: int = 0
    rule: str = ""
    description: str = ""
    address: str = ""
    category: str = ""


def calendar(*, name: str, uid: str, product: str, refresh: str, changed: datetime, entries: Iterable[AllDay]) -> bytes:
    """The whole file. ``refresh`` is a duration ('PT6H') after which a client should ask again."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{text(product)}",
        "CALSCALE:GREGORIAN",
        f"UID:{text(uid)}",
        f"NAME:{text(name)}",
        f"X-WR-CALNAME:{text(name)}",
        f"LAST-MODIFIED:{moment(changed)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{refresh}",
        f"X-PUBLISHED-TTL:{refresh}",
    ]
    for entry in entries:
        lines.extend(_event(entry))
    lines.append("END:VCALENDAR")
    return "".join(f"{fold(line)}\r\n" for line in lines).encode()


def _event(entry: AllDay) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{text(entry.uid)}"
    yield f"DTSTAMP:{moment(entry.changed)}"  # without a METHOD it is the last revision (3.8.7.2)
    yield f"LAST-MODIFIED:{moment(entry.changed)}"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"DTSTART;VALUE=DATE:{entry.on:%Y%m%d}"
    if entry.on < date.max:
        yield f"DTEND;VALUE=DATE:{entry.on + timedelta(days=1):%Y%m%d}"
    if entry.rule:
        yield f"RRULE:{entry.rule}"
    yield f"SUMMARY:{text(entry.summary)}"
    if entry.description:
        yield f"DESCRIPTION:{text(entry.description)}"
    if entry.address:
        yield f"URL:{uri(entry.address)}"
    if entry.category:
        yield f"CATEGORIES:{text(entry.category)}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def text(value: str) -> str:
    """A TEXT value (3.3.11): escaped, on one line, without control characters."""
    clean = _CONTROLS.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    return clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def uri(value: str) -> str:
    return re.sub(r"\s", "", _CONTROLS.sub("", value))


def moment(at: datetime) -> str:
    """A date-time in UTC (3.3.5, form 2)."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def fold(line: str) -> str:
    """At most 75 octets a line, no character torn apart (3.1)."""
    pieces: list[str] = []
    piece, size = "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > MOST_OCTETS:
            pieces.append(piece)
            piece, size = "", 1  # the blank that the next line begins with counts
        piece += sign
        size += octets
    return "\r\n ".join([*pieces, piece])


def yearly(month: int, day: int, *, leap: str = "02-28") -> str:
    """The RRULE of a date that comes every year. 29 February falls on ``leap`` in other years: the last day of February
    (02-28), or the sixtieth day of the year, which is 29 February in leap years and 1 March (03-01) in others."""
    if (month, day) != (2, 29):
        return "FREQ=YEARLY"
    return "FREQ=YEARLY;BYYEARDAY=60" if leap == "03-01" else "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"
