"""Circles follow from the user's own positions: proposed, never done by themselves."""

from __future__ import annotations

import pytest

from tests.domain.exchange.conftest import connections
from tests.domain.exchange.linkedin.export import export
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Circle, CircleMembership, Contact
from wellkept.domain.exchange.proposing_circles import accept_proposal, propose_circles
from wellkept.domain.history.undoing import undo

LINE = "{name},Person,https://www.linkedin.com/in/{name},,{company},Engineer,04 Mar 2019"
PEOPLE = connections(
    LINE.format(name="Ana", company="Blue Kettle"),
    LINE.format(name="Bea", company="blue kettle gmbh"),
    LINE.format(name="Bruno", company="Quiet Mills"),
    LINE.format(name="Chen", company="Elsewhere"),
)


@pytest.fixture
def brought(bring):
    bring("export.zip", export(Connections__csv=PEOPLE))


def test_those_at_the_users_own_places_are_proposed_the_largest_group_first(brought, network):
    proposals = [(one.circle.key, one.organization, one.names) for one in propose_circles(network=network)]
    assert proposals == [
        ("present-co-workers", "Blue Kettle", ("Ana Person", "Bea Person")),
        ("past-co-workers", "Quiet Mills", ("Bruno Person",)),
    ]
    assert not CircleMembership.objects.exists()


def test_one_click_puts_them_there_in_one_act_that_can_be_undone(brought, network, ada):
    first = propose_circles(network=network)[0]
    act = accept_proposal(network=network, circle=first.circle.key, organization_id=first.organization_id, by=ada)
    members = Contact.objects.filter(circle_memberships__circle__key="present-co-workers")
    assert {contact.given for contact in members} == {"Ana", "Bea"}
    assert [one.organization for one in propose_circles(network=network)] == ["Quiet Mills"]
    undo(act=act.row, by=ada)
    assert not CircleMembership.objects.exists()


def test_who_is_in_such_a_circle_already_is_not_proposed(brought, network, ada):
    from wellkept.domain.contacts.circles import put_in_circle

    alumni = Circle.objects.get(key="alumni")
    put_in_circle(contacts=Contact.objects.filter(given="Ana"), circle=alumni, by=ada)
    assert propose_circles(network=network)[0].count == 1


def test_a_proposal_that_is_gone_and_a_stranger_are_refused(brought, network, ada, ben):
    first = propose_circles(network=network)[0]
    with pytest.raises(Refusal):
        accept_proposal(network=network, circle="alumni", organization_id=first.organization_id, by=ada)
    with pytest.raises(Refusal):
        accept_proposal(network=network, circle=first.circle.key, organization_id=first.organization_id, by=ben)
    assert not CircleMembership.objects.exists()


def test_proposing_takes_few_queries(brought, network, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        assert propose_circles(network=network)
