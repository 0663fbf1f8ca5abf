"""Where each fact of a contact came from: by whom, through which door, when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from wellkept.domain.accounts.models import Kept, Network
from wellkept.domain.history.models import Act, Change
from wellkept.domain.history.telling import UNTOLD
from wellkept.domain.history.values import to_json

PERSON = "contacts.contact"


@dataclass(frozen=True, slots=True)
class Origin:
    """The act that a value as it stands came from; ``merged_from`` names whom it was taken over from in a merge."""

    act: Act
    merged_from: str = ""


@dataclass(slots=True)
class Provenance:
    rows: dict[tuple[str, int], Origin] = field(default_factory=dict)  # (table, key)
    columns: dict[str, Origin] = field(default_factory=dict)  # of the contact itself

    def of(self, row: Kept) -> Origin | None:
        return self.rows.get((row._meta.label_lower, row.pk))


def provenance_of(contact: Kept, rows: Iterable[Kept], network: Network) -> Provenance:
    """Of the contact's columns, and of these rows that hang on it. Three queries, however many there are.

    A value is traced to the newest act, no undo, that left it as it stands; else to the act that added its row."""
    rows = [contact, *rows]
    by_table: dict[str, list[int]] = {}
    for row in rows:
        by_table.setdefault(row._meta.label_lower, []).append(row.pk)
    # By table and row: whoever one is in touch with has thousands of changes, and these rows have few.
    which = reduce(or_, (Q(table=table, row__in=keys) for table, keys in by_table.items()))
    changes = Change.objects.filter(which, network=network).exclude(op=Change.Op.REMOVE).select_related("act")
    told: dict[tuple[str, int], list[Change]] = {}
    for change in changes.order_by("act", "position"):
        if change.contact_id == contact.pk and change.act.verb not in ("undo", "redo"):
            told.setdefault((change.table, change.row), []).append(change)
    merged = _merged(told, network)
    found = Provenance()
    for row in rows:
        mine = told.get((row._meta.label_lower, row.pk), [])
        added = next((change for change in mine if change.op == Change.Op.ADD), None)
        newest = added
        for column in row._meta.concrete_fields:
            last = _last_that_left(column, row, mine)
            if row is contact and (last or added) is not None:
                found.columns[column.attname] = _origin(last or added, merged)
            if last is not None and column.name not in UNTOLD and (newest is None or last.pk > newest.pk):
                newest = last
        if newest is not None:
            found.rows[row._meta.label_lower, row.pk] = _origin(newest, merged)
    return found


def _last_that_left(column: Any, row: Kept, changes: list[Change]) -> Change | None:
    value = to_json(column, getattr(row, column.attname))
    for change in reversed(changes):
        after = change.after or {}
        if change.op == Change.Op.EDIT and column.attname in after and after[column.attname] == value:
            return change
    return None


def _merged(told: Mapping[Any, list[Change]], network: Network) -> dict[int, str]:
    """Who was merged away by the acts that merged, by act."""
    acts = {change.act_id for changes in told.values() for change in changes if change.act.verb == "merge"}
    if not acts:
        return {}
    gone = Change.objects.filter(network=network, act__in=acts, table=PERSON, op=Change.Op.REMOVE)
    return {act: (before or {}).get("display", "") for act, before in gone.values_list("act", "before")}


def _origin(change: Any, merged: dict[int, str]) -> Origin:
    return Origin(change.act, merged.get(change.act_id, ""))
