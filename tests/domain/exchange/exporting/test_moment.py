"""While everything is read, others may go on writing, and what is read stands still."""

from __future__ import annotations

import sqlite3

import pytest
from django.db import connections, transaction

from wellkept.domain.exchange.exporting.moment import one_moment


@pytest.fixture
def file_connection(tmp_path, django_db_blocker):
    """A connection to a database in a file, as an installation has it."""
    with django_db_blocker.unblock():
        connections.databases["file"] = {**connections.databases["default"], "NAME": tmp_path / "file.sqlite3"}
        connection = connections["file"]
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE word (text)")
            cursor.execute("INSERT INTO word VALUES ('before')")
        yield connection
        connection.close()
        del connections["file"], connections.databases["file"]


def _read(connection):
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM word")
        return [text for (text,) in cursor.fetchall()]


def _write_from_elsewhere(connection):
    with sqlite3.connect(connection.settings_dict["NAME"], timeout=0) as other:
        other.execute("UPDATE word SET text = 'after'")
    other.close()


def test_others_write_while_one_moment_is_read(file_connection):
    with one_moment("file"):
        assert _read(file_connection) == ["before"]
        _write_from_elsewhere(file_connection)
        assert _read(file_connection) == ["before"]
    assert _read(file_connection) == ["after"]


def test_the_transactions_after_it_take_the_write_lock_at_once_again(file_connection):
    with one_moment("file"):
        pass

    with transaction.atomic("file"), pytest.raises(sqlite3.OperationalError, match="locked"):
        _write_from_elsewhere(file_connection)


def test_it_joins_a_transaction_that_is_open(file_connection):
    with transaction.atomic("file"), one_moment("file"):
        assert _read(file_connection) == ["before"]
