"""Is a copied database whole? It is opened, checked by SQLite, counted, and rows of every table are read as records."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Kept
from wellkept.domain.accounts.refusals import Refusal

SAMPLE = 20  # rows of each table
Counts = dict[str, int]


@contextmanager
def reading(database: Path) -> Iterator[sqlite3.Connection]:
    """A database that is only read."""
    try:
        with closing(
            sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
        ) as opened:
            yield opened
    except sqlite3.DatabaseError as error:
        raise Refusal(_("The database is damaged: %(why)s.") % {"why": error}) from error


def counts_of(database: sqlite3.Connection) -> Counts:
    """How many rows each table has; what SQLite keeps for itself and the index's own tables are left out."""
    found = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    names = [name for (name,) in found if not name.startswith(("sqlite_", "search_"))]
    return {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in sorted(names)}  # noqa: S608


def verify(database: Path, expected: Counts) -> None:
    """Raises Refusal with what is wrong."""
    with reading(database) as opened:
        told = opened.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if told != "ok":
            raise Refusal(_("The copy of the database is damaged: %(why)s.") % {"why": told})
        dangling = opened.execute("PRAGMA foreign_key_check").fetchone()
        if dangling:
            raise Refusal(_("The copy of the database is not whole: %(why)s.") % {"why": dangling[0]})
        there = counts_of(opened)
        missing = [table for table, count in expected.items() if there.get(table) != count]
        if missing:
            raise Refusal(
                _("Rows are missing from the copy of the database: %(tables)s.") % {"tables": ", ".join(missing)}
            )
        for model in apps.get_models():
            if issubclass(model, Kept) and model._meta.db_table in there:
                _read_sample(opened, model)


def _read_sample(database: sqlite3.Connection, model: type[models.Model]) -> None:
    """A few rows from both ends, each column made what the program takes it for. A column that is newer is passed over."""
    table = model._meta.db_table
    there = {row[1] for row in database.execute(f'PRAGMA table_info("{table}")')}
    fields = [field for field in model._meta.concrete_fields if field.column in there]
    names = ", ".join(f'"{field.column}"' for field in fields)
    for order in ("ASC", "DESC"):
        for row in database.execute(f'SELECT {names} FROM "{table}" ORDER BY rowid {order} LIMIT {SAMPLE}'):  # noqa: S608
            for field, value in zip(fields, row, strict=True):
                _decode(model, field, value)


def _decode(model: type[models.Model], field: models.Field[Any, Any], value: Any) -> None:
    stored = value
    try:
        expression = field.get_col(model._meta.db_table)
        for convert in connection.ops.get_db_converters(expression) + field.get_db_converters(connection):
            value = convert(value, expression, connection)
        if isinstance(field, models.JSONField) and isinstance(
            stored, str
        ):  # Django gives back what is no JSON as it is
            json.loads(stored)
        if value is None and not field.null:
            raise ValueError("NULL")
    except (ValueError, TypeError, AttributeError) as error:
        place = {"table": model._meta.db_table, "column": field.column}
        raise Refusal(_("The copy of the database cannot be read at %(table)s.%(column)s.") % place) from error
