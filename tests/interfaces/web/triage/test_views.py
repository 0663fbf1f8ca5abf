from datetime import timedelta

import pytest
from django_scopes import scope

from tests.cast import contact as somebody
from tests.cast import network_of
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.cadence.models import Decision, Standing
from wellkept.domain.contacts.circles import put_in_circle
from wellkept.domain.contacts.models import Circle, CircleMembership
from wellkept.domain.timeline.recording import record_interaction

HTMX = {"HTTP_HX_REQUEST": "true"}


def card_of(response):
    return response.context["sitting"].card


def test_the_card_says_who_why_and_what_was_last_said(page, network, ada, today, ana):
    record_interaction(
        network=network, contacts=[ana], kind="lunch", on=today - timedelta(days=9), body="She sings bass.", by=ada, today=today
    )  # fmt: skip

    text = page.get("/triage").content.decode()

    assert "Ana Souza" in text
    assert "She sings bass." in text
    assert "Last in touch in" in text


def test_a_digit_decides_and_the_next_card_comes(page, network, ana, bruno):
    first = card_of(page.get("/triage")).contact

    response = page.post("/triage/decide", {"contact": first.pk, "cadence": "30"})

    assert response["Location"] == "/triage"
    assert Standing.objects.get(contact=first).cadence_days == 30
    assert card_of(page.get("/triage")).contact != first


def test_in_place_the_next_card_comes_without_the_page(page, network, ana, bruno):
    first = card_of(page.get("/triage")).contact

    response = page.post("/triage/decide", {"contact": first.pk, "cadence": "never"}, **HTMX)

    text = response.content.decode()
    assert "<html" not in text
    assert card_of(response).contact != first
    assert "data-undo" in text
    assert Decision.objects.get().kind == "never"


def test_the_flash_in_place_leads_back_to_the_page_it_is_on(page, network, ana):
    here = {"HTTP_HX_CURRENT_URL": "http://testserver/triage?by=circle&key="}

    text = page.post("/triage/decide", {"contact": ana.pk, "cadence": "30"}, **HTMX, **here).content.decode()

    assert 'name="next" value="/triage?by=circle&amp;key="' in text


def test_later_puts_aside_for_this_sitting_and_decides_nothing(page, network, ana, bruno):
    first = card_of(page.get("/triage")).contact
    page.post("/triage/later", {"contact": first.pk})
    second = card_of(page.get("/triage")).contact
    page.post("/triage/later", {"contact": second.pk})

    text = page.get("/triage").content.decode()

    assert {first.pk, second.pk} == {ana.pk, bruno.pk}
    assert "2 contacts are still not decided" in text
    assert Decision.objects.count() == 0
    page.post("/triage/again")
    assert card_of(page.get("/triage")).contact == first


def test_with_the_last_decision_everybody_is_caught_up(page, network, ana):
    page.post("/triage/decide", {"contact": ana.pk, "cadence": "90"})

    assert "All caught up" in page.get("/triage").content.decode()


def test_an_empty_network_is_led_to_the_import(page, network):
    assert "Nobody is here yet" in page.get("/triage").content.decode()


def test_a_circle_is_put_on_at_once_and_proposes_its_cadence(page, network, ana, bruno):
    friends = Circle.objects.get(key="friends")

    response = page.post("/triage/circle", {"contact": ana.pk, "circle": friends.pk}, **HTMX)

    assert CircleMembership.objects.get().contact == ana
    assert card_of(response).contact == ana
    assert card_of(response).circle_words == "every six weeks"
    assert 'data-key="c"' in response.content.decode()


def test_a_circle_pressed_again_is_taken_off(page, network, ada, ana):
    friends = Circle.objects.get(key="friends")
    put_in_circle(contacts=[ana], circle=friends, by=ada)

    response = page.post("/triage/circle", {"contact": ana.pk, "circle": friends.pk})

    assert response["Location"] == f"/triage?contact={ana.pk}"
    assert CircleMembership.objects.count() == 0


def test_as_the_circle_follows_the_circle(page, network, ada, ana):
    put_in_circle(contacts=[ana], circle=Circle.objects.get(key="friends"), by=ada)

    page.post("/triage/decide", {"contact": ana.pk, "cadence": "circle"})

    assert Standing.objects.get(contact=ana).cadence_days == 45


def test_a_sitting_can_be_about_one_group(page, network, ada, ana, bruno):
    friends = Circle.objects.get(key="friends")
    put_in_circle(contacts=[bruno], circle=friends, by=ada)
    address = f"/triage?by=circle&key={friends.pk}"

    assert card_of(page.get(address)).contact == bruno
    response = page.post("/triage/decide", {"contact": bruno.pk, "cadence": "30", "by": "circle", "key": friends.pk})
    assert response["Location"] == address
    assert "This group is decided" in page.get(address).content.decode()


@pytest.mark.parametrize("query", ["by=moon&key=1", "by=circle&key=x", "by=organization&key=-1"])
def test_a_group_that_is_none_is_not_found(page, network, ana, query):
    assert page.get(f"/triage?{query}").status_code == 404


@pytest.mark.parametrize("cadence", ["", "often", "0", "-30", "1e3", "3651", "999999999999"])
def test_a_cadence_that_is_none_is_refused_in_words(page, network, ana, cadence):
    response = page.post("/triage/decide", {"contact": ana.pk, "cadence": cadence}, follow=True)

    assert "flash-error" in response.content.decode()
    assert Decision.objects.count() == 0


@pytest.mark.parametrize("address", ["decide", "later", "circle"])
def test_bens_contact_and_bens_circle_are_not_there(page, network, ben, ana, address):
    theirs = network_of(ben)
    with scope(network=theirs):
        stranger = somebody(theirs, ben, "Sam", "Stone")
        circle = Circle.objects.first()

    assert page.post(f"/triage/{address}", {"contact": stranger.pk, "cadence": "30"}).status_code == 404
    assert page.post(f"/triage/{address}", {"contact": "1" * 30, "cadence": "30"}).status_code == 404
    assert page.post("/triage/circle", {"contact": ana.pk, "circle": circle.pk}).status_code == 404
    assert page.get(f"/triage/{address}").status_code == 405


def test_those_put_aside_in_one_network_are_not_put_aside_in_another(page, network, ana):
    session = page.session
    session["triage-aside"] = {"network": network.pk + 1, "contacts": [ana.pk]}
    session.save()

    assert card_of(page.get("/triage")).contact == ana


def test_many_ask_no_more_questions_than_few(page, network, crowd, django_assert_max_num_queries):
    crowd(2)
    with django_assert_max_num_queries(14) as few:
        page.get("/triage")
    crowd(60, organization="Nordlicht Rail")
    with django_assert_max_num_queries(len(few)):
        assert "data-cadences" in page.get("/triage").content.decode()


def test_a_decision_is_kept_when_the_page_is_left_and_resumed(page, network, ada, today, crowd):
    people = crowd(3)
    decide(contacts=people[:1], kind="never", by=ada, today=today)

    sitting = page.get("/triage").context["sitting"]

    assert (sitting.progress.decided, sitting.progress.total) == (1, 3)
