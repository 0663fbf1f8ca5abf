"""Deciding on those not decided, card by card or in groups, the most promising first, with an end."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal

from django.db import connection
from django.db.models import CharField, Count, Max, QuerySet
from django.db.models.functions import Cast, Coalesce, Greatest, Substr
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.models import Standing
from wellkept.domain.contacts.models import Contact

GroupedBy = Literal["organization", "circle", "connected", "message"]
MOST_GROUPS = 60
_AT_ORGANIZATIONS = """
SELECT organization.id, organization.name, found.people, found.best FROM (
    SELECT job.organization_id AS at, COUNT(DISTINCT job.contact_id) AS people, MAX(standing.promise_score) AS best
    FROM contacts_position job CROSS JOIN cadence_standing standing ON standing.contact_id = job.contact_id
    WHERE job.network_id = %s AND job.current IN (1) AND standing.network_id = job.network_id
        AND standing.in_sight IN (1) AND standing.decided = 'undecided'
    GROUP BY 1 ORDER BY 3 DESC, 2 DESC, 1 LIMIT %s
) found JOIN contacts_organization organization ON organization.id = found.at
ORDER BY found.best DESC, found.people DESC, found.at
"""


@dataclass(frozen=True, slots=True)
class Group:
    """Some of the not decided, to be decided on together. ``key`` goes into ``members``; '' gathers those without."""

    by: str
    key: str
    label: str
    count: int
    best_score: float
    first: str  # the name of the most promising of them
    reason: str  # and why


@dataclass(frozen=True, slots=True)
class Progress:
    decided: int
    total: int

    @property
    def left(self) -> int:
        return self.total - self.decided

    @property
    def finished(self) -> bool:
        """All caught up."""
        return self.left == 0


def undecided(network: Network) -> QuerySet[Standing]:
    """Those in sight on whom nothing was decided, the most promising first."""
    rows: QuerySet[Standing] = (
        Standing.objects.visible()
        .filter(network=network, decided=Standing.Decided.UNDECIDED)
        .order_by("-promise_score", "pk")
    )
    return rows


def next_undecided(
    *, network: Network, limit: int = 20, after: Collection[int] = (), group: tuple[GroupedBy, str] | None = None
) -> list[Standing]:
    """The next to decide on, with their contacts. ``after``: contacts to leave out, such as those put aside in this sitting."""
    rows = undecided(network) if group is None else _in_group(network, *group)
    return list(rows.exclude(pk__in=after).select_related("contact")[:limit])


def progress(*, network: Network) -> Progress:
    rows = Standing.objects.visible().filter(network=network).order_by().values_list("decided").annotate(Count("pk"))
    people: dict[str, int] = dict(rows)
    total = sum(people.values())
    return Progress(decided=total - people.get(Standing.Decided.UNDECIDED, 0), total=total)


def groups(*, network: Network, by: GroupedBy) -> list[Group]:
    """The not decided in groups, the group with the most promising contact first; at most 60 groups."""
    column, label = _grouping(by)
    columns = dict.fromkeys([column, label]) if label else {column: None}
    rows = (
        _at_organizations(network)
        if by == "organization"
        else list(
            _groupable(network, by)
            .order_by()
            .values(*columns)
            .annotate(how_many=Count("pk"), best=Max("promise_score"))
            .order_by("-best", "-how_many", column)[:MOST_GROUPS]
        )
    )
    firsts = _firsts(network, by, column, {row[column]: row["best"] for row in rows})
    return [
        Group(
            by=by,
            key="" if row[column] is None else str(row[column]),
            label=_label(by, row[label or column]),
            count=row["how_many"],
            best_score=row["best"],
            first=firsts.get(row[column], ("", ""))[0],
            reason=firsts.get(row[column], ("", ""))[1],
        )
        for row in rows
    ]


def members(*, network: Network, by: GroupedBy, key: str) -> list[Contact]:
    """Those of one group, the most promising first."""
    return [standing.contact for standing in _in_group(network, by, key).select_related("contact")]


def _grouping(by: str) -> tuple[str, str]:
    """The column that tells the groups apart, and the one that names them ('' where it is the same)."""
    columns = {
        "organization": ("contact__positions__organization_id", "contact__positions__organization__name"),
        "circle": ("contact__circle_memberships__circle_id", "contact__circle_memberships__circle__name"),
        "connected": ("year", ""),
        "message": ("year", ""),
    }
    if by not in columns:
        raise Refusal(_("“%(by)s” is no way to group.") % {"by": by}, field="by")
    return columns[by]


def _groupable(network: Network, by: str) -> QuerySet[Standing, Any]:
    rows: QuerySet[Standing, Any] = undecided(network)
    if by == "organization":
        return rows.filter(contact__positions__current=True)
    if by == "circle":
        return rows
    if by == "connected":
        return rows.annotate(year=_year("contact__connected_on"))
    # Greatest() is NULL on SQLite when either side is: then whichever side there is.
    heard = Coalesce(Greatest("last_sent_on", "last_received_on"), "last_sent_on", "last_received_on", "last_touch_on")
    return rows.annotate(year=_year(heard))


def _at_organizations(network: Network) -> list[dict[str, Any]]:
    """From the side of the positions, whose index has them in groups already."""
    with connection.cursor() as cursor:
        cursor.execute(_AT_ORGANIZATIONS, [network.pk, MOST_GROUPS])
        names = (*_grouping("organization"), "how_many", "best")
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _year(day: Any) -> Substr:
    """As text, cut by the database itself: ExtractYear calls back into Python for every row on SQLite."""
    return Substr(Cast(day, CharField()), 1, 4)


def _in_group(network: Network, by: GroupedBy, key: str) -> QuerySet[Standing]:
    column, _label_column = _grouping(by)
    if key and not key.isdecimal():
        raise Refusal(_("There is no such group."), field="key")
    value = None if not key else key if column == "year" else int(key)
    where = {column: value} if value is not None else {f"{column}__isnull": True}
    ids = _groupable(network, by).filter(**where).order_by().values("pk")
    return undecided(network).filter(pk__in=ids)


def _firsts(network: Network, by: str, column: str, best: dict[Any, float]) -> dict[Any, tuple[str, str]]:
    """The most promising contact of each group, found by its score."""
    rows = _groupable(network, by).filter(promise_score__in=set(best.values()))
    firsts: dict[Any, tuple[str, str]] = {}
    for key, score, name, reason in rows.values_list(column, "promise_score", "contact__display", "promise_reason"):
        if key in best and score == best[key]:
            firsts.setdefault(key, (name, reason))
    return firsts


def _label(by: str, value: Any) -> str:
    if value is not None:
        return str(value)
    return {
        "circle": _("In no circle"),
        "connected": _("Connected at an unknown time"),
        "message": _("No message yet"),
    }.get(by, "")
