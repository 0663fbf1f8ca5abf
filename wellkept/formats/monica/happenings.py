"""What happened and what is to be done: records as values."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from datetime import date, datetime
from urllib.parse import unquote_to_bytes

from wellkept.formats.monica.source import Record, Source, day, moment, number, plain, strings, text, truth
from wellkept.formats.monica.values import (
    Debt,
    Gift,
    Interaction,
    JournalEntry,
    LifeEvent,
    Message,
    Money,
    Note,
    Pet,
    Relationship,
    Reminder,
    StoredFile,
    Task,
)
from wellkept.formats.person import PartialDate, Problem

LARGEST_FILE = 50 * 1024 * 1024


def interactions(source: Source) -> Iterator[Interaction]:
    """Activities, calls and days of conversations; one without a date is a problem."""
    for record in source.activities:
        on = day(record, "happened_at", "created_at")
        contacts = tuple(dict.fromkeys(key for key in strings(record.get("contacts")) if key != source.me))
        if on is None:
            _undated(source, "activity", text(record, "summary"))
            continue
        title, told = text(record, "summary"), text(record, "description")
        yield Interaction(
            str(record["key"]), "met", on, contacts=contacts, what=text(record, "what"), title=title, text=told
        )
    for contact, record in source.parts_of("call"):
        at = moment(record, "called_at", "created_at")
        if at is None:
            _undated(source, "call", text(record, "content"))
            continue
        yield Interaction(
            str(record["key"]),
            "call",
            at.date(),
            _timed(at),
            (contact,),
            "theirs" if truth(record, "contact_called") else "mine",
            text=text(record, "content"),
            emotions=tuple(strings(record.get("emotions"))),
        )
    for contact, record in source.parts_of("conversation"):
        yield from _conversation(source, contact, record)


def _conversation(source: Source, contact: str, record: Record) -> Iterator[Interaction]:
    began = day(record, "happened_at")
    days: dict[date, list[Message]] = {}
    messages = record.get("messages")
    for each in messages if isinstance(messages, list) else []:
        on = day(each, "written_at") or began or day(each, "created_at")
        if on is None:
            _undated(source, "message", text(each, "content"))
        else:
            days.setdefault(on, []).append(Message(truth(each, "written_by_me"), text(each, "content")))
    if not days:
        on = began or day(record, "created_at")
        if on is None:
            return _undated(source, "conversation", "")
        days[on] = []
    kind = "email" if text(record, "medium_type").lower() == "email" else "message"
    for on in sorted(days):
        sides = {message.mine for message in days[on]}
        yield Interaction(
            f"{record['key']}:{on.isoformat()}",
            kind,
            on,
            contacts=(contact,),
            direction="both" if len(sides) != 1 else "mine" if True in sides else "theirs",
            what=text(record, "medium"),
            text="\n\n".join(message.text for message in days[on] if message.text),
            messages=tuple(days[on]),
        )


def _undated(source: Source, kind: str, told: str) -> None:
    message = f"a {kind} without a date was left out" + (f": {told[:80]}" if told else "")
    source.problems.append(Problem(0, kind, message))


def _timed(at: datetime) -> datetime | None:
    return at if at.hour or at.minute or at.second else None


def notes(source: Source) -> Iterator[Note]:
    for contact, record in source.parts_of("note"):
        if body := text(record, "body"):
            yield Note(str(record["key"]), contact, body, day(record, "created_at"), truth(record, "is_favorite"))


def reminders(source: Source) -> Iterator[Reminder]:
    for contact, record in source.parts_of("reminder"):
        yield Reminder(
            str(record["key"]),
            contact,
            text(record, "title"),
            text(record, "description"),
            day(record, "initial_date"),
            text(record, "frequency_type") or "one_time",
            number(record, "frequency_number") or 1,
            active=not truth(record, "inactive"),
            automatic=record.get("delible") is not None and not truth(record, "delible"),
        )


def tasks(source: Source) -> Iterator[Task]:
    for contact, record in source.parts_of("task"):
        yield Task(
            str(record["key"]),
            contact,
            text(record, "title"),
            text(record, "description"),
            truth(record, "completed"),
            day(record, "completed_at"),
            day(record, "created_at"),
        )


def gifts(source: Source) -> Iterator[Gift]:
    for contact, record in source.parts_of("gift"):
        yield Gift(
            str(record["key"]),
            contact,
            text(record, "name"),
            text(record, "status") or "idea",
            text(record, "comment"),
            text(record, "url"),
            _money(source, record),
            day(record, "date"),
            text(record, "recipient"),
            tuple(strings(record.get("photos"))),
        )


def debts(source: Source) -> Iterator[Debt]:
    for contact, record in source.parts_of("debt"):
        yield Debt(
            str(record["key"]),
            contact,
            truth(record, "in_debt"),
            _money(source, record),
            text(record, "reason"),
            text(record, "status").lower() == "complete",
            day(record, "created_at"),
        )


def _money(source: Source, record: Record) -> Money | None:
    value = text(record, "amount")
    currency = record.get("currency")
    iso = text(currency, "iso") if isinstance(currency, dict) else plain(currency)
    return Money(value, iso, source.minor_units) if value else None


def life_events(source: Source) -> Iterator[LifeEvent]:
    for contact, record in source.parts_of("life_event"):
        on = day(record, "happened_at")
        when = PartialDate()
        if on:
            month = None if truth(record, "happened_at_month_unknown") else on.month
            unknown = month is None or truth(record, "happened_at_day_unknown")
            when = PartialDate(on.year, month, None if unknown else on.day)
        yield LifeEvent(
            str(record["key"]),
            contact,
            text(record, "name"),
            text(record, "what"),
            text(record, "note"),
            when,
            text(record, "specific_information"),
        )


def relationships(source: Source) -> Iterator[Relationship]:
    for record in source.relationships:
        one, other = text(record, "contact_is"), text(record, "of_contact")
        if one and other:
            yield Relationship(str(record["key"]), one, other, text(record, "type"))
        else:
            source.problems.append(Problem(0, "relationship", "a relationship names a contact that is not in the file"))


def pets(source: Source) -> Iterator[Pet]:
    for contact, record in source.parts_of("pet"):
        yield Pet(str(record["key"]), contact, text(record, "name"), text(record, "category"))


def journal(source: Source) -> Iterator[JournalEntry]:
    for record in source.journal:
        on = day(record, "date") or _day_in_parts(record)
        body = text(record, "post", "comment")
        yield JournalEntry(str(record["key"]), on, text(record, "title"), body, text(record, "rate"))


def _day_in_parts(record: Record) -> date | None:
    try:
        return date(*(number(record, part) for part in ("year", "month", "day")))
    except ValueError:
        return None


def files(source: Source, records: list[Record]) -> Iterator[StoredFile]:
    for record in records:
        media_type, data = _from_data_url(source, record)
        name = text(record, "original_filename", "new_filename")
        yield StoredFile(str(record["key"]), name, text(record, "mime_type") or media_type, data)


def _from_data_url(source: Source, record: Record) -> tuple[str, bytes]:
    url = record.get("dataUrl")
    if not isinstance(url, str) or not url:
        return "", b""
    head, comma, payload = url.partition(",")
    name = text(record, "original_filename") or str(record["key"])
    media_type, *words = head[5:].split(";")
    problem = ""
    data = b""
    if not head.startswith("data:") or not comma:
        problem = "is no data address"
    elif len(payload) > LARGEST_FILE * 4 // 3 + 4:
        problem = f"is larger than {LARGEST_FILE // (1024 * 1024)} MB"
    elif "base64" in words:
        try:
            data = base64.b64decode(payload, validate=True)
        except (binascii.Error, ValueError):
            problem = "cannot be decoded"
    else:
        data = unquote_to_bytes(payload)
    if problem:
        source.problems.append(Problem(0, "file", f"“{name[:80]}” {problem}"))
    return media_type, data
