"""What the digest says, and what its mail carries."""

from datetime import timedelta

import pytest

from tests.cast import network_of
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.reminders.delivering import deliver
from wellkept.domain.reminders.digest import digest_as_json, digest_of
from wellkept.domain.reminders.settling import pause
from wellkept.domain.reminders.writing import written


@pytest.fixture
def mail(network, promised, daily, today, now):
    digest = digest_of(network=network, on=today)
    return written(digest, network=network, sender="well@example.org", message_id="<1@example.org>", now=now)


def test_it_says_what_the_week_says(network, promised, today):
    (item,) = digest_of(network=network, on=today).items

    assert item.proposal.name == "Ana Souza"
    assert "/mail/answer/" in item.done
    assert item.done != item.not_now


def test_a_decision_is_taken_on_the_page(network, ana, today):
    (item,) = digest_of(network=network, on=today).items

    assert item.proposal.kind == "decide"
    assert item.done == ""


def test_with_nothing_to_say_and_on_a_pause_there_is_none(network, ada, ana, today):
    pause(network=network, until=today + timedelta(days=1), today=today)
    assert digest_of(network=network, on=today) is None

    decide(contacts=[ana], kind="never", by=ada, today=today)
    assert digest_of(network=network, on=today + timedelta(days=1)) is None


def test_a_stranger_is_told_nothing_of_it(network, ben, promised, today):
    with inside(network_of(ben)):
        assert digest_of(network=network_of(ben), on=today) is None


def test_the_json_holds_no_links(network, promised, today):
    digest = digest_of(network=network, on=today)

    told = digest_as_json(digest, today)

    assert told["items"][0]["name"] == "Ana Souza"
    assert "http" not in str(told)


def test_the_mail_fetches_nothing_and_can_be_stopped(mail):
    html = mail.get_body(("html",)).get_content()

    for fetching in ("<img", "src=", "@import", "url(", "<link", "<script"):
        assert fetching not in html
    assert "prefers-color-scheme: dark" in html
    assert "/mail/stop/" in mail["List-Unsubscribe"]
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_names_are_words_and_nothing_else(network, ada, ana, promised, daily, today, now):
    ana.display = "<b>Ana</b> & co"
    ana.save()
    network.owner.name = "Ada\r\nBcc: x@example.org"

    digest = digest_of(network=network, on=today)
    with pytest.raises(ValueError, match="linefeed or carriage return"):
        written(digest, network=network, sender="w@example.org", message_id="<1@example.org>", now=now)
    network.owner.name = "Ada"
    mail = written(digest, network=network, sender="w@example.org", message_id="<1@example.org>", now=now)

    assert "&lt;b&gt;Ana&lt;/b&gt; &amp; co" in mail.get_body(("html",)).get_content()
    assert "<b>Ana</b> & co" in mail.get_body(("plain",)).get_content()


@pytest.mark.parametrize(
    ("said", "day"), [("iso", "2026-11-16"), ("month", "Nov. 16, 2026"), ("day", "16 Nov 2026"), ("", "Nov. 16, 2026")]
)
def test_its_dates_are_written_as_the_user_wants_them(post, network, promised, daily, now, said, day):
    network.dates = said
    network.save()

    deliver(now=now)

    (mail,) = post.messages
    assert day in mail.get_body(("plain",)).get_content()
