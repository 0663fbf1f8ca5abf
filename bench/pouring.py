"""Rows into tables as fast as SQLite takes them; for making a network to measure on, and for nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models


def pour(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]], /, **same: Any) -> None:
    """Insert rows of these columns (as the database stores them); all other columns have their default, or ``same``."""
    fixed = dict(same)
    for field in model._meta.concrete_fields:
        if field.attname not in names and field.attname not in fixed and not field.primary_key:
            fixed[field.attname] = field.get_db_prep_save(field.get_default(), connection)
    columns = [*names, *fixed]
    by_name = {field.attname: field.column for field in model._meta.concrete_fields}
    listed = ", ".join(f'"{by_name[name]}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    rest = tuple(fixed.values())
    connection.ensure_connection()
    connection.connection.executemany(
        f'INSERT INTO "{model._meta.db_table}" ({listed}) VALUES ({marks})', ((*row, *rest) for row in rows)
    )
