"""Finding people, organizations, events and words said, while the user types."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import product

from django.db import connection
from django.db.models import Prefetch

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import Contact, Organization, Position
from wellkept.domain.events.models import Event
from wellkept.domain.search.spelling import corrections
from wellkept.domain.search.words import match, query_words
from wellkept.domain.timeline.excerpts import excerpt as plain
from wellkept.domain.timeline.models import Interaction, Note, Participation
from wellkept.formats.names import fold

_WORD = re.compile(r"[^\W_]+")


COMMON = 500  # so many rows of an index are read in no time


@dataclass(frozen=True)
class Said:
    """An interaction or note in which the words occur, with the place where they do."""

    kind: str  # 'interaction' or 'note'
    key: int
    on: date
    excerpt: str
    contacts: list[Contact]


@dataclass(frozen=True)
class Found:
    words: list[str]
    contacts: list[Contact] = field(default_factory=list)
    organizations: list[Organization] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    corrected: bool = False

    def __bool__(self) -> bool:
        return bool(self.contacts or self.organizations or self.events or self.said)


def search(*, network: Network, text: str, most: int = 20, said: bool = True) -> Found:
    """What the words of ``text`` find: contacts by closeness, names before other words; organizations; events, the next
    one first; what was said, newest first. Where nothing is found, near spellings are tried."""
    words = query_words(text)
    if not words:
        return Found(words)
    ids, corrected = _contact_ids(network, words, most)
    return Found(
        words=words,
        contacts=_contacts(ids),
        organizations=_organizations(network, text, most=5),
        events=find_events(network=network, words=words, most=5),
        said=_said(network, words, most=8) if said and max(map(len, words)) > 1 else [],
        corrected=corrected,
    )


def find_contacts(*, network: Network, text: str, most: int = 8) -> list[Contact]:
    """The contacts that a name (or any words about them) finds, the closest first; for pickers and commands."""
    words = query_words(text)
    if not words:
        return []
    return _contacts(_contact_ids(network, words, most)[0])


def find_named(*, network: Network, text: str, most: int = 40) -> list[Contact]:
    """The contacts whose name has a word of ``text`` (a line, not a query), the closest first."""
    words = [word for word in dict.fromkeys(_WORD.findall(fold(text[:2000]))) if len(word) > 2][:60]
    if not words:
        return []
    terms = " OR ".join(f'"{word}"' for word in words)
    return _contacts(_matching(network, f"net : n{network.pk} AND name : ({terms})", most))


def _contact_ids(network: Network, words: list[str], most: int) -> tuple[list[int], bool]:
    ids = _matching(network, match(words, network_id=network.pk, columns="name"), most)
    if len(ids) < most:
        ids += [key for key in _matching(network, match(words, network_id=network.pk), most) if key not in ids]
    if ids:
        return ids[:most], False
    for spelt in list(product(*([word, *corrections(word)] for word in words)))[1:12]:
        ids = _matching(network, match(list(spelt), network_id=network.pk), most)
        if ids:
            return ids[:most], True
    return [], False


# Along the index of warmth, until enough of those who were found have passed by. The sum keeps SQLite from beginning with
# these, to sort them all.
_WARMEST = """
SELECT contact_id FROM cadence_standing WHERE network_id = %s AND in_sight IN (1)
    AND contact_id + 0 IN (SELECT rowid FROM search_contacts WHERE search_contacts MATCH %s)
ORDER BY warmth DESC, contact_id LIMIT %s
"""


def _matching(network: Network, expression: str, most: int) -> list[int]:
    """Contact ids by stored warmth; bm25 over a common prefix would read everything (see the bench)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM (SELECT 1 FROM search_contacts WHERE search_contacts MATCH %s LIMIT %s)",
            [expression, COMMON],
        )
        if cursor.fetchone()[0] == COMMON:
            cursor.execute(_WARMEST, [network.pk, expression, most])
            if len(ids := [key for (key,) in cursor.fetchall()]) == most:
                return ids
        cursor.execute(
            "SELECT f.rowid FROM search_contacts f LEFT JOIN cadence_standing s ON s.contact_id = f.rowid "
            "WHERE search_contacts MATCH %s ORDER BY s.in_sight DESC, s.warmth DESC, f.rowid LIMIT %s",
            [expression, most],
        )
        return [key for (key,) in cursor.fetchall()]


# What a line of results shows. A contact has forty columns, and a keystroke twenty contacts.
_OF_CONTACT = (
    "network", "display", "given", "family", "nickname", "is_me", "archived_at", "photo",
    "standing__network", "standing__decided", "standing__last_touch_on", "standing__due_on",
)  # fmt: skip
_OF_POSITION = (
    "network",
    "contact",
    "title",
    "kind",
    "current",
    "position",
    "organization__network",
    "organization__name",
)
_OF_ORGANIZATION = ("network", "name", "key")
_WHO_SAID = ("network", "contact__network", "contact__display")


def _contacts(ids: list[int]) -> list[Contact]:
    jobs = Position.objects.select_related("organization").only(*_OF_POSITION)
    found = Contact.objects.filter(pk__in=ids).select_related("standing").only(*_OF_CONTACT)
    by_key = {contact.pk: contact for contact in found.prefetch_related(Prefetch("positions", queryset=jobs))}
    return [by_key[key] for key in ids if key in by_key]


def _organizations(network: Network, text: str, *, most: int) -> list[Organization]:
    """Organizations whose name begins with the text, then those that have a word beginning with it."""
    folded = fold(text).strip()[:100]
    # A range of keys, and not LIKE, which goes through all of them.
    named = Organization.objects.only(*_OF_ORGANIZATION)
    begins = list(named.filter(key__gte=folded, key__lt=f"{folded}\uffff").order_by("key")[:most])
    if len(begins) < most and len(folded) > 2:
        inside = named.filter(key__contains=f" {folded}").exclude(pk__in=[o.pk for o in begins])
        begins += list(inside.order_by("name")[: most - len(begins)])
    return begins


def find_events(*, network: Network, words: list[str], most: int) -> list[Event]:
    """Events by name, place and series: those that are not over, the next one first, then the others, the last one first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rowid FROM search_events WHERE search_events MATCH %s ORDER BY rowid DESC LIMIT %s",
            [match(words, network_id=network.pk), COMMON],
        )
        ids = [key for (key,) in cursor.fetchall()]
    if not ids:
        return []
    today, rows = network.today(), Event.objects.filter(pk__in=ids).select_related("series")
    coming = list(rows.filter(ends_on__gte=today).order_by("starts_on", "pk")[:most])
    over = rows.filter(ends_on__lt=today).order_by("-starts_on", "-pk")
    return coming + list(over[: most - len(coming)]) if len(coming) < most else coming


def _said(network: Network, words: list[str], *, most: int) -> list[Said]:
    # A single letter begins a third of all words: it would read most of the index and tell nothing.
    expression = match([word for word in words if len(word) > 1 or not word.isascii()], network_id=network.pk)
    notes = Note.objects.filter(pk__in=_newest("search_notes", expression, most)).select_related("contact")
    notes = notes.only(*_WHO_SAID, "on", "body")
    talks = Interaction.objects.filter(pk__in=_newest("search_interactions", expression, most * 4))
    talks = talks.only("network", "on", "body").order_by("-on", "-id")[:most]
    parts = Participation.objects.filter(interaction__in=[talk.pk for talk in talks]).select_related("contact")
    people: dict[int, list[Contact]] = {}
    for part in parts.only(*_WHO_SAID, "interaction"):
        people.setdefault(part.interaction_id, []).append(part.contact)
    found = [Said("note", note.pk, note.on, excerpt(note.body, words), [note.contact]) for note in notes]
    found += [
        Said("interaction", talk.pk, talk.on, excerpt(talk.body, words), people.get(talk.pk, [])) for talk in talks
    ]
    return sorted(found, key=lambda said: said.on, reverse=True)[:most]


def _newest(table: str, expression: str, most: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT rowid FROM {table} WHERE {table} MATCH %s ORDER BY rowid DESC LIMIT %s",  # noqa: S608
            [expression, most],
        )
        return [key for (key,) in cursor.fetchall()]


def excerpt(body: str, words: list[str], *, around: int = 70) -> str:
    """A line of the text, without its Markdown, around the first of the words; cut at spaces, with dots where it was cut."""
    line = plain(body, length=20_000)
    folded = fold(line)
    at = min((place for word in words if (place := folded.find(word)) >= 0), default=0)
    start = max(0, at - around // 2)
    if start:
        start = line.find(" ", start) + 1 or start
    piece = line[start : start + around * 2]
    if start + around * 2 < len(line):
        piece = piece.rsplit(" ", 1)[0] + " …"
    return ("… " if start else "") + piece
