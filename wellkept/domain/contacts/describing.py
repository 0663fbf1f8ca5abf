"""Contacts as the comparison sees them: read with one query a table, whoever many there are."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from django.db.models import Count

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.likeness.letters import in_latin
from wellkept.domain.contacts.likeness.traits import Traits
from wellkept.domain.contacts.models import Contact, ContactDate, Email, Link, Phone, Position, PostalAddress
from wellkept.formats.emails import is_shared_mailbox
from wellkept.formats.names import fold

CHUNK = 2000
SHARED_BY = 3  # contacts: an address or number that more have is nobody's own
_GENERATIONS = {"jr", "sr", "ii", "iii", "iv"}
_AREA = re.compile(r"\b(?:greater|metropolitan|metro|area|region|und umgebung|et periph\w*)\b|\(.*\)")
_NAMES = ("pk", "display", "given", "family", "nickname", "additional", "suffix", "location")


def traits_of(network: Network, ids: Sequence[int] | None = None) -> list[Traits]:
    """The traits of these contacts, or of all in sight but the user's own card."""
    found: dict[int, Traits] = {}
    people = Contact.objects.filter(network=network, is_me=False, archived_at=None)
    for row in _rows(people, ids, "pk", *_NAMES):
        found[row[0]] = _named(row)
    nobodys = _crowded(Email, network)
    for contact, keys in _gathered(Email, network, ids, found, "key"):
        found[contact].emails = frozenset([key for key in keys if key not in nobodys and not is_shared_mailbox(key)])
    nobodys = _crowded(Phone, network)
    for contact, keys in _gathered(Phone, network, ids, found, "key", "number"):
        found[contact].phones = frozenset({_digits(key) for key in keys if key not in nobodys} - {""})
    for contact, keys in _gathered(Link, network, ids, found, "key"):
        found[contact].profiles = frozenset(keys)
    for contact, places in _gathered(Position, network, ids, found, "organization_id"):
        found[contact].organizations = frozenset(map(str, places))
    _where(network, ids, found)
    _born(network, ids, found)
    return list(found.values())


def _rows(rows: Any, ids: Sequence[int] | None, key: str, *columns: str) -> Iterable[tuple[Any, ...]]:
    """All at once: a hundred thousand short rows take little room, and each step of an iterator on the way takes its time."""
    wanted = rows.order_by().values_list(*columns)
    if ids is None:
        return list(wanted)
    chunks = (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))
    return chain.from_iterable(wanted.filter(**{f"{key}__in": chunk}) for chunk in chunks)


def _named(row: tuple[Any, ...]) -> Traits:
    pk, display, given, family, nickname, additional, suffix, location = row
    if not given and not family:
        given = display
    traits = Traits(key=pk, given=word(given), family=word(family))
    if nickname or additional:
        traits.other_names = frozenset({word(nickname), word(additional)} - {""})
    if suffix:
        generation = set(fold(suffix).replace(".", "").replace(",", " ").split()) & _GENERATIONS
        traits.suffix = min(generation, default="")
    if location:
        traits.city = _city(location)
    return traits


@lru_cache(maxsize=65536)
def word(name: str) -> str:
    """A name without case, accents, hyphens and points, in Latin letters."""
    if not name:
        return ""
    plain = in_latin(fold(name)).replace("-", " ").replace("'", "").replace(".", " ")
    return " ".join(plain.split())


@lru_cache(maxsize=8192)
def _city(location: str) -> str:
    return word(_AREA.sub(" ", fold(location.partition(",")[0])))


def _gathered(
    model: Any, network: Network, ids: Sequence[int] | None, found: Container[int], *columns: str
) -> Iterable[tuple[int, list[Any]]]:
    """The values of each contact; of two columns the first that is not empty."""
    gathered: dict[int, list[Any]] = {}
    for contact, value, *other in _rows(model.objects.filter(network=network), ids, "contact", "contact_id", *columns):
        said = value or (other and other[0])
        if not said:
            continue
        if contact in gathered:
            gathered[contact].append(said)
        elif contact in found:
            gathered[contact] = [said]
    return gathered.items()


def _crowded(model: Any, network: Network) -> frozenset[str]:
    """Addresses or numbers that more than a few contacts have."""
    rows = model.objects.filter(network=network).exclude(key="").order_by().values("key")
    return frozenset(rows.annotate(count=Count("pk")).filter(count__gt=SHARED_BY).values_list("key", flat=True))


def _digits(number: str) -> str:
    digits = "".join(filter(str.isdigit, number))
    return digits if len(digits) >= 7 else ""


def _where(network: Network, ids: Sequence[int] | None, found: dict[int, Traits]) -> None:
    rows = PostalAddress.objects.filter(network=network)
    columns = ("contact_id", "street", "postcode", "city")
    for contact, street, postcode, city in _rows(rows, ids, "contact", *columns):
        traits = found.get(contact)
        if traits is None or traits.street or traits.postcode:
            continue
        traits.street = word(street.partition("\n")[0]) if street else ""
        traits.postcode = fold(postcode).replace(" ", "") if postcode else ""
        traits.city = word(city) or traits.city


def _born(network: Network, ids: Sequence[int] | None, found: dict[int, Traits]) -> None:
    rows = ContactDate.objects.filter(network=network, kind=ContactDate.Kind.BIRTHDAY)
    for contact, year, month, day in _rows(rows, ids, "contact", "contact_id", "year", "month", "day"):
        if contact in found:
            found[contact].birthday = (year, month, day)
