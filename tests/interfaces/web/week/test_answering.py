from datetime import timedelta

import pytest
from django_scopes import scope

from tests.cast import contact as somebody
from tests.cast import network_of
from tests.interfaces.web.week.conftest import card
from wellkept.domain.cadence.models import Decision, Snooze, Standing
from wellkept.domain.plan.models import Answer
from wellkept.domain.plan.week import this_week
from wellkept.domain.timeline.models import Interaction
from wellkept.domain.timeline.promising import make_promise
from wellkept.domain.timeline.recording import record_interaction

HTMX = {"HTTP_HX_REQUEST": "true"}


def test_done_records_a_touch_with_the_note_and_the_channel(page, network, ana):
    response = page.post("/week/done", card(ana) | {"note": "She sings bass", "kind": "call"})

    assert response["Location"] == "/"
    said = Interaction.objects.get()
    assert (said.kind, said.body, said.touch) == ("call", "She sings bass", True)


def test_done_without_a_note_is_done_too(page, network, ana):
    page.post("/week/done", card(ana) | {"note": "  ", "kind": "message"})

    assert Interaction.objects.get().body == ""


@pytest.mark.parametrize("how", [{}, HTMX], ids=["page", "htmx"])
def test_done_in_a_second_tab_records_nothing_and_leads_to_what_was_recorded(page, network, ana, how):
    said = card(ana) | {"note": "once", "kind": "call", "seen": page.get("/").context["shown"].seen}
    page.post("/week/done", said, **how)

    answer = page.post("/week/done", said | {"note": "twice"}, follow=True, **how)

    text = answer.content.decode()
    assert "was done already" in text
    assert f'href="/interactions/{Interaction.objects.get(body="once").pk}"' in text
    assert Interaction.objects.count() == 1


def test_done_with_a_promise_settles_it(page, network, ada, today, ana):
    promise = make_promise(contact=ana, by_whom="me", text="send the paper", due_on=today, by=ada)

    page.post("/week/done", card(ana, "promise", str(promise.pk)) | {"note": "", "kind": "email"})

    promise.refresh_from_db()
    assert promise.settled_on == today


def test_not_now_is_no_touch_and_comes_back_on_the_day(page, network, today, ana):
    until = today + timedelta(days=14)

    page.post("/week/not-now", card(ana) | {"until": str(until)})

    assert Snooze.objects.get().until == until
    assert Interaction.objects.count() == 0


@pytest.mark.parametrize("until", ["", "soon", "2026-02-31", "2001-01-01"])
def test_not_now_until_no_day_to_come_is_refused_in_words(page, network, ana, until):
    response = page.post("/week/not-now", card(ana) | {"until": until}, follow=True)

    assert "flash-error" in response.content.decode()
    assert Answer.objects.count() == Snooze.objects.count() == 0


def test_a_swap_changes_nothing_about_the_contact(page, network, ana):
    page.post("/week/swap", card(ana))

    assert Answer.objects.get().answer == "swap"
    assert Decision.objects.count() == 0


def test_never_is_a_decision(page, network, ana):
    page.post("/week/never", card(ana))

    assert Decision.objects.get().kind == "never"


def test_a_digit_decides_how_often(page, network, ana):
    page.post("/week/decide", card(ana, "decide") | {"cadence": "90"})

    assert Standing.objects.get(contact=ana).cadence_days == 90


@pytest.mark.parametrize("cadence", ["", "often", "undecided", "0", "-7", "99999999"])
def test_a_cadence_that_is_none_is_refused(page, network, ana, cadence):
    page.post("/week/decide", card(ana, "decide") | {"cadence": cadence})

    assert Decision.objects.count() == 0


@pytest.mark.parametrize("address", ["done", "not-now", "swap", "never", "decide"])
def test_each_answer_can_be_undone_by_the_flash(page, network, ana, today, address):
    said = {"note": "x", "kind": "call", "until": str(today + timedelta(days=7)), "cadence": "30"}

    text = page.post(f"/week/{address}", card(ana) | said, follow=True).content.decode()

    assert "data-undo" in text
    assert "/undo" in text


@pytest.mark.parametrize("address", ["done", "not-now", "swap", "never", "decide"])
def test_bens_contact_is_not_there(page, network, today, ben, address):
    with scope(network=network_of(ben)):
        stranger = somebody(network_of(ben), ben, "Sam", "Stone")
    said = {"note": "x", "kind": "call", "until": str(today + timedelta(days=7)), "cadence": "30"}

    assert page.post(f"/week/{address}", card(stranger) | said).status_code == 404
    assert page.post(f"/week/{address}", {"contact": "x"}).status_code == 404
    assert page.get(f"/week/{address}").status_code == 405


def test_in_place_the_done_card_becomes_a_line_and_the_well_rises(page, network, crowd):
    first, *_others = crowd(3)

    text = page.post("/week/done", card(first, "decide") | {"note": "", "kind": "email"}, **HTMX).content.decode()

    assert "proposal-done" in text
    assert 'id="week-goals" hx-swap-oob="true"' in text
    assert 'id="week-well" hx-swap-oob="true"' in text
    assert 'id="flashes"' in text
    assert "<html" not in text


def test_in_place_only_people_come_whom_the_page_does_not_show(page, network, crowd):
    people = crowd(9)
    before = page.get("/").context["shown"].cards
    there = [each.proposal.contact for each in before]
    swapped = before[0].proposal

    answer = page.post("/week/swap", {"contact": swapped.contact, "proposal": swapped.kind, "shown": there}, **HTMX)

    fresh = answer.context["fresh"]
    assert len(people) > len(before)
    assert len(fresh) == 1
    assert fresh[0].proposal.contact not in there


def test_a_refusal_in_place_leaves_the_card_with_what_was_typed(page, network, ana):
    response = page.post("/week/done", card(ana) | {"note": "Dear words", "kind": "telepathy"}, **HTMX)

    assert response["HX-Reswap"] == "none"
    assert "flash-error" in response.content.decode()
    assert Interaction.objects.count() == 0


def test_rather_another_of_the_three_takes_the_place_of_the_one_shown(page, network, ada, today):
    old = [somebody(network, ada, f"Old{number}", "Friend", source="linkedin") for number in range(4)]
    for person in old:
        for months in (0, 1):
            on = today - timedelta(days=800 + 30 * months)
            record_interaction(network=network, contacts=[person], kind="call", on=on, by=ada, today=today)
    (shown,) = [each for each in this_week(network=network, on=today).proposals if each.kind == "reconnect"]
    assert len(shown.instead) == 2
    other = shown.instead[-1]
    assert other.name in page.get("/").content.decode()

    said = {"contact": shown.contact, "proposal": "reconnect", "subject": "", "instead": other.contact}
    assert page.post("/week/pick", said).status_code == 302
    (now,) = [each for each in this_week(network=network, on=today).proposals if each.kind == "reconnect"]
    assert now.contact == other.contact and len(now.instead) == 2
