"""A backup in the place of everything."""

from __future__ import annotations

import gzip
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.domain.exchange.backups.conftest import NOW
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import File
from wellkept.domain.exchange.backups.bringing_back import bring_back, is_backup
from wellkept.domain.exchange.backups.keeping import DATABASE, MANIFEST
from wellkept.domain.exchange.backups.verifying import counts_of, reading


@pytest.fixture
def empty(tmp_path) -> Path:
    """A data folder with a database that is ready and has nobody in it."""
    home = tmp_path / "elsewhere"
    home.mkdir()
    with sqlite3.connect(home / "wellkept.sqlite3") as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE accounts_user (id INTEGER)")
    return home


def back(folder, home):
    return bring_back(folder=folder, database=home / "wellkept.sqlite3", files=home / "files")


def lines(database):
    with sqlite3.connect(database) as opened:
        return sorted(opened.iterdump())


def test_the_database_and_the_files_are_as_they_were(make, database, empty, settings):
    backup = make()
    assert is_backup(backup.folder)

    back(backup.folder, empty)

    assert lines(empty / "wellkept.sqlite3") == lines(database)
    for file in settings.FILES_FOLDER.rglob("*"):
        again = empty / "files" / file.relative_to(settings.FILES_FOLDER)
        assert file.is_dir() or again.read_bytes() == file.read_bytes()
    with reading(empty / "wellkept.sqlite3") as opened:
        assert counts_of(opened) == backup.manifest["counts"]


def test_in_the_place_of_what_is_there_while_somebody_has_it_open(make, database, kept):
    backup = make()
    before = lines(database)
    with sqlite3.connect(database) as open_elsewhere:
        open_elsewhere.execute("DELETE FROM timeline_note")
        open_elsewhere.commit()
        back(backup.folder, database.parent)
        assert open_elsewhere.execute("SELECT count(*) FROM timeline_note").fetchone() == (1,)
    assert lines(database) == before


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / DATABASE).write_bytes((folder / DATABASE).read_bytes()[:-100]),
        lambda folder: (folder / DATABASE).write_bytes(b"no gzip"),
        lambda folder: (folder / DATABASE).write_bytes(gzip.compress(b"no database")),
        lambda folder: (folder / MANIFEST).write_text("{"),
        lambda folder: (folder / MANIFEST).unlink(),
        lambda folder: shutil.rmtree(folder.parent / "files"),
    ],
)
def test_what_is_damaged_is_refused_and_changes_nothing(make, empty, damage):
    backup = make()
    before = lines(empty / "wellkept.sqlite3")
    damage(backup.folder)
    with pytest.raises(Refusal):
        back(backup.folder, empty)
    assert lines(empty / "wellkept.sqlite3") == before
    assert not (empty / "files").exists() and [one.name for one in empty.glob(".*")] == []


def rewritten(backup, **said):
    manifest = json.loads((backup.folder / MANIFEST).read_text()) | said
    (backup.folder / MANIFEST).write_text(json.dumps(manifest))
    return backup.folder


def test_a_backup_of_a_newer_wellkept_is_refused(make, database, empty):
    with pytest.raises(Refusal, match="newer"):
        back(rewritten(make(), format_version=99), empty)
    with sqlite3.connect(database) as opened:
        opened.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('contacts', '9999_later', '2030-01-01')"
        )
    with pytest.raises(Refusal, match="newer"):
        back(make(NOW.replace(hour=4)).folder, empty)


def test_names_that_lead_elsewhere_are_refused(make, empty):
    backup = make()
    sha256 = File.objects.first().sha256
    for name in (f"../{sha256}", f"/etc/{sha256}"):
        with pytest.raises(Refusal):
            back(rewritten(backup, files={name: 1}), empty)


def test_a_folder_that_is_none(empty, tmp_path):
    assert not is_backup(tmp_path)
    with pytest.raises(Refusal, match="no backup"):
        back(tmp_path, empty)
