"""Overwriting what was erased: a database and its index keep the bytes of what was deleted until they need the room."""

from __future__ import annotations

import time
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

INDEXES = ("search_contacts", "search_interactions", "search_notes", "search_events")
TRIES, WAIT = 20, 0.25  # seconds between two, for those who are reading to finish


def want_scrubbing() -> None:
    """Ask for it once the transaction stands. The wish is a file, so that a stop of the server does not lose it."""
    transaction.on_commit(lambda: _wish().touch(mode=0o600))


def is_wanted() -> bool:
    return _wish().exists()


def scrub() -> bool:
    """Write the index and the database anew, and empty the write-ahead log. Outside any transaction. Answers whether
    everything is gone; else somebody went on reading, and it is to be tried again."""
    with connection.cursor() as cursor:
        for table in INDEXES:
            cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608
        cursor.execute("VACUUM")
        done = _empty_log(cursor)
    if done:
        _wish().unlink(missing_ok=True)
    return done


def _empty_log(cursor: object) -> bool:
    for _try in range(TRIES):
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[attr-defined]
        busy, _log, _moved = cursor.fetchone()  # type: ignore[attr-defined]
        if not busy:
            return True
        time.sleep(WAIT)
    return False


def _wish() -> Path:
    return Path(settings.HOME) / "scrub.wanted"
