"""What a stop in the middle of writing left behind is let go of a day later, and nothing else is."""

import os
import time

import pytest

from wellkept.site.sweeping import sweep_leftovers

LEFTOVERS = [
    "files/1/ab/.abcdef.0123",
    "files/1/restore/.state.01",
    "backups/files/ab/.abcdef.0123",
    ".backups.0123",
    "backups/.2026-11-18T030000Z.part/manifest.json",
]
KEPT = ["files/1/ab/abcdef", "secret.key", "backups.json", "backups/.lock", "backups/files/ab/abcdef", ".profile"]


@pytest.fixture
def home(tmp_path, settings):
    settings.HOME, settings.FILES_FOLDER = tmp_path, tmp_path / "files"
    for name in [*LEFTOVERS, *KEPT, ".restoring-x/database.sqlite3"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("half")
    return tmp_path


def age(home, days):
    long_ago = time.time() - days * 24 * 60 * 60
    for path in [home, *home.rglob("*")]:
        os.utime(path, (long_ago, long_ago))


def left(home):
    return {str(path.relative_to(home)) for path in home.rglob("*") if path.is_file()}


def test_what_was_half_written_goes_a_day_later(home):
    age(home, 2)
    assert sweep_leftovers() == len(LEFTOVERS) + 1
    assert left(home) == set(KEPT)


def test_what_may_still_be_written_stays(home):
    age(home, 0.5)
    assert sweep_leftovers() == 0
    assert left(home) == {*LEFTOVERS, *KEPT, ".restoring-x/database.sqlite3"}
