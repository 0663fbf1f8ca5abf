"""What is done with a selection is one act."""

from __future__ import annotations

import pytest

from tests.cast import contact, network_of
from wellkept.domain.cadence.models import Decision
from wellkept.domain.contacts.models import Circle, CircleMembership, Contact, Tag, Tagging
from wellkept.domain.history.models import Act


def press(page, do, people, **more):
    return page.post(
        "/contacts/selection", {"do": do, "contact": [p.pk for p in people], "query": "", **more}, follow=True
    )


def test_each_button_does_its_deed_once_for_all(page, network, ana, bruno):
    family = Circle.objects.get(key="family")
    both = [ana, bruno]
    press(page, f"circle:{family.pk}", both)
    assert CircleMembership.objects.count() == 2
    press(page, f"out:{family.pk}", [ana])
    assert CircleMembership.objects.get().contact == bruno
    press(page, "tag", both, tag="choir")
    assert Tagging.objects.count() == 2
    press(page, f"untag:{Tag.objects.get().pk}", [ana])
    assert Tagging.objects.get().contact == bruno
    press(page, "cadence:90", both)
    assert [d.days for d in Decision.objects.all()] == [90, 90]
    press(page, "cadence:never", [ana])
    press(page, "cadence:undecided", [bruno])
    assert Decision.objects.get().kind == "never"
    answer = press(page, "archive", both)
    assert not Contact.objects.active().exists() and "Archived 2 contacts" in answer.text and "Undo" in answer.text
    press(page, "back", both)
    assert Contact.objects.active().count() == 2


@pytest.mark.parametrize(("do", "word"), [("tag", "Write the tag first"), ("cadence:often", "Choose how often")])
def test_what_is_missing_is_said_and_nothing_is_done(page, network, ana, do, word):
    acts = Act.objects.count()
    assert word in press(page, do, [ana]).text
    assert Act.objects.count() == acts


def test_nobody_selected_is_said(page, network, ana):
    assert "Nobody is selected" in press(page, "archive", []).text


@pytest.mark.parametrize("do", ["", "explode", "circle:x", "circle:999999", "untag:0", "circle:" + "9" * 30])
def test_an_unknown_deed_is_not_found(page, network, ana, do):
    assert press(page, do, [ana]).status_code == 404


def test_more_than_twenty_are_asked_about_with_their_number(page, ada, network):
    people = [contact(network, ada, "Ana", f"Souza {n:02}") for n in range(21)]
    asked = press(page, "archive", people)
    assert "21 contacts: archive?" in asked.text and Contact.objects.active().count() == 21
    press(page, "archive", people, sure="20")
    assert Contact.objects.active().count() == 21
    press(page, "archive", people, sure="21")
    assert not Contact.objects.active().exists()


def test_everybody_in_the_list_is_everybody_the_filter_shows(page, ada, network):
    for n in range(25):
        contact(network, ada, "Ana", f"Souza {n:02}")
    contact(network, ada, "Bruno", "Keller")
    more = {"everything": "1", "query": "words=souza"}
    asked = page.post("/contacts/selection", {"do": "tag", "tag": "choir", **more})
    assert "25 contacts: tag choir?" in asked.text and 'value="words=souza"' in asked.text
    page.post("/contacts/selection", {"do": "tag", "tag": "choir", "sure": "25", **more})
    assert Tagging.objects.count() == 25


def test_the_way_back_leads_to_the_list_and_nowhere_else(page, network, ana):
    answer = page.post("/contacts/selection", {"do": "archive", "contact": ana.pk, "query": "//evil.example/?words=a"})
    assert answer.url.startswith("/contacts/?") and "evil" not in answer.url


def test_a_selection_with_a_strangers_contact_does_nothing(page, ben, network, ana):
    theirs = contact(network_of(ben), ben, "Zoe", "Zimmer")
    assert press(page, "archive", [ana, theirs]).status_code == 404
    ana.refresh_from_db()
    assert ana.archived_at is None
