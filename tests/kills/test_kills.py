"""A few kills of each scene; WELLKEPT_KILLS says how many over all of them (.ci/run: 500)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = int(os.environ.get("WELLKEPT_KILLS", "20"))
RECORDS = ["import", "merge", "merges", "undo", "undo-import"]
FOLDERS = ["restore", "restore-everybody", "restore-backup", "backup"]


def killed(scenes: list[str]) -> str:
    count = KILLS * len(scenes) // (len(RECORDS) + len(FOLDERS)) + 1
    only = [word for scene in scenes for word in ("--only", scene)]
    command = [sys.executable, "-m", "tests.kills", "--count", str(count), *only]
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
class TestRecords:  # a class each, so that two processes can share them
    def test_an_import_a_merge_and_an_undo_that_are_killed_lose_nothing_and_leave_nothing_half_written(self):
        assert " 0 failures" in killed(RECORDS)


@pytest.mark.slow
class TestFolders:
    def test_a_restore_and_a_backup_that_are_killed_are_there_whole_or_not_at_all(self):
        assert " 0 failures" in killed(FOLDERS)


def test_every_scene_is_killed():
    from tests.kills.scenes import SCENES

    assert sorted(RECORDS + FOLDERS) == sorted(SCENES)
