"""The personal gap: a tie's own as it gets to be known, its circle's until then."""

from __future__ import annotations

from math import isclose, log

from hypothesis import given
from hypothesis import strategies as st

from wellkept.domain.rhythm.days import Passed, contact_days
from wellkept.domain.rhythm.gaps import Usual, gap_of, usual_of

TODAY = 739_000


def every(gap, times):
    return contact_days(Passed(TODAY - gap * i, "call", True, False) for i in range(times))


def test_without_a_gap_of_its_own_it_is_the_circle_s():
    usual = Usual(by_circle={"family": log(20)})
    assert isclose(gap_of(every(7, 1), 1, usual, "family").days, 20)
    assert isclose(gap_of(every(7, 1), 1, usual, "vendors").days, 90)


@given(st.integers(1, 200), st.integers(2, 60))
def test_it_lies_between_its_own_and_the_circle_s_and_comes_nearer_to_its_own(gap, times):
    own, more = gap_of(every(gap, times), times, Usual()), gap_of(every(gap, times + 1), times + 1, Usual())
    assert min(gap, 90) - 1e-6 <= own.days <= max(gap, 90) + 1e-6
    assert abs(log(more.days / gap)) <= abs(log(own.days / gap)) + 1e-9


def test_a_regular_tie_has_a_narrow_spread_and_an_irregular_one_a_wide():
    regular = gap_of(every(10, 30), 30, Usual())
    irregular = contact_days(Passed(TODAY - 2**i, "call", True, False) for i in range(12))
    assert regular.spread < Usual().spread < gap_of(irregular, 12, Usual(spread=0.3)).spread + 1.4


def test_a_circle_leans_on_its_cadence_until_the_user_s_habits_are_known():
    family = usual_of([], TODAY, {"family": 7})
    assert 7 <= round(2.718281828 ** family.of("family")) < 90
    known = [("alumni", every(14, 20)) for _ in range(40)]
    usual = usual_of(known, TODAY, {"family": 7})
    assert abs(usual.of("alumni") - log(14)) < 0.3
    assert abs(usual.of(None) - log(14)) < 0.4


def test_what_comes_later_is_not_known_yet():
    history = every(10, 10)
    assert usual_of([("", history)], history.on[0]).mu == Usual().mu
