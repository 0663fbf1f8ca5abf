"""Circles of a network."""

from __future__ import annotations

import pytest

from tests.cast import contact, network_of
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.circles import put_in_circle, take_out_of_circle
from wellkept.domain.contacts.models import Circle, CircleMembership
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo


@pytest.fixture
def family(network):
    return Circle.objects.get(key="family")


def test_a_network_begins_with_ten_circles_and_their_cadences(network):
    assert dict(Circle.objects.values_list("key", "cadence_days")) | {"family": 30, "alumni": 365} == dict(
        Circle.objects.values_list("key", "cadence_days")
    )
    assert Circle.objects.count() == 10


def test_contacts_are_put_in_a_circle_once_taken_out_and_put_back_by_undo(ada, family, ana, bruno):
    assert put_in_circle(contacts=[ana], circle=family, by=ada) == 1
    assert put_in_circle(contacts=[ana, bruno], circle=family, by=ada) == 1
    assert take_out_of_circle(contacts=[ana, bruno], circle=family, by=ada) == 2
    undo(act=Act.objects.latest("pk"), by=ada)
    assert set(CircleMembership.objects.values_list("contact", flat=True)) == {ana.pk, bruno.pk}


def test_many_are_put_in_with_few_questions(ada, network, family, django_assert_max_num_queries):
    people = [contact(network, ada, "Ana", f"Souza {number}") for number in range(60)]
    with django_assert_max_num_queries(45):
        put_in_circle(contacts=people, circle=family, by=ada)
    assert family.memberships.count() == 60


def test_strangers_stay_outside(ada, ben, family, ana):
    theirs = contact(network_of(ben), ben, "Zoe", "Zimmer")
    with pytest.raises(Refusal):
        put_in_circle(contacts=[theirs], circle=family, by=ada)
    with pytest.raises(Refusal):
        put_in_circle(contacts=[ana], circle=family, by=ben)
    with pytest.raises(Refusal):
        take_out_of_circle(contacts=[ana], circle=family, by=ben)
    assert not CircleMembership._base_manager.exists()
