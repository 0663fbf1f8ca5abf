"""Contacts and interactions as CSV. Cells that a spreadsheet would run as a formula are made harmless (CWE-1236)."""

from __future__ import annotations

from calendar import month_name
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from wellkept.domain.contacts.models import Contact
from wellkept.domain.timeline.models import Interaction, Participation
from wellkept.formats.csvs.cells import in_pieces
from wellkept.formats.person import Address, Person

CONTACT_HEADER = [
    "Name", "Given name", "Family name", "Nickname", "Pronouns", "E-mails", "Phones", "Organization", "Title", "Past positions",
    "Links", "Addresses", "Circles and tags", "Birthday", "Interests", "Place", "Connected on", "Archived on", "Notes",
]  # fmt: skip
INTERACTION_HEADER = ["Date", "Kind", "Direction", "Contacts", "Place", "What was said", "Counts as a touch"]
MANY = " ; "
BATCH = 1000  # interactions


def contacts_table(people: Iterator[tuple[Contact, Person]]) -> Iterator[bytes]:
    return in_pieces(CONTACT_HEADER, (_contact_row(contact, person) for contact, person in people))


def _contact_row(contact: Contact, person: Person) -> list[str]:
    now = [position for position in person.positions if position.current and position.kind == "job"]
    past = [position for position in person.positions if position not in now]
    return [
        contact.display, contact.given, contact.family, contact.nickname, contact.pronouns,
        MANY.join(email.value for email in person.emails),
        MANY.join(phone.value for phone in person.phones),
        MANY.join(position.organization for position in now),
        MANY.join(position.title for position in now if position.title),
        MANY.join(" · ".join(filter(None, [position.title, position.organization])) for position in past),
        MANY.join(link.value for link in person.links),
        MANY.join(map(_address, person.addresses)),
        MANY.join(person.groups),
        _birthday(person),
        MANY.join(person.interests), contact.location,
        contact.connected_on.isoformat() if contact.connected_on else "",
        contact.archived_at.date().isoformat() if contact.archived_at else "",
        person.notes,
    ]  # fmt: skip


def _address(address: Address) -> str:
    parts = (address.street, address.postcode, address.city, address.country)
    return address.formatted or ", ".join(filter(None, parts))


def _birthday(person: Person) -> str:
    """1990-03-04; 4 March where the year is not known."""
    born = next((occasion.date for occasion in person.dates if occasion.kind == "birthday"), None)
    if born is None or not (born.month and born.day):
        return ""
    return f"{born.year:04d}-{born.month:02d}-{born.day:02d}" if born.year else f"{born.day} {month_name[born.month]}"


def interactions_table() -> Iterator[bytes]:
    return in_pieces(INTERACTION_HEADER, _interaction_rows())


def _interaction_rows() -> Iterator[list[str]]:
    kinds = {value: str(label) for value, label in Interaction.Kind.choices}
    directions = {value: str(label) for value, label in Interaction.Direction.choices}
    found = Interaction.objects.order_by("on", "pk").values_list(
        "pk", "on", "kind", "direction", "place", "body", "touch"
    )
    talks = found.iterator(chunk_size=BATCH)
    while batch := list(islice(talks, BATCH)):
        names = _who_took_part([key for key, *_rest in batch])
        for key, on, kind, direction, place, body, touch in batch:
            yield [
                on.isoformat(), kinds.get(kind, kind), directions.get(direction, direction), MANY.join(names[key]),
                place, body, "yes" if touch else "no",
            ]  # fmt: skip


def _who_took_part(keys: list[int]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = defaultdict(list)
    parts = Participation.objects.filter(interaction__in=keys).order_by("pk")
    for key, name in parts.values_list("interaction_id", "contact__display"):
        names[key].append(name)
    return names
