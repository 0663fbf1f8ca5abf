"""A card as a page shows it. Everything comes from the ``Person`` that holds what was ticked, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.text import slugify

from wellkept.domain.contacts.links import href
from wellkept.domain.contacts.own_page import OwnPage
from wellkept.domain.contacts.publishing import whole_card
from wellkept.domain.contacts.showing_card import PICTURE, shown_person
from wellkept.domain.reminders.links import site
from wellkept.formats.person import Address, Labelled, Person, Position
from wellkept.formats.phones import display_phone
from wellkept.formats.vcard import write
from wellkept.interfaces.web.headers import FILE_POLICY


@dataclass(frozen=True, slots=True)
class Reach:
    """A line of the page: how its owner is reached. ``href`` is '' where it leads nowhere."""

    icon: str
    words: str
    label: str = ""
    href: str = ""


def page_address(page: OwnPage) -> str:
    """Where others find the page."""
    return site() + reverse("public-page", args=[page.address])


def reachable_by_others() -> bool:
    """Whether another machine finds it: at the site's address, or in the local network."""
    return bool(settings.LAN_URL) or not any(f"//{host}" in settings.SITE_URL for host in settings.LOOPBACK_HOSTS)


def shown(page: OwnPage) -> dict[str, Any]:
    """What the template of the page takes. Inside the scope of the page's network."""
    person = shown_person(whole_card(page.network), page.fields)
    jobs = [place for place in person.positions if place.kind == "job" and place.current]
    past = [place for place in person.positions if place not in jobs]
    return {
        "name": person.name.display,
        "heading": person.name.display or next((place.organization for place in jobs), ""),
        "pronouns": person.pronouns,
        "jobs": [place_words(place) for place in jobs],
        "past": [place_words(place) for place in past],
        "location": person.location,
        "about": person.notes,
        "interests": person.interests,
        "reaches": list(_reaches(person)),
        "has_picture": PICTURE in page.fields and whole_card(page.network).photo_id is not None,
        "leave_details": page.leave_details,
    }


def place_words(place: Position) -> str:
    return ", ".join(filter(None, [place.title, place.department, place.organization]))


def _reaches(person: Person) -> Iterator[Reach]:
    for email in person.emails:
        yield Reach("mail", email.value, email.label, f"mailto:{email.value}")
    for phone in person.phones:
        plain = phone.value.startswith("+")
        yield Reach("phone", display_phone(phone.value), phone.label, f"tel:{phone.value}" if plain else "")
    for link in person.links:
        yield _link(link)
    for address in person.addresses:
        yield Reach("place", _address(address), address.label)


def _link(link: Labelled) -> Reach:
    bare = link.value.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return Reach("globe", bare, link.label, href(link.value))


def _address(address: Address) -> str:
    place = " ".join(filter(None, [address.postcode, address.city]))
    parts = [address.street, address.extended, address.po_box, place, address.region, address.country]
    return address.formatted or ", ".join(filter(None, parts))


def card_file(person: Person) -> HttpResponse:
    """A vCard to download, named after what it says."""
    answer = HttpResponse(write(person, "3.0"), content_type="text/vcard; charset=utf-8")
    name = slugify(person.name.display) or "card"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.vcf"'
    answer.headers["Content-Security-Policy"] = FILE_POLICY
    return answer


def picture_file(page: OwnPage) -> HttpResponse | None:
    """The picture, where it is ticked and there."""
    if PICTURE not in page.fields:
        return None
    photo = shown_person(whole_card(page.network), [PICTURE], picture=True).photo
    if photo is None:
        return None
    return HttpResponse(photo.data, content_type=photo.media_type, headers={"Content-Security-Policy": FILE_POLICY})
