"""What is told of a data folder, so that two can be compared: all but moments, random identifiers, and what was computed from the rest."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

STAMPS = re.compile(r"\d{4}-\d\d-\d\dT\d{6}(\.\d+)?Z")
RANDOM = {"batch", "upload", "uid", "secret", "token", "salt"}


def flaws(home: Path) -> list[str]:
    """What SQLite itself finds wrong with the database."""
    with closing(sqlite3.connect(home / "wellkept.sqlite3")) as database:
        found = [str(row) for row in database.execute("PRAGMA integrity_check") if row != ("ok",)]
        found += [str(row) for row in database.execute("PRAGMA foreign_key_check")]
        lone = "SELECT count(*) FROM history_change c LEFT JOIN history_act a ON a.id = c.act_id WHERE a.id IS NULL"
        if database.execute(lone).fetchone() != (0,):
            found.append("changes of no act")
        gaps = "SELECT act_id FROM history_change GROUP BY act_id HAVING count(*) != max(position) - min(position) + 1"
        found += [f"a change is missing from act {act}" for (act,) in database.execute(gaps)]
    return found


def acts_in(home: Path) -> int:
    """How many acts a reader sees."""
    with closing(sqlite3.connect(f"file:{home / 'wellkept.sqlite3'}?mode=ro", uri=True)) as database:
        return int(database.execute("SELECT count(*) FROM history_act").fetchone()[0])


def records() -> dict[str, Any]:
    """{user: {table: {key: columns}}} in full, for the laws of one folder."""
    from tests.dump import dump
    from wellkept.domain.accounts.models import Network

    return {network.owner.email: dump(network) for network in Network.objects.select_related("owner").order_by("pk")}


def rewound(last_act: int) -> dict[str, Any]:
    """The records as they were after ``last_act``, by the history of what came after it."""
    from wellkept.domain.accounts.models import Network
    from wellkept.domain.history.models import Change
    from wellkept.domain.history.rewinding import rewind

    now, found = records(), {}
    for network in Network.objects.select_related("owner"):
        since = Change._base_manager.filter(network=network, act__gt=last_act).order_by("-act", "-position")
        found[network.owner.email] = rewind(now[network.owner.email], since)
    return found


def told() -> dict[str, Any]:
    """The same without what no two runs have in common, and with the history, the people and the index told."""
    from django.db import connection

    from wellkept.domain.accounts.models import Network, User
    from wellkept.domain.accounts.tenancy import inside
    from wellkept.domain.search.checking import missing_from_index

    found: dict[str, Any] = {"users": list(User.objects.order_by("email").values_list("email", "name", "password"))}
    for email, tables in records().items():
        found[email] = {table: [[key, _plain(row)] for key, row in rows.items()] for table, rows in tables.items()}
    with connection.cursor() as cursor:
        for name, query in TOLD_BESIDE.items():
            found[name] = cursor.execute(query).fetchall()
    for network in Network.objects.all():
        with inside(network):
            found[f"missing from the index of {network.pk}"] = missing_from_index(network=network)
    return found


TOLD_BESIDE = {
    "acts": "SELECT id, verb, summary, undo_of_id FROM history_act ORDER BY id",
    "changes": 'SELECT act_id, position, op, "table", row FROM history_change ORDER BY act_id, position',
    "rows": "SELECT number, outcome, label FROM exchange_importrow ORDER BY run_id, number",
    "runs": "SELECT kind, state, rows, rows_done, added, merged, unchanged, refused, problem FROM exchange_importrun ORDER BY id",
    "standings": "SELECT contact_id, decided, due_on FROM cadence_standing ORDER BY contact_id",
    "waiting to be compared": "SELECT count(*) FROM contacts_unlooked",
}


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value for name, value in row.items() if name not in RANDOM and name != "at" and not name.endswith("_at")
    }


def bytes_wrong(home: Path) -> list[str]:
    """Files that records name and that are not there as they should be; half files under a whole name."""
    from wellkept.domain.contacts.models import File

    found = []
    for network, sha256 in File._base_manager.exclude(sha256="").values_list("network_id", "sha256"):
        file = home / "files" / str(network) / sha256[:2] / sha256
        if not file.is_file():
            found.append(f"missing: {file.name}")
    for file in (home / "files").rglob("*"):
        if len(file.name) == 64 and file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() != file.name:
            found.append(f"half written: {file.name}")
    return found


def backups_wrong(home: Path) -> list[str]:
    """Folders that look like a backup and are not a whole one."""
    from wellkept.domain.exchange.backups.keeping import DATABASE, backup_at, pooled
    from wellkept.domain.exchange.backups.making import unpacked_digest

    found = []
    for folder in (home / "backups").glob("*T*Z"):
        backup = backup_at(folder)
        if backup is None:
            found.append(f"no backup: {sorted(one.name for one in folder.iterdir())}")
            continue
        if unpacked_digest(folder / DATABASE) != backup.manifest["database_sha256"]:
            found.append(f"damaged: {folder.name}")
        for name, size in backup.manifest["files"].items():
            stored = pooled(folder.parent, name.rsplit("/", 1)[-1])
            if not stored.is_file() or stored.stat().st_size != size:
                found.append(f"without its file: {name}")
    return found


def half_written(home: Path) -> list[str]:
    """What a backup, or bringing one back, has not given its name yet."""
    found = [*(home / "backups").glob(".*.part"), *(home / "backups" / "files").rglob(".*"), *home.rglob(".restoring*")]
    return [f"still half-written: {path.relative_to(home)}" for path in found]


def listing(home: Path) -> list[str]:
    """The names of all files, without moments; what a cut leaves behind would show here."""
    names = {str(file.relative_to(home)) for file in home.rglob("*") if file.is_file()}
    return sorted({STAMPS.sub("MOMENT", name) for name in names if not name.endswith(("-wal", "-shm", ".lock"))})
