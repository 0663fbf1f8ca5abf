"""Who is near a few contacts: those that share something by which the tables are indexed. Quick in any network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Q

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.describing import traits_of
from wellkept.domain.contacts.likeness.traits import Traits
from wellkept.domain.contacts.models import Contact, ContactDate, Email, Link, Phone
from wellkept.formats.names import fold

AT_ONCE = 100  # values in one question
LETTERS = 3  # of a name: whose family name begins so is near


def near(network: Network, ids: Sequence[int]) -> list[int]:
    """These contacts and those near them."""
    few = traits_of(network, ids)
    found = set(ids)
    found.update(_sharing(Email, network, "key", {key for one in few for key in one.emails}))
    found.update(_sharing(Link, network, "key", {key for one in few for key in one.profiles}))
    written = Phone.objects.filter(network=network, contact__in=ids).exclude(key="").values_list("key", flat=True)
    found.update(_sharing(Phone, network, "key", set(written)))
    for day in {one.birthday[1:] for one in few if one.birthday}:
        rows = ContactDate.objects.filter(network=network, month=day[0], day=day[1])
        found.update(rows.values_list("contact_id", flat=True))
    found.update(_beginning(Email, network, "key", "contact_id", set(_mailboxes(few))))
    found.update(_beginning(_active(network), network, "sort_key", "pk", _beginnings(network, ids)))
    return sorted(found)


def _active(network: Network) -> Any:
    return Contact.objects.filter(network=network, archived_at=None)


def _sharing(model: Any, network: Network, column: str, values: Iterable[str]) -> Iterator[int]:
    wanted = sorted(values)
    for start in range(0, len(wanted), AT_ONCE):
        some = {f"{column}__in": wanted[start : start + AT_ONCE]}
        yield from model.objects.filter(network=network, **some).values_list("contact_id", flat=True)


def _beginning(rows: Any, network: Network, column: str, key: str, heads: Iterable[str]) -> Iterator[int]:
    """By a range of the index, which a LIKE would not use."""
    if isinstance(rows, type):
        rows = rows.objects.filter(network=network)  # type: ignore[attr-defined]
    wanted = sorted(heads)
    for start in range(0, len(wanted), AT_ONCE):
        either = Q()
        for head in wanted[start : start + AT_ONCE]:
            either |= Q(**{f"{column}__gte": head, f"{column}__lt": head + "\uffff"})
        yield from rows.filter(either).values_list(key, flat=True)


def _mailboxes(few: Iterable[Traits]) -> Iterator[str]:
    for one in few:
        for address in one.emails:
            local = address.partition("@")[0]
            if len(local) > 4:
                yield f"{local}@"


def _beginnings(network: Network, ids: Sequence[int]) -> set[str]:
    """How the sort keys of namesakes begin: with the family name, or with the given name where the order is other."""
    heads = set()
    for given, family, display in _active(network).filter(pk__in=ids).values_list("given", "family", "display"):
        for name in (given, family) if given or family else (display,):
            head = fold(name)[:LETTERS]
            if head:
                heads.add(head)
    return heads
