"""The pages one can go to by name in the palette."""

from __future__ import annotations

from typing import NamedTuple

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as n_

from wellkept.domain.accounts.models import Network
from wellkept.domain.events.models import Event
from wellkept.domain.events.reading import on_or_next
from wellkept.formats.names import fold


class Place(NamedTuple):
    title: str
    url: str
    icon: str


_PLACES = [
    ("week", n_("This week"), "well"),
    ("contacts", n_("Contacts"), "people"),
    ("capture", n_("Capture a line"), "plus"),
    ("inbox", n_("Inbox: what was captured"), "inbox"),
    ("contact-add", n_("Add a contact"), "plus"),
    ("log", n_("Log an interaction"), "edit"),
    ("paste", n_("Paste a signature, mail, profile or invitation"), "copy"),
    ("triage", n_("Triage: decide who matters"), "circle"),
    ("organizations", n_("Organizations"), "organization"),
    ("events", n_("Events"), "event"),
    ("event-add", n_("Add an event"), "plus"),
    ("events-take", n_("Take events from a calendar"), "calendar"),
    ("events-worth", n_("Which events are worth it"), "star"),
    ("imports", n_("Import"), "upload"),
    ("export", n_("Export everything"), "download"),
    ("history", n_("History and undo"), "history"),
    ("settings", n_("Settings"), "settings"),
    ("reminders", n_("Reminders: mail, calendar, pause"), "mail"),
    ("phone", n_("Use it on your phone"), "phone-device"),
    ("keys", n_("Keyboard shortcuts"), "keyboard"),
]


def places_named(text: str) -> list[Place]:
    """The pages of which every typed word begins a word of the title; all of them for an empty text."""
    found = []
    for name, title, icon in _PLACES:
        if _is_named(text, _(title)):
            try:
                found.append(Place(_(title), reverse(name), icon))
            except NoReverseMatch:
                continue
    return found


def modes_named(network: Network, text: str) -> list[Event]:
    """The events whose event mode is meant: of those that are on today, else of the next one. With nothing typed, those that
    are on."""
    today = network.today()
    near = on_or_next(network=network, today=today)
    if not text.strip():
        return [event for event in near if event.starts_on <= today]
    title = _("Event mode: %(name)s")
    return [event for event in near if _is_named(text, title % {"name": event.name})]


def _is_named(text: str, title: str) -> bool:
    words = fold(title).replace(":", " ").split()
    return all(any(word.startswith(start) for word in words) for start in fold(text).split())
