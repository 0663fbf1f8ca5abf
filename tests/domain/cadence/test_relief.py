"""Who promised more than a week can carry is shown by how much, and relieved with one word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cast import contact
from tests.dump import dump
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.counting import count
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.cadence.models import Decision
from wellkept.domain.cadence.relief import LADDER, Tie, eased, relief_for, relieve
from wellkept.domain.cadence.stepping import complete
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo

ties = st.lists(st.tuples(st.integers(1, 400), st.floats(0, 400)), max_size=60).map(
    lambda rows: [Tie(number, days, warmth) for number, (days, warmth) in enumerate(rows)]
)


@settings(max_examples=200, deadline=None)
@given(ties, st.integers(0, 8))
def test_relief_brings_the_load_within_the_goal_or_everybody_to_once_a_year(people, goal):
    relief = eased(people, goal)
    moved = {key: move.after for move in relief.moves for key in move.contacts}
    left = [moved.get(tie.contact, tie.days) for tie in people]
    assert relief.after == pytest.approx(sum(7 / days for days in left))
    assert relief.enough or all(days >= LADDER[-1] for days in left)
    assert all(moved[tie.contact] > tie.days for tie in people if tie.contact in moved)


@settings(max_examples=100, deadline=None)
@given(ties, st.integers(0, 8))
def test_no_cooler_tie_is_spared_for_a_warmer_one_of_the_same_cadence(people, goal):
    moved = {key: move.after for move in eased(people, goal).moves for key in move.contacts}
    order = sorted(people, key=lambda tie: (tie.warmth, -tie.contact))
    for cooler, warmer in zip(order, order[1:], strict=False):
        if cooler.days == warmer.days:
            assert moved.get(cooler.contact, cooler.days) >= moved.get(warmer.contact, warmer.days)


def test_what_fits_is_left_alone():
    relief = eased([Tie(1, 30, 5.0), Tie(2, 90, 3.0)], 4)
    assert relief.moves == () and relief.enough


def test_the_coolest_step_back_first():
    people = [Tie(number, 7, float(number)) for number in range(1, 6)]
    relief = eased(people, 4)
    assert [(move.before, move.after, move.contacts) for move in relief.moves] == [(7, 14, (1, 2))]
    assert relief.after == pytest.approx(4.0)


@pytest.fixture
def crowd(ada, network, today):
    people = [contact(network, ada, f"P{number}", "Test") for number in range(12)]
    decide(contacts=people, kind="own", days=14, by=ada, today=today)
    complete(contact=people[0], kind="call", body="", by=ada, today=today)
    return people


def test_one_act_relieves_and_one_undo_takes_it_back(ada, network, crowd, today):
    assert count(network=network).load.over
    before = dump(network)
    relief = relieve(network=network, by=ada, today=today)
    assert not count(network=network).load.over
    assert relief.people == Decision.objects.exclude(days=14).count() == 8
    assert crowd[0].pk not in {key for move in relief.moves for key in move.contacts}  # the warmest
    undo(act=Act.objects.latest("pk"), by=ada)
    assert dump(network) == before


def test_looking_at_the_relief_changes_nothing(network, crowd, django_assert_num_queries):
    before = dump(network)
    with django_assert_num_queries(1):
        assert relief_for(network=network).people == 8
    assert dump(network) == before


def test_without_too_much_there_is_nothing_to_relieve(ada, network, ana, today):
    decide(contacts=[ana], kind="own", days=30, by=ada, today=today)
    acts = Act.objects.count()
    assert relieve(network=network, by=ada, today=today).moves == ()
    assert Act.objects.count() == acts


def test_a_stranger_relieves_nobody(ben, network, crowd, today):
    with pytest.raises(Refusal):
        relieve(network=network, by=ben, today=today)
    assert Decision.objects.filter(days=14).count() == 12
