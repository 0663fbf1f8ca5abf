"""The pages one can go to by name in the palette."""

from __future__ import annotations

from typing import NamedTuple

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as n_

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
    typed = fold(text).split()
    found = []
    for name, title, icon in _PLACES:
        words = fold(_(title)).replace(":", " ").split()
        if all(any(word.startswith(start) for word in words) for start in typed):
            try:
                found.append(Place(_(title), reverse(name), icon))
            except NoReverseMatch:
                continue
    return found
