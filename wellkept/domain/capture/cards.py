"""Business cards: from what was seen to fields, and in words why a picture could not be looked at."""

from __future__ import annotations

from functools import cache

from wellkept.domain.capture.seeing import Seen
from wellkept.domain.contacts.likeness.nicknames import given_names
from wellkept.formats.card.confirming import confirmed
from wellkept.formats.card.reading import Card, read_card
from wellkept.formats.given_names import usual_given
from wellkept.formats.names import parse_name
from wellkept.formats.person import Address, Labelled, Name, Person, Position


def gettext_noop(word: str) -> str:
    """Marks a word for the translators. Django's own asks for settings, and reading a card needs none."""
    return word


NOTHING_FOUND = gettext_noop("nothing that a business card says is found on this picture.")


def card_of(seen: Seen, *, region: str = "") -> Card:
    """The fields of what was seen. ``region``: where the user is, for numbers of cards that do not tell their own country."""
    card = read_card(seen.lines, region=region, given=known_given())
    return confirmed(card, seen.codes, regions=[region] if region else [])


WORDS = {
    "empty": gettext_noop("this file is empty."),
    "bytes": gettext_noop("this file is larger than 30 MB."),
    "svg": gettext_noop("this is an SVG drawing, no photo: PNG, JPEG, HEIC, WebP, GIF, BMP and TIFF can be read."),
    "polyglot": gettext_noop(
        "this file is a picture and something else besides (a page or an archive): it is not opened."
    ),
    "kind": gettext_noop("this is no picture that can be read: PNG, JPEG, HEIC, WebP, GIF, BMP and TIFF can."),
    "pixels": gettext_noop("this picture has more than 72 million pixels."),
    "memory": gettext_noop("this picture takes more memory than it may."),
    "time": gettext_noop("this picture takes longer to read than it may."),
    "engine": gettext_noop("the engine that reads pictures failed to start; make setup-cards installs it anew."),
    "broken": gettext_noop("this picture is broken and cannot be read."),
}


def word_for(problem: str) -> str:
    """Why a picture could not be looked at, for people; to be translated where it is shown."""
    return WORDS.get(problem, WORDS["broken"])


@cache
def known_given() -> frozenset[str]:
    return usual_given() | {name for name in given_names() if len(name) > 2}


def person_of_card(card: Card) -> Person:
    job = Position(card.organization or "", title=card.title or "")
    return Person(
        name=parse_name(card.name) if card.name else Name(),
        emails=[Labelled(value, "work") for value in card.emails],
        phones=[Labelled(value) for value in card.phones],
        links=[Labelled(value if "://" in value else f"https://{value}") for value in card.urls],
        addresses=[Address(formatted=card.address, label="work")] if card.address else [],
        positions=[job] if job.organization or job.title else [],
    )
