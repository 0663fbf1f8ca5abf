"""A line is held against who and what is there; what is unsure stays empty and is asked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.capture.inbox import inbox, kept_in, open_captured, talk_of, waiting
from wellkept.domain.capture.keeping import drop, keep, keep_at_once
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.people import as_json
from wellkept.domain.capture.reading import read_event, read_line, read_person
from wellkept.domain.capture.receiving import receive
from wellkept.domain.contacts.adding import add_contact
from wellkept.domain.events.adding import add_event
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.formats.person import Labelled

from .conftest import LINE, alone, somebody

WHOLE = f"{LINE}, ping in 2 weeks, via Tom"


def test_everything_of_the_line_is_there(network, today):
    read = read_line(network=network, line=WHOLE, on=today)
    (ana,) = read.people
    assert (ana.person.name.display, ana.person.positions[0].organization) == ("Ana Souza", "Acme")
    assert (read.talk.kind, read.talk.on, read.talk.at) == ("met", today - timedelta(days=1), "PyCon")
    assert [fact.words for fact in read.facts] == ["two kids"]
    assert [(p.by_whom, p.due_on) for p in read.promises] == [("me", today + timedelta(days=2))]
    assert read.introduced_by.person.name.display == "Tom" and read.follow_up_on == today + timedelta(days=14)
    assert not read.questions


def test_the_pieces_of_the_line_are_the_line_and_say_what_became_of_them(network, today):
    marks = read_line(network=network, line=WHOLE, on=today).marks
    assert "".join(mark.text for mark in marks) == WHOLE
    became = {mark.text: mark.what for mark in marks}
    assert became["Ana Souza"] == "person" and became["two kids"] == "fact" and became["PyCon"] == "event"
    assert became["ping in 2 weeks"] == "step" and became["Tom"] == "through"


def test_nothing_has_to_be_asked_where_a_sign_tells_who_it_is(network, anas, today):
    read = read_line(network=network, line="met Ana Souza (Acme), two kids", on=today)
    assert read.people[0].meant.contact == anas[1] and not read.asked


def test_an_ana_of_two_is_asked(network, anas, today):
    read = read_line(network=network, line="met Ana, two kids", on=today)
    assert read.asked and len(read.people[0].meant.candidates) == 2


def test_words_that_mean_several_days_are_asked_and_the_field_stays_empty(network, ana, today):
    read = read_line(network=network, line="met Ana Souza today, send her the deck next week", on=today)
    (question,) = read.questions
    assert (question.words, question.field) == ("next week", "promises.0.due") and read.promises[0].due_on is None


def test_a_line_that_is_a_book_is_refused(network, today):
    with pytest.raises(Refusal) as refused:
        read_line(network=network, line="met Ana " * 400, on=today)
    assert refused.value.field == "line"


def test_a_card_says_what_would_be_new(network, ada, ana):
    said = somebody("Ana Sousa", "Acme", "CTO", emails=[Labelled("ana@example.org")])
    add_contact(network=network, person=somebody("Bo Lind", "Acme", emails=[Labelled("bo@example.org")]), by=ada)
    bo = read_person(network=network, person=somebody("B. Lind", "Acme", "CTO", emails=[Labelled("bo@example.org")]))
    assert (bo.meant.reason, [new.value for new in bo.news], bo.written) == ("the same e-mail, bo@example.org", ["CTO, Acme"], "B. Lind")  # fmt: skip
    asked = read_person(network=network, person=said)
    assert asked.meant.asked and not asked.news


@pytest.fixture
def fairs(network, ada, today):
    def fair(name, on, **columns):
        return add_event(network=network, name=name, starts_on=on, by=ada, **columns)

    return {
        "pycon": fair("PyCon Austria 2026", today, ends_on=today + timedelta(days=2), series="PyCon"),
        "dinner": fair("Chamber dinner", today),
        "old": fair("PyCon Austria 2025", today - timedelta(days=365)),
    }


def test_an_event_is_known_by_its_name_on_its_days(network, fairs, today):
    assert read_event(network=network, name="pycon", on=today + timedelta(days=1)) == (fairs["pycon"], [fairs["pycon"]])


def test_an_event_of_another_name_is_only_proposed(network, fairs, today):
    event, may = read_event(network=network, name="the fair", on=today)
    assert event is None and set(may) == {fairs["pycon"], fairs["dinner"]}


def test_where_no_event_is_named_that_of_the_day_is_proposed_and_not_taken(network, fairs, today):
    talk = read_line(network=network, line="met Bo Lind today", on=today).talk
    assert talk.event is None and set(talk.events) == {fairs["pycon"], fairs["dinner"]}


def test_far_from_its_days_it_is_another_one(network, fairs, today):
    for on in (today - timedelta(days=90), date.min, date.max):
        assert read_event(network=network, name="PyCon", on=on) == (None, [])


def test_what_was_captured_at_an_event_was_said_there(network, ada, fairs, today):
    row = receive(network=network, key="line-0009", way="line", text="met Bo Lind", event=fairs["dinner"], on=today, by=ada)  # fmt: skip
    card = receive(network=network, key="card-0009", way="card", read=as_json([somebody("Bo Lind")], unsure=["name"]), event=fairs["dinner"], on=today, by=ada)  # fmt: skip
    assert [open_captured(each).talk.event for each in (row, card)] == [fairs["dinner"]] * 2
    assert open_captured(card).people[0].unsure == ("name",)


def test_the_inbox_holds_what_waits_the_oldest_first(network, ada, line, today):
    later = receive(network=network, key="line-0002", way="line", text="met Bo", on=today, by=ada)
    drop(captured=receive(network=network, key="line-0003", way="line", text="x", on=today, by=ada), by=ada)
    assert list(inbox(network)) == [line, later] and waiting(network) == 2


def test_what_became_of_it_is_known_by_its_act(network, ada, line, today):
    from wellkept.domain.capture.choosing import ChosenTalk

    assert kept_in(line) is None and talk_of(line) is None
    done = keep(captured=line, choice=alone(talk=ChosenTalk("coffee", today)), by=ada, today=today)
    assert kept_in(line).verb == "keep" and talk_of(line) == done.interaction
    undo(act=done.act, by=ada)
    line.refresh_from_db()
    assert kept_in(line) is None


def test_a_line_that_is_kept_at_once_waits_after_an_undo(network, ada, today):
    done = keep_at_once(
        network=network, key="line-0004", line="met Dora", on=today, choice=alone(), by=ada, today=today
    )
    undo(act=done.act, by=ada)
    assert [row.text for row in inbox(network)] == ["met Dora"]


def test_a_line_that_cannot_be_kept_at_once_leaves_nothing(network, ada, today):
    with pytest.raises(Refusal):
        keep_at_once(network=network, key="line-0004", line="met Dora", on=today, choice=alone(follow_up_on=date(2020, 1, 1)), by=ada, today=today)  # fmt: skip
    assert not Captured.objects.exists() and not Act.objects.filter(verb="capture").exists()
