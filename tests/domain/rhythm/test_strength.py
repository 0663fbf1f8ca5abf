"""Strength is a sum over contact-days: it grows with each, fades with time, and does not mind the order."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.domain.rhythm.days import Passed, contact_days
from wellkept.domain.rhythm.strength import (
    CANDIDATES,
    STANDARD,
    Kernel,
    carried,
    in_logarithm,
    percentile,
    reasons,
    strength,
)

TODAY = 739_000
passed = st.builds(
    Passed,
    on=st.integers(TODAY - 6000, TODAY),
    kind=st.sampled_from(["met", "call", "email", "letter", "other"]),
    mine=st.booleans(),
    theirs=st.booleans(),
    others=st.integers(0, 20),
)
several = st.lists(passed, min_size=1, max_size=40)
kernels = st.sampled_from(CANDIDATES)


def days(*ages, kind="call"):
    return contact_days(Passed(TODAY - age, kind, True, False) for age in ages)


@given(several, kernels, st.randoms())
def test_the_order_in_which_it_is_told_is_of_no_matter(told, kernel, chance):
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert strength(contact_days(told), TODAY, kernel) == strength(contact_days(shuffled), TODAY, kernel)


@given(several, passed, kernels)
def test_another_contact_day_makes_it_stronger_and_taking_it_back_makes_it_what_it_was(told, more, kernel):
    before = contact_days(told)
    after = contact_days([*told, more])
    if more.on in before.on:
        assert strength(after, TODAY, kernel) >= strength(before, TODAY, kernel)
    else:
        assert strength(after, TODAY, kernel) >= strength(before, TODAY, kernel)
        assert strength(after, more.on, kernel) > strength(before, more.on, kernel)
        without = contact_days(each for each in [*told, more] if each.on != more.on)
        assert strength(without, TODAY, kernel) == strength(before, TODAY, kernel)


@given(several, kernels, st.integers(1, 4000))
def test_it_fades_with_time(told, kernel, later):
    history = contact_days(told)
    assert strength(history, TODAY + later, kernel) < strength(history, TODAY, kernel)


@given(passed, st.integers(1, 30))
def test_the_same_day_counts_once(one, times):
    assert contact_days([one] * times).weights == contact_days([one]).weights
    assert len(contact_days([one] * times)) == 1


@given(several, st.sampled_from([kernel for kernel in CANDIDATES if kernel.shape == "half"]))
def test_carried_on_day_by_day_it_is_what_it_is_in_full(told, kernel):
    history = contact_days(told)
    value, last = 0.0, history.on[0]
    for day, weight in zip(history.on, history.weights, strict=True):
        value, last = carried(value, day - last, weight, kernel), day
    assert math.isclose(carried(value, TODAY - last, 0.0, kernel), strength(history, TODAY, kernel), rel_tol=1e-9)


def test_a_power_cannot_be_carried_on():
    with pytest.raises(ValueError, match="power"):
        carried(1.0, 3, 0.5, STANDARD)


@given(several, several)
def test_the_logarithm_ranks_as_the_half_life_does(one, other):
    kernel = Kernel("half", 60)
    first, second = contact_days(one), contact_days(other)
    apart = math.log2(strength(first, TODAY, kernel)) - math.log2(strength(second, TODAY, kernel))
    assert math.isclose(in_logarithm(first) - in_logarithm(second), apart, abs_tol=1e-6)


def test_a_letter_to_many_weighs_less_than_one_to_her_alone():
    alone = contact_days([Passed(TODAY - 3, "email", True, False)])
    many = contact_days([Passed(TODAY - 3, "email", True, False, others=9)])
    assert strength(many, TODAY) == pytest.approx(strength(alone, TODAY) / 10)


def test_days_to_come_do_not_count():
    assert strength(days(-5), TODAY) == 0
    assert strength(days(3, -5), TODAY) == strength(days(3), TODAY)


@given(several)
def test_the_reasons_are_the_largest_shares_first_and_three_at_most(told):
    found = reasons(contact_days(told), TODAY)
    shares = [reason.share for reason in found]
    assert shares == sorted(shares, reverse=True)
    assert len(found) <= 3
    assert all(0 < share <= 1 + 1e-9 for share in shares)


def test_the_reasons_say_how_many_days_how_long_ago_and_who_began():
    told = [Passed(TODAY - 9, "call", False, True), *(Passed(TODAY - age, "call", True, False) for age in (20, 40))]
    found = {reason.what: (reason.number, reason.of) for reason in reasons(contact_days(told), TODAY)}
    assert found == {"quarter": (3, 3), "last": (9, 3), "theirs": (1, 3)}


def test_nobody_spoken_to_has_no_reasons():
    assert reasons(contact_days([]), TODAY) == []


def test_the_percentile_counts_the_weaker():
    assert percentile(5, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) == 45
    assert percentile(0.5, [1, 2]) == 1
    assert percentile(9, [1, 2]) == 99
    assert percentile(9, []) == 50
