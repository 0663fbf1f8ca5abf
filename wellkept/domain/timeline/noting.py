"""Notes about a contact, without anything having passed."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.timeline.models import Note
from wellkept.domain.timeline.recording import LONGEST_BODY, check_day


def add_note(
    *,
    contact: Contact,
    body: str,
    on: date,
    by: Actor | Acting,
    today: date,
    pinned: bool = False,
    source: str = "",
    source_key: str = "",
) -> Note:
    words = _words(body)
    check_day(on, today=today)
    with acting(by, contact.network, "note", summary=_("Noted about %(who)s") % {"who": contact}) as act:
        return act.add(Note(contact=contact, body=words, on=on, pinned=pinned, source=source, source_key=source_key))


def edit_note(*, note: Note, by: Actor | Acting, today: date, body: str | None = None, on: date | None = None) -> Note:
    """What is None stays as it is."""
    words = note.body if body is None else _words(body)
    day = note.on if on is None else on
    check_day(day, today=today)
    with acting(by, note.network, "edit note", summary=_("Edited a note about %(who)s") % {"who": note.contact}) as act:
        act.edit(note, body=words, on=day)
    return note


def pin_note(*, note: Note, by: Actor | Acting, pinned: bool = True) -> Note:
    """A pinned note stands above the timeline."""
    summary = _("Pinned a note about %(who)s") if pinned else _("Unpinned a note about %(who)s")
    with acting(by, note.network, "pin", summary=summary % {"who": note.contact}) as act:
        act.edit(note, pinned=pinned)
    return note


def remove_note(*, note: Note, by: Actor | Acting) -> None:
    with acting(
        by, note.network, "remove note", summary=_("Removed a note about %(who)s") % {"who": note.contact}
    ) as act:
        act.remove(note)


def _words(body: str) -> str:
    words = body.strip()
    if not words:
        raise Refusal(_("The note is empty."), field="body")
    if len(words) > LONGEST_BODY:
        raise Refusal(_("That is longer than %(most)d characters.") % {"most": LONGEST_BODY}, field="body")
    return words
