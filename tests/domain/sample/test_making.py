"""The sample network: 300 invented people, two years, and every page worth seeing."""

from __future__ import annotations

from datetime import date

import pytest
from django_scopes import scope

from tests.cast import network_of
from wellkept.domain.cadence.models import Decision, Standing
from wellkept.domain.capture.inbox import inbox, open_captured
from wellkept.domain.contacts.models import Contact, Email
from wellkept.domain.sample.making import make_sample
from wellkept.domain.timeline.models import Fact, Interaction, Promise

TODAY = date(2026, 11, 18)


@pytest.fixture
def sample(ben):
    """Ben looks around; nobody else's network is touched."""
    network = network_of(ben)
    with scope(network=network):
        make_sample(network=network, by=ben, today=TODAY)
        yield network


def test_there_are_300_people_of_whom_none_could_exist(sample):
    people = Contact.objects.filter(is_me=False)
    assert people.count() == 300
    assert len(set(people.values_list("display", flat=True))) == 300
    assert all(address.endswith("@example.org") for address in Email.objects.values_list("address", flat=True))


def test_two_years_passed_and_nothing_lies_ahead(sample):
    days = list(Interaction.objects.values_list("on", flat=True))
    assert len(days) > 300 and min(days).year == 2024 and max(days) < TODAY


def test_some_are_decided_some_never_and_most_wait_for_triage(sample):
    kinds = list(Decision.objects.values_list("kind", flat=True))
    assert {"own", "circle", "never"} <= set(kinds) and 60 < len(kinds) < 120
    assert Standing.objects.filter(decided="undecided", in_sight=True).count() > 150


def test_promises_of_both_sides_are_open(sample):
    assert {promise.by for promise in Promise.objects.all() if promise.open} == {"me", "them"}


def test_something_was_learned_of_each_kind_and_lines_wait(sample):
    assert set(Fact.objects.values_list("kind", flat=True)) == {"fact", "need", "offer"}
    assert {open_captured(row).asked for row in inbox(sample)} == {True}


def test_the_same_day_gives_the_same_people(sample, ada):
    mine = network_of(ada)
    theirs = list(Contact.objects.order_by("pk").values_list("display", "location"))
    with scope(network=mine):
        make_sample(network=mine, by=ada, today=TODAY)
        assert list(Contact.objects.order_by("pk").values_list("display", "location"))[1:] == theirs[1:]
