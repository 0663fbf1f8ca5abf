"""``wellkept digest``: shown, and sent once a day."""

from tests.domain.reminders.conftest import mailbox, post, promised  # noqa: F401
from wellkept.domain.reminders.models import Delivery


def test_a_dry_run_shows_it_and_sends_nothing(answer, network, promised, post):  # noqa: F811
    told = answer("digest", "--dry-run")

    assert [item["name"] for item in told["items"]] == ["Ana Souza"]
    assert "http" not in str(told)
    assert post.messages == []
    assert not Delivery.objects.exists()


def test_it_is_sent_once_a_day(run, network, promised, post):  # noqa: F811
    first, again = run("digest"), run("digest")

    assert "To ada@example.org: sent." in first.stdout
    assert again.exit_code == 1
    assert "sent already" in again.stderr
    assert len(post.messages) == 1


def test_another_days_is_only_shown(answer, network, promised, post):  # noqa: F811
    assert answer("digest", "--on", "2026-12-01")["on"] == "2026-12-01"
    assert post.messages == []


def test_without_a_mail_server_it_says_so(run, network, promised, settings, tmp_path):  # noqa: F811
    settings.HOME = tmp_path

    result = run("digest")

    assert result.exit_code == 1
    assert "No mail server is set up" in result.stderr


def test_what_the_server_says_is_passed_on(run, network, promised, post):  # noqa: F811
    post.refused = "550 not here"

    result = run("digest")

    assert result.exit_code == 1
    assert "not here" in result.stderr
