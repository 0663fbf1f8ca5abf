"""Making a data folder ready: an empty one gets its database, an older one what has changed since."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


def begin() -> None:
    """Start Django and make the data folder ready. Every command begins with it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wellkept.site.settings")
    import django

    django.setup()
    prepare()


def prepare() -> None:
    """Create or migrate the database. Quick (one pragma) when there is nothing to do: the schema's number is kept in it."""
    from django.conf import settings
    from django.db import connection

    os.umask(0o077)
    wanted = schema_number()
    if _number_at(settings.DATABASES["default"]["NAME"]) == wanted:
        return
    with _alone(settings.HOME / "migrating.lock"):
        if _number(connection) == wanted:
            return
        from django.core.management import call_command

        from wellkept.domain.rhythm.keeping import learn_where_missing
        from wellkept.site.estimates import tell_planner

        call_command("migrate", verbosity=0, interactive=False)
        tell_planner(connection)
        learn_where_missing()
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA user_version = {wanted:d}")


def schema_number() -> int:
    """A number of 31 bits for the set of all migrations there are."""
    from django.apps import apps

    names = sorted(
        f"{app.label}/{file.stem}"
        for app in apps.get_app_configs()
        for file in (Path(app.path) / "migrations").glob("[0-9]*.py")
    )
    return zlib.crc32("\n".join(names).encode()) & 0x7FFFFFFF or 1


def _number_at(database: str | Path) -> int:
    """Only read: two processes that make a new folder ready at once would stumble over each other's first connection,
    which turns the write-ahead log on. 0 where nobody can say."""
    try:
        with closing(sqlite3.connect(f"{Path(database).resolve().as_uri()}?mode=ro", uri=True)) as looked_at:
            return int(looked_at.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.Error:
        return 0


def _number(connection: object) -> int:
    with connection.cursor() as cursor:  # type: ignore[attr-defined]
        cursor.execute("PRAGMA user_version")
        return int(cursor.fetchone()[0])


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Wait until no other process prepares the same folder."""
    with file.open("w") as handle:
        try:
            import fcntl
        except ImportError:  # Windows: the database's own lock has to do
            yield
            return
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
