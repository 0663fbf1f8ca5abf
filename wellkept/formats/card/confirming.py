"""A code on the card says some of the fields exactly: they complete and confirm what was read."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wellkept.formats.card.naming import bare_name
from wellkept.formats.card.reading import Card
from wellkept.formats.codes import person_of
from wellkept.formats.names import display_name, fold
from wellkept.formats.person import Person
from wellkept.formats.phones import normal_phone


def confirmed(card: Card, codes: Sequence[str], *, regions: Collection[str] = ()) -> Card:
    """``card`` with what its codes say. Where both say the same nothing is unsure; where they differ the code's word is taken."""
    for person in filter(None, map(person_of, codes)):
        _addresses(card, person)
        _numbers(card, person, regions)
        _words(card, person)
    card.unsure = list(dict.fromkeys(card.unsure))
    return card


def _addresses(card: Card, person: Person) -> None:
    for mail in (one.value for one in person.emails):
        if mail in card.emails:
            _sure(card, mail)
        else:
            misread = [other for other in card.emails if _near(mail, other)]
            card.emails = [mail, *(other for other in card.emails if other not in misread)]
            _sure(card, *misread)
    for link in (one.value for one in person.links):
        known = {_bare_link(url): url for url in card.urls}
        if (bare := _bare_link(link)) in known:
            _sure(card, known[bare])
        else:
            card.urls.append(link)


def _numbers(card: Card, person: Person, regions: Collection[str]) -> None:
    for phone in person.phones:
        if "fax" in phone.label.lower():
            continue
        e164 = next(filter(None, (normal_phone(phone.value, region).e164 for region in ("", *regions))), "")
        if not e164:
            ends = [
                number
                for number in card.phones
                if number.endswith("".join(filter(str.isdigit, phone.value)).lstrip("0")[-7:])
            ]
            if not ends:
                card.phones.append(phone.value)
                card.unsure.append(phone.value)
            continue
        if e164 in card.phones:
            _sure(card, e164)
            continue
        misread = [other for other in card.phones if _near(e164, other)]
        card.phones = [e164, *(other for other in card.phones if other not in misread)]
        _sure(card, *misread)


def _words(card: Card, person: Person) -> None:
    name = bare_name(display_name(person.name)) if display_name(person.name) else ""
    position = person.positions[0] if person.positions else None
    for field, said in (
        ("name", name),
        ("organization", position.organization if position else ""),
        ("title", position.title if position else ""),
        ("address", person.addresses[0].formatted if person.addresses else ""),
    ):
        read = getattr(card, field)
        if not said:
            continue
        if read is None or field != "address":
            same = read is not None and sorted(fold(read).split()) == sorted(fold(said).split())
            setattr(
                card,
                field,
                read
                if same and fold(read) == fold(said) and not said.isupper() and read == said
                else said
                if not same
                else read,
            )
        _sure(card, field)


def _sure(card: Card, *words: str) -> None:
    card.unsure = [word for word in card.unsure if word not in words]


def _near(one: str, other: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(one, other) <= 2


def _bare_link(url: str) -> str:
    return url.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
