"""The one line in the browser: looked at, asked about, kept; without JavaScript."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from tests.domain.capture.conftest import somebody
from wellkept.domain.cadence.models import NextStep
from wellkept.domain.capture.models import Captured
from wellkept.domain.contacts.adding import add_contact
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.timeline.models import Fact, Interaction, Promise

from .forms import form_of

pytestmark = pytest.mark.django_db
LINE = "met Ana Souza (Acme, head of data) at PyCon yesterday, two kids, loves climbing, send her the deck by Friday, ping in 2 weeks, via Tom"


def look(page, line=LINE):
    return page.post("/capture", {"line": line, "do": "look"})


def keep(page, looked, **answers):
    return page.post("/capture", form_of(looked, do="keep", **answers))


def people():
    return set(Contact.objects.filter(is_me=False).values_list("display", flat=True))


def test_the_empty_page_teaches(page):
    said = page.get("/capture").content.decode()
    assert "Such as" in said and 'name="line"' in said and "autofocus" in said and "Keep" not in said.split("<main")[1]


def test_a_line_is_shown_with_what_becomes_of_it_and_nothing_is_kept(page, network):
    said = look(page).content.decode()
    assert re.search(r"two kids<small>fact</small>", said) and 'value="send her the deck"' in said
    assert not Captured.objects.exists() and people() == set()


def test_what_is_handed_over_by_another_app_is_looked_at_at_once(page, network):
    said = page.get(
        "/capture", {"title": "Note", "text": "met Ana Souza", "url": "https://example.org"}
    ).content.decode()
    assert "Note\nmet Ana Souza\nhttps://example.org" in said and 'id="p0-name"' in said


def test_who_introduced_us_is_asked_where_nobody_is_called_that(page, network):
    answer = keep(page, look(page))
    assert answer.status_code == 422 and b"Nobody here is called \xe2\x80\x9cTom\xe2\x80\x9d" in answer.content
    assert people() == set() and not Captured.objects.exists()


def test_answered_it_becomes_records_and_the_flash_undoes_them(page, network, ada):
    answer = keep(page, look(page), **{"through-who": "name"})

    row = Captured.objects.get()
    assert answer.status_code == 302 and answer.url == reverse("inbox-item", args=[row.pk])
    assert people() == {"Ana Souza"} and row.contact.met_how == "through Tom"
    assert set(Fact.objects.values_list("words", flat=True)) == {"two kids", "loves climbing"}
    assert (Interaction.objects.get().place, Promise.objects.get().text) == ("PyCon", "send her the deck")
    assert NextStep.objects.count() == 1
    said = page.get(answer.url).content.decode()
    assert "Ana Souza is kept" in said and "Undo" in said and "Did you ask who else you should know?" in said
    undo(act=Act.objects.get(verb="keep"), by=ada)
    assert people() == set() and b'name="p0-name"' in page.get(answer.url).content


def test_with_nobody_to_ask_about_it_is_kept_in_one_press(page, network):
    assert keep(page, look(page, "coffee with Dora Lind today, plays chess")).status_code == 302
    assert people() == {"Dora Lind"}


def test_an_ana_of_two_is_asked_with_nothing_picked(page, network, ada):
    two = [add_contact(network=network, person=somebody("Ana Souza", at), by=ada) for at in ("Acme", "Hooli")]
    looked = look(page, "met Ana Souza today, two kids")
    said = looked.content.decode()
    assert "Who is “Ana Souza”?" in said and "p0-who" not in form_of(looked)
    assert keep(page, looked).status_code == 422
    assert keep(page, looked, **{"p0-who": str(two[1].pk)}).status_code == 302
    assert Fact.objects.get().contact == two[1] and len(people()) == 1


def test_who_stands_for_no_candidate_is_asked_again(page, network, ada, ana, bruno):
    looked = look(page, "met Ana Souza today")
    for answer in (str(bruno.pk), "name", "0", "x"):
        assert keep(page, looked, **{"p0-who": answer}).status_code == 422
    assert not Interaction.objects.exists()


def test_words_that_mean_several_days_have_to_be_answered(page, network):
    looked = look(page, "met Dora Lind today, send her the deck next week")
    assert keep(page, looked).status_code == 422 and not Promise.objects.exists()
    assert keep(page, looked, q0="day", **{"q0-day": "2031-05-04"}).status_code == 302
    assert Promise.objects.get().due_on.isoformat() == "2031-05-04"


@pytest.mark.parametrize(("answer", "facts"), [("none", 0), ("fact", 1)])
def test_words_nobody_understands_are_left_out_or_kept_as_a_fact(page, network, answer, facts):
    form = form_of(look(page, "met Dora Lind today"), do="keep")
    form |= {"rows-q": "1", "q0-words": "hm hm", "q0-field": "", "q0": answer}
    assert page.post("/capture", form).status_code == 302 and Fact.objects.filter(words="hm hm").count() == facts


def test_every_part_can_be_edited_or_left_out(page, network):
    looked = look(page)
    form = form_of(
        looked,
        do="keep",
        kind="coffee",
        at="the fair",
        **{"p0-name": "Anna Sousa", "p0-title": "CTO", "f0-words": "three kids", "r0-text": "call", "r0-by": "them", "step-on": ""},
        **{"through-who": "out"},
    )  # fmt: skip
    form.pop("f1-keep")
    assert page.post("/capture", form).status_code == 302
    assert people() == {"Anna Sousa"} and list(Fact.objects.values_list("words", flat=True)) == ["three kids"]
    assert (Interaction.objects.get().kind, Promise.objects.get().by) == ("coffee", "them")
    assert not NextStep.objects.exists()


def test_what_is_added_by_hand_is_kept_too(page, network):
    form = form_of(look(page, "met Dora Lind today"), do="keep", **{"f0-words": "a flat", "f0-kind": "need", "r0-text": "ask around"})  # fmt: skip
    assert page.post("/capture", form).status_code == 302
    assert (Fact.objects.get().kind, Promise.objects.get().text) == ("need", "ask around")


def test_a_line_that_was_changed_is_looked_at_again_before_it_is_kept(page, network):
    form = form_of(look(page, "met Dora Lind today"), do="keep", line="met Bo Berg today")
    answer = page.post("/capture", form)
    assert answer.status_code == 200 and b'value="Bo Berg"' in answer.content and people() == set()


def test_pressed_twice_it_is_kept_once(page, network):
    form = form_of(look(page, "met Dora Lind today"), do="keep")
    first, second = page.post("/capture", form), page.post("/capture", form)
    assert first.url == second.url and Contact.objects.filter(is_me=False).count() == 1
    assert "kept already" in page.get(second.url).content.decode()


def test_it_can_be_left_for_later(page, network):
    assert page.post("/capture", {"line": "met Dora", "do": "later"}).url == "/capture"
    assert Captured.objects.get().state == "waiting" and b"waits in the inbox" in page.get("/capture").content


def test_of_two_people_it_is_asked_whom_something_is_about(page, network):
    looked = look(page, "met Dora Lind and Bo Berg today")
    form = form_of(looked, do="keep", **{"f0-words": "climbs", "f0-whom": "-1"})
    assert page.post("/capture", form).status_code == 422
    assert page.post("/capture", form | {"f0-whom": "1"}).status_code == 302
    assert Fact.objects.get().contact.display == "Bo Berg"


def test_who_is_left_out_takes_what_was_said_of_them_along(page, network):
    form = form_of(look(page, "met Dora Lind and Bo Berg today"), do="keep", **{"f0-words": "climbs", "f0-whom": "1", "p1-who": "out"})  # fmt: skip
    assert page.post("/capture", form).status_code == 302
    assert people() == {"Dora Lind"} and not Fact.objects.exists()


def test_everybody_left_out_leaves_nothing_to_keep(page, network):
    answer = keep(page, look(page, "met Dora Lind today"), **{"p0-who": "out"})
    assert answer.status_code == 422 and b"nothing is left to keep" in answer.content


@pytest.mark.parametrize(
    "broken",
    [
        {"on": "soon"},
        {"on": ""},
        {"on": "9999-12-31"},
        {"kind": "seance"},
        {"step-on": "1999-01-01"},
        {"rows-p": "9" * 9},
        {"rows-p": "0"},
        {"key": "short"},
        {"p0-name": "", "p0-who": "new"},
        {"r0-text": "x" * 501, "r0-keep": "on"},
        {"p0-email": "no address"},
        {"p0-phone": "x"},
        {"p0-link": "javascript:alert(1)"},
    ],
)
def test_bad_input_is_refused_and_nothing_is_half_written(page, network, broken):
    form = form_of(look(page, "met Dora Lind today"), do="keep")
    answer = page.post("/capture", form | broken)
    assert answer.status_code == 422 and b"Nothing is kept yet" in answer.content
    assert people() == set() and not Captured.objects.exists() and not Interaction.objects.exists()


@pytest.mark.parametrize(
    "line", ["", "   ", "hm", "\x00\x01", "<script>alert(1)</script>", "🎉" * 900, "met Ana " * 500]
)
def test_any_line_gets_an_answer(page, network, line):
    answer = look(page, line)
    assert answer.status_code == 200 and b"<script>alert" not in answer.content


def test_the_preview_comes_alone_while_one_types(page, network):
    said = page.post("/capture", {"line": LINE, "do": "look"}, headers={"HX-Request": "true"}).content.decode()
    assert said.strip().startswith('<div id="sheet"') and "<html" not in said


def test_another_name_is_matched_again(page, network, ana):
    form = form_of(look(page, "met Dora today"), do="again", **{"p0-name": "Ana Souza"})
    for do in ("again", "keep"):  # 'somebody new' was said before it was shown who it may be
        said = page.post("/capture", form | {"do": do}).content.decode()
        assert "the same name" in said and '<legend class="field-label">Who is “Ana Souza”?' in said
    assert people() == {"Ana Souza"} and not Interaction.objects.exists()


def test_the_preview_asks_the_database_alike_however_many_are_known(page, network, ada, django_assert_max_num_queries):
    with django_assert_max_num_queries(60) as few:
        look(page)
    for number in range(30):
        add_contact(network=network, person=somebody(f"Ana Souza{number}", "Acme"), by=ada)
    with django_assert_max_num_queries(len(few) + 6):
        look(page)


def test_the_palette_offers_to_capture_a_line(page, network):
    said = page.get("/palette", {"q": "coffee with Dora"}).content.decode()
    assert "/capture?line=coffee%20with%20Dora" in said and "Capture:" in said
    assert "Capture:" not in page.get("/palette", {"q": "Dora"}).content.decode()


def test_the_home_screen_hands_over_what_is_shared(client, db):
    target = client.get("/manifest.webmanifest").json()["share_target"]
    assert (target["action"], target["method"], target["params"]["text"]) == ("/capture", "GET", "text")
