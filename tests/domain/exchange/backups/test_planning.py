"""When a backup is made by itself."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.backups.planning import back_up, is_due, is_old, last_good, plan, settle

HERE = ZoneInfo("Europe/Vienna")
NOON = datetime(2026, 11, 18, 12, 0, tzinfo=HERE)


def test_every_night_and_not_twice(database):
    assert is_due(NOON)
    back_up(now=NOON)
    assert not is_due(NOON + timedelta(hours=14, minutes=59))
    assert is_due(NOON + timedelta(hours=15))
    back_up(now=NOON + timedelta(hours=15))
    assert not is_due(NOON + timedelta(hours=16))


def test_not_where_it_is_switched_off_or_nobody_is(database, ada):
    settle(nightly=False, at="03:00", folder="")
    assert not is_due(NOON)
    settle(nightly=True, at="03:00", folder="")
    ada.user.delete()
    assert not is_due(NOON)


def test_one_that_failed_is_tried_again_after_an_hour_and_says_why(database, settings):
    database.write_bytes(b"no database at all" * 999)
    with pytest.raises(Refusal):
        back_up(now=NOON)
    assert plan().problem and last_good() is None
    assert not is_due(NOON + timedelta(minutes=59))
    assert is_due(NOON + timedelta(minutes=61))


def test_a_good_one_takes_the_problem_back(database, tmp_path):
    with pytest.raises(Refusal):
        (tmp_path / "file").write_text("")
        back_up(now=NOON, to=tmp_path / "file")
    assert plan().problem
    back_up(now=NOON)
    assert plan().problem == ""


def test_old_after_three_days(database):
    assert is_old(NOON)
    back_up(now=NOON)
    assert not is_old(NOON + timedelta(days=2))
    assert is_old(NOON + timedelta(days=4))


def test_in_another_folder(database, tmp_path):
    folder = tmp_path / "other disk"
    folder.mkdir()
    settle(nightly=True, at="04:30", folder=str(folder))
    assert back_up(now=NOON).folder.parent == folder
    assert last_good().folder.parent == folder


@pytest.mark.parametrize(
    ("at", "folder"), [("25:00", ""), ("3", ""), ("", ""), ("03:00", "relative"), ("03:00", "/no/such")]
)
def test_what_makes_no_sense_is_refused_and_nothing_settled(at, folder):
    with pytest.raises(Refusal):
        settle(nightly=True, at=at, folder=folder)
    assert (plan().at, plan().folder) == ("03:00", "")


@pytest.mark.parametrize("said", ["{", "[]", '{"at": 3, "nightly": "no", "else": 1}'])
def test_a_damaged_file_means_every_night_at_three(settings, said):
    (settings.HOME / "backups.json").write_text(said)
    assert (plan().nightly, plan().at) == (True, "03:00")
