"""What a capture says of somebody that is not known of them yet."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from wellkept.domain.contacts import parts
from wellkept.domain.contacts.models import Contact
from wellkept.domain.contacts.organizations import organization_key
from wellkept.formats.names import display_name, fold
from wellkept.formats.person import Person, Position


@dataclass(frozen=True, slots=True)
class New:
    what: str  # 'E-mail', as a page says it
    value: str


def news_of(*, contact: Contact, person: Person) -> list[New]:
    """Each value that would be filled in, in the order of a contact's page. Six queries."""
    region = contact.network.phone_region
    found = [New(_("Position"), _at(said)) for said in _positions(contact, person)]
    mails = {row.key for row in contact.emails.all()}
    found += [New(_("E-mail"), row.address) for row in parts.emails(person) if row.key not in mails]
    phones = {row.key or row.number for row in contact.phones.all()}
    found += [
        New(_("Phone"), row.number) for row in parts.phones(person, region) if (row.key or row.number) not in phones
    ]
    links = {parts.link_identity(row) for row in contact.links.all()}
    found += [New(_("Link"), row.url) for row in parts.links(person) if parts.link_identity(row) not in links]
    there = {parts.address_key(row) for row in contact.addresses.all()}
    found += [New(_("Address"), str(row)) for row in parts.addresses(person) if parts.address_key(row) not in there]
    if person.location and not contact.location:
        found.append(New(_("Place"), person.location))
    return found


def other_name(*, contact: Contact, person: Person) -> str:
    """The name as the capture has it, where it is written another way than here."""
    name = display_name(person.name)
    return name if name and fold(name) != fold(contact.display) else ""


def _positions(contact: Contact, person: Person) -> list[Position]:
    known = {(row.organization.key, fold(row.title)) for row in contact.positions.select_related("organization")}
    at = {key for key, _title in known}
    return [
        said
        for said in person.positions
        if (key := organization_key(said.organization))
        and (key not in at or (said.title and (key, fold(said.title)) not in known))
    ]


def _at(said: Position) -> str:
    return ", ".join(filter(None, (said.title, said.organization)))
