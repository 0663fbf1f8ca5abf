from __future__ import annotations

import pytest

from tests.cast import PASSWORD, contact
from tests.domain.exchange.restoring.conftest import members
from wellkept.domain.accounts.leaving import remove_user
from wellkept.domain.accounts.models import Network, User
from wellkept.domain.contacts.models import Contact


@pytest.fixture(autouse=True)
def files_of_its_own(settings, tmp_path):
    settings.FILES_FOLDER = tmp_path / "kept-files"


def test_exported_wiped_and_restored_the_export_is_the_same(run, answer, network, ada, ana, tmp_path):
    ada.user.set_password(PASSWORD)
    ada.user.save()
    run("export", tmp_path / "a.zip")
    remove_user(user=User.objects.get())

    said = answer("restore", tmp_path / "a.zip")

    assert [user["email"] for user in said["users"]] == ["ada@example.org"] and said["before"] == ""
    assert User.objects.get().check_password(PASSWORD)
    run("export", tmp_path / "b.zip")
    assert members(tmp_path / "b.zip") == members(tmp_path / "a.zip")


def test_what_is_here_is_replaced_only_when_that_is_said_and_a_copy_is_kept(run, answer, network, ada, ana, tmp_path):
    run("export", tmp_path / "a.zip")
    contact(network, ada, "Later", "Person")

    refused = run("restore", tmp_path / "a.zip")
    assert refused.exit_code == 1 and "--replace" in refused.stderr
    said = answer("restore", tmp_path / "a.zip", "--replace")

    assert not Contact.objects.filter(family="Person").exists()
    run("restore", said["before"], "--replace")
    assert Contact.objects.filter(family="Person").exists()


def test_into_the_network_of_one_of_several(run, network, ana, ben, tmp_path):
    run("export", tmp_path / "a.zip", "--user", "ada@example.org")
    assert run("restore", tmp_path / "a.zip").exit_code == 1
    assert run("restore", tmp_path / "a.zip", "--user", "ben@example.org").exit_code == 0
    theirs = Network.objects.get(owner=ben.user)
    assert Contact._base_manager.filter(network=theirs, display="Ana Souza").count() == 1


def test_what_is_no_archive_is_refused(run, network, tmp_path):
    (tmp_path / "x.zip").write_text("no")
    result = run("restore", tmp_path / "x.zip", "--json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no ZIP archive" in result.stderr
