"""A change in words: 'given name: Ana → Anna', 'e-mail address ana@example.org added'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wellkept.domain.accounts.models import Kept, Network
from wellkept.domain.history.models import Change
from wellkept.domain.history.values import from_json, revive

# Columns whose own name is no word for a reader; a pointer goes by what it points at.
_FIELDS = {
    "met_on_year": gettext_lazy("year we met"),
    "met_on_month": gettext_lazy("month we met"),
    "met_on_day": gettext_lazy("day we met"),
    "met_at": gettext_lazy("when we met"),
    "is_me": gettext_lazy("own card"),
    "kept": gettext_lazy("merged into"),
    "gone": gettext_lazy("merged contact"),
    "extras": gettext_lazy("what else a file said"),
    "values": gettext_lazy("what it said"),
    "read": gettext_lazy("what was read"),
    "seen_run": gettext_lazy("last import"),
    "let_go_on": gettext_lazy("let go on"),
    "of_position": gettext_lazy("position"),
}
LENGTH = 160  # characters of a value
# Columns that follow from others or are of no interest to a reader.
UNTOLD = {"network", "sort_key", "key", "position", "uid", "source_key", "created_at", "sent_count", "received_count"}


@dataclass(frozen=True, slots=True)
class Line:
    """``thing`` is what the row is ('e-mail address'), ``name`` which one; an edit names the ``field`` and both values."""

    act_id: int
    change_id: int
    op: str
    table: str
    row: int
    contact_id: int | None
    thing: str
    name: str
    field: str = ""
    before: str = ""
    after: str = ""


def tell(changes: Sequence[Change], *, network: Network) -> list[Line]:
    """Lines in the order of the changes; an edit of several columns gives several. A few queries a table."""
    by_table: dict[str, list[Change]] = {}
    for change in changes:
        by_table.setdefault(change.table, []).append(change)
    rows: dict[tuple[str, int], Kept] = {}
    for table, of_table in by_table.items():
        rows.update(_rows(table, of_table, network))
    targets = _targets(changes, rows, network)
    lines: list[Line] = []
    for change in changes:
        lines.extend(_lines(change, rows.get((change.table, change.row)), targets, network))
    return lines


def _rows(table: str, changes: Sequence[Change], network: Network) -> dict[tuple[str, int], Kept]:
    model = cast(type[Kept], apps.get_model(table))
    found = _as_last_seen(model, {change.row for change in changes}, network)
    return {(table, key): row for key, row in found.items()}


def _as_last_seen(model: type[Kept], keys: set[int], network: Network) -> dict[int, Kept]:
    """The rows as they are, or as they were when they were removed."""
    found: dict[int, Kept] = {row.pk: row for row in model._base_manager.filter(network=network, pk__in=keys)}
    gone = keys - set(found)
    if gone:
        table = model._meta.label_lower
        removed = Change.objects.filter(network=network, table=table, row__in=gone, op=Change.Op.REMOVE)
        for change in removed.order_by("pk"):
            found[change.row] = cast(Kept, revive(model, change.row, change.before or {}))
    return found


def _pointers(model: type[models.Model]) -> list[models.ForeignKey[Any, Any]]:
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.name != "network"
    ]


def _targets(
    changes: Iterable[Change], rows: dict[tuple[str, int], Kept], network: Network
) -> dict[tuple[type[models.Model], Any], models.Model]:
    """What the rows point at, now and before, laid beside them so that their names cost no query each."""
    wanted: dict[type[models.Model], set[Any]] = {}
    for row in rows.values():
        for field in _pointers(type(row)):
            wanted.setdefault(_target(field), set()).add(getattr(row, field.attname))
    for change in changes:
        for field in _pointers(apps.get_model(change.table)):
            for values in (change.before or {}, change.after or {}):
                wanted.setdefault(_target(field), set()).add(values.get(field.attname))
    found: dict[tuple[type[models.Model], Any], models.Model] = {}
    for model, keys in wanted.items():
        if issubclass(model, Kept) and keys - {None}:
            found.update({(model, key): row for key, row in _as_last_seen(model, keys - {None}, network).items()})
    for row in rows.values():
        for field in _pointers(type(row)):
            target = found.get((_target(field), getattr(row, field.attname)))
            if target is not None or getattr(row, field.attname) is None:
                field.set_cached_value(row, target)
    return found


def _target(field: models.ForeignKey[Any, Any]) -> type[models.Model]:
    return field.related_model


def _lines(change: Change, row: Kept | None, targets: Any, network: Network) -> list[Line]:
    model = cast(type[Kept], apps.get_model(change.table))

    def line(field: str = "", before: str = "", after: str = "") -> Line:
        return Line(
            act_id=change.act_id,
            change_id=change.pk,
            op=change.op,
            table=change.table,
            row=change.row,
            contact_id=change.contact_id,
            thing=str(model._meta.verbose_name),
            name=_name(row) if row is not None else "",
            field=field,
            before=before,
            after=after,
        )

    if change.op != Change.Op.EDIT:
        return [line()]
    lines = []
    for attname, before in (change.before or {}).items():
        field = cast("models.Field[Any, Any]", model._meta.get_field(attname))
        if field.name not in UNTOLD:
            after = (change.after or {}).get(attname)
            words = [_value(field, value, targets, network) for value in (before, after)]
            lines.append(line(field_in_words(field), *words))
    return lines


def _name(row: Kept) -> str:
    """A row that only joins two things goes by what it joins to the contact."""
    pointers = [field for field in _pointers(type(row)) if field.name != "contact"]
    own = [
        field
        for field in type(row)._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField | models.IntegerField | models.JSONField)
        and not field.primary_key
    ]
    if not pointers or own:
        return _cut(_str(row))
    joined = (field.get_cached_value(row, default=None) for field in pointers)
    return _cut(", ".join(str(target) for target in joined if target is not None))


def _str(row: Kept) -> str:
    """A row's own words for itself; '' where they name something of which nothing is left."""
    try:
        return str(row)
    except ObjectDoesNotExist:
        return ""


def _value(field: models.Field[Any, Any], value: Any, targets: Any, network: Network) -> str:
    if value is None or value == "" or value == []:
        return ""
    if isinstance(field, models.ForeignKey):
        target = targets.get((_target(field), value))
        return str(target) if target is not None else _("something removed since")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.JSONField):
        return _cut(", ".join(_leaves(value)))
    known = from_json(field, value)
    if isinstance(known, datetime):
        return formats.date_format(known.astimezone(network.zone), "SHORT_DATETIME_FORMAT")
    if isinstance(known, date):
        return formats.date_format(known)
    return _cut(str(value))


def _leaves(value: Any) -> Iterator[str]:
    """What stands in a value that is made of others, without the names under which it is kept."""
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _leaves(part)
    elif value not in (None, "") and not isinstance(value, bool):
        yield str(value)


def field_in_words(field: Any) -> str:
    """What a column is called for a reader."""
    return str(_FIELDS.get(field.name) or getattr(field, "verbose_name", field.name))


def value_in_words(field: Any, value: Any, network: Network) -> str:
    """One value of a column, as a reader sees it."""
    targets = {}
    if isinstance(field, models.ForeignKey) and value is not None:
        found = _as_last_seen(cast(type[Kept], _target(field)), {value}, network)
        targets = {(_target(field), key): row for key, row in found.items()}
    return _value(field, value, targets, network)


def _cut(text: str) -> str:
    return text if len(text) <= LENGTH else text[: LENGTH - 1] + "…"
