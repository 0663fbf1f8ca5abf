"""Who of a list is a contact: by e-mail, or by the whole name together with the organization. A name alone is a question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import Contact, Email, Position
from wellkept.domain.contacts.organizations import organization_key
from wellkept.formats.attendees import AttendeeLine
from wellkept.formats.emails import is_shared_mailbox, normal_email
from wellkept.formats.names import fold, parse_name, sort_key

AT_ONCE = 400  # values in one question
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Matched:
    """``contact``: who it is, by which sign ('email', 'name and organization'); ``maybe``: namesakes, where nobody is sure."""

    line: AttendeeLine
    contact: int | None = None
    sign: str = ""
    maybe: tuple[int, ...] = ()


def match_lines(*, network: Network, lines: Sequence[AttendeeLine]) -> list[Matched]:
    """Each line with who it is. The user's own card is matched too (see ``own_key``). A handful of queries."""
    by_email = _by_email(network, {line.email for line in lines if line.email and not is_shared_mailbox(line.email)})
    keys = {line: sort_key(parse_name(line.name)) for line in lines if line.name}
    by_name = _by_name(network, set(keys.values()))
    places = _places(network, {key for found in by_name.values() for key in found})
    return [_matched(line, by_email, by_name.get(keys.get(line, ""), []), places) for line in lines]


def _matched(
    line: AttendeeLine, by_email: dict[str, set[int]], namesakes: list[int], places: dict[int, set[str]]
) -> Matched:
    of_email = by_email.get(line.email, set())
    if len(of_email) == 1:
        return Matched(line, next(iter(of_email)), "email")
    wanted = organization_key(line.organization)
    there = [key for key in namesakes if wanted and wanted in places.get(key, ())]
    if len(there) == 1:
        return Matched(line, there[0], "name and organization")
    return Matched(line, maybe=tuple(sorted({*of_email, *there} or namesakes)))


def _by_email(network: Network, addresses: set[str]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for some in _pieces(sorted(addresses)):
        rows = Email.objects.filter(network=network, key__in=some)
        for key, contact in rows.values_list("key", "contact_id"):
            found[key].add(contact)
    return found


def _by_name(network: Network, keys: set[str]) -> dict[str, list[int]]:
    """Contacts by sort key, in sight and out of it, the oldest first."""
    found: dict[str, list[int]] = defaultdict(list)
    people = Contact.objects.filter(network=network)
    for some in _pieces(sorted(keys - {""})):
        for rows in (people.filter(archived_at=None), people.filter(archived_at__isnull=False)):
            for key, contact in rows.filter(sort_key__in=some).order_by("pk").values_list("sort_key", "pk"):
                found[key].append(contact)
    return found


def _places(network: Network, contacts: set[int]) -> dict[int, set[str]]:
    """Where they are and were, as keys of organizations."""
    found: dict[int, set[str]] = defaultdict(set)
    for some in _pieces(sorted(contacts)):
        rows = Position.objects.filter(network=network, contact__in=some)
        for contact, key in rows.values_list("contact_id", "organization__key"):
            found[contact].add(key)
    return found


def _pieces(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]


def own_key(network: Network) -> int | None:
    """The user's own card, who is no attendee of their own events."""
    found: int | None = Contact.objects.filter(network=network, is_me=True).values_list("pk", flat=True).first()
    return found


def line_key(name: str, organization: str, email: str) -> Iterable[tuple[str, str]]:
    """By what two lines of lists are one: the e-mail, or the name with the organization."""
    if address := normal_email(email):
        yield "email", address
    if name:
        yield fold(name), organization_key(organization)
