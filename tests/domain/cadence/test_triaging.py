"""The not decided, the most promising first, card by card or in groups, until there is none left."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.cadence.triaging import groups, members, next_undecided, progress
from wellkept.domain.contacts.circles import put_in_circle
from wellkept.domain.contacts.models import Circle, Organization, Position
from wellkept.domain.history.acting import acting
from wellkept.domain.timeline.recording import record_interaction

from ...cast import contact, network_of


@pytest.fixture
def people(network, ada, today):
    """Zoe and Yan wrote with ada, Abel never did; Zoe and Abel are at Acme, Zoe is a friend."""
    zoe = contact(network, ada, "Zoe", "Adams", source="linkedin", connected_on=date(2020, 5, 1))
    yan = contact(network, ada, "Yan", "Brook", source="linkedin", connected_on=date(2021, 5, 1))
    abel = contact(network, ada, "Abel", "Aaron", source="linkedin")
    for person, often in ((zoe, 3), (yan, 1)):
        for back in range(often):
            on = today - timedelta(days=10 + back)
            record_interaction(network=network, contacts=[person], kind="message", on=on, by=ada, today=today)
    with acting(ada, network, "add", summary="x") as act:
        acme = act.add(Organization(name="Acme", key="acme"))
        act.add_all([Position(contact=person, organization=acme) for person in (zoe, abel)])
    put_in_circle(contacts=[zoe], circle=Circle.objects.get(key="friends"), by=ada)
    return zoe, yan, abel


def test_the_most_promising_come_first_and_never_the_alphabet(network, people):
    found = next_undecided(network=network)
    assert [standing.contact.given for standing in found] == ["Zoe", "Yan", "Abel"]
    assert found[0].promise_reason.startswith("6 messages both ways")


def test_those_put_aside_are_left_out(network, people):
    assert [s.contact.given for s in next_undecided(network=network, after=[people[0].pk], limit=1)] == ["Yan"]


def test_groups_begin_with_the_one_that_has_the_most_promising(network, people):
    (acme,) = groups(network=network, by="organization")
    assert (acme.label, acme.count, acme.first) == ("Acme", 2, "Zoe Adams")
    assert "messages" in acme.reason
    circles = groups(network=network, by="circle")
    assert [(group.label, group.count) for group in circles] == [("Friends", 1), ("In no circle", 2)]
    connected = groups(network=network, by="connected")
    assert [(group.label, group.count) for group in connected] == [
        ("2020", 1),
        ("2021", 1),
        ("Connected at an unknown time", 1),
    ]
    messages = groups(network=network, by="message")
    assert [(group.label, group.count) for group in messages] == [("2026", 2), ("No message yet", 1)]


@pytest.mark.parametrize("by", ["organization", "circle", "connected", "message"])
def test_the_members_of_every_group_are_as_many_as_it_says(network, people, by):
    for group in groups(network=network, by=by):
        found = members(network=network, by=by, key=group.key)
        assert len(found) == group.count and found[0].display == group.first


def test_it_has_an_end(network, ada, people, today):
    assert (progress(network=network).decided, progress(network=network).total) == (0, 3)
    decide(
        contacts=members(network=network, by="organization", key=groups(network=network, by="organization")[0].key),
        kind="own",
        days=90,
        by=ada,
        today=today,
    )
    assert progress(network=network).left == 1
    decide(contacts=[people[1]], kind="never", by=ada, today=today)
    assert progress(network=network).finished and next_undecided(network=network) == []


def test_an_unknown_grouping_or_group_is_refused(network):
    with pytest.raises(Refusal):
        groups(network=network, by="colour")
    with pytest.raises(Refusal):
        members(network=network, by="circle", key="x; drop")


def test_groups_are_two_queries(network, people, django_assert_num_queries):
    for by in ("organization", "circle", "connected", "message"):
        with django_assert_num_queries(2):
            found = groups(network=network, by=by)
        assert found, by


def test_nobody_elses_are_asked_about(network, people, ben):
    from wellkept.domain.accounts.tenancy import inside

    theirs = network_of(ben)
    with inside(theirs):
        assert next_undecided(network=theirs) == [] and progress(network=theirs).total == 0
