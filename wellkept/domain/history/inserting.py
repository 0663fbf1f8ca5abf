"""Many rows of one table at once, quicker than ``bulk_create``: keys are drawn beforehand, and values go to the driver as they are.

An import of 30,000 rows writes some 400,000 rows with its history; Django's own way spends most of its time on the SQL text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import connection, models
from django.db.models.base import ModelState

Row = TypeVar("Row", bound=models.Model)
Convert = Callable[[Any], Any]
_AS_THEY_ARE = (
    models.CharField,
    models.TextField,
    models.IntegerField,
    models.FloatField,
)


def insert_all(rows: Sequence[models.Model]) -> None:
    """Insert rows of one table; those without a key get one, as the database would draw it. Inside a transaction."""
    if not rows:
        return
    model = type(rows[0])
    statement, columns = _plan(model)
    keyless = [row for row in rows if row.pk is None]
    for row, key in zip(keyless, _draw_keys(model, len(keyless)), strict=True):
        row.pk = key
    values = []
    for row in rows:
        state = row.__dict__
        values.append([state[name] if convert is None else convert(state[name]) for name, convert in columns])
        row._state.adding, row._state.db = False, connection.alias
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)


def bare_row(model: type[Row], columns: dict[str, Any]) -> Row:
    """A row made of all its columns, keyed by attribute name, without what a model does when it is made.

    For rows made by the ten thousand: ``Model.__init__`` takes as long as writing them.
    """
    row = model.__new__(model)
    row.__dict__.update(columns)
    row._state = ModelState()
    return row


def new_row(model: type[Row], **columns: Any) -> Row:
    """As ``model(**columns)``, for models without signals; columns by attribute name, the others at their defaults."""
    row = bare_row(model, {name: default() if callable(default) else default for name, default in _defaults(model)})
    row.__dict__.update(columns)
    return row


@cache
def _defaults(model: type[models.Model]) -> list[tuple[str, Any]]:
    """Each column's default: a value, or what makes one."""
    found: list[tuple[str, Any]] = []
    for field in model._meta.concrete_fields:
        value = field.default if callable(field.default) and field.has_default() else field.get_default()
        found.append((field.attname, value))
    return found


@cache
def _plan(model: type[models.Model]) -> tuple[str, list[tuple[str, Convert | None]]]:
    """The statement, and how each column's value is made ready (None: as it is)."""
    fields = model._meta.concrete_fields
    quote = connection.ops.quote_name
    names = ", ".join(quote(str(field.column)) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks})"  # noqa: S608 names of our own columns
    return statement, [(field.attname, _converter(field)) for field in fields]


def _converter(field: models.Field[Any, Any]) -> Convert | None:
    target = field
    while isinstance(target, models.ForeignKey):
        target = target.target_field
    plain = isinstance(target, _AS_THEY_ARE) and type(target).__module__ == "django.db.models.fields"
    if plain:
        return None

    def convert(value: Any) -> Any:
        return field.get_db_prep_save(value, connection)

    return convert


def _draw_keys(model: type[models.Model], count: int) -> Sequence[int]:
    table, column = model._meta.db_table, model._meta.pk.column
    if not count:
        return []
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            # The transaction holds the one lock for writing, so nobody else draws; inserting moves the sequence on.
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
            found = cursor.fetchone()
            last = int(found[0]) if found else 0
            return range(last + 1, last + 1 + count)
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)", [table, column, count]
        )
        return [int(key) for (key,) in cursor.fetchall()]
