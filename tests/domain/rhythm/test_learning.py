"""What a network teaches about itself; robust where there is little of it."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wellkept.domain.rhythm.chances import FEATURES, STRENGTH, fit, solve
from wellkept.domain.rhythm.days import Passed, contact_days
from wellkept.domain.rhythm.learning import Learned, Tie, auc, learn
from wellkept.domain.rhythm.strength import STANDARD

TODAY = 739_000


def network(ties, span=700, seed=3):
    """Ties with gaps of their own, some of which end."""
    chance, found = random.Random(seed), []
    for _ in range(ties):
        gap, day = math.exp(chance.gauss(3, 1)), TODAY - chance.randrange(span)
        end, told = TODAY - (chance.randrange(span) if chance.random() < 0.4 else 0), []
        while day <= end:
            told.append(Passed(day, "email", chance.random() < 0.5, chance.random() < 0.5))
            day += max(1, round(gap * math.exp(chance.gauss(0, 0.8))))
        if told:
            found.append(Tie(contact_days(told)))
    return found


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.lists(st.integers(TODAY - 2000, TODAY + 20), min_size=1, max_size=12), max_size=6), st.integers(-900, 5)
)
def test_any_handful_of_ties_teaches_something_sane(people, shift):
    today = TODAY + shift
    ties = [Tie(contact_days(Passed(day, "call", True, True) for day in told)) for told in people]
    learned = learn(ties, today)
    for tie in ties:
        low, high = learned.window(tie, today)
        assert 1 <= low <= high
        assert 0 <= learned.chance(tie, today) <= 1
        assert learned.gap(tie, today).days > 0


def test_from_little_only_the_general_level_is_learned_and_from_less_nothing():
    learned = learn(network(3), TODAY)
    assert learned.kernel == STANDARD
    assert learned.chances is None or learned.chances.weights[STRENGTH] == pytest.approx(1, abs=0.01)
    assert learn(network(40)[:1], TODAY).chances is None
    assert learn([], TODAY).limits == Learned().limits
    assert learn([], TODAY).usual == Learned().usual


def test_the_chances_said_come_true_as_often_as_they_say():
    ties = network(400)
    learned = learn(ties, TODAY - 30)
    said = [(learned.chance(tie, TODAY - 30), tie.history.until(TODAY) > tie.history.until(TODAY - 30)) for tie in ties]
    assert learned.chances is not None
    assert abs(sum(chance for chance, _came in said) - sum(came for _chance, came in said)) / len(said) < 0.06
    assert auc([chance for chance, _came in said], [came for _chance, came in said]) > 0.8


def test_what_comes_after_today_teaches_nothing():
    ties = network(60)
    known = [
        Tie(contact_days(Passed(d.on, "email", d.mine, d.theirs) for d in tie.history.days if d.on <= TODAY - 90))
        for tie in ties
    ]
    assert learn(ties, TODAY - 90) == learn([tie for tie in known if len(tie.history)], TODAY - 90)


def test_the_area_counts_pairs():
    scores, hits = [3, 1, 2, 2, 0], [True, False, True, False, True]
    both = list(zip(scores, hits, strict=True))
    pairs = [(a > b) + (a == b) / 2 for a, h in both if h for b, g in both if not g]
    assert auc(scores, hits) == pytest.approx(sum(pairs) / len(pairs))


def test_the_fit_finds_the_slope_it_was_given():
    chance, rows, hits = random.Random(5), [], []
    for _ in range(8000):
        row = [chance.gauss(0, 1) for _ in FEATURES]
        rows.append(row)
        hits.append(chance.random() < 1 / (1 + math.exp(1 - 2 * row[0])))
    found = fit(rows, hits, ridge=1.0)
    assert found.weights[0] == pytest.approx(2, abs=0.25)
    assert found.intercept == pytest.approx(-1, abs=0.2)
    assert max(map(abs, found.weights[1:])) < 0.2


def test_features_that_never_differ_do_no_harm():
    found = fit([[1.0] * len(FEATURES)] * 20, [True] * 5 + [False] * 15)
    assert found.chance([1.0] * len(FEATURES)) == pytest.approx(0.25, abs=0.02)


def test_a_system_is_solved():
    assert solve([[4.0, 2.0], [2.0, 3.0]], [10.0, 9.0]) == pytest.approx([1.5, 2.0])
