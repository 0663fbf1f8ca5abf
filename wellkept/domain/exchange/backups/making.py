"""Making a backup while everything runs: one moment of the database, the files it names, both read again."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import secrets
import shutil
import sqlite3
import zlib
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.backups.keeping import (
    DATABASE,
    FORMAT,
    FORMAT_VERSION,
    MANIFEST,
    STAMP,
    Backup,
    backup_at,
    pooled,
    rotate,
)
from wellkept.domain.exchange.backups.locking import alone_making
from wellkept.domain.exchange.backups.verifying import Counts, counts_of, reading, verify
from wellkept.domain.exchange.exporting.tables import schema

PIECE = 1 << 20  # bytes
ROOM = 1.5  # times the database's size has to be free


def make_backup(*, database: Path, files: Path, to: Path, now: datetime, keep: int | None = None) -> Backup:
    """Copy the database and the files into a folder of ``to``, and verify the copy before it counts as one. Then let go
    of older ones: with ``keep`` of all but so many, with 0 as ``rotate`` says, with None of nothing.

    Never holds writers up. Raises Refusal when the disk is full or not writable, when another backup is being made
    there, or when the copy is not what it should be; then nothing new stands in ``to``.
    """
    target = to / now.astimezone(UTC).strftime(STAMP)
    part = to / f".{target.name}.part"
    try:
        to.mkdir(parents=True, exist_ok=True, mode=0o700)
        with alone_making(to):
            if target.exists():
                raise Refusal(_("There is a backup of this second already."))
            if shutil.disk_usage(to).free < database.stat().st_size * ROOM:
                raise Refusal(_("There is not enough room on the disk for a backup."))
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir(mode=0o700)
            try:
                _fill(part, database, files, to, now)
                part.rename(target)
                _force(to)
            finally:
                shutil.rmtree(part, ignore_errors=True)
            if keep is not None:
                rotate(to, keep=keep)
    except OSError as error:
        raise Refusal(
            _("The backup could not be written to %(folder)s: %(why)s.")
            % {"folder": to, "why": error.strerror or error}
        ) from error
    made = backup_at(target)
    if made is None:
        raise Refusal(_("The backup cannot be read again."))
    return made


def _fill(part: Path, database: Path, files: Path, to: Path, now: datetime) -> None:
    copy = part / "database.sqlite3"
    counts = copy_database(database, copy)
    verify(copy, counts)
    named, missing = _copy_files(copy, files, to)
    digest = _pack(copy, part / DATABASE)
    copy.unlink()
    manifest = {
        "format": FORMAT, "format_version": FORMAT_VERSION, "wellkept": version("wellkept"), "at": now.isoformat(),
        "schema": schema(), "database_sha256": digest, "counts": counts, "files": named, "missing_files": missing,
    }  # fmt: skip
    _write(part / MANIFEST, [json.dumps(manifest, indent=1).encode()])


def copy_database(database: Path, copy: Path) -> Counts:
    """One moment of a database that is written to meanwhile; answers how many rows it had then."""
    with reading(database) as source, closing(sqlite3.connect(copy, isolation_level=None)) as target:
        source.execute("BEGIN")
        counts = counts_of(source)  # the first read: from here on the source stands still for this connection
        source.backup(target)
        source.execute("ROLLBACK")
        target.execute("PRAGMA journal_mode = DELETE")  # one file, whole in itself
    copy.chmod(0o600)
    return counts


def _copy_files(copy: Path, files: Path, to: Path) -> tuple[dict[str, int], list[str]]:
    """The files that the copy names: {network/sha256: size}, and those that are gone from the disk or damaged on it."""
    named: dict[str, int] = {}
    missing: list[str] = []
    with reading(copy) as opened:
        rows = opened.execute("SELECT DISTINCT network_id, sha256 FROM contacts_file WHERE sha256 != ''").fetchall()
    for network, sha256 in sorted(rows):
        source, target = files / str(network) / sha256[:2] / sha256, pooled(to, sha256)
        name = f"{network}/{sha256}"
        try:
            size = source.stat().st_size
        except FileNotFoundError:
            missing.append(name)
            continue
        if not target.exists() or target.stat().st_size != size:
            with source.open("rb") as stored:
                written = _write(target, iter(partial(stored.read, PIECE), b""))
            if written != sha256:  # damaged on the disk: all else is worth a backup the more
                missing.append(name)
                continue
        named[name] = size
    return named, missing


def _pack(copy: Path, packed: Path) -> str:
    """Compress the database, and read it again; answers the SHA-256 of what was compressed."""
    digest = hashlib.sha256()
    with copy.open("rb") as raw, os.fdopen(os.open(packed, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as out:
        with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=5, mtime=0) as zipped:
            while piece := raw.read(PIECE):
                digest.update(piece)
                zipped.write(piece)
        out.flush()
        os.fsync(out.fileno())
    if unpacked_digest(packed) != digest.hexdigest():
        raise Refusal(_("The backup cannot be read again."))
    return digest.hexdigest()


def unpacked_digest(packed: Path, into: Any = None) -> str:
    """The SHA-256 of what a compressed database unpacks to; written ``into`` an open file, if one is given."""
    digest = hashlib.sha256()
    try:
        with gzip.open(packed) as zipped:
            while piece := zipped.read(PIECE):
                digest.update(piece)
                if into is not None:
                    into.write(piece)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise Refusal(_("The backup is damaged.")) from error
    return digest.hexdigest()


def _write(target: Path, pieces: Any) -> str:
    """Write whole or not at all; answers the SHA-256. What is not what its name says is not put under it."""
    digest = hashlib.sha256()
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = target.with_name(f".{target.name[:16]}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as new:
            for piece in pieces:
                digest.update(piece)
                new.write(piece)
            new.flush()
            os.fsync(new.fileno())
        if len(target.name) == 64 and digest.hexdigest() != target.name:
            return digest.hexdigest()
        beside.replace(target)
        _force(target.parent)
    finally:
        beside.unlink(missing_ok=True)
    return digest.hexdigest()


def _force(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
