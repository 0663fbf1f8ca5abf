"""Contacts and interactions as CSV. Cells that a spreadsheet would run as a formula are made harmless (CWE-1236)."""

from __future__ import annotations

from collections.abc import Iterator

from wellkept.domain.contacts.models import Contact
from wellkept.domain.timeline.models import Interaction
from wellkept.formats.csvs.cells import write_table
from wellkept.formats.person import Person

CONTACT_HEADER = [
    "Name", "Given name", "Family name", "Nickname", "Pronouns", "E-mails", "Phones", "Organization", "Title", "Past positions",
    "Links", "Addresses", "Circles and tags", "Birthday", "Interests", "Place", "Connected on", "Archived on", "Notes",
]  # fmt: skip
INTERACTION_HEADER = ["Date", "Kind", "Direction", "Contacts", "Place", "What was said", "Counts as a touch"]
MANY = " ; "


def contacts_table(people: Iterator[tuple[Contact, Person]]) -> bytes:
    return write_table(CONTACT_HEADER, (_contact_row(contact, person) for contact, person in people))


def _contact_row(contact: Contact, person: Person) -> list[str]:
    now = [position for position in person.positions if position.current and position.kind == "job"]
    past = [position for position in person.positions if position not in now]
    birthday = next((occasion.date for occasion in person.dates if occasion.kind == "birthday"), None)
    return [
        contact.display, contact.given, contact.family, contact.nickname, contact.pronouns,
        MANY.join(email.value for email in person.emails),
        MANY.join(phone.value for phone in person.phones),
        MANY.join(position.organization for position in now),
        MANY.join(position.title for position in now if position.title),
        MANY.join(" · ".join(filter(None, [position.title, position.organization])) for position in past),
        MANY.join(link.value for link in person.links),
        MANY.join(str(address) for address in contact.addresses.all()),
        MANY.join(person.groups),
        f"{birthday.year or '-'}-{birthday.month:02d}-{birthday.day:02d}" if birthday else "",
        MANY.join(person.interests), contact.location,
        contact.connected_on.isoformat() if contact.connected_on else "",
        contact.archived_at.date().isoformat() if contact.archived_at else "",
        person.notes,
    ]  # fmt: skip


def interactions_table() -> bytes:
    found = Interaction.objects.order_by("on", "pk").prefetch_related("participations__contact")
    return write_table(INTERACTION_HEADER, (_interaction_row(talk) for talk in found.iterator(chunk_size=1000)))


def _interaction_row(talk: Interaction) -> list[str]:
    return [
        talk.on.isoformat(), talk.get_kind_display(), talk.get_direction_display(),
        MANY.join(part.contact.display for part in talk.participations.all()),
        talk.place, talk.body, "yes" if talk.touch else "no",
    ]  # fmt: skip
