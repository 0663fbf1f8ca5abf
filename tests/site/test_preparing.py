import os
import sqlite3
import stat
import subprocess
import sys

import pytest
from django.core.management import call_command
from django.db import connection

from wellkept.site import preparing
from wellkept.site.preparing import prepare, schema_number


def wellkept(home, *words, **environment):
    return subprocess.run(
        [sys.executable, "-c", "from wellkept.site.command import main; main()", *words],
        env=os.environ | {"WELLKEPT_HOME": str(home)} | environment,
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_command_makes_an_empty_data_folder_ready_and_readable_by_its_owner_alone(tmp_path):
    home = tmp_path / "new" / "folder"
    result = wellkept(home, "user", "list", "--json")

    assert (result.returncode, result.stdout.strip()) == (0, "[]")
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in home.iterdir() if file.is_file()}
    assert modes["secret.key"] == modes["wellkept.sqlite3"] == 0o600


def test_what_a_command_prints_with_json_is_json_alone(tmp_path):
    result = wellkept(
        tmp_path, "user", "add", "ada@example.org", "--name", "Ada", "--json", WELLKEPT_PASSWORD="deep quiet water"
    )

    assert result.stdout.startswith("{")
    assert result.returncode == 0


def test_a_database_that_is_ready_is_not_migrated_again(tmp_path, monkeypatch, db):
    migrated = []
    monkeypatch.setattr("django.core.management.call_command", lambda *args, **_: migrated.append(args))
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA user_version = {schema_number()}")
    prepare()
    assert migrated == []

    monkeypatch.setattr(preparing, "schema_number", lambda: 77)
    prepare()
    assert migrated == [("migrate",)]


def test_the_schema_number_stands_in_the_database(tmp_path):
    wellkept(tmp_path, "user", "list")
    with sqlite3.connect(tmp_path / "wellkept.sqlite3") as database:
        assert database.execute("PRAGMA user_version").fetchone() == (schema_number(),)
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.django_db
def test_every_model_has_its_migration():
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)
