"""Writing one of Monica's records with the verbs of the house, and following it when a newer file says otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from wellkept.domain.accounts.models import Network
from wellkept.domain.cadence.deciding import moment_on
from wellkept.domain.cadence.models import Decision, NextStep
from wellkept.domain.cadence.stepping import FURTHEST, LONGEST_WHAT, reschedule
from wellkept.domain.contacts.files import store_bytes
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.monica.facts import next_day
from wellkept.domain.exchange.monica.records import REMINDER, Record
from wellkept.domain.history.acting import Acting
from wellkept.domain.timeline.editing import edit_interaction
from wellkept.domain.timeline.models import Interaction, Note, Promise
from wellkept.domain.timeline.noting import add_note
from wellkept.domain.timeline.promising import edit_promise, make_promise, settle_promise
from wellkept.domain.timeline.recording import EARLIEST, NewInteraction, record_interactions

SOURCE = "monica"


class Keeper:
    """Writes the records of one batch; interactions are laid by and written together in ``close``."""

    def __init__(self, *, network: Network, act: Acting, today: date, dry: bool) -> None:
        self.network, self.act, self.today, self.dry = network, act, today, dry
        self.fresh: list[NewInteraction] = []
        self.interactions: dict[str, Interaction] = {}
        self.notes: dict[str, Note] = {}

    def look_up(self, records: Sequence[Record]) -> None:
        """Read what stands there of these records."""
        keys = [record.key for record in records]
        told = {"network": self.network, "source": SOURCE, "source_key__in": keys}
        self.interactions = {one.source_key: one for one in Interaction.objects.filter(**told)}
        self.notes = {one.source_key: one for one in Note.objects.filter(**told)}

    def keep(self, record: Record, who: Sequence[Contact]) -> bool:
        """Write what is new; False when it stands there already."""
        if record.shape == "interaction":
            return self._pass(record, who)
        if record.shape == "promise":
            self._promise(record, who[0])
        elif record.shape == "through":
            return who[0].met_through_id is None and self.act.edit(who[0], met_through_id=who[1].pk)
        elif record.shape == "step" and self._step(record, who[0]):
            return True
        else:
            if record.shape == "file" and not self.dry:
                store_bytes(
                    network=self.network,
                    data=record.data,
                    name=record.name,
                    media_type=record.media_type[:100],
                    by=self.act,
                )
            return self._note(record, who[0])
        return True

    def follow(self, record: Record, who: Sequence[Contact], before: dict[str, Any]) -> bool:
        """Bring what the file said before to what it says now, where the user left it as it was."""
        count = len(self.act.changes)
        if record.shape == "interaction" and record.key in self.interactions:
            self._follow_interaction(self.interactions[record.key], record, who, before)
        elif record.key in self.notes:
            self._follow_note(self.notes[record.key], record, before)
        elif record.shape == "promise":
            self._follow_promise(record, who[0], before)
        elif record.shape == "step":
            self._follow_step(record, who[0], before)
        return len(self.act.changes) > count

    def close(self) -> None:
        if self.fresh:
            record_interactions(network=self.network, rows=self.fresh, by=self.act, today=self.today)

    def _pass(self, record: Record, who: Sequence[Contact]) -> bool:
        if record.key in self.interactions or record.on is None:
            return False
        self.fresh.append(
            NewInteraction(
                contacts=who,
                kind=record.kind,
                on=record.on,
                at=record.at,
                direction=record.direction,
                body=record.body,
                sent=record.sent,
                received=record.received,
                source=SOURCE,
                source_key=record.key,
            )
        )
        return True

    def _note(self, record: Record, contact: Contact) -> bool:
        if record.key in self.notes:
            return False
        self.notes[record.key] = add_note(
            contact=contact,
            body=_told(record),
            on=self._note_day(record),
            by=self.act,
            today=self.today,
            pinned=record.pinned,
            source=SOURCE,
            source_key=record.key,
        )
        return True

    def _note_day(self, record: Record) -> date:
        """A note is of the day it is about, and of today where that has not come or is not known."""
        on = record.on
        return on if on is not None and EARLIEST <= on <= self.today else self.today

    def _promise(self, record: Record, contact: Contact) -> None:
        promise = make_promise(contact=contact, by_whom=Promise.By.ME, text=record.body, by=self.act)
        if record.on is not None and record.on <= self.today:
            self.act.edit(promise, created_at=moment_on(record.on, self.network))
        if record.done_on:
            settle_promise(promise=promise, on=record.done_on, by=self.act)

    def _step(self, record: Record, contact: Contact) -> bool:
        """A next step, if its day comes and none stands there; else False, and it is kept as a note."""
        day = next_day(record, self.today)
        what = " ".join(record.body.split())
        if contact.is_me or day is None or day > self.today + FURTHEST or len(what) > LONGEST_WHAT:
            return False
        mine = {"network": self.network, "contact": contact}
        never = Decision.objects.filter(**mine, kind=Decision.Kind.NEVER)
        if never.exists() or NextStep.objects.filter(**mine).exists():
            return False
        reschedule(contact=contact, on=day, what=what, by=self.act, today=self.today)
        return True

    def _follow_interaction(
        self, known: Interaction, record: Record, who: Sequence[Contact], before: dict[str, Any]
    ) -> None:
        new = {"on": record.on, "body": record.body, "kind": record.kind, "direction": record.direction}
        columns = {name: value for name, value in new.items() if _plain(getattr(known, name)) == before.get(name, "")}
        joined = before.get("contacts") != list(record.contacts)
        edit_interaction(interaction=known, by=self.act, today=self.today, contacts=who if joined else None, **columns)
        self.act.edit(known, sent_count=record.sent, received_count=record.received)

    def _follow_note(self, known: Note, record: Record, before: dict[str, Any]) -> None:
        old = Record("", record.shape, "", on=_day(before.get("on", "")), body=before.get("body", ""))
        columns: dict[str, Any] = {}
        if known.body == _told(old).strip():
            columns["body"] = _told(record)
        if old.on is not None and known.on == old.on:
            columns["on"] = self._note_day(record)
        if known.pinned == before.get("pinned", False):
            columns["pinned"] = record.pinned
        self.act.edit(known, **columns)

    def _follow_promise(self, record: Record, contact: Contact, before: dict[str, Any]) -> None:
        text = " ".join(before.get("body", "").split())
        mine = Promise.objects.filter(network=self.network, contact=contact, by=Promise.By.ME, text=text)
        promise = mine.order_by("pk").first()
        if promise is None:
            return
        edit_promise(promise=promise, text=record.body, by=self.act)
        if record.done_on and promise.open:
            settle_promise(promise=promise, on=record.done_on, by=self.act)

    def _follow_step(self, record: Record, contact: Contact, before: dict[str, Any]) -> None:
        what = " ".join(before.get("body", "").split())
        step = NextStep.objects.filter(network=self.network, contact=contact, what=what).first()
        day, now = next_day(record, self.today), " ".join(record.body.split())
        if step is not None and day is not None and day <= self.today + FURTHEST and len(now) <= LONGEST_WHAT:
            reschedule(contact=contact, on=day, what=now, by=self.act, today=self.today)


def _told(record: Record) -> str:
    """The words of a note; a reminder that became one says its day."""
    if record.shape != "step":
        return record.body
    return f"{REMINDER}{f', {record.on.isoformat()}' if record.on else ''}: {record.body}"


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
