import json

import pytest
from typer.testing import CliRunner

from tests.cast import PASSWORD
from wellkept.domain.accounts.devices import devices_of, remember_device
from wellkept.domain.accounts.models import Network, User
from wellkept.interfaces.cli.main import app

pytestmark = pytest.mark.django_db


@pytest.fixture
def wellkept(monkeypatch):
    """The command line, with a password at hand."""
    monkeypatch.setenv("WELLKEPT_PASSWORD", PASSWORD)
    return lambda *words: CliRunner().invoke(app, list(words))


def test_a_user_is_added_with_a_network_of_their_own(wellkept):
    result = wellkept("user", "add", "ada@example.org", "--name", "Ada Quill", "--time-zone", "Europe/Vienna", "--json")

    assert result.exit_code == 0
    assert json.loads(result.stdout) == {"email": "ada@example.org", "name": "Ada Quill"}
    network = Network.objects.get(owner__email="ada@example.org")
    assert network.time_zone == "Europe/Vienna"
    assert network.owner.check_password(PASSWORD)


@pytest.mark.parametrize(
    "words",
    [["--name", ""], ["--name", "Ada", "--time-zone", "Mars/Olympus"], ["--name", "Ada", "--phone-region", "AUT"]],
)
def test_what_is_refused_is_said_on_standard_error_and_nothing_is_added(wellkept, words):
    result = wellkept("user", "add", "ada@example.org", *words, "--json")

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr
    assert not User.objects.exists()


def test_a_weak_password_is_refused(wellkept, monkeypatch):
    monkeypatch.setenv("WELLKEPT_PASSWORD", "short")
    result = wellkept("user", "add", "ada@example.org", "--name", "Ada")

    assert result.exit_code == 1
    assert "at least 12 characters" in result.stderr


def test_without_a_terminal_and_without_the_variable_no_password_is_asked_for(wellkept, monkeypatch):
    monkeypatch.delenv("WELLKEPT_PASSWORD")
    result = wellkept("user", "add", "ada@example.org", "--name", "Ada")

    assert result.exit_code == 1
    assert "WELLKEPT_PASSWORD" in result.stderr


def test_a_wrong_use_ends_with_two(wellkept):
    assert wellkept("user", "add").exit_code == 2


def test_a_new_password_signs_out_everywhere(wellkept, ada):
    remember_device(user=ada.user, session_key="abc")
    assert wellkept("user", "password", "ADA@example.org").exit_code == 0
    ada.user.refresh_from_db()

    assert ada.user.check_password(PASSWORD)
    assert not devices_of(ada.user).exists()


def test_there_is_no_password_for_nobody(wellkept, ada):
    result = wellkept("user", "password", "nobody@example.org")

    assert result.exit_code == 1
    assert "nobody@example.org" in result.stderr


def test_the_users_are_listed(wellkept, ada, ben):
    listed = json.loads(wellkept("user", "list", "--json").stdout)

    assert [user["email"] for user in listed] == ["ada@example.org", "ben@example.org"]
    assert "Ben Marsh" in wellkept("user", "list").stdout
