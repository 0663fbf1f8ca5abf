"""Which backups stay."""

from __future__ import annotations

import json
from datetime import timedelta

from tests.domain.exchange.backups.conftest import NOW
from wellkept.domain.exchange.backups.keeping import DATABASE, MANIFEST, backups_in, pooled, rotate


def put(folder, at, files=()):
    one = folder / at.strftime("%Y-%m-%dT%H%M%SZ")
    one.mkdir(parents=True)
    (one / DATABASE).write_bytes(b"x")
    named = {f"1/{name}": 1 for name in files}
    (one / MANIFEST).write_text(
        json.dumps({"format": "wellkept-backup", "at": at.isoformat(), "files": named, "counts": {}})
    )
    for name in files:
        stored = pooled(folder, name)
        stored.parent.mkdir(parents=True, exist_ok=True)
        stored.write_bytes(b"f")
    return one


def test_two_years_of_nights_leave_days_weeks_and_months(tmp_path):
    for day in range(730):
        put(tmp_path, NOW - timedelta(days=day))
    rotate(tmp_path)

    dates = [backup.made_at.date() for backup in backups_in(tmp_path)]
    today = NOW.date()
    assert dates[:7] == [today - timedelta(days=day) for day in range(7)]
    assert len({date.isocalendar()[:2] for date in dates}) >= 4
    assert len({(date.year, date.month) for date in dates}) == 12
    assert len(dates) <= 7 + 4 + 12
    rotate(tmp_path)
    assert [backup.made_at.date() for backup in backups_in(tmp_path)] == dates, "what stayed stays"


def test_several_on_one_day_leave_the_newest(tmp_path):
    for hour in range(3):
        put(tmp_path, NOW + timedelta(hours=hour))
    rotate(tmp_path)
    assert [backup.made_at for backup in backups_in(tmp_path)] == [NOW + timedelta(hours=2)]


def test_a_machine_that_was_off_for_a_month_keeps_its_older_ones(tmp_path):
    for day in (*range(3), *range(40, 50)):
        put(tmp_path, NOW - timedelta(days=day))
    rotate(tmp_path)
    assert len(backups_in(tmp_path)) >= 7


def test_a_number_keeps_as_many(tmp_path):
    for day in range(5):
        put(tmp_path, NOW - timedelta(days=day))
    gone = rotate(tmp_path, keep=2)
    assert len(gone) == 3 and len(backups_in(tmp_path)) == 2


def test_files_go_with_the_last_backup_that_needs_them(tmp_path):
    put(tmp_path, NOW - timedelta(days=1), ["a" * 64, "b" * 64])
    put(tmp_path, NOW, ["b" * 64])
    rotate(tmp_path, keep=1)
    assert [file.name for file in (tmp_path / "files").rglob("*") if file.is_file()] == ["b" * 64]


def test_while_a_backup_cannot_be_read_no_file_goes(tmp_path):
    put(tmp_path, NOW - timedelta(days=1), ["a" * 64])
    broken = put(tmp_path, NOW - timedelta(days=2), ["c" * 64])
    (broken / MANIFEST).write_text("{")
    put(tmp_path, NOW, [])
    rotate(tmp_path, keep=1)
    assert pooled(tmp_path, "c" * 64).exists() and broken.exists()


def test_what_is_no_backup_is_left_alone(tmp_path):
    tmp_path = tmp_path / "backups"
    put(tmp_path, NOW)
    (tmp_path / "my own notes").mkdir()
    rotate(tmp_path)
    assert sorted(one.name for one in tmp_path.iterdir() if one.is_dir()) == ["2026-11-18T030000Z", "my own notes"]
