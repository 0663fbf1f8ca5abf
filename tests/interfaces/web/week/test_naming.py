"""A card about a name in the notes: it is added in one step, or nobody, and comes back never."""

from __future__ import annotations

from datetime import timedelta

import pytest

from wellkept.domain.cadence.deciding import decide
from wellkept.domain.timeline.models import Referral
from wellkept.domain.timeline.recording import record_interaction


@pytest.fixture
def card(network, ada, ana):
    now = network.today()
    decide(contacts=[ana], kind="own", days=365, by=ada, today=now)
    body = "Her colleague Tom Baker knows the <b>port</b>."
    on = now - timedelta(days=40)
    record_interaction(network=network, contacts=[ana], kind="lunch", on=on, body=body, by=ada, today=now)
    return {"contact": ana.pk, "proposal": "meet", "subject": "mention-tom-baker"}


def test_the_card_shows_the_guess_as_one(page, card):
    text = page.get("/").content.decode()
    assert (
        "who is Tom Baker?" in text and "chip-unsure" in text and "Add Tom Baker" in text and "Nobody to meet" in text
    )
    assert "<b>port</b>" not in text


def test_it_is_added_in_one_step_with_who_it_came_through(page, ana, card):
    answer = page.post("/week/name", card)
    referral = Referral.objects.get()
    assert answer["Location"] == f"/contacts/add?referral={referral.pk}"
    text = page.get(answer["Location"]).content.decode()
    assert 'value="Tom"' in text and 'value="Baker"' in text and 'value="Ana Souza"' in text
    assert "who is Tom Baker?" not in page.get("/").content.decode()


def test_nobody_to_meet_is_remembered(page, card):
    page.post("/week/never", card)
    assert Referral.objects.get().dropped_on is not None
    assert "Tom Baker" not in page.get("/").content.decode().replace("Let go: Tom Baker", "")


def test_a_second_press_says_why_it_is_refused(page, card):
    page.post("/week/name", card)
    answer = page.post("/week/name", card, follow=True)
    assert "was answered already" in answer.content.decode()
    assert Referral.objects.count() == 1


def test_a_stranger_finds_nothing_to_keep(client, ben, card):
    client.force_login(ben.user)
    assert client.post("/week/name", card).status_code == 404
