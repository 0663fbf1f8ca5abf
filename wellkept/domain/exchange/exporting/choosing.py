"""Who is exported: everybody, whoever a list of contacts shows, or some."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.listing import ContactFilter, contacts_of
from wellkept.domain.contacts.models import Contact

AT_ONCE = 500  # contacts that are written while somebody waits

# As an order keeps it: {"query": "circle=3"}, {"contacts": [7, 9]}, with "archived": who is archived too.
Choice = Mapping[str, Any]


def everybody(*, archived: bool = False) -> Choice:
    return {"query": "", "archived": archived}


def of_list(query: str, *, archived: bool = False) -> Choice:
    """Whoever the list of contacts with this query shows; a list of those in sight may be joined by the archived."""
    return {"query": query, "archived": archived}


def of_contacts(keys: Collection[int]) -> Choice:
    return {"contacts": sorted(keys)}


def keys_of(*, network: Network, choice: Choice) -> list[int]:
    """The contacts that are chosen, as they stand now. Inside the network's scope."""
    if "contacts" in choice:
        wanted = set(choice["contacts"])
        return [key for key in Contact.objects.filter(is_me=False).values_list("pk", flat=True) if key in wanted]
    chosen = ContactFilter.parse(dict(parse_qsl(choice.get("query", ""))))
    today = network.today()
    found = set(contacts_of(network, chosen, today=today).filter(is_me=False).values_list("pk", flat=True))
    if choice.get("archived") and not chosen.archived:
        also = replace(chosen, archived=True)
        found |= set(contacts_of(network, also, today=today).filter(is_me=False).values_list("pk", flat=True))
    return sorted(found)
