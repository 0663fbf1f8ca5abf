"""Notes.csv: what the user wrote about a connection on LinkedIn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy

from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.contract import Outcome, Reading, Taker, Unit, Verdict
from wellkept.domain.exchange.linkedin.export import FileOfExport, lazy_raw
from wellkept.domain.exchange.linkedin.passing import NO_CONNECTION, SOURCE, WHY, People, key_of
from wellkept.domain.history.acting import Acting
from wellkept.domain.history.models import Change
from wellkept.domain.timeline.models import Note
from wellkept.domain.timeline.noting import add_note, edit_note
from wellkept.formats.linkedin import ConnectionNote, read_notes
from wellkept.formats.names import fold


class NotesTaker(Taker):
    def begin(self) -> None:
        self.people = People.of(self.network)
        self.today = self.network.today()

    def judge(self, units: Sequence[Unit]) -> list[Verdict]:
        there = self._there(units)
        return [self._judged(unit, there) for unit in units]

    def _judged(self, unit: Unit, there: dict[str, Note]) -> Verdict:
        note: ConnectionNote = unit.value
        soon = f"linkedin:{note.slug}" in self.upcoming
        if refusal := self._refusal(unit, known=soon or self.people.find(note.name, note.slug) is not None):
            return refusal
        known = there.get(_key(note))
        return Verdict(
            unit.rows[0],
            Outcome.ADDED if known is None else Outcome.UNCHANGED if known.body == note.note else Outcome.MERGED,
            unit.label,
        )

    def take(self, units: Sequence[Unit], act: Acting) -> list[Verdict]:
        there = self._there(units)
        return [self._taken(unit, there, act) for unit in units]

    def _taken(self, unit: Unit, there: dict[str, Note], act: Acting) -> Verdict:
        note: ConnectionNote = unit.value
        pk = self.people.find(note.name, note.slug)
        contact = Contact.objects.filter(network=self.network, pk=pk).first() if pk else None
        if refusal := self._refusal(unit, known=contact is not None):
            return refusal
        known = there.get(_key(note))
        outcome = Outcome.UNCHANGED
        if known is None and contact is not None:
            on = note.created_at.astimezone(self.network.zone).date() if note.created_at else self.today
            add_note(
                contact=contact, body=note.note, on=on, by=act, today=self.today, source=SOURCE, source_key=_key(note)
            )
            outcome = Outcome.ADDED
        elif known is not None and known.body != note.note.strip() and not _edited_by_hand(known):
            edit_note(note=known, body=note.note, by=act, today=self.today)
            outcome = Outcome.MERGED
        return Verdict(unit.rows[0], outcome, unit.label, contact)

    def _refusal(self, unit: Unit, *, known: bool) -> Verdict | None:
        if not unit.value.note.strip():
            return Verdict(
                unit.rows[0], Outcome.REFUSED, unit.label, rule="empty", field="Note", message="The note is empty."
            )
        if not known:
            return Verdict(
                unit.rows[0], Outcome.REFUSED, unit.label, rule=NO_CONNECTION, message=str(WHY[NO_CONNECTION])
            )
        return None

    def _there(self, units: Sequence[Unit]) -> dict[str, Note]:
        keys = [_key(unit.value) for unit in units]
        found = Note.objects.filter(network=self.network, source=SOURCE, source_key__in=keys)
        return {note.source_key: note for note in found}


def _key(note: ConnectionNote) -> str:
    return key_of("note", note.slug or fold(note.name), note.created_at.isoformat() if note.created_at else "")


def _edited_by_hand(note: Note) -> bool:
    edits = Change.objects.filter(network_id=note.network_id, table="timeline.note", row=note.pk, op=Change.Op.EDIT)
    return edits.exclude(act__via="import").exists()


class Notes(FileOfExport):
    kind = "linkedin.notes"
    name = gettext_lazy("LinkedIn notes")
    file = "notes"
    order = 50
    taker = NotesTaker

    def read(self, data: bytes, options: dict[str, Any]) -> Reading:
        units = [
            Unit(rows=(note.row,), value=note, label=note.name[:200], detail=note.note[:200])
            for note in read_notes(data)
        ]
        return Reading(units=units, raw=lazy_raw(data))
