"""A backup in the place of everything: users, passwords, records, history, settings, files."""

from __future__ import annotations

import os
import secrets
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.backups.keeping import DATABASE, FORMAT_VERSION, Backup, backup_at, pooled
from wellkept.domain.exchange.backups.locking import RESTORING, alone_restoring, undisturbed
from wellkept.domain.exchange.backups.making import unpacked_digest
from wellkept.domain.exchange.backups.verifying import reading, verify


def is_backup(folder: Path) -> bool:
    return backup_at(folder.resolve()) is not None


def bring_back(*, folder: Path, database: Path, files: Path) -> Backup:
    """Put a backup in the place of the database and the files. The caller has made sure that
    nothing is lost by it, and holds no transaction open.

    All of it is checked first; the database is then replaced in one transaction, so that a cut leaves the old one.
    What a newer version made is refused; what an older one made is brought up to date by the next command.
    """
    with alone_restoring(database.parent, files), undisturbed(folder.resolve().parent):
        backup = backup_at(folder.resolve())
        if backup is None:
            raise Refusal(_("There is no backup of Wellkept in %(folder)s.") % {"folder": folder}, field="file")
        with tempfile.TemporaryDirectory(prefix=f"{RESTORING}-", dir=database.parent) as beside:
            copy = Path(beside) / "database.sqlite3"
            with os.fdopen(os.open(copy, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as out:
                if unpacked_digest(backup.folder / DATABASE, out) != backup.manifest.get("database_sha256"):
                    raise Refusal(_("The backup is damaged."))
            _check(backup, copy)
            _put_files(backup, files)
            _replace(copy, database)
    return backup


def _check(backup: Backup, copy: Path) -> None:
    if backup.manifest.get("format_version", 0) > FORMAT_VERSION:
        raise _newer(backup)
    verify(copy, backup.manifest["counts"])
    known = set(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)
    with reading(copy) as opened:
        done = {(app, name) for app, name in opened.execute("SELECT app, name FROM django_migrations")}
    if done - known:
        raise _newer(backup)
    for name, size in backup.manifest["files"].items():
        stored = pooled(backup.folder.parent, name.rsplit("/", 1)[-1])
        if not stored.is_file() or stored.stat().st_size != size:
            raise Refusal(
                _("The backup's files are not beside it. The folder “%(folder)s” belongs to it: copy that too.")
                % {"folder": stored.parent.parent}
            )


def _newer(backup: Backup) -> Refusal:
    made_by = str(backup.manifest.get("wellkept", "?"))[:20]
    return Refusal(
        _("This backup was made by a newer Wellkept (%(version)s). Update this one first, then restore.")
        % {"version": made_by}
    )


def _put_files(backup: Backup, files: Path) -> None:
    for name, size in backup.manifest["files"].items():
        network, sha256 = name.split("/")
        if not network.isdecimal() or len(sha256) != 64 or not sha256.isalnum():
            raise Refusal(_("The backup is damaged."))
        target = files / network / sha256[:2] / sha256
        if target.exists() and target.stat().st_size == size:
            continue
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = target.with_name(f"{RESTORING}.{sha256[:16]}.{secrets.token_hex(4)}")
        shutil.copyfile(pooled(backup.folder.parent, sha256), beside)
        beside.chmod(0o600)
        with beside.open("rb") as copied:
            os.fsync(copied.fileno())
        beside.replace(target)


def _replace(copy: Path, database: Path) -> None:
    """SQLite itself writes every page, in one transaction and under its lock: a server that runs sees old or new."""
    with reading(copy) as source, closing(sqlite3.connect(database, timeout=30, isolation_level=None)) as target:
        target.execute("PRAGMA journal_mode = WAL")
        source.backup(target)
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
