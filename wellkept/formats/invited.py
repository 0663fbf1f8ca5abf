"""Who is invited: the ATTENDEE and ORGANIZER lines of an event (RFC 5545, 3.8.4.1 and 3.8.4.3). Pure; never raises.

A line that breaks the rules is not dropped: whoever it names all the same is kept, and the line is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from wellkept.formats.emails import normal_email
from wellkept.formats.names import tidy

MOST_ATTENDEES = 5_000  # of one event
LONGEST_NAME = 1_000
LONGEST_SHOWN = 160  # characters of a broken line
_NO_PERSON = frozenset({"RESOURCE", "ROOM", "GROUP"})
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_CALLED = re.compile(r';\s*CN\s*=\s*(?:"([^":;]*)"?|([^":;]*))', re.IGNORECASE)
_PLAIN = re.compile(r"[^:;=/@]*[^\W\d_][^:;=/@]*")


@dataclass(frozen=True, slots=True)
class Attendee:
    """``name`` or ``email`` may be empty, never both."""

    name: str = ""
    email: str = ""
    declined: bool = False


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """``line`` counts from 1 in the file; ``what`` is ATTENDEE or ORGANIZER; ``kept`` says as whom it was kept, '' where it names nobody.
    ``event`` is the name of the event it stands in."""

    line: int
    what: str
    text: str
    kept: str = ""
    event: str = ""


@dataclass(slots=True)
class Invited:
    organizer: Attendee | None = None
    attendees: list[Attendee] = field(default_factory=list)
    broken: list[BrokenLine] = field(default_factory=list)
    left_out: int = 0  # lines beyond the most that are read


def read_invited(lines: Iterable[tuple[int, str]]) -> Invited:
    """``lines``: (number in the file, unfolded line). Each is there once: by the e-mail, or else by the name."""
    invited, seen = Invited(), set[str]()
    for place, (number, line) in enumerate(lines):
        if place >= MOST_ATTENDEES:
            invited.left_out += 1
            continue
        what = re.split(r"[;:\s]", line, maxsplit=1)[0].upper()
        one, broken = _person(line)
        if broken:
            kept = (one.name or one.email) if one else ""
            invited.broken.append(BrokenLine(number, what, line[:LONGEST_SHOWN], kept))
        if one is None:
            continue
        if what == "ORGANIZER":
            invited.organizer = invited.organizer or one
        elif (key := one.email or one.name) not in seen:
            seen.add(key)
            invited.attendees.append(one)
    return invited


def _person(line: str) -> tuple[Attendee | None, bool]:
    """Whom a line names, and whether it is broken. A room is nobody, and no error."""
    from icalendar.parser import Contentline

    try:
        _name, told, value = Contentline(line).parts()  # type: ignore[no-untyped-call]
    except Exception:  # noqa: BLE001 - other people's files: the library's errors are of many kinds
        return _saved(line), True
    words = {str(key).upper(): str(one) for key, one in told.items()}
    if words.get("CUTYPE", "").upper() in _NO_PERSON:
        return None, False
    email = normal_email(value) or normal_email(words.get("EMAIL", ""))
    named = tidy(words.get("CN", "")[:LONGEST_NAME]).strip("'\"")
    if normal_email(named):
        email, named = email or normal_email(named), ""
    if email or named:
        said = value.strip().lower()
        broken = not said or (not email and said.startswith("mailto:") and said != "mailto:")
        return Attendee(named, email, words.get("PARTSTAT", "").upper() == "DECLINED"), broken
    return _saved(line), True


def _saved(line: str) -> Attendee | None:
    """Whom a line names that cannot be read by the rules: by the last e-mail in it, and by what looks like a name."""
    called = _CALLED.search(line)
    name = tidy((called[1] or called[2] or "") if called else "")[:LONGEST_NAME].strip("'\"")
    addresses = [found for one in _ADDRESS.findall(line) if (found := normal_email(one))]
    if not name and not addresses:
        _head, colon, value = line.partition(":")
        name = tidy(value)[:LONGEST_NAME] if colon and ";" not in _head and _PLAIN.fullmatch(value) else ""
    if normal_email(name):
        addresses, name = [*addresses, normal_email(name)], ""
    if re.search(r"CUTYPE=(?:ROOM|RESOURCE|GROUP)\b", line, re.IGNORECASE) or not (name or addresses):
        return None
    declined = bool(re.search(r"PARTSTAT=DECLINED\b", line, re.IGNORECASE))
    return Attendee(name, addresses[-1] if addresses else "", declined)
