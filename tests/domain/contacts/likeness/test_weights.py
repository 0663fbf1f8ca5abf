from __future__ import annotations

from collections import Counter

import pytest

from tests.domain.contacts.likeness.people import fake_1000
from wellkept.domain.contacts.likeness.blocking import pairs
from wellkept.domain.contacts.likeness.finding import random_patterns
from wellkept.domain.contacts.likeness.levels import FIELDS, compare
from wellkept.domain.contacts.likeness.weights import first, from_json, learn


def test_what_cannot_be_compared_counts_neither_way():
    assert first(100).weight((0,) * len(FIELDS)) == 0


def test_with_nothing_to_learn_from_the_model_is_what_it_began_with():
    learned, begun = learn([], [], records=10), first(10)
    assert [pytest.approx(shares) for shares in begun.m] == list(learned.m)
    assert [pytest.approx(shares) for shares in begun.u] == list(learned.u)


def test_shares_stay_shares_and_the_prior_a_chance(corpora):
    records, _truth = fake_1000(corpora)
    model = learn([compare(*pair) for pair in pairs(records)], random_patterns(records), records=len(records))
    assert all(sum(shares) == pytest.approx(1) for shares in (*model.m, *model.u))
    assert 0 < model.prior < 0.01


def test_a_chance_means_what_it_says(corpora):
    """Calibration: of the pairs given a chance between two values, about that share are one person."""
    records, truth = fake_1000(corpora)
    compared = list(pairs(records))
    patterns = [compare(*pair) for pair in compared]
    model = learn(patterns, random_patterns(records), records=len(records))
    count: Counter[int] = Counter()
    hits: Counter[int] = Counter()
    expected: Counter[int] = Counter()
    for (one, other), pattern in zip(compared, patterns, strict=True):
        chance = model.chance(pattern)
        band = min(int(chance * 5), 4)
        count[band] += 1
        expected[band] += chance
        hits[band] += (one.key, other.key) in truth
    error = sum(abs(hits[band] - expected[band]) for band in count) / sum(count.values())
    assert error < 0.06


def test_a_model_is_written_down_and_read_again():
    model = first(500)
    assert from_json(model.as_json()) == model


def test_a_model_of_other_fields_is_not_read():
    written = first(500).as_json()
    written["m"] = written["m"][1:]
    assert from_json(written) is None
    assert from_json({}) is None
