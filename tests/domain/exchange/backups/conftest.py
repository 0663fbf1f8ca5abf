from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection

from tests.domain.exchange.exporting.conftest import kept
from wellkept.domain.exchange.backups.making import make_backup

__all__ = ["kept"]
NOW = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def folder_of_its_own(settings, tmp_path):
    settings.HOME = tmp_path / "home"
    settings.HOME.mkdir()
    settings.FILES_FOLDER = settings.HOME / "files"


@pytest.fixture
def database(kept, settings, monkeypatch) -> Path:
    """The test's rows in a file of their own, as a server would have them."""
    path = settings.HOME / "wellkept.sqlite3"
    path.write_bytes(connection.connection.serialize())
    with sqlite3.connect(path) as target:
        target.execute("PRAGMA journal_mode = WAL")
    monkeypatch.setitem(settings.DATABASES["default"], "NAME", str(path))
    return path


@pytest.fixture
def make(database, settings, tmp_path):
    def made(now: datetime = NOW, to: Path = tmp_path / "backups"):
        return make_backup(database=database, files=settings.FILES_FOLDER, to=to, now=now)

    return made
