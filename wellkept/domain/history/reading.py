"""The history as it is looked at: what was done, newest first; what belongs together as one entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from wellkept.domain.accounts.models import Network
from wellkept.domain.history.models import Act, Change
from wellkept.domain.history.telling import Line, tell

FIRST_LINES = 8  # of an entry, in the list
MOST_LINES = 400  # of one contact, over a page of entries


@dataclass(slots=True)
class Entry:
    """One act, or the acts of one batch; ``act`` is the newest of them."""

    act: Act
    acts: int = 1
    changes: int = 0
    undone: bool = False
    lines: list[Line] = field(default_factory=list)

    @property
    def more(self) -> int:
        return max(0, self.changes - len({line.change_id for line in self.lines}))


@dataclass(frozen=True, slots=True)
class Page:
    entries: list[Entry]
    older: int | None  # what to pass as ``before`` for the next page


@dataclass(frozen=True, slots=True)
class About:
    """Whom or what the history is asked about: a contact, and rows of other tables ({table: keys or a subquery of them})
    that the contact has a part in."""

    contact_id: int
    rows: Mapping[str, Iterable[int] | QuerySet[Any, Any]] = field(default_factory=dict)

    def wanted(self) -> list[Q]:
        """Conditions on changes, each answered by an index of its own."""
        return [Q(contact_id=self.contact_id)] + [Q(table=table, row__in=keys) for table, keys in self.rows.items()]


def history_page(network: Network, *, about: About | None = None, before: int | None = None, limit: int = 30) -> Page:
    """Entries newest first. A batch stands where its newest act does."""
    acts = _newest_of_batches(network) if about is None else _acts_about(network, about)
    if before is not None:
        acts = acts.filter(pk__lt=before)
    newest = list(acts.select_related("actor", "undone_by").order_by("-pk")[: limit + 1])
    shown = [Entry(act=act, undone=act.undone) for act in newest[:limit]]
    _count(network, shown)
    _add_lines(network, shown, about)
    return Page(entries=shown, older=newest[limit - 1].pk if len(newest) > limit else None)


def entry_of(act: Act) -> Entry:
    """The entry that an act is shown in, without its lines."""
    newest = Act.objects.filter(network=act.network_id, batch=act.batch).order_by("-pk").first() if act.batch else act
    entry = Entry(act=newest or act, undone=(newest or act).undone)
    _count(act.network, [entry])
    return entry


def changes_of(entry: Entry) -> QuerySet[Change]:
    """All changes of an entry, in the order in which they were made."""
    query: QuerySet[Change] = Change.objects.filter(network=entry.act.network_id)
    if entry.act.batch:
        return query.filter(act__batch=entry.act.batch, act__network=entry.act.network_id).order_by("act", "position")
    return query.filter(act=entry.act).order_by("position")


def _newest_of_batches(network: Network) -> QuerySet[Act]:
    later = Act.objects.filter(network=network, batch=OuterRef("batch"), pk__gt=OuterRef("pk"))
    acts: QuerySet[Act] = Act.objects.filter(~Exists(later) | Q(batch=""), network=network)
    return acts


def _acts_about(network: Network, about: About) -> QuerySet[Act]:
    """Of a batch, the newest act that concerns the contact stands for it."""
    concerned = Q()
    for wanted in about.wanted():
        concerned |= Q(pk__in=Change.objects.filter(wanted, network=network).values("act"))
    later = Act.objects.filter(concerned, network=network, batch=OuterRef("batch"), pk__gt=OuterRef("pk"))
    acts: QuerySet[Act] = Act.objects.filter(concerned, ~Exists(later) | Q(batch=""), network=network)
    return acts


def _count(network: Network, entries: list[Entry]) -> None:
    """How many changes each entry made, whether all of a batch is undone. One query, one seek an act."""
    batches = {entry.act.batch for entry in entries if entry.act.batch}
    single = [entry.act.pk for entry in entries if not entry.act.batch]
    last = Change.objects.filter(network=network, act=OuterRef("pk")).order_by("-position").values("position")[:1]
    counted: dict[Any, list[tuple[int, bool]]] = {}
    rows = Act.objects.filter(Q(pk__in=single) | Q(batch__in=batches), network=network)
    for key, batch, position, undoing in rows.annotate(last=Subquery(last)).values_list(
        "pk", "batch", "last", "undone_by"
    ):
        counted.setdefault(batch or key, []).append(((position if position is not None else -1) + 1, bool(undoing)))
    for entry in entries:
        parts = counted.get(entry.act.batch or entry.act.pk, [])
        entry.acts, entry.changes = len(parts), sum(count for count, _undone in parts)
        entry.undone = all(undone for _count, undone in parts)


def _add_lines(network: Network, entries: list[Entry], about: About | None) -> None:
    by_act = {entry.act.pk: entry for entry in entries}
    changes = Change.objects.filter(network=network, act__in=by_act)
    conditions = [Q(position__lt=FIRST_LINES)] if about is None else about.wanted()
    changes = changes.order_by("-act", "position")
    found = {change.pk: change for which in conditions for change in changes.filter(which)[:MOST_LINES]}
    in_order = sorted(found.values(), key=lambda change: (-change.act_id, change.position))
    for line in tell(in_order, network=network):
        by_act[line.act_id].lines.append(line)
