"""How the installation stands: what a host looks at before anything is wrong."""

from __future__ import annotations

import platform
import shutil
import sqlite3
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import django
from django.conf import settings

from wellkept.domain.accounts.models import User
from wellkept.domain.exchange.backups.keeping import backups_in
from wellkept.domain.exchange.backups.planning import database_file, is_old, plan
from wellkept.domain.exchange.models import ImportRun


@dataclass(frozen=True)
class Status:
    """Sizes are in bytes."""

    wellkept: str
    python: str
    django: str
    sqlite: str
    users: int
    database: int
    files: int
    free: int
    backup_at: datetime | None
    backup_size: int
    backup_folder: str
    backup_missing: int  # files that were gone when it was made
    backups: int
    backup_old: bool
    backup_problem: str
    nightly: bool
    nightly_at: str

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def status(now: datetime) -> Status:
    """How the whole installation stands."""
    settled = plan()
    found = backups_in(settled.place)
    newest = found[0] if found else None
    return Status(
        wellkept=version("wellkept"),
        python=platform.python_version(),
        django=django.get_version(),
        sqlite=sqlite3.sqlite_version,
        users=User.objects.filter(is_guest=False).count(),
        database=_size(database_file()),
        files=sum(_size(file) for file in Path(settings.FILES_FOLDER).rglob("*")),
        free=shutil.disk_usage(settings.HOME).free,
        backup_at=newest.made_at if newest else None,
        backup_size=newest.size if newest else 0,
        backup_folder=str(settled.place),
        backup_missing=len(newest.manifest.get("missing_files", [])) if newest else 0,
        backups=len(found),
        backup_old=is_old(now),
        backup_problem=settled.problem,
        nightly=settled.nightly,
        nightly_at=settled.at,
    )


def last_import() -> ImportRun | None:
    """The newest import of the network in scope that took something."""
    return ImportRun.objects.exclude(kind="").order_by("-pk").first()


def _size(file: Path) -> int:
    try:
        return file.stat().st_size if file.is_file() else 0
    except OSError:
        return 0
