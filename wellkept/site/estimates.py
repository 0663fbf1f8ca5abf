"""What SQLite's planner is told about the tables, once and for all.

Every query names its network. Without statistics SQLite takes that for a rare value and walks through the network's
whole index where two rows are asked for by their keys. Gathered statistics would change with the data, and with them
the plans; so the planner is given fixed ones, of a network of a size at which plans matter
(https://www.sqlite.org/queryplanner-ng.html#howtofix).
"""

from __future__ import annotations

from typing import Any

from django.db import transaction

ROWS = 300_000  # of a table
NARROWER = 30  # by how much each further column of an index narrows what is found
SHARP = {"id", "row", "key", "uid", "sha256", "source_key", "address"}  # as telling as a foreign key
COARSE = {"touch", "is_me", "recorded", "pinned", "current", "in_sight", "decided", "op", "table", "kind", "state"}


def tell_planner(connection: Any) -> None:
    """Write the estimates of every index that there is. Does nothing for a database that is not SQLite."""
    if connection.vendor != "sqlite":
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ANALYZE sqlite_schema")  # makes the table of statistics, and fills in nothing
        cursor.execute("DELETE FROM sqlite_stat1")
        cursor.execute(
            "SELECT tbl_name, name FROM sqlite_schema WHERE type = 'index' AND tbl_name LIKE '%\\_%' ESCAPE '\\'"
        )
        for table, index in cursor.fetchall():
            cursor.execute(f'PRAGMA index_info("{index}")')
            columns = [row[2] or "" for row in cursor.fetchall()]
            cursor.execute('SELECT 1 FROM pragma_index_list(%s) WHERE name = %s AND "unique" = 1', [table, index])
            estimate = _estimate(columns, unique=cursor.fetchone() is not None)
            cursor.execute("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (%s, %s, %s)", [table, index, estimate])
        cursor.execute("ANALYZE sqlite_schema")  # loads what was written


def _estimate(columns: list[str], *, unique: bool) -> str:
    """'300000 300000 10000 1': rows of the table, then how many share the first column, the first two …"""
    shared, numbers = ROWS, []
    for column in columns:
        if column != "network_id" and column not in COARSE:
            sharp = column.endswith("_id") or column in SHARP
            shared = max(shared // (ROWS // 10 if sharp else NARROWER), 1)
        numbers.append(shared)
    if unique:
        numbers[-1] = 1
    return " ".join(map(str, [ROWS, *numbers]))
