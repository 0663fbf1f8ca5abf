"""'You are in Lisbon on Thursday': who lives where the user will be is proposed before the trip."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.dump import dump
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import PostalAddress
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.plan.answering import done, not_now
from wellkept.domain.plan.models import Trip
from wellkept.domain.plan.travelling import cancel_trip, people_in, plan_trip, trips_ahead
from wellkept.domain.plan.week import this_week
from wellkept.domain.timeline.recording import record_interaction


@pytest.fixture
def in_zurich(network, ada, ana, bruno):
    with acting(ada, network, "edit", summary="Where they live") as act:
        act.add(PostalAddress(contact=ana, city="Zürich"))
        act.edit(bruno, location="Zurich, Switzerland")
    return ana, bruno


def go(network, ada, today, place="zurich", first=3, last=4):
    return plan_trip(network=network, place=place, starts=today + timedelta(days=first), ends=today + timedelta(days=last), by=ada, today=today)  # fmt: skip


def visits(network, on):
    return [card for card in this_week(network=network, on=on).proposals if card.kind == "visit"]


def test_who_lives_there_is_found_whatever_the_case_and_the_accents(network, in_zurich, chen):
    ana, bruno = in_zurich
    assert people_in(network=network, place="ZURICH") == {ana.pk, bruno.pk}
    assert people_in(network=network, place="Zürich") == {ana.pk, bruno.pk}
    assert people_in(network=network, place="Zur") == people_in(network=network, place=" ") == set()


def test_the_week_before_proposes_whom_to_meet_there(network, ada, in_zurich, today):
    ana, bruno = in_zurich
    record_interaction(network=network, contacts=[ana], kind="call", on=today - timedelta(days=90), body="Talked about the choir.", by=ada, today=today)  # fmt: skip
    trip = go(network, ada, today)
    cards = visits(network, today)
    assert {card.contact for card in cards} == {ana.pk, bruno.pk}
    (card,) = [card for card in cards if card.contact == ana.pk]
    assert "You are in zurich from" in card.why and card.subject == f"trip-{trip.pk}"
    assert "in zurich on" in card.opening.lower() and "choir" in card.opening
    assert card.mail_subject == "In zurich"


def test_long_before_and_after_nobody_is_asked(network, ada, in_zurich, today):
    go(network, ada, today, first=30, last=31)
    assert visits(network, today) == []
    assert len(visits(network, today + timedelta(days=20))) == 2
    assert visits(network, today + timedelta(days=32)) == []


def test_who_was_just_seen_or_answered_is_left_in_peace(network, ada, in_zurich, today):
    ana, bruno = in_zurich
    trip = go(network, ada, today)
    record_interaction(network=network, contacts=[ana], kind="call", on=today, by=ada, today=today)
    assert [card.contact for card in visits(network, today)] == [bruno.pk]
    not_now(contact=bruno, proposal="visit", subject=f"trip-{trip.pk}", by=ada, today=today)
    assert visits(network, today) == []


def test_a_visit_that_was_done_is_a_touch(network, ada, in_zurich, today):
    ana, _bruno = in_zurich
    trip = go(network, ada, today)
    done(contact=ana, proposal="visit", subject=f"trip-{trip.pk}", note="", kind="email", by=ada, today=today)
    assert ana.pk in {touched.contact for touched in this_week(network=network, on=today).touched}


@pytest.mark.parametrize(("place", "first", "last"), [("", 1, 2), ("x" * 121, 1, 2), ("Linz", 3, 2), ("Linz", -9, -8), ("Linz", 1, 400)])  # fmt: skip
def test_what_is_no_trip_is_refused(network, ada, today, place, first, last):
    with pytest.raises(Refusal):
        go(network, ada, today, place, first, last)
    assert not Trip.objects.exists()


def test_a_trip_can_be_cancelled_and_all_of_it_undone(network, ada, today):
    before = dump(network)
    trip = go(network, ada, today)
    assert trips_ahead(network=network, today=today) == [trip]
    cancel_trip(trip=trip, by=ada)
    assert trips_ahead(network=network, today=today) == []
    for act in Act.objects.order_by("-pk")[:2]:
        undo(act=act, by=ada)
    assert dump(network) == before


def test_a_stranger_cancels_no_trip_of_mine(network, ada, ben, today):
    trip = go(network, ada, today)
    with pytest.raises(Refusal):
        cancel_trip(trip=trip, by=ben)
    assert Trip.objects.get() == trip
