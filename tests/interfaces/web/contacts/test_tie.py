"""The panel of a tie: what was set and what was learned, said apart; closeness is the user's own word."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from wellkept.domain.cadence.deciding import decide
from wellkept.domain.contacts.models import Contact
from wellkept.domain.timeline.recording import record_interaction
from wellkept.interfaces.web.contacts.tie import strip


@pytest.fixture
def now(network):
    return network.today()


def talk(network, ana, ada, now, *ages):
    for age in ages:
        on = now - timedelta(days=age)
        record_interaction(network=network, contacts=[ana], kind="call", on=on, by=ada, today=now)


def shown(page, ana):
    return page.get(reverse("contact", args=[ana.pk])).content.decode()


def test_nothing_has_passed_yet(page, ana):
    assert "Nothing has passed between you yet" in shown(page, ana)


def test_what_was_set_and_what_was_learned_are_said_apart(page, network, ana, ada, now):
    talk(network, ana, ada, now, 180, 120, 60, 5)
    assert "You set nothing, so what was learned holds" in shown(page, ana)
    decide(contacts=[ana], kind="own", days=90, by=ada, today=now)
    told = shown(page, ana)
    assert "You set: every quarter, which holds" in told
    assert "Learned: about every" in told
    assert "Resting" in told


def test_a_window_too_wide_to_go_by_comes_behind_the_usual_gap(page, network, ana, ada, now):
    talk(network, ana, ada, now, 900, 899, 600, 599, 590, 5)
    assert re.search(r"Learned: about every \d+ weeks; eight times in ten ", shown(page, ana))


def test_a_new_interaction_shows_on_the_next_view(page, network, ana, ada, now):
    talk(network, ana, ada, now, 40)
    assert "1 contact-day since" in shown(page, ana)
    talk(network, ana, ada, now, 0)
    told = shown(page, ana)
    assert "2 contact-days since" in told
    assert "in touch today" in told.lower()


def test_closeness_is_set_and_taken_back(page, ana):
    address = reverse("contact-closeness", args=[ana.pk])
    page.post(address, {"closeness": "4"})
    assert Contact.objects.get(pk=ana.pk).closeness == 4
    assert '<option value="4" selected>' in shown(page, ana)
    page.post(address, {"closeness": ""})
    assert Contact.objects.get(pk=ana.pk).closeness is None


@pytest.mark.parametrize("said", ["9", "0", "near", "-1"])
def test_other_words_for_closeness_are_refused(page, ana, said):
    page.post(reverse("contact-closeness", args=[ana.pk]), {"closeness": said})
    assert Contact.objects.get(pk=ana.pk).closeness is None


def test_the_strip_has_a_stroke_a_week_the_taller_the_more_of_its_days(now):
    assert strip([], now) == ""
    assert strip([now - timedelta(days=d) for d in (1, 2, 30, 9000)], now).count("M") == 2
    assert strip([now], now) != strip([now, now - timedelta(days=1)], now)
