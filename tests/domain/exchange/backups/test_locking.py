"""Whoever makes a backup or brings one back is alone at it, and lets go of what a dead one left half-written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import timedelta

import pytest

from tests.domain.exchange.backups.conftest import NOW
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.backups import making
from wellkept.domain.exchange.backups.bringing_back import bring_back
from wellkept.domain.exchange.backups.keeping import backups_in
from wellkept.domain.exchange.backups.locking import alone_making, undisturbed
from wellkept.domain.exchange.backups.planning import back_up

LIVING = """
import fcntl, sys, time
handle = open(sys.argv[1], "w")
fcntl.flock(handle, fcntl.LOCK_EX)
print("locked", flush=True)
time.sleep(600)
"""


def planted(folder, *names):
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("half")
    return [folder / name for name in names]


@pytest.fixture
def living():
    """Other processes that hold a lock; killed at the end, or when the test says so."""
    begun = []

    def locks(lock):
        lock.parent.mkdir(parents=True, exist_ok=True)
        begun.append(subprocess.Popen([sys.executable, "-c", LIVING, str(lock)], stdout=subprocess.PIPE))
        begun[-1].stdout.readline()
        return begun[-1]

    yield locks
    for process in begun:
        process.kill()
        process.wait()


def test_the_next_backup_lets_go_of_what_a_killed_one_left(make, tmp_path):
    left = planted(tmp_path / "backups", "files/ab/.abcdef.0123", ".2026-11-17T030000Z.part/database.sqlite3")

    backup = make()

    assert not any(path.exists() for path in left) and not left[1].parent.exists()
    assert backups_in(tmp_path / "backups") == [backup]


def test_bringing_a_backup_back_lets_go_of_what_a_killed_one_left(make, database, settings):
    backup = make()
    left = planted(settings.HOME, ".restoring-x/database.sqlite3", "files/1/ab/.restoring.abcdef.0123")
    (written,) = planted(settings.HOME, "files/1/ab/.abcdef.0123")  # which the server may be writing

    bring_back(folder=backup.folder, database=database, files=settings.FILES_FOLDER)

    assert not any(path.exists() for path in left) and written.exists()
    assert not list(settings.HOME.rglob(".restoring*"))


def test_what_a_living_process_writes_stays_and_goes_once_it_was_killed(make, tmp_path, living):
    other = living(tmp_path / "backups" / ".lock")
    left = planted(tmp_path / "backups", "files/ab/.abcdef.0123", ".2026-11-17T030000Z.part/database.sqlite3")

    with pytest.raises(Refusal, match="Another backup"):
        make()
    assert all(path.exists() for path in left)

    os.kill(other.pid, signal.SIGKILL)
    other.wait()
    make()
    assert not any(path.exists() for path in left)


def test_what_a_living_restore_writes_stays(make, database, settings, living):
    backup = make()
    living(settings.HOME / "restoring.lock")
    (left,) = planted(settings.HOME, ".restoring-x/database.sqlite3")

    with pytest.raises(Refusal, match="restored already"):
        bring_back(folder=backup.folder, database=database, files=settings.FILES_FOLDER)
    assert left.exists()


def test_no_backup_is_made_or_goes_while_some_are_brought_back(make, tmp_path):
    make()
    folder = tmp_path / "backups"
    with undisturbed(folder), undisturbed(folder), pytest.raises(Refusal, match="Another backup"):
        make(NOW + timedelta(seconds=1))
    assert make(NOW + timedelta(seconds=1))


def test_none_is_brought_back_while_one_is_made(tmp_path):
    with alone_making(tmp_path), pytest.raises(Refusal, match="being made there"), undisturbed(tmp_path):
        pass


def test_a_copy_of_the_folder_is_read_and_nothing_is_written_into_it(tmp_path):
    (tmp_path / "stick").mkdir()
    with undisturbed(tmp_path / "stick"):
        assert list((tmp_path / "stick").iterdir()) == []


def test_what_is_let_go_of_is_looked_for_alone(database, tmp_path, monkeypatch):
    def rotate(folder, *, keep):
        with pytest.raises(Refusal, match="Another backup"), alone_making(folder):
            pass
        told.append((folder, keep))

    told = []
    monkeypatch.setattr(making, "rotate", rotate)
    back_up(now=NOW, to=tmp_path / "backups", keep=3)
    assert told == [(tmp_path / "backups", 3)]
