"""The timeline of a contact, for the contact's page and for its own fragments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from wellkept.domain.contacts.models import Contact
from wellkept.domain.timeline.models import Interaction
from wellkept.domain.timeline.reading import (
    NOTE,
    PROMISE,
    Item,
    open_promises,
    pinned_notes,
    timeline_page,
)
from wellkept.domain.timeline.referring import open_referrals

# What the filter offers: its word in the address, its name, the kinds it stands for.
FILTERS: list[tuple[str, Any, list[str]]] = [
    ("talked", _("Met and talked"), ["met", "call", "video", "lunch", "coffee", "event"]),
    ("written", _("Written"), ["email", "message", "letter"]),
    ("given", _("Given"), ["introduction", "gift", "help"]),
    ("notes", _("Notes"), [NOTE]),
    ("promises", _("Promises"), [PROMISE]),
]
QUICK_KINDS = ["call", "met", "message", "email", "coffee", "lunch", "video"]


@dataclass(frozen=True)
class Month:
    start: date
    items: list[Item]


def timeline_of(request: Any, contact: Contact) -> dict[str, Any]:
    """The context of ``timeline/of_contact.html``; a filter and a place are taken from the address."""
    chosen = request.GET.get("only", "")
    kinds = next((kinds for word, _name, kinds in FILTERS if word == chosen), None)
    before = request.GET.get("before", "")
    page = timeline_page(contact, before=before, kinds=kinds)
    return {
        "contact": contact,
        "months": _months(page.items),
        "older": page.older,
        "goes_on_from": before[:7],  # the month that the page before ended in: its heading stands already
        "only": chosen if kinds else "",
        "filters": [{"word": word, "name": name} for word, name, _kinds in FILTERS],
        "pinned": [] if before else pinned_notes(contact),
        "open_promises": [] if before else open_promises(contact),
        "named": [] if before else open_referrals(contact),
        "quick_kinds": [(kind, Interaction.Kind(kind).label) for kind in QUICK_KINDS],
        "today": request.network.today(),
    }


def _months(items: Sequence[Item]) -> list[Month]:
    months: list[Month] = []
    for item in items:
        start = item.on.replace(day=1)
        if not months or months[-1].start != start:
            months.append(Month(start, []))
        months[-1].items.append(item)
    return months
