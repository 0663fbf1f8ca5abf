"""Reading for a while what stood at one moment, while others go on writing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, connections, transaction


@contextmanager
def one_moment(using: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """A transaction that only reads: it begins deferred, where the others begin by taking the one write lock of SQLite."""
    connection = connections[using]
    usual = getattr(connection, "transaction_mode", None)
    if connection.in_atomic_block or usual is None:
        with transaction.atomic(using):
            yield
        return
    connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]
    try:
        with transaction.atomic(using):
            connection.transaction_mode = usual  # type: ignore[attr-defined]
            yield
    finally:
        connection.transaction_mode = usual  # type: ignore[attr-defined]
