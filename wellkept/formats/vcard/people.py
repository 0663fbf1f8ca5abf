"""From a card to a person. What a person has no place for is kept in ``extras``, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wellkept.formats.person import Labelled, Name, Person, Position, Problem
from wellkept.formats.vcard import more
from wellkept.formats.vcard.cards import Card, ReadCards
from wellkept.formats.vcard.draft import Draft
from wellkept.formats.vcard.properties import HANDLERS, other
from wellkept.formats.vcard.reading import read

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+\Z")


def people(source: bytes | ReadCards) -> Iterator[Person]:
    """Each card as a person, rows from 1; a nested one also says whose agent it is.

    The problems of the file as a whole are not here: ``read`` has them.
    """
    cards = (read(source) if isinstance(source, bytes) else source).cards
    for row, card in enumerate(cards, 1):
        person = to_person(card, row)
        if 0 < card.agent_of < row:
            holder = _display(cards[card.agent_of - 1])
            if holder:
                person.custom.append(Labelled(holder, "agent of"))
        yield person


def _display(card: Card) -> str:
    name = card.first("FN")
    return name.value.strip() if name else ""


def to_person(card: Card, row: int) -> Person:
    """The person a card is about. ``empty`` persons are to be refused; one without a name is for the caller to flag."""
    person = Person(row=row)
    if card.problems:
        person.problems = [Problem(row, one.field, one.message) for one in card.problems]
    draft = Draft(card, person, old=card.version.startswith("2"))
    if any(prop.group for prop in card.properties):
        draft.collect_labels()
    taken = []
    for prop in card.properties:
        if not HANDLERS.get(prop.name, other)(draft, prop):
            draft.keep(prop)
        elif prop.name in more.FAMILIES:
            taken.append(prop)
    person.emails = draft.emails.in_order()
    person.phones = draft.phones.in_order()
    person.links = draft.links.in_order()
    person.addresses = draft.all_addresses()
    person.positions = draft.all_positions()
    person.dates = list(draft.dates)
    person.groups = list(draft.groups)
    person.interests = list(draft.interests)
    person.notes = "\n\n".join(draft.notes)
    person.name = _name(draft, person.positions)
    if draft.group_labels:
        draft.keep_unused_labels()
    person.extras += card.unread
    person.extras += dict.fromkeys(line for prop in taken if (line := more.said(draft, prop)))
    return person


def _name(draft: Draft, positions: list[Position]) -> Name:
    parts = draft.parts
    family, given, additional, prefix, suffix = (*parts[:5], *[""] * (5 - len(parts)))
    display = draft.display or composed(prefix, given, additional, family, suffix)
    if not display and draft.company:
        display = next((position.organization for position in positions if position.organization), "")
    return Name(
        display=display,
        given=given,
        additional=additional,
        family=family,
        prefix=prefix,
        suffix=suffix,
        nickname=", ".join(dict.fromkeys(draft.nicknames)),
        phonetic_given=draft.phonetic_given,
        phonetic_family=draft.phonetic_family,
    )


def composed(prefix: str, given: str, additional: str, family: str, suffix: str) -> str:
    """A name from its parts where a card has no FN; in East Asian scripts the family name leads, without a space."""
    if family and given and _CJK.match(family + given):
        return family + additional + given
    return " ".join(part for part in (prefix, given, additional, family, suffix) if part)
