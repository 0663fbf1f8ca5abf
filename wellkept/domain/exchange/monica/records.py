"""Monica's records in our own words: what each of them becomes, before it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from wellkept.domain.exchange.fingerprints import digest
from wellkept.domain.timeline.models import Interaction
from wellkept.formats import monica

Shape = Literal["interaction", "note", "promise", "step", "file", "through", "settled"]
Kind, Direction = Interaction.Kind, Interaction.Direction
REMINDER, TASK, GIFT, DEBT, EVENT, DIARY = "Reminder", "Task", "Gift", "Debt", "Life event", "Diary"
FREQUENCY = {"week": "week", "month": "month", "year": "year"}


@dataclass(slots=True)
class Record:
    """One record. Contacts are named by their keys; without any it is the user's own."""

    key: str
    shape: Shape
    label: str
    contacts: tuple[str, ...] = ()
    on: date | None = None
    body: str = ""
    kind: str = ""
    direction: str = Direction.BOTH
    at: datetime | None = None
    sent: int = 0
    received: int = 0
    unit: str = ""  # of a reminder: 'week', 'month' or 'year', '' for once
    every: int = 1
    pinned: bool = False
    done_on: date | None = None
    data: bytes = b""
    name: str = ""
    media_type: str = ""

    @property
    def values(self) -> dict[str, Any]:
        """What the file says, as JSON. ``sign`` is the same in both of Monica's exports, whose keys differ."""
        said = {
            "shape": self.shape,
            "contacts": list(self.contacts),
            "on": self.on.isoformat() if self.on else "",
            "body": self.body,
            "kind": self.kind,
            "direction": self.direction if self.shape == "interaction" else "",
            "unit": self.unit,
            "done_on": self.done_on.isoformat() if self.done_on else "",
            "pinned": self.pinned,
            "sent": self.sent,
            "received": self.received,
        }
        said = {name: value for name, value in said.items() if value}
        return {**said, "sign": digest(said)}


def records_of(export: monica.MonicaExport) -> Iterator[Record]:
    """All but what belongs to the contacts themselves, in a fixed order."""
    yield from (_interaction(one) for one in export.interactions)
    for note in export.notes:
        yield Record(note.key, "note", note.text[:100], (note.contact,), note.on, note.text, pinned=note.favourite)
    yield from (_reminder(one) for one in export.reminders)
    yield from (_task(one) for one in export.tasks)
    yield from (_gift(one) for one in export.gifts)
    yield from (_debt(one) for one in export.debts)
    yield from (_life_event(one) for one in export.life_events)
    for key, facts in export.facts.items():
        if facts.first_met_through:
            yield Record(f"{key}:through", "through", "first met through", (key, facts.first_met_through))
    yield from _files(export)
    for page in export.journal:
        rating = f"{DIARY}: a day rated {page.rating} of 3" if page.rating else ""
        body = _lines(page.title, rating, page.text)
        yield Record(page.key, "note", page.title or DIARY, (), page.on, body)


def _lines(*parts: str) -> str:
    return "\n\n".join(part.strip() for part in parts if part.strip())


def _interaction(one: monica.Interaction) -> Record:
    felt = f"Felt: {', '.join(one.emotions)}" if one.emotions else ""
    what = one.what if one.kind == "met" else f"({one.what})" if one.what else ""
    title = f"{what}: {one.title}" if what and one.title else one.title or what
    said = "\n\n".join(f"{'I' if each.mine else 'They'}: {each.text}" for each in one.messages if each.text)
    return Record(
        one.key,
        "interaction",
        (one.title or one.text or one.what or one.kind)[:100],
        one.contacts,
        one.on,
        _lines(title, said or one.text, felt),
        one.kind,
        one.direction,
        one.at,
        sent=sum(message.mine for message in one.messages),
        received=sum(not message.mine for message in one.messages),
    )


def _reminder(one: monica.Reminder) -> Record:
    again = f" ({_every(one)})" if one.unit in FREQUENCY else ""
    body = _lines(f"{one.title}{again}", one.text)
    unit = FREQUENCY.get(one.unit, "")
    shape: Shape = "settled" if one.automatic else "step" if one.active else "note"
    if not one.active and not one.automatic:
        body = _lines(f"{REMINDER}, switched off: {one.title}{again}", one.text)
    return Record(
        one.key, shape, f"{REMINDER}: {one.title}", (one.contact,), one.starts_on, body, unit=unit, every=one.every
    )


def _every(one: monica.Reminder) -> str:
    return f"every {one.unit}" if one.every == 1 else f"every {one.every} {one.unit}s"


def _task(one: monica.Task) -> Record:
    body = f"{one.title}: {one.text}" if one.title and one.text else one.title or one.text
    done = (one.done_on or one.created_on or date(1970, 1, 1)) if one.done else None
    if not one.contact or len(body) > 500:
        state = "done" if one.done else "to do"
        return Record(
            one.key,
            "note",
            f"{TASK}: {one.title}",
            (one.contact,) if one.contact else (),
            one.created_on,
            f"{TASK} ({state}): {body}",
        )
    return Record(one.key, "promise", f"{TASK}: {one.title}", (one.contact,), one.created_on, body, done_on=done)


def _gift(one: monica.Gift) -> Record:
    what = f"{one.name} ({_money(one.money)})" if one.money else one.name
    label = f"{GIFT}: {one.name}"
    if one.status in ("offered", "received") and one.on:
        direction = Direction.MINE if one.status == "offered" else Direction.THEIRS
        body = _lines(what, one.text, one.url)
        return Record(one.key, "interaction", label, (one.contact,), one.on, body, Kind.GIFT, direction)
    lead = {"offered": "Gift from me", "received": "Gift from them"}.get(one.status, "Gift idea")
    return Record(one.key, "note", label, (one.contact,), one.on, _lines(f"{lead}: {what}", one.text, one.url))


def _debt(one: monica.Debt) -> Record:
    who = "I owe them" if one.mine else "They owe me"
    amount = _money(one.money) if one.money else "something"
    settled = " (settled)" if one.settled else ""
    body = _lines(f"{who} {amount}{settled}", one.reason)
    return Record(one.key, "note", f"{DEBT}: {who} {amount}", (one.contact,), one.created_on, body)


def _money(money: monica.Money | None) -> str:
    if money is None:
        return ""
    if money.minor:
        return f"{money.value} (in the smallest unit of its currency)"
    return f"{money.value} {money.currency}".strip()


def _life_event(one: monica.LifeEvent) -> Record:
    when = one.when
    told = "-".join(f"{part:02}" for part in (when.year, when.month, when.day) if part)
    name = one.name or one.what or EVENT
    kind = f" ({one.what})" if one.what and one.name else ""
    body = _lines(f"{EVENT}{f', {told}' if told else ''}: {name}{kind}", one.text, one.details)
    on = date(when.year, when.month or 1, when.day or 1) if when.year else None
    return Record(one.key, "note", f"{EVENT}: {name}", (one.contact,), on, body)


def _files(export: monica.MonicaExport) -> Iterator[Record]:
    owners: dict[str, list[str]] = {}
    for key, facts in export.facts.items():
        for file in (*facts.photos, *facts.documents):
            owners.setdefault(file, []).append(key)
    for gift in export.gifts:
        for photo in gift.photos:
            owners.setdefault(photo, []).append(gift.contact)
    pictures = {person.photo.data for person in export.people if person.photo}
    for what, stored in (("Photo", export.photos), ("Document", export.documents)):
        for one in stored:
            shape: Shape = "settled" if what == "Photo" and one.data in pictures else "file"
            yield Record(
                one.key,
                shape,
                f"{what}: {one.name}",
                tuple(owners.get(one.key, ())[:1]),
                body=f"{what}: {one.name or 'without a name'} ({one.media_type or 'unknown type'})",
                data=one.data,
                name=one.name or what.lower(),
                media_type=one.media_type or "application/octet-stream",
            )
