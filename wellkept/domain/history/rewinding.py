"""Records as they stood at a moment: today's rows, with the changes since walked back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, cast

from django.apps import apps
from django.db.models import QuerySet

from wellkept.domain.accounts.models import Kept, Network
from wellkept.domain.history.models import Change
from wellkept.domain.history.values import snapshot

Rows = dict[int, dict[str, Any]]  # key: columns, as a snapshot has them
Tables = dict[str, Rows]


def rewind(tables: Tables, changes: Iterable[Change]) -> Tables:
    """The tables before these changes, which come newest first. The tables given stay as they are."""
    then = {table: dict(rows) for table, rows in tables.items()}
    for change in changes:
        rows = then.setdefault(change.table, {})
        if change.op == Change.Op.ADD:
            rows.pop(change.row, None)
        elif change.op == Change.Op.REMOVE:
            rows[change.row] = dict(change.before or {})
        elif change.row in rows:
            rows[change.row] = {**rows[change.row], **(change.before or {})}
    return then


def as_of(network: Network, at: datetime, wanted: Mapping[str, Iterable[int]] | None = None) -> Tables:
    """The recorded rows of a network as they stood at a moment; ``wanted`` names the rows of some tables alone."""
    since = Change.objects.filter(network=network, act__at__gt=at).order_by("-act", "-position")
    if wanted is None:
        kept = [model for model in apps.get_models() if issubclass(model, Kept) and model.recorded]
        now = {model._meta.label_lower: _snapshots(model._base_manager.filter(network=network)) for model in kept}
        return rewind(now, since.iterator())
    then: Tables = {}
    for table, keys in wanted.items():
        model, few = cast(type[Kept], apps.get_model(table)), list(keys)
        now = {table: _snapshots(model._base_manager.filter(network=network, pk__in=few))}
        then |= rewind(now, since.filter(table=table, row__in=few))
    return then


def ever_of(contact_id: int, network: Network) -> dict[str, set[int]]:
    """{table: keys} of all rows that were ever about a contact."""
    found: dict[str, set[int]] = {}
    changes = Change.objects.filter(network=network, contact_id=contact_id).order_by()
    for table, row in changes.values_list("table", "row").distinct():
        found.setdefault(table, set()).add(row)
    return found


def _snapshots(rows: QuerySet[Any]) -> Rows:
    return {row.pk: snapshot(row) for row in rows}
