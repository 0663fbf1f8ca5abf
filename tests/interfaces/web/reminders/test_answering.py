"""Where the links of a mail lead: they ask, act once, and show as little as they can."""

from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client

from tests.domain.reminders.conftest import daily, now, promised  # noqa: F401
from wellkept.domain.history.models import Act
from wellkept.domain.plan.models import Answer
from wellkept.domain.reminders import links
from wellkept.domain.reminders.digest import digest_of
from wellkept.domain.reminders.links import site
from wellkept.domain.reminders.settling import end_links, reminders_of
from wellkept.domain.timeline.models import Interaction


@pytest.fixture
def mailed(network, promised, daily):  # noqa: F811
    digest = digest_of(network=network, on=network.today())
    (item,) = digest.items
    return {"done": path(item.done), "not-now": path(item.not_now), "stop": path(digest.stop)}


def path(address):
    return address.removeprefix(site())


@pytest.mark.parametrize("which", ["done", "not-now", "stop"])
def test_opening_a_link_changes_nothing(client, network, mailed, which):
    before = Act.objects.filter(network=network).count()

    for method in (client.get, client.head):
        assert method(mailed[which]).status_code == 200

    assert Act.objects.filter(network=network).count() == before
    assert reminders_of(network).by_mail


def test_it_shows_a_name_and_nothing_else(client, mailed):
    text = client.get(mailed["done"]).content.decode()

    assert "Done with Ana Souza?" in text
    assert "paper on wells" not in text
    assert "ada@example.org" not in text


def test_done_records_it_once(client, network, mailed, promised):  # noqa: F811
    first = client.post(mailed["done"], {"kind": "email", "note": "Sent the paper"})
    again = client.post(mailed["done"], {"kind": "email", "note": "Sent the paper"})

    assert "Done: Ana Souza" in first.content.decode()
    assert "That was said already" in again.content.decode()
    (interaction,) = Interaction.objects.filter(network=network)
    assert interaction.body == "Sent the paper"
    promised.refresh_from_db()
    assert promised.settled_on is not None
    assert Act.objects.filter(network=network, via="mail").count() == 1


def test_not_now_puts_it_off_once(client, network, mailed):
    until = (network.today() + timedelta(weeks=2)).isoformat()
    first = client.post(mailed["not-now"], {"until": until})
    again = client.post(mailed["not-now"], {"until": until})

    assert "Not now: Ana Souza" in first.content.decode()
    assert "That was said already" in again.content.decode()
    assert [answer.until.isoformat() for answer in Answer.objects.filter(network=network)] == [until]


@pytest.mark.parametrize(
    ("say", "form"), [("done", {"kind": "telepathy"}), ("not-now", {"until": "2099-01-01"}), ("not-now", {})]
)
def test_what_makes_no_sense_is_refused_with_a_word(client, network, mailed, say, form):
    response = client.post(mailed[say], form)

    assert 'role="alert"' in response.content.decode()
    assert not Answer.objects.exists()


def test_after_two_weeks_a_link_is_dead(client, mailed, monkeypatch):
    monkeypatch.setattr(links, "LAST", timedelta(seconds=-1))

    assert client.get(mailed["done"]).status_code == 404
    assert client.get(mailed["stop"]).status_code == 200  # a mail can always be stopped


def test_what_was_changed_or_signed_by_another_is_dead(client, network, mailed, ana):
    token = mailed["done"].split("/")[3]
    forged = signing.dumps([network.pk, "x", ana.pk, "promise", "1", 0], key="another key", salt=links.ANSWER)
    other_use = signing.dumps([network.pk, reminders_of(network).link_key], salt=links.STOP)

    for wrong in (token[:-1] + ("A" if token[-1] != "A" else "B"), "x" + token, forged, other_use, "-"):
        assert client.get(f"/mail/answer/{wrong}/done").status_code == 404
        assert client.post(f"/mail/answer/{wrong}/done", {"kind": "email"}).status_code == 404
    assert client.get(f"/mail/answer/{token}/never").status_code == 404
    assert not Interaction.objects.exists()


def test_ended_links_are_dead(client, network, mailed):
    end_links(network=network)

    assert {client.post(address).status_code for address in mailed.values()} == {404}


def test_another_page_cannot_post_for_the_user(mailed):
    strict = Client(enforce_csrf_checks=True)

    assert strict.post(mailed["done"], {"kind": "email"}).status_code == 403
    assert not Interaction.objects.exists()


def test_a_mail_program_stops_the_mails_with_one_post(network, mailed):
    response = Client(enforce_csrf_checks=True).post(mailed["stop"], {"List-Unsubscribe": "One-Click"})

    assert response.status_code == 200
    assert not reminders_of(network).by_mail
    assert Client().get(mailed["done"]).status_code == 404


def test_somebody_else_who_is_signed_in_sees_the_same_page_and_acts_for_its_user(client, ben, network, mailed):
    client.force_login(ben.user)

    client.post(mailed["done"], {"kind": "email"})

    (interaction,) = Interaction.objects.filter(network=network)
    assert interaction.network_id == network.pk


def test_whoever_tries_too_often_has_to_wait(client, mailed):
    answers = {client.get("/mail/answer/x/done").status_code for _try in range(70)}

    assert answers == {404, 429}
