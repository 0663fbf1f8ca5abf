"""Is everything safe? The host sees the machine, everybody else what concerns them."""

from __future__ import annotations

import pytest
from django.db import connection
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from wellkept.domain.exchange.backups.planning import plan

PAGE = "/status"


@pytest.fixture(autouse=True)
def folder_of_its_own(settings, tmp_path):
    settings.HOME = tmp_path
    settings.FILES_FOLDER = tmp_path / "files"


@pytest.fixture
def host(page, ada):
    ada.user.is_host = True
    ada.user.save()
    return page


def test_the_host_sees_the_machine_and_is_warned_without_a_backup(host, network):
    shown = host.get(PAGE).content.decode()
    assert "There is no recent backup" in shown and "Back up now" in shown and str(plan().place) in shown
    assert "complete" in shown


def test_another_user_sees_that_their_own_is_safe_and_nothing_of_the_machine(page, network):
    shown = page.get(PAGE).content.decode()
    assert "Tell its host" in shown and "complete" in shown
    assert str(plan().place) not in shown and "Back up now" not in shown and "SQLite" not in shown


def test_rows_that_the_index_lacks_are_told(page, ana, network):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_contacts WHERE rowid = %s", [ana.pk])
    assert "by 1 row" in page.get(PAGE).content.decode()


def test_the_host_asks_for_a_backup(host, network):
    host.post(reverse("status-backup"))
    assert [one.task_path.rsplit(".", 1)[-1] for one in DBTaskResult.objects.all()] == ["back_up_job"]


def test_the_host_settles_when_and_where(host, network, tmp_path):
    (tmp_path / "other").mkdir()
    host.post(reverse("status-plan"), {"at": "04:30", "folder": str(tmp_path / "other")})
    assert (plan().nightly, plan().at, plan().folder) == (False, "04:30", str(tmp_path / "other"))


def test_what_makes_no_sense_is_said(host, network):
    host.post(reverse("status-plan"), {"at": "99:99", "nightly": "1"})
    assert plan().at == "03:00"
    assert "time of day is needed" in host.get(PAGE).content.decode()


@pytest.mark.parametrize("name", ["status-backup", "status-plan"])
def test_for_others_there_is_nothing_to_settle(page, network, name):
    assert page.post(reverse(name), {"at": "05:00"}).status_code == 404
    assert plan().at == "03:00" and not DBTaskResult.objects.exists()
