"""A page of the list of contacts in an order that is not the contacts' own, without sorting them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.expressions import RawSQL

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import Contact, Position

Page = Callable[[int, int], list[int]]  # start and length

# CROSS JOIN is how SQLite is told the order of its loops: organizations by their key, then who is there. With a LIMIT it
# stops after the first few. A contact with several jobs stands at the first of them. Who is meant is asked inside, since for
# a condition on ``person`` itself SQLite would first go through them all, to make a filter of their keys.
_AT = """
SELECT job.contact_id FROM contacts_organization o
CROSS JOIN contacts_position job ON job.organization_id = o.id AND job.network_id = o.network_id
    AND job.current IN (1) AND job.kind = 'job'
CROSS JOIN contacts_contact person ON person.id = job.contact_id
WHERE o.network_id = %s AND EXISTS ({who})
    AND NOT EXISTS (SELECT 1 FROM contacts_position other WHERE other.contact_id = job.contact_id AND other.current
        AND other.kind = 'job' AND (other.position, other.id) < (job.position, job.id))
ORDER BY o.key {way}, person.sort_key, person.id LIMIT %s OFFSET %s
"""

# Along the index of strengths, and then who it is.
_TIES = """
SELECT tie.contact_id FROM {table} tie WHERE tie.network_id = %s AND EXISTS ({who})
ORDER BY tie.strength {way}, tie.contact_id LIMIT %s OFFSET %s
"""

FEW = 900  # so many are sorted in no time; and it is fewer than a statement may have values


def fetched(keys: QuerySet[Any, int]) -> list[int]:
    """All of these keys, in their order, as one text: there may be tens of thousands, and a row of a result costs more than
    its number."""
    try:
        sql, values = keys.query.sql_with_params()
    except EmptyResultSet:
        return []
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT group_concat("pk") FROM ({sql})', values)  # noqa: S608 (Django wrote the statement inside)
        (text,) = cursor.fetchone()
    return [int(key) for key in text.split(",")] if text else []


class InTwo(Sequence[int]):
    """The keys of these people: first those whom ``first`` gives in an order of its own, then ``rest``, who have no place
    in it. A page is asked for by its start and length, and the rest only where the first do not fill it."""

    def __init__(self, count: Callable[[], int], first: Page, rest: QuerySet[Any, int]) -> None:
        self.count_all, self.first, self.rest = count, first, rest

    def __len__(self) -> int:
        return self.total

    @cached_property
    def total(self) -> int:
        return self.count_all()

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
    """Keys that are read a page at a time, whose number something quicker than they themselves may know."""

    def __init__(self, keys: QuerySet[Any, int], count: Callable[[], int]) -> None:
        self.keys, self.count_all = keys, count

    def __len__(self) -> int:
        return self.total

    @cached_property
    def total(self) -> int:
        return self.count_all()

    def __getitem__(self, wanted: Any) -> Any:
        return list(self.keys[wanted]) if isinstance(wanted, slice) else self.keys[wanted]


class FewOrMany(Sequence[int]):
    """Keys that are easily counted: ``few`` gives them all, where they are few."""

    def __init__(self, many: Sequence[int], few: Callable[[], list[int]]) -> None:
        self.many, self.few = many, few

    @cached_property
    def keys(self) -> Sequence[int]:
        return self.many if len(self.many) >= FEW else self.few()

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, wanted: Any) -> Any:
        return self.keys[wanted]


@dataclass(frozen=True)
class Crowd:
    """Who is listed. ``narrowed``: somebody whom the network has in sight is left out, or the archived are meant."""

    people: QuerySet[Contact]
    network: Network
    narrowed: bool
    count: Callable[[], int]

    def one(self, key: str) -> tuple[str, list[Any]]:
        """A statement that finds the one of them who has the key that stands under this name outside of it."""
        sql, values = self.people.filter(pk=RawSQL(key, [])).values("pk").query.sql_with_params()  # noqa: S611
        return sql, list(values)

    def without(self, rows: QuerySet[Any]) -> QuerySet[Any, int]:
        """Those who have none of these rows, by name. ``rows`` are tied to the contact outside of them."""
        return self.people.filter(~Exists(rows)).order_by("sort_key", "pk").values_list("pk", flat=True)


def by_organization(crowd: Crowd, *, backwards: bool) -> InTwo:
    """By the organization they are at; those who are at none last, by name."""
    who, values = crowd.one("job.contact_id")
    jobs = Position._base_manager.filter(contact=OuterRef("pk"), current=True, kind=Position.Kind.JOB)
    sql = _AT.format(who=who, way="DESC" if backwards else "ASC")
    return InTwo(crowd.count, _walked(sql, [crowd.network.pk, *values]), crowd.without(jobs))


def by_standing(crowd: Crowd, standings: QuerySet[Any], column: str) -> InTwo:
    """In the order of these standings; who has nothing in this column of it (or no standing yet) last, by name."""
    there = standings.filter(**{f"{column}__isnull": False})
    keys = there.values_list("pk", flat=True)
    if crowd.narrowed:
        keys = keys.filter(Exists(crowd.people.filter(pk=OuterRef("pk"))))
    rest = crowd.without(there.order_by().filter(pk=OuterRef("pk")))
    return InTwo(crowd.count, lambda start, most: list(keys[start : start + most]), rest)


def by_strength(crowd: Crowd, *, backwards: bool) -> InTwo:
    """By how strong the tie is; with whom nothing passed last, by name."""
    rhythms = Contact.rhythm.related.related_model
    who, values = crowd.one("tie.contact_id")
    sql = _TIES.format(table=rhythms._meta.db_table, who=who, way="ASC" if backwards else "DESC")
    rest = crowd.without(rhythms._base_manager.filter(pk=OuterRef("pk")))
    return InTwo(crowd.count, _walked(sql, [crowd.network.pk, *values]), rest)


def _walked(sql: str, values: list[Any]) -> Page:
    def page(start: int, most: int) -> list[int]:
        with connection.cursor() as cursor:
            cursor.execute(sql, [*values, most, start])
            return [key for (key,) in cursor.fetchall()]

    return page
