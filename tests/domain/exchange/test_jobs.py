"""Imports in the background: queued, resumed at start-up, and whole again after any kill."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django_tasks_db.models import DBTaskResult

from tests.domain.exchange.conftest import ANA, connections
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.jobs import resume_unfinished, run_import_job
from wellkept.domain.exchange.models import ImportRun
from wellkept.domain.exchange.uploading import receive, start

ROWS, KILLS = 400, 6
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def waiting(network, ada, tmp_path):
    path = tmp_path / "Connections.csv"
    path.write_text(connections(ANA))
    runs = receive(network=network, path=path, name=path.name, by=ada)
    start(runs=runs)
    return runs[0]


def test_a_job_runs_its_upload_and_a_second_one_finds_nothing_to_do(waiting, network):
    run_import_job.func(network.pk, waiting.upload)
    run_import_job.func(network.pk, waiting.upload)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.added) == ("done", 1)
    assert Contact.objects.filter(is_me=False).count() == 1


def test_at_start_up_what_was_cut_off_is_queued_again_and_what_is_done_is_not(waiting, network):
    ImportRun.objects.filter(pk=waiting.pk).update(state="running")
    assert resume_unfinished() == 1
    (queued,) = DBTaskResult.objects.all()
    assert queued.args_kwargs["args"] == [network.pk, waiting.upload]
    run_import_job.func(network.pk, waiting.upload)
    assert resume_unfinished() == 0


SETUP = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "wellkept.site.settings"
import django; django.setup()
from pathlib import Path
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.cast import person, network_of
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.exchange.uploading import receive, start
ada = person("ada@example.org", "Ada Quill")
with inside(network_of(ada)):
    runs = receive(network=network_of(ada), path=Path(sys.argv[1]), name="Connections.csv", by=ada)
    start(runs=runs)
    print(runs[0].upload)
"""
TOLD = {
    "contacts": "SELECT display, source FROM contacts_contact ORDER BY display, source",
    "emails": "SELECT key, count(*) FROM contacts_email GROUP BY key ORDER BY key",
    "jobs": "SELECT title, current, count(*) FROM contacts_position GROUP BY title, current ORDER BY 1, 2",
    "organizations": "SELECT key FROM contacts_organization ORDER BY key",
    "sources": 'SELECT key, "values" FROM exchange_sourcerecord ORDER BY key',
    "rows": "SELECT number, outcome, label FROM exchange_importrow ORDER BY number",
    "standings": "SELECT count(*) FROM cadence_standing",
    "run": "SELECT state, rows, rows_done, added, merged, unchanged, refused FROM exchange_importrun",
    "half": "SELECT count(*) FROM history_change c LEFT JOIN history_act a ON a.id = c.act_id WHERE a.id IS NULL",
}


def told(home: Path) -> dict[str, list]:
    with sqlite3.connect(home / "wellkept.sqlite3") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {name: database.execute(query).fetchall() for name, query in TOLD.items()}


def in_new_home(folder: Path, file: Path) -> tuple[dict[str, str], str]:
    """A data folder with one waiting import: its environment, and the upload's name."""
    folder.mkdir()
    env = {**os.environ, "WELLKEPT_HOME": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", SETUP, str(file)], cwd=ROOT, env=env, capture_output=True, text=True, check=True
    )
    return env, done.stdout.strip().splitlines()[-1]


def begin(env: dict[str, str], upload: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.domain.exchange.killed", upload]
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    process.stdout.readline()
    return process


def account(env: dict[str, str]) -> tuple[str, int, int, int]:
    """State of the run, rows done, rows accounted for, and contacts, as a reader of the database sees them."""
    with sqlite3.connect(Path(env["WELLKEPT_HOME"]) / "wellkept.sqlite3") as database:
        state, done = database.execute("SELECT state, rows_done FROM exchange_importrun").fetchone()
        (rows,) = database.execute("SELECT count(*) FROM exchange_importrow WHERE outcome != 'missing'").fetchone()
        (people,) = database.execute("SELECT count(*) FROM exchange_sourcerecord").fetchone()
    return state, done, rows, people


@pytest.mark.slow
def test_a_killed_import_is_whole_after_it_is_resumed(tmp_path):
    file = tmp_path / "Connections.csv"
    line = "Given{n},Family{n},https://www.linkedin.com/in/person-{n},p{n}@example.org,Company {m} GmbH,Engineer,04 Mar 2019"
    file.write_text(connections(*(line.format(n=n, m=n % 9) for n in range(ROWS))))
    env, upload = in_new_home(tmp_path / "unbroken", file)
    process = begin(env, upload)
    begun = time.monotonic()
    process.wait()
    took = time.monotonic() - begun
    unbroken = told(tmp_path / "unbroken")
    assert json.dumps(unbroken["run"]) == json.dumps([["done", ROWS, ROWS, ROWS, 0, 0, 0]])
    assert unbroken["half"] == [(0,)]

    chance = random.Random(20261122)
    env, upload = in_new_home(tmp_path / "killed", file)
    cut = 0
    for _ in range(KILLS):
        process = begin(env, upload)
        time.sleep(chance.uniform(0, took / 3))
        process.send_signal(signal.SIGKILL)
        process.wait()
        state, done, rows, people = account(env)
        assert done == rows == people, "what is done and what is told of it stand or fall together"
        cut += state != "done"
    assert cut, "no kill came before the end"
    begin(env, upload).wait()
    assert told(tmp_path / "killed") == unbroken


def test_an_undo_that_was_cut_off_is_queued_again(waiting, network, ada):
    from wellkept.domain.exchange.jobs import undo_import_job
    from wellkept.domain.exchange.undoing import begin_undoing

    run_import_job.func(network.pk, waiting.upload)
    begin_undoing(network=network, upload=waiting.upload, by=ada)
    assert resume_unfinished() == 1
    undo_import_job.func(network.pk, waiting.upload)
    waiting.refresh_from_db()
    assert waiting.state == "undone"
    assert not Contact.objects.filter(is_me=False).exists()
    undo_import_job.func(network.pk, waiting.upload)
