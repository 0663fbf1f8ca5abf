"""Rate limits that hold across workers: one atomic upsert per attempt."""

from __future__ import annotations

import time

from django.db import connection


def allowed(key: str, *, limit: int, seconds: int, now: float | None = None) -> bool:
    """Count one attempt under ``key``; True while at most ``limit`` fell into the current window of ``seconds``."""
    moment = int(now if now is not None else time.time())
    window = moment - moment % seconds
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO accounts_allowance (key, window, count) VALUES (%s, %s, 1) "
            "ON CONFLICT (key) DO UPDATE SET "
            "count = CASE WHEN accounts_allowance.window = excluded.window THEN accounts_allowance.count + 1 ELSE 1 END, "
            "window = excluded.window RETURNING count",
            [key[:128], window],
        )
        (count,) = cursor.fetchone()
    return int(count) <= limit


def seconds_left(*, seconds: int, now: float | None = None) -> int:
    """Seconds until the current window ends."""
    moment = now if now is not None else time.time()
    return int(seconds - moment % seconds) + 1


def forget(key: str) -> None:
    """Let the count under ``key`` begin anew."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM accounts_allowance WHERE key = %s", [key[:128]])


def sweep(*, now: float | None = None) -> None:
    """Drop counts of windows that began more than a day ago."""
    day_ago = int(now if now is not None else time.time()) - 86400
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM accounts_allowance WHERE window < %s", [day_ago])
