"""Notes are written, set right, pinned and taken away."""

from __future__ import annotations

from datetime import timedelta

import pytest

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.timeline.models import Note
from wellkept.domain.timeline.noting import add_note, edit_note, pin_note, remove_note


@pytest.fixture
def note(ada, ana, today):
    return add_note(contact=ana, body="  Climbs on *Sundays*.\n", on=today, by=ada, today=today)


def test_a_note_is_kept_as_written(note):
    assert note.body == "Climbs on *Sundays*."


def test_a_note_is_edited_and_pinned(ada, note, today):
    edit_note(note=note, body="Climbs.", on=today - timedelta(days=1), by=ada, today=today)
    pin_note(note=note, by=ada)
    note.refresh_from_db()
    assert (note.body, note.on, note.pinned) == ("Climbs.", today - timedelta(days=1), True)
    pin_note(note=note, pinned=False, by=ada)
    note.refresh_from_db()
    assert not note.pinned


def test_a_note_is_removed(ada, note):
    remove_note(note=note, by=ada)
    assert not Note.objects.exists()


@pytest.mark.parametrize(("body", "days", "field"), [(" \n", 0, "body"), ("x" * 100_001, 0, "body"), ("x", 1, "on")])
def test_empty_overlong_and_future_notes_are_refused(ada, ana, today, body, days, field):
    with pytest.raises(Refusal) as refused:
        add_note(contact=ana, body=body, on=today + timedelta(days=days), by=ada, today=today)
    assert refused.value.field == field and not Note.objects.exists()


def test_no_stranger_touches_a_note(ben, note, ana, today):
    for attempt in (
        lambda: add_note(contact=ana, body="x", on=today, by=ben, today=today),
        lambda: edit_note(note=note, body="x", by=ben, today=today),
        lambda: pin_note(note=note, by=ben),
        lambda: remove_note(note=note, by=ben),
    ):
        with pytest.raises(Refusal, match="not in your network"):
            attempt()
    note.refresh_from_db()
    assert note.body == "Climbs on *Sundays*." and not note.pinned and Note.objects.count() == 1
