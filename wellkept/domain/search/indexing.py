"""The index follows the history: what an act touched is indexed again in the same transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import (
    CircleMembership,
    Contact,
    ContactDate,
    CustomField,
    Email,
    Link,
    Phone,
    Position,
    PostalAddress,
    Tagging,
)
from wellkept.domain.events.models import Event
from wellkept.domain.history.models import Act, Change
from wellkept.domain.search import spelling
from wellkept.domain.search.words import index_text
from wellkept.domain.timeline.models import Fact, Interaction, Note

BATCH = 500
_CONTACT_TABLES = {
    model._meta.label_lower
    for model in (
        Contact, Email, Phone, PostalAddress, Link, Position, CircleMembership, Tagging, CustomField, ContactDate, Fact,
    )
}  # fmt: skip


def follow(*, act: Act, changes: list[Change], **_: Any) -> None:
    """Index what an act changed. Connected to ``history.acting.acted``."""
    contacts = {change.contact_id for change in changes if change.table in _CONTACT_TABLES and change.contact_id}
    organizations = {
        change.row for change in changes if change.table == "contacts.organization" and change.op == "edit"
    }
    if organizations:
        contacts |= set(Position.objects.filter(organization__in=organizations).values_list("contact_id", flat=True))
    index_contacts(network=act.network, ids=contacts)
    index_texts(Interaction, "search_interactions", act.network, _rows(changes, "timeline.interaction"))
    index_texts(Note, "search_notes", act.network, _rows(changes, "timeline.note"))
    index_events(network=act.network, ids=_events(changes))


def _events(changes: list[Change]) -> set[int]:
    """Events that were changed, and those of a series that was."""
    series = {change.row for change in changes if change.table == "events.series" and change.op == "edit"}
    named = Event.objects.filter(series__in=series).values_list("pk", flat=True) if series else ()
    return _rows(changes, "events.event") | set(named)


def _rows(changes: list[Change], table: str) -> set[int]:
    return {change.row for change in changes if change.table == table}


def index_contacts(*, network: Network, ids: Iterable[int]) -> None:
    """Index these contacts again; those that are gone or are the user's own card leave the index."""
    wanted = sorted(ids)
    for start in range(0, len(wanted), BATCH):
        batch = wanted[start : start + BATCH]
        rows = _contact_rows(network, batch)
        with connection.cursor() as cursor:
            _forget(cursor, "search_contacts", batch)
            cursor.executemany(
                "INSERT INTO search_contacts (rowid, net, name, organization, address, words) VALUES (%s,%s,%s,%s,%s,%s)",
                rows,
            )
    if wanted:
        spelling.forget()


def index_texts(model: type[Interaction] | type[Note], table: str, network: Network, ids: Iterable[int]) -> None:
    """Index the bodies of interactions or notes again; ``table`` is a name of this module, never input."""
    wanted = sorted(ids)
    for start in range(0, len(wanted), BATCH):
        batch = wanted[start : start + BATCH]
        found = model.objects.filter(pk__in=batch).values_list("pk", "body")
        rows = [(key, f"n{network.pk}", index_text(body)) for key, body in found if body]
        with connection.cursor() as cursor:
            _forget(cursor, table, batch)
            cursor.executemany(f"INSERT INTO {table} (rowid, net, body) VALUES (%s,%s,%s)", rows)  # noqa: S608


def index_events(*, network: Network, ids: Iterable[int]) -> None:
    """Index these events again: by name, place and series."""
    wanted = sorted(ids)
    for start in range(0, len(wanted), BATCH):
        batch = wanted[start : start + BATCH]
        found = Event.objects.filter(pk__in=batch).values_list("pk", "name", "place", "series__name")
        rows = [
            (key, f"n{network.pk}", index_text(name), index_text(place), index_text(series or ""))
            for key, name, place, series in found
        ]
        with connection.cursor() as cursor:
            _forget(cursor, "search_events", batch)
            cursor.executemany(
                "INSERT INTO search_events (rowid, net, name, place, series) VALUES (%s,%s,%s,%s,%s)", rows
            )


def rebuild(*, network: Network) -> None:
    """Index a whole network again."""
    index_contacts(network=network, ids=Contact.objects.values_list("pk", flat=True))
    index_texts(Interaction, "search_interactions", network, Interaction.objects.values_list("pk", flat=True))
    index_texts(Note, "search_notes", network, Note.objects.values_list("pk", flat=True))
    index_events(network=network, ids=Event.objects.values_list("pk", flat=True))


def take_in(*, network: Network, **_: Any) -> None:
    """Connected to ``accounts.arriving.arrived``."""
    rebuild(network=network)


def let_go(*, network: Network, **_: Any) -> None:
    """Connected to ``accounts.leaving.going``."""
    forget_network(network_id=network.pk)


def forget_network(*, network_id: int) -> None:
    """Take a network out of the index; for when it is deleted."""
    with connection.cursor() as cursor:
        for table in ("search_contacts", "search_interactions", "search_notes", "search_events"):
            cursor.execute(
                f"DELETE FROM {table} WHERE rowid IN (SELECT rowid FROM {table} WHERE {table} MATCH %s)",  # noqa: S608
                [f"net : n{network_id}"],
            )
    spelling.forget()


def _forget(cursor: Any, table: str, ids: Sequence[int]) -> None:
    marks = ",".join(["%s"] * len(ids))
    cursor.execute(f"DELETE FROM {table} WHERE rowid IN ({marks})", list(ids))  # noqa: S608


def _contact_rows(network: Network, ids: list[int]) -> list[tuple[int, str, str, str, str, str]]:
    """One row of the index a contact: (id, network word, name, organizations, addresses, other words)."""
    organizations, addresses, words = _gather(ids)
    return [
        (
            contact.pk,
            f"n{network.pk}",
            index_text(
                contact.display,
                contact.given,
                contact.additional,
                contact.family,
                contact.nickname,
                contact.phonetic_given,
                contact.phonetic_family,
            ),
            index_text(*organizations[contact.pk]),
            index_text(*addresses[contact.pk]),
            index_text(contact.location, contact.met_where, contact.about, *contact.interests, *words[contact.pk]),
        )
        for contact in Contact.objects.filter(pk__in=ids, is_me=False)
    ]


def _gather(ids: list[int]) -> tuple[dict[int, list[str]], dict[int, list[str]], dict[int, list[str]]]:
    organizations: dict[int, list[str]] = defaultdict(list)
    addresses: dict[int, list[str]] = defaultdict(list)
    words: dict[int, list[str]] = defaultdict(list)

    def pour(rows: Iterable[tuple[Any, ...]], into: dict[int, list[str]]) -> None:
        for key, *texts in rows:
            into[key].extend(text for text in texts if text)

    def of(model: Any, *columns: str) -> Iterable[tuple[Any, ...]]:
        rows: Iterable[tuple[Any, ...]] = model.objects.filter(contact__in=ids).values_list("contact_id", *columns)
        return rows

    pour(of(Position, "organization__name"), organizations)
    pour(of(Position, "title", "department"), words)
    pour(of(Email, "address"), addresses)
    pour(((key, number, e164.lstrip("+")) for key, number, e164 in of(Phone, "number", "key")), addresses)
    pour(((key, "".join(filter(str.isdigit, number))) for key, number in of(Phone, "number")), addresses)
    pour(of(Link, "url", "key"), addresses)
    pour(of(PostalAddress, "city", "country", "street", "formatted"), words)
    pour(of(Tagging, "tag__name"), words)
    pour(of(CircleMembership, "circle__name"), words)
    pour(of(CustomField, "value"), words)
    pour(of(Fact, "words"), words)
    return organizations, addresses, words
