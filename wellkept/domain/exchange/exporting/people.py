"""Contacts as the value every writer takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from typing import Any

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts import models as kept
from wellkept.domain.contacts.files import open_file
from wellkept.domain.contacts.models import Contact
from wellkept.domain.contacts.parts import NO_NAME
from wellkept.domain.timeline.models import Note
from wellkept.formats import person as formats

BATCH = 500
NAME = (
    "display", "given", "additional", "family", "prefix", "suffix", "nickname", "phonetic_given", "phonetic_family",
)  # fmt: skip
ADDRESS = ("label", "po_box", "extended", "street", "city", "region", "postcode", "country", "formatted")


def keys_of_people(only: Collection[int] | None = None) -> list[int]:
    """The keys of every contact of the network in scope (not of the user's own card), or of these, by their names."""
    wanted = Contact.objects.filter(is_me=False)
    if only is not None and len(only) <= BATCH:
        wanted = wanted.filter(pk__in=only)
    keys = list(wanted.order_by("sort_key", "pk").values_list("pk", flat=True))
    chosen = set(keys if only is None else only)
    return [key for key in keys if key in chosen]


def people(
    *, photos: bool = True, notes: bool = True, only: Collection[int] | None = None
) -> Iterator[tuple[Contact, formats.Person]]:
    """Every contact, or these, with its values, in the order of their names. A photo that is gone from the disk is left
    out; without ``notes``, the text is what is said about somebody alone."""
    keys = keys_of_people(only)
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        found = Contact.objects.filter(pk__in=batch)
        by_key = {contact.pk: contact for contact in (found.select_related("photo") if photos else found)}
        parts = _Parts(batch, notes=notes)
        for key in batch:
            yield by_key[key], parts.person(by_key[key], photo=photos)


def person_of(contact: Contact, *, photo: bool = True) -> formats.Person:
    """The values of one contact. What is said about them and the notes become one text, as other programs keep it."""
    return _Parts([contact.pk]).person(contact, photo=photo)


class _Parts:
    """What hangs on some contacts, read with one query a table. (Prefetching builds a query for each contact and table.)"""

    def __init__(self, keys: Sequence[int], *, notes: bool = True) -> None:
        self.keys = keys
        self.emails = self._of(kept.Email, ("address", "label"), formats.Labelled)
        self.phones = self._of(kept.Phone, ("number", "key", "label"), _phone)
        self.addresses = self._of(kept.PostalAddress, ADDRESS, formats.Address)
        self.links = self._of(kept.Link, ("url", "label", "kind"), _link)
        self.positions = self._of(kept.Position, POSITION, _position)
        self.dates = self._of(kept.ContactDate, ("kind", "year", "month", "day", "label"), _occasion)
        self.custom = self._of(kept.CustomField, ("value", "name"), formats.Labelled)
        circles = self._of(kept.CircleMembership, ("circle__name",), str, order=("circle__position", "pk"))
        tags = self._of(kept.Tagging, ("tag__name",), str, order=("tag__key", "pk"))
        self.groups = {key: circles.get(key, []) + tags.get(key, []) for key in keys}
        self.notes = dated_notes(keys) if notes else {}

    def _of(
        self, model: Any, columns: Sequence[str], value: Callable[..., Any], order: Sequence[str] = ("position", "pk")
    ) -> dict[int, list[Any]]:
        return _rows(model, self.keys, columns, value, order)

    def person(self, contact: Contact, *, photo: bool) -> formats.Person:
        key = contact.pk
        return formats.Person(
            source_key=f"urn:uuid:{contact.uid}",
            name=_name(contact),
            emails=self.emails.get(key, []),
            phones=self.phones.get(key, []),
            addresses=self.addresses.get(key, []),
            links=self.links.get(key, []),
            positions=self.positions.get(key, []),
            dates=self.dates.get(key, []),
            groups=self.groups[key],
            interests=list(contact.interests),
            custom=self.custom.get(key, []),
            notes="\n\n".join(filter(None, [contact.about, *self.notes.get(key, [])])),
            pronouns=contact.pronouns,
            photo=_photo(contact) if photo else None,
            connected_on=_day(contact.connected_on),
            location=contact.location,
            closeness=contact.closeness,
            extras=list(contact.extras),
        )


def _rows(
    model: Any, keys: Sequence[int], columns: Sequence[str], value: Callable[..., Any], order: Sequence[str]
) -> dict[int, list[Any]]:
    """The rows of these contacts as values, by contact."""
    found: dict[int, list[Any]] = defaultdict(list)
    rows = model.objects.filter(contact__in=keys).order_by(*order).values_list("contact_id", *columns)
    for key, *values in rows:
        found[key].append(value(*values))
    return found


def dated_notes(keys: Sequence[int]) -> dict[int, list[str]]:
    """The notes of some contacts, each with its day, as they stand in the text of a card."""
    return _rows(Note, keys, ("on", "body"), _note, ("on", "pk"))


def _name(contact: Contact) -> formats.Name:
    columns = {part: getattr(contact, part) for part in NAME}
    if contact.flag == NO_NAME:  # what stands in for a name is none
        columns["display"] = ""
    return formats.Name(**columns)


def _phone(number: str, key: str, label: str) -> formats.Labelled:
    return formats.Labelled(key or number, label)


def _link(url: str, label: str, kind: str) -> formats.Labelled:
    return formats.Labelled(url, label or kind)


POSITION = (
    "organization__name", "title", "department", "kind", "started_year", "started_month", "ended_year", "ended_month",
    "current",
)  # fmt: skip


def _position(
    organization: str,
    title: str,
    department: str,
    kind: str,
    started_year: int | None,
    started_month: int | None,
    ended_year: int | None,
    ended_month: int | None,
    current: bool,
) -> formats.Position:
    return formats.Position(
        organization=organization,
        title=title,
        department=department,
        kind=kind,
        started=formats.PartialDate(started_year, started_month),
        ended=formats.PartialDate(ended_year, ended_month),
        current=current,
    )


def _occasion(kind: str, year: int | None, month: int, day: int, label: str) -> formats.DatedOccasion:
    return formats.DatedOccasion(kind, formats.PartialDate(year, month, day), label)


def _note(on: date, body: str) -> str:
    return f"{on.isoformat()}: {body}"


def _day(day: date | None) -> formats.PartialDate:
    return formats.PartialDate(day.year, day.month, day.day) if day else formats.PartialDate()


def _photo(contact: Contact) -> formats.Photo | None:
    if contact.photo is None:
        return None
    try:
        with open_file(contact.photo) as stored:
            return formats.Photo(data=stored.read(), media_type=contact.photo.media_type)
    except Refusal:
        return None
