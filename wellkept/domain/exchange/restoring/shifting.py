"""Keys that are taken: where others' rows have the keys of an archive, those of a table are all moved on by one number.

Moving all by the same keeps their order, so that an export of what was restored reads as the archive did.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db import connection, models

from wellkept.domain.accounts.models import Kept, Network
from wellkept.domain.exchange.models import ImportRun
from wellkept.domain.history.models import Act, Change

Row = dict[str, Any]
Shift = dict[str, int]  # by table: what is added to its keys


class Reach:
    """The furthest key of each table in an archive; keys that only its history names count too, for undoing them."""

    def __init__(self) -> None:
        self.furthest: dict[str, int] = defaultdict(int)

    def saw(self, table: str, key: int) -> None:
        if key > self.furthest[table]:
            self.furthest[table] = key


def shift_for(network: Network, reach: Reach) -> Shift:
    """By how much the keys of each table have to move so that they meet no key of another network, kept or remembered."""
    shift = {}
    for table, furthest in reach.furthest.items():
        model = apps.get_model(table)
        taken = model._base_manager.exclude(network=network).filter(pk__lte=furthest).exists()
        remembered = Change._base_manager.exclude(network=network).filter(table=table, row__lte=furthest).exists()
        if taken or remembered:
            shift[table] = _last(model)
    return shift


def _last(model: type[models.Model]) -> int:
    """The last key that the table ever gave."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [model._meta.db_table])
        row = cursor.fetchone()
    newest = model._base_manager.order_by("-pk").values_list("pk", flat=True).first() or 0
    return max(newest, row[0] if row else 0)


def draw_no_key_below(reach: Reach, shift: Shift) -> None:
    """No new row gets a key that the history may still put back."""
    with connection.cursor() as cursor:
        for table, furthest in reach.furthest.items():
            name, last = apps.get_model(table)._meta.db_table, furthest + shift.get(table, 0)
            cursor.execute("UPDATE sqlite_sequence SET seq = max(seq, %s) WHERE name = %s", [last, name])
            if not cursor.rowcount:
                cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [name, last])


def shifted(model: type[Kept], row: Row, shift: Shift) -> Row:
    """The row with every key in it moved: its own, those that are columns, and those that stand in texts."""
    if not shift:
        return row
    _move_columns(model, row, shift)
    if model is Change:
        _move_change(row, shift)
    elif model is Act:
        row["batch"] = _batch(row["batch"], shift)
    return row


def _move_columns(model: type[models.Model], row: Row, shift: Shift) -> None:
    for attname, table in _keys(model).items():
        if table in shift and isinstance(row.get(attname), int):
            row[attname] += shift[table]
    for attname, move in TOLD.get(model._meta.label_lower, {}).items():
        if row.get(attname):
            row[attname] = move(row, shift)


def _keys(model: type[models.Model]) -> dict[str, str]:
    """Columns that hold a key, with the table it is of."""
    found = {}
    for field in model._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and isinstance(field.related_model, type):
            found[field.attname] = field.related_model._meta.label_lower
        elif field.primary_key:
            found[field.attname] = model._meta.label_lower
    return found


def _move_change(row: Row, shift: Shift) -> None:
    row["row"] += shift.get(row["table"], 0)
    if row["contact_id"] is not None:
        row["contact_id"] += shift.get("contacts.contact", 0)
    model = apps.get_model(row["table"])
    for told in (row["before"], row["after"]):
        if told:
            _move_columns(model, told, shift)


def _batch(batch: str, shift: Shift) -> str:
    """'import:12' names an import, 'undo:7' an act; other names are told apart by themselves."""
    what, _colon, key = batch.partition(":")
    table = {"import": ImportRun._meta.label_lower, "undo": Act._meta.label_lower}.get(what)
    return f"{what}:{int(key) + shift.get(table, 0)}" if table and key.isdecimal() else batch


def _subject(row: Row, shift: Shift) -> str:
    """An answer about a promise, a name that was given or a trip names it by its key."""
    subject = str(row["subject"])
    for prefix, table in (("referral-", "timeline.referral"), ("trip-", "plan.trip")):
        key = subject.removeprefix(prefix)
        if key != subject and key.isdecimal():
            return f"{prefix}{int(key) + shift.get(table, 0)}"
    moves = row.get("proposal", "promise") in ("promise", "thanks") and subject.isdecimal()
    return str(int(subject) + shift.get("timeline.promise", 0)) if moves else subject


def _query(row: Row, shift: Shift) -> str:
    """A kept list names its circle, tag and organization by their keys."""
    tables = {"circle": "contacts.circle", "tag": "contacts.tag", "organization": "contacts.organization"}
    moved = []
    for pair in str(row["query"]).split("&"):
        name, _sign, key = pair.partition("=")
        moves = name in tables and key.isdecimal()
        moved.append(f"{name}={int(key) + shift.get(tables[name], 0)}" if moves else pair)
    return "&".join(moved)


# Keys that no foreign key tells of. A new one has to be named here, or in a foreign key.
TOLD: dict[str, dict[str, Callable[[Row, Shift], Any]]] = {
    "plan.answer": {"subject": _subject},
    "contacts.savedview": {"query": _query},
    "contacts.merged": {"gone": lambda row, shift: row["gone"] + shift.get("contacts.contact", 0)},
    "exchange.sourcerecord": {"seen_run": lambda row, shift: row["seen_run"] + shift.get("exchange.importrun", 0)},
}
