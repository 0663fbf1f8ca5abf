"""A page of the list of contacts in an order that is not the contacts' own, without sorting them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import Contact, Position

Page = Callable[[int, int], list[int]]  # start and length

# CROSS JOIN is how SQLite is told the order of its loops: organizations by their key, then who is there. With a LIMIT it
# stops after the first few. A contact with several jobs stands at the first of them.
_AT = """
SELECT job.contact_id FROM contacts_organization o
CROSS JOIN contacts_position job ON job.organization_id = o.id AND job.network_id = o.network_id
    AND job.current IN (1) AND job.kind = 'job'
CROSS JOIN contacts_contact person ON person.id = job.contact_id
WHERE o.network_id = %s AND person.archived_at IS NULL AND NOT person.is_me
    AND NOT EXISTS (SELECT 1 FROM contacts_position other WHERE other.contact_id = job.contact_id AND other.current
        AND other.kind = 'job' AND (other.position, other.id) < (job.position, job.id))
ORDER BY o.key {way}, person.sort_key, person.id LIMIT %s OFFSET %s
"""

# Along the index of strengths, and then who it is.
_TIES = """
SELECT tie.contact_id FROM {table} tie CROSS JOIN contacts_contact person ON person.id = tie.contact_id
WHERE tie.network_id = %s AND person.archived_at IS NULL AND NOT person.is_me
ORDER BY tie.strength {way}, tie.contact_id LIMIT %s OFFSET %s
"""


def fetched(keys: QuerySet[Any, int]) -> list[int]:
    """All of these keys, in their order, as one text: there may be tens of thousands, and a row of a result costs more than
    its number."""
    sql, values = keys.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT group_concat("pk") FROM ({sql})', values)  # noqa: S608 (Django wrote the statement inside)
        (text,) = cursor.fetchone()
    return [int(key) for key in text.split(",")] if text else []


class InTwo(Sequence[int]):
    """The keys of these people: first those whom ``first`` gives in an order of its own, then ``rest``, who have no place
    in it. A page is asked for by its start and length, and the rest only where the first do not fill it."""

    def __init__(self, people: QuerySet[Contact], first: Page, rest: QuerySet[Any, int]) -> None:
        self.people, self.first, self.rest = people, first, rest

    def __len__(self) -> int:
        return self.total

    @cached_property
    def total(self) -> int:
        return self.people.count()

    def __getitem__(self, wanted: Any) -> Any:
        if not isinstance(wanted, slice):
            return self[wanted : wanted + 1][0]
        start = wanted.start or 0
        most = max(0, (self.total if wanted.stop is None else wanted.stop) - start)
        keys = self.first(start, most)
        if len(keys) < most and start + len(keys) < self.total:
            behind = 0 if keys or not start else start - (self.total - self.rest.count())
            keys += self.rest[max(0, behind) : max(0, behind) + most - len(keys)]
        return keys


class Counted(Sequence[int]):
    """Keys that are read a page at a time, whose number something quicker than they themselves knows."""

    def __init__(self, keys: QuerySet[Any, int], of: QuerySet[Any]) -> None:
        self.keys, self.of = keys, of

    def __len__(self) -> int:
        return self.total

    @cached_property
    def total(self) -> int:
        return self.of.count()

    def __getitem__(self, wanted: Any) -> Any:
        return list(self.keys[wanted]) if isinstance(wanted, slice) else self.keys[wanted]


def by_organization(people: QuerySet[Contact], network: Network, *, backwards: bool) -> InTwo:
    """Everybody in sight by the organization they are at; those who are at none last, by name."""

    def first(start: int, most: int) -> list[int]:
        with connection.cursor() as cursor:
            cursor.execute(_AT.format(way="DESC" if backwards else "ASC"), [network.pk, most, start])
            return [key for (key,) in cursor.fetchall()]

    jobs = Position._base_manager.filter(contact=OuterRef("pk"), current=True, kind=Position.Kind.JOB)
    return InTwo(people, first, people.filter(~Exists(jobs)).order_by("sort_key", "pk").values_list("pk", flat=True))


def by_standing(people: QuerySet[Contact], standings: QuerySet[Any]) -> InTwo:
    """Everybody in sight in the order of these standings; who has none yet last, by name."""
    keys = standings.values_list("pk", flat=True)
    rest = people.filter(standing=None).order_by("sort_key", "pk").values_list("pk", flat=True)
    return InTwo(people, lambda start, most: list(keys[start : start + most]), rest)


def by_strength(people: QuerySet[Contact], network: Network, *, backwards: bool) -> InTwo:
    """Everybody in sight by how strong the tie is; with whom nothing passed last, by name."""
    table = Contact.rhythm.related.related_model._meta.db_table

    def first(start: int, most: int) -> list[int]:
        with connection.cursor() as cursor:
            cursor.execute(_TIES.format(table=table, way="ASC" if backwards else "DESC"), [network.pk, most, start])
            return [key for (key,) in cursor.fetchall()]

    return InTwo(people, first, people.filter(rhythm=None).order_by("sort_key", "pk").values_list("pk", flat=True))
