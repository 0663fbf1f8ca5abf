"""The backups of one folder: which there are, and which may go.

backups/2026-11-18T020000Z/manifest.json, database.sqlite3.gz
backups/files/ab/abcdef…        photos and imported files, by their SHA-256, once for all backups
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

FORMAT, FORMAT_VERSION = "wellkept-backup", 1
DAYS, WEEKS, MONTHS = 7, 4, 12
STAMP = "%Y-%m-%dT%H%M%SZ"
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d{6}Z")
MANIFEST, DATABASE, POOL = "manifest.json", "database.sqlite3.gz", "files"


@dataclass(frozen=True)
class Backup:
    """One that was finished and found good when it was made."""

    folder: Path
    made_at: datetime
    manifest: dict[str, Any]

    @property
    def size(self) -> int:
        """Bytes of the database's copy, and of the files it needs."""
        return (self.folder / DATABASE).stat().st_size + sum(int(size) for size in self.manifest["files"].values())


def backups_in(folder: Path) -> list[Backup]:
    """The finished backups, the newest first. One that cannot be read is none."""
    found = []
    for one in folder.glob("*T*Z") if folder.is_dir() else ():
        backup = backup_at(one)
        if backup is not None:
            found.append(backup)
    return sorted(found, key=lambda backup: backup.made_at, reverse=True)


def backup_at(folder: Path) -> Backup | None:
    """The backup in a folder, if one is."""
    if not _STAMP.fullmatch(folder.name) or not (folder / DATABASE).is_file():
        return None
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
        files = manifest["files"]
        sound = manifest["format"] == FORMAT and isinstance(files, dict) and isinstance(manifest["counts"], dict)
        made_at = datetime.fromisoformat(manifest["at"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Backup(folder, made_at, manifest) if sound and made_at.tzinfo else None


def rotate(folder: Path, *, keep: int = 0) -> list[Path]:
    """Remove what is not kept any more: the newest ``keep``, or else the newest of each of the last seven days, four
    weeks and twelve months with a backup. Answers what went. The caller is alone in the folder: what is being written
    has no name in a finished backup yet."""
    backups = backups_in(folder)
    kept = {backup.folder for backup in (backups[:keep] if keep else kept_of(backups))}
    gone = [backup.folder for backup in backups if backup.folder not in kept]
    for one in gone:
        (one / MANIFEST).unlink(missing_ok=True)  # from here on it is no backup, should this be cut off
        shutil.rmtree(one, ignore_errors=True)
    if len(backups_in(folder)) == len([one for one in folder.glob("*T*Z") if one.is_dir()]):
        _drop_unnamed(folder)
    return gone


def kept_of(backups: Sequence[Backup]) -> list[Backup]:
    """Which of these, the newest first, stay."""

    def newest_of(each: Callable[[datetime], Any], most: int) -> list[Backup]:
        found: dict[Any, Backup] = {}
        for backup in backups:
            found.setdefault(each(backup.made_at.astimezone(UTC)), backup)
        return list(found.values())[:most]

    kept = [
        *newest_of(lambda at: at.date(), DAYS),
        *newest_of(lambda at: at.isocalendar()[:2], WEEKS),
        *newest_of(lambda at: (at.year, at.month), MONTHS),
    ]
    folders = {backup.folder for backup in kept}
    return [backup for backup in backups if backup.folder in folders]


def _drop_unnamed(folder: Path) -> None:
    """Files that no backup needs any more."""
    needed = {name.rsplit("/", 1)[-1] for backup in backups_in(folder) for name in backup.manifest["files"]}
    for file in (folder / POOL).glob("??/*"):
        if file.name not in needed:
            file.unlink(missing_ok=True)


def pooled(folder: Path, sha256: str) -> Path:
    return folder / POOL / sha256[:2] / sha256
