"""Who of those typed is here already: by the name as it is compared everywhere, told apart by the organization."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Q

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import Contact, Position
from wellkept.domain.contacts.organizations import organization_key
from wellkept.domain.contacts.parts import whole_name
from wellkept.formats.names import fold, sort_key
from wellkept.formats.person import Name

MOST = 6  # of one name


def name_key(name: str) -> str:
    return sort_key(whole_name(Name(display=name))) or fold(name)


def people_called(*, network: Network, names: Iterable[str]) -> dict[str, list[Contact]]:
    """Contacts by ``name_key``, also archived ones, the oldest first. One query."""
    written = {name: name_key(name) for name in names if name}
    keys = set(written.values())
    rows = Contact.objects.filter(Q(sort_key__in=keys) | Q(display__in=written), network=network, is_me=False)
    found: dict[str, list[Contact]] = defaultdict(list)
    for contact in rows.order_by("pk"):
        key = contact.sort_key if contact.sort_key in keys else written[contact.display]
        if len(found[key]) < MOST:
            found[key].append(contact)
    return found


def the_one(alike: Sequence[Contact], organization: str) -> Contact | None:
    """The one who is meant, where that can be said: the only one of the name, or the only one of them at the organization."""
    if len(alike) < 2 or not organization:
        return alike[0] if len(alike) == 1 else None
    key = organization_key(organization)
    there = Position.objects.filter(contact__in=alike, organization__key=key).values_list("contact_id", flat=True)
    at = [contact for contact in alike if contact.pk in set(there)]
    return at[0] if len(at) == 1 else None
