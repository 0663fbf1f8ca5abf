"""What of the own card is shown: the fields there are to tick, and a card made of nothing but those that are ticked.

A field is known by what it says, so that a number that is changed later is not shown before it is ticked again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.files import open_file
from wellkept.domain.contacts.models import Contact, Link, PostalAddress
from wellkept.domain.contacts.parts import ADDRESS_PARTS, NAME_PARTS, NO_NAME, address_key, link_identity
from wellkept.formats import person as formats
from wellkept.formats.names import fold, tidy

PICTURE = "photo"
PARTS = ("emails", "phones", "links", "addresses", "positions__organization")


@dataclass(frozen=True, slots=True)
class CardField:
    """One thing on the own card that can be shown. ``in_code``: it fits into a code."""

    key: str
    name: str  # 'E-mail, work'
    words: str  # 'ada@example.org'
    part: str  # which part of a Person it becomes
    value: Any
    in_code: bool = True


def card_fields(card: Contact) -> list[CardField]:
    """All that may be ticked, in the order of the card. Dates, notes and the user's own fields are never shown."""
    return [*_itself(card), *_reached(card), *_where(card)]


def shown_person(card: Contact, keys: Collection[str], *, picture: bool = False) -> formats.Person:
    """The card with what is ticked and nothing else."""
    person = formats.Person()
    for field in card_fields(card):
        if field.key not in keys:
            continue
        if field.part == PICTURE:
            person.photo = _picture(card) if picture else None
        elif isinstance(getattr(person, field.part), list):
            getattr(person, field.part).extend(field.value if isinstance(field.value, list) else [field.value])
        else:
            setattr(person, field.part, field.value)
    return person


def _itself(card: Contact) -> Iterator[CardField]:
    if card.flag != NO_NAME:
        whole = formats.Name(display=card.display, **{part: getattr(card, part) for part in NAME_PARTS})
        plain = replace(whole, nickname="", phonetic_given="", phonetic_family="")
        yield CardField("name", _("Name"), card.display, "name", plain)
    if card.photo_id:
        yield CardField(PICTURE, _("Picture"), _("the picture of your card"), PICTURE, None, in_code=False)
    if card.pronouns:
        yield CardField("pronouns", _("Pronouns"), card.pronouns, "pronouns", card.pronouns)
    for place in card.positions.all():
        key = f"position:{place.kind}:{place.organization.key}:{fold(place.title)}"
        name = _("Education") if place.kind == place.Kind.EDUCATION else _("Work") if place.current else _("Past work")
        yield CardField(key, name, str(place), "positions", _position(place), in_code=place.current)
    if card.about:
        yield CardField("about", _("About"), card.about, "notes", card.about, in_code=False)
    if card.interests:
        words = ", ".join(card.interests)
        yield CardField("interests", _("Interests"), words, "interests", list(card.interests), in_code=False)


def _position(place: Any) -> formats.Position:
    """Without the dates: what one does, not since when."""
    return formats.Position(
        organization=place.organization.name,
        title=place.title,
        department=place.department,
        kind=place.kind,
        current=place.current,
    )


def _reached(card: Contact) -> Iterator[CardField]:
    for email in card.emails.all():
        value = formats.Labelled(email.address, email.label)
        yield CardField(f"email:{email.key}", _named(_("E-mail"), email.label), email.address, "emails", value)
    for phone in card.phones.all():
        value = formats.Labelled(phone.key or phone.number, phone.label)
        key = f"phone:{phone.key or fold(phone.number)}"
        yield CardField(key, _named(_("Phone"), phone.label), phone.number, "phones", value)
    for link in card.links.all():
        value = formats.Labelled(link.url, link.label)
        yield CardField(f"link:{link_identity(link)}", _link_name(link), link.url, "links", value)


def _where(card: Contact) -> Iterator[CardField]:
    if card.location:
        yield CardField("location", _("Place"), card.location, "location", card.location)
    for address in card.addresses.all():
        yield CardField(
            f"address:{address_key(address)}",
            _named(_("Address"), address.label),
            tidy(str(address)),
            "addresses",
            _address(address),
        )


def _named(kind: str, label: str) -> str:
    return f"{kind}, {label}" if label else kind


def _link_name(link: Link) -> str:
    return link.label or (_("Web") if link.kind == "website" else link.kind.capitalize())


def _address(address: PostalAddress) -> formats.Address:
    return formats.Address(label=address.label, **{part: getattr(address, part) for part in ADDRESS_PARTS})


def _picture(card: Contact) -> formats.Photo | None:
    if card.photo is None:
        return None
    try:
        with open_file(card.photo) as stored:
            return formats.Photo(data=stored.read(), media_type=card.photo.media_type)
    except Refusal:
        return None
