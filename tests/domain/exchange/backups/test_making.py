"""A backup is one moment of everything, and has been read again."""

from __future__ import annotations

import gzip
import hashlib
import os
import sqlite3
import subprocess
import sys
import threading
from datetime import timedelta

import pytest

from tests.domain.exchange.backups.conftest import NOW
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.files import path_of
from wellkept.domain.contacts.models import File
from wellkept.domain.exchange.backups import making
from wellkept.domain.exchange.backups.keeping import DATABASE, backups_in, pooled
from wellkept.domain.exchange.backups.making import copy_database
from wellkept.domain.exchange.backups.verifying import counts_of, reading


def unpacked(backup, path):
    path.write_bytes(gzip.decompress((backup.folder / DATABASE).read_bytes()))
    return path


def test_everything_is_in_it(make, kept, database, tmp_path):
    backup = make()

    with reading(database) as live, reading(unpacked(backup, tmp_path / "copy.sqlite3")) as copy:
        assert counts_of(copy) == counts_of(live) == backup.manifest["counts"]
        assert copy.execute("SELECT email FROM accounts_user").fetchall() == [("ada@example.org",)]
    for file in File.objects.exclude(sha256=""):
        stored = pooled(backup.folder.parent, file.sha256).read_bytes()
        assert hashlib.sha256(stored).hexdigest() == file.sha256
    assert backup.manifest["missing_files"] == [] and backup.size > 0


def test_only_the_owner_of_the_machine_account_can_read_it(make, tmp_path):
    backup = make()
    for one in [backup.folder, backup.folder / DATABASE, *(tmp_path / "backups" / "files").rglob("*")]:
        assert one.stat().st_mode & 0o077 == 0, one


def test_the_secret_key_is_not_in_it(make, settings, tmp_path):
    (settings.HOME / "secret.key").write_text("very secret")
    make()
    for file in (tmp_path / "backups").rglob("*"):
        assert not file.is_file() or b"very secret" not in file.read_bytes()


def test_files_are_kept_once_for_all_backups(make, kept, tmp_path):
    make()
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "backups" / "files").rglob("*")}
    make(NOW + timedelta(days=1))
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "backups" / "files").rglob("*")} == before


def test_a_file_that_is_gone_or_damaged_is_named_and_all_else_is_backed_up(make, kept):
    photo, imported = File.objects.get(name="ana.png"), File.objects.get(name="people.csv")
    path_of(kept.pk, photo.sha256).unlink()
    path_of(kept.pk, imported.sha256).write_bytes(b"x" * imported.size)

    backup = make()

    assert sorted(backup.manifest["missing_files"]) == sorted(f"{kept.pk}/{one.sha256}" for one in (photo, imported))
    assert not pooled(backup.folder.parent, imported.sha256).exists()


WRITING = """
import sqlite3, sys
with sqlite3.connect(sys.argv[1], timeout=30, isolation_level=None) as database:
    database.execute("CREATE TABLE ledger (a INTEGER, b INTEGER)")
    print("ready", flush=True)
    for number in range(10**9):
        database.execute("BEGIN IMMEDIATE")
        database.execute("INSERT INTO ledger VALUES (?, ?)", (number, 1))
        database.execute("INSERT INTO ledger VALUES (?, ?)", (number, -1))
        database.execute("COMMIT")
"""


def test_one_moment_is_copied_while_another_process_writes(database, tmp_path):
    writer = subprocess.Popen([sys.executable, "-c", WRITING, str(database)], stdout=subprocess.PIPE)
    try:
        writer.stdout.readline()
        seen = []
        for number in range(5):
            copy = tmp_path / f"copy-{number}.sqlite3"
            counts = copy_database(database, copy)
            with sqlite3.connect(copy) as opened:
                rows, total = opened.execute("SELECT count(*), coalesce(sum(b), 0) FROM ledger").fetchone()
                assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert total == 0 and rows == counts["ledger"], "no half transaction, and as many rows as were counted"
            seen.append(rows)
        assert seen == sorted(seen) and seen[-1] > seen[0]
    finally:
        writer.kill()
        writer.wait()


def test_a_copy_that_lost_rows_is_no_backup(make, monkeypatch, tmp_path):
    def lossy(database, copy):
        counts = copy_database(database, copy)
        with sqlite3.connect(copy) as opened:
            opened.execute("DELETE FROM contacts_email")
        return counts

    monkeypatch.setattr(making, "copy_database", lossy)
    with pytest.raises(Refusal, match="contacts_email"):
        make()
    assert backups_in(tmp_path / "backups") == []
    assert not [one for one in (tmp_path / "backups").iterdir() if "2026" in one.name]


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE contacts_contact SET created_at = 'yesterday'", "contacts_contact.created_at"),
        ("UPDATE contacts_contact SET interests = '{'", "contacts_contact.interests"),
        ("UPDATE contacts_email SET contact_id = 999999", "not whole"),
    ],
)
def test_rows_that_cannot_be_read_are_found(make, database, tmp_path, damage, told):
    with sqlite3.connect(database) as opened:
        opened.execute("PRAGMA ignore_check_constraints = ON")
        opened.execute(damage)
    with pytest.raises(Refusal, match=told):
        make()
    assert backups_in(tmp_path / "backups") == []


def test_a_damaged_database_is_found(make, database):
    data = bytearray(database.read_bytes())
    for place in range(8192, len(data) - 4096, 4096):
        data[place : place + 64] = os.urandom(64)
    database.write_bytes(data)
    with pytest.raises(Refusal, match="damaged"):
        make()


def test_a_full_disk_is_said_beforehand(make, monkeypatch, tmp_path):
    monkeypatch.setattr(making, "ROOM", 10**12)
    with pytest.raises(Refusal, match="not enough room"):
        make()


def test_a_folder_that_cannot_be_written_is_said(make, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(Refusal, match="could not be written"):
        make(to=tmp_path / "file")


def test_two_at_once_are_one(make, tmp_path, monkeypatch):
    started, go = threading.Event(), threading.Event()
    copy = copy_database

    def slowly(*args):
        started.set()
        go.wait(20)
        return copy(*args)

    monkeypatch.setattr(making, "copy_database", slowly)
    told = []

    def first():
        from django.db import connection

        try:
            monkeypatch.setattr(making, "verify", lambda *_: None)
            told.append(make())
        finally:
            connection.close()

    thread = threading.Thread(target=first)
    thread.start()
    started.wait(20)
    with pytest.raises(Refusal, match="Another backup"):
        make(NOW + timedelta(seconds=1))
    go.set()
    thread.join()
    assert len(told) == len(backups_in(tmp_path / "backups")) == 1
