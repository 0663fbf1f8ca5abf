"""What the pages ask of events."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.cast import network_of
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.events import reading
from wellkept.domain.events.adding import add_event
from wellkept.domain.events.listing import list_attendees, list_contacts, list_name
from wellkept.domain.events.meeting import close_debrief, meet, want_to_meet
from wellkept.domain.timeline.promising import make_promise
from wellkept.domain.timeline.recording import record_interaction
from wellkept.domain.timeline.thanking import owe_thanks
from wellkept.formats.attendees import read_attendees


@pytest.fixture
def listed(ada, fair, ana, bruno, chen):
    return list_contacts(event=fair, contacts=[ana, bruno, chen], by=ada)


def test_events_come_until_they_are_over_and_are_counted(network, ada, fair, listed, today) -> None:
    want_to_meet(attendance=listed[0], by=ada)
    meet(attendance=listed[1], by=ada, today=today)
    (event,) = reading.coming(network=network, today=today)
    assert (event.listed, event.wanted, event.met) == (3, 1, 1)
    assert not reading.past(network=network, today=today)
    after = fair.ends_on + timedelta(days=1)
    assert reading.coming(network=network, today=after) == []
    assert [event.pk for event in reading.past(network=network, today=after)] == [fair.pk]


def test_those_with_whom_one_talked_last_come_first_and_the_wanted_apart(
    network, ada, fair, listed, bruno, chen, today
) -> None:
    want_to_meet(attendance=listed[0], by=ada)
    for who, ago in ((bruno, 90), (chen, 3)):
        on = today - timedelta(days=ago)
        record_interaction(network=network, contacts=[who], kind="call", on=on, by=ada, today=today)
    assert [row.contact for row in reading.known(fair, 10)] == [chen, bruno]
    assert reading.wanted(fair) == [listed[0]]


def test_the_list_is_filtered_by_words_and_by_part(ada, fair, listed, ana) -> None:
    list_attendees(event=fair, lines=read_attendees("Moss Fern, Blue Kettle, moss@blue.example").lines, by=ada)

    def names(**how):
        return [str(row.contact or row.name) for row in reading.listed(fair, **how)]

    assert names(words="SOUZA") == ["Ana Souza"]
    assert names(words="kettle") == ["Moss Fern"]
    assert names(only="names") == ["Moss Fern"]
    assert len(names(only="contacts")) == 3
    assert names(only="met") == []
    assert names(words="moss@blue", only="nothing there is") == ["Moss Fern"]


def test_open_thank_yous_of_who_is_there_are_shown(ada, fair, listed, ana, today) -> None:
    (owed,) = owe_thanks(contacts=[ana], what="Say thank you for the seat", on=today, by=ada)
    make_promise(contact=ana, by_whom="me", text="the deck", by=ada)
    assert reading.to_thank(fair) == [owed]


def test_promises_made_in_the_talks_there_are_shown(ada, fair, listed, ana, today) -> None:
    met = meet(attendance=listed[0], by=ada, today=today)
    there = make_promise(contact=ana, by_whom="me", text="the deck", interaction=met.interaction, by=ada)
    make_promise(contact=ana, by_whom="me", text="something else", by=ada)
    assert reading.promised_there(fair) == [there]


def test_a_debrief_waits_until_it_is_closed_or_two_weeks_have_passed(network, ada, fair, listed, today) -> None:
    meet(attendance=listed[0], by=ada, today=today)
    assert [len(found) for found in reading.waiting(network=network, today=today).values()] == [1]
    assert reading.waiting(network=network, today=fair.ends_on + timedelta(days=15)) == {}
    close_debrief(event=fair, by=ada, today=today)
    assert reading.waiting(network=network, today=today) == {}


def test_a_name_on_the_list_may_be_a_contact_and_is_asked_about(ada, fair, ana) -> None:
    row = list_name(event=fair, name="Ana Souza", by=ada)
    other = list_name(event=fair, name="Somebody Else", by=ada)
    assert reading.namesakes(fair, [row, other]) == {row.pk: [ana]}


def test_where_a_contact_was_met_is_told_the_newest_first(network, ada, fair, listed, ana, today) -> None:
    meet(attendance=listed[0], by=ada, today=today)
    earlier = add_event(network=network, name="Supper", starts_on=today - timedelta(days=300), by=ada)
    (row,) = list_contacts(event=earlier, contacts=[ana], by=ada)
    assert [row.event for row in reading.where_met(contact=ana)] == [fair]
    meet(attendance=row, by=ada, today=today)
    assert [row.event for row in reading.where_met(contact=ana)] == [fair, earlier]


def test_another_network_sees_none_of_it(ben, fair, listed, today) -> None:
    theirs = network_of(ben)
    with inside(theirs):
        assert reading.coming(network=theirs, today=today) == []
        assert reading.near(network=theirs, today=today) == []
        assert reading.waiting(network=theirs, today=today) == {}


def test_the_event_that_is_on_or_else_the_next_one(network, ada, fair) -> None:
    def names(today: date) -> list[str]:
        return [event.name for event in reading.on_or_next(network=network, today=today)]

    add_event(network=network, name="Supper", starts_on=date(2026, 12, 1), by=ada)
    assert names(date(2026, 11, 1)) == names(date(2026, 11, 18)) == ["Fair of small presses"]
    assert names(date(2026, 11, 20)) == ["Supper"]
    assert names(date(2027, 1, 1)) == []
