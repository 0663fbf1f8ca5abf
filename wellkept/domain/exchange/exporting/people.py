"""Contacts as the value every writer takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import Prefetch

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.files import open_file
from wellkept.domain.contacts.models import Contact, Position
from wellkept.domain.contacts.parts import NO_NAME
from wellkept.domain.timeline.models import Note
from wellkept.formats import person as formats

BATCH = 500


def people(*, photos: bool = True, only: Collection[int] | None = None) -> Iterator[tuple[Contact, formats.Person]]:
    """Every contact of the network in scope (not the user's own card), or these, with its values, in the order of their
    names. A photo that is gone from the disk is left out."""
    wanted = Contact.objects.filter(is_me=False)
    if only is not None:
        wanted = wanted.filter(pk__in=only)
    keys = list(wanted.order_by("sort_key", "pk").values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        found = Contact.objects.filter(pk__in=batch).select_related("photo").prefetch_related(*_PARTS)
        notes = _notes(batch)
        by_key = {contact.pk: contact for contact in found}
        for key in batch:
            contact = by_key[key]
            yield contact, person_of(contact, notes=notes[key], photo=photos)


_PARTS: list[Any] = [
    "emails", "phones", "addresses", "links", "dates", "custom_fields",
    Prefetch("positions", queryset=Position._base_manager.select_related("organization").order_by("position", "pk")),
    "taggings__tag", "circle_memberships__circle",
]  # fmt: skip


def _notes(keys: list[int]) -> dict[int, list[str]]:
    notes: dict[int, list[str]] = defaultdict(list)
    for contact_id, on, body in (
        Note.objects.filter(contact__in=keys).order_by("on", "pk").values_list("contact_id", "on", "body")
    ):
        notes[contact_id].append(f"{on.isoformat()}: {body}")
    return notes


def person_of(contact: Contact, *, notes: list[str], photo: bool) -> formats.Person:
    """The values of one contact. What is said about them and the notes become one text, as other programs keep it."""
    labelled = formats.Labelled
    return formats.Person(
        source_key=f"urn:uuid:{contact.uid}",
        name=_name(contact),
        emails=[labelled(email.address, email.label) for email in contact.emails.all()],
        phones=[labelled(phone.key or phone.number, phone.label) for phone in contact.phones.all()],
        addresses=[_address(address) for address in contact.addresses.all()],
        links=[labelled(link.url, link.label or link.kind) for link in contact.links.all()],
        positions=[_position(position) for position in contact.positions.all()],
        dates=[
            formats.DatedOccasion(date.kind, formats.PartialDate(date.year, date.month, date.day), date.label)
            for date in contact.dates.all()
        ],
        groups=[membership.circle.name for membership in contact.circle_memberships.all()]
        + [tagging.tag.name for tagging in contact.taggings.all()],
        interests=list(contact.interests),
        custom=[labelled(field.value, field.name) for field in contact.custom_fields.all()],
        notes="\n\n".join(filter(None, [contact.about, *notes])),
        pronouns=contact.pronouns,
        photo=_photo(contact) if photo else None,
        connected_on=_day(contact.connected_on),
        location=contact.location,
        extras=list(contact.extras),
    )


def _name(contact: Contact) -> formats.Name:
    parts = (
        "display",
        "given",
        "additional",
        "family",
        "prefix",
        "suffix",
        "nickname",
        "phonetic_given",
        "phonetic_family",
    )
    columns = {part: getattr(contact, part) for part in parts}
    if contact.flag == NO_NAME:  # what stands in for a name is none
        columns["display"] = ""
    return formats.Name(**columns)


def _address(address: Any) -> formats.Address:
    parts = ("label", "po_box", "extended", "street", "city", "region", "postcode", "country", "formatted")
    return formats.Address(**{part: getattr(address, part) for part in parts})


def _position(position: Position) -> formats.Position:
    return formats.Position(
        organization=position.organization.name,
        title=position.title,
        department=position.department,
        kind=position.kind,
        started=formats.PartialDate(position.started_year, position.started_month),
        ended=formats.PartialDate(position.ended_year, position.ended_month),
        current=position.current,
    )


def _day(day: Any) -> formats.PartialDate:
    return formats.PartialDate(day.year, day.month, day.day) if day else formats.PartialDate()


def _photo(contact: Contact) -> formats.Photo | None:
    if contact.photo is None:
        return None
    try:
        with open_file(contact.photo) as stored:
            return formats.Photo(data=stored.read(), media_type=contact.photo.media_type)
    except Refusal:
        return None
