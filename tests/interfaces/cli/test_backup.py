from __future__ import annotations

from tests.domain.exchange.backups.conftest import database, folder_of_its_own
from tests.domain.exchange.exporting.conftest import kept
from wellkept.domain.exchange.backups.keeping import backups_in
from wellkept.domain.exchange.backups.planning import plan

__all__ = ["database", "folder_of_its_own", "kept"]


def test_a_backup_is_made_where_it_is_settled_and_said(answer, database):
    said = answer("backup")
    (made,) = backups_in(plan().place)
    assert said["backup"] == str(made.folder) and said["bytes"] == made.size and said["missing_files"] == []


def test_or_elsewhere_keeping_as_many_as_are_wanted(run, database, tmp_path, monkeypatch):
    from datetime import UTC, datetime, timedelta

    from django.utils import timezone

    for day in range(3):
        monkeypatch.setattr(timezone, "now", lambda day=day: datetime(2026, 11, 18, tzinfo=UTC) + timedelta(days=day))
        assert run("backup", "--to", tmp_path / "there", "--keep", "2").exit_code == 0
    assert len(backups_in(tmp_path / "there")) == 2


def test_how_it_all_stands(answer, run, database):
    before = answer("status")
    assert before["backup_at"] is None and before["backup_old"] is True
    assert "wellkept backup" in run("status").stderr
    answer("backup")
    after = answer("status")
    assert after["backup_at"] and after["backup_old"] is False and after["backups"] == 1
    assert after["networks"] == [
        {"email": "ada@example.org", "search_missing": 0, "last_import": after["networks"][0]["last_import"]}
    ]
    assert "Last good backup" in run("status").stdout


def test_what_cannot_be_written_is_refused(run, database, tmp_path):
    (tmp_path / "file").write_text("")
    result = run("backup", "--to", tmp_path / "file", "--json")
    assert (result.exit_code, result.stdout) == (1, "") and "could not be written" in result.stderr


def test_a_backup_takes_the_place_of_what_is_here_only_when_that_is_said(run, answer, database):
    folder = answer("backup")["backup"]
    refused = run("restore", folder)
    assert refused.exit_code == 1 and "--replace" in refused.stderr
