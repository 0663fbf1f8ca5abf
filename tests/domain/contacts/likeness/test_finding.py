from __future__ import annotations

from tests.domain.contacts.likeness.people import fake_1000, one
from wellkept.domain.contacts.likeness import finding
from wellkept.domain.contacts.likeness.finding import find_likely


def test_the_likeliest_come_first():
    mail = {"emails": {"ana@blue-kettle.example"}}
    records = [one(1, "ana souza", **mail), one(2, "bruno keller"), one(3, "bruno keller"), one(4, "ana souza", **mail)]
    assert [(pair.one, pair.other, pair.verdict) for pair in find_likely(records).likely] == [
        (1, 4, "sure"),
        (2, 3, "review"),
    ]


def test_nobody_is_like_nobody():
    assert find_likely([]).likely == []
    assert find_likely([one(1, "ana souza")]).likely == []


def test_the_same_records_give_the_same_pairs_in_any_order(corpora):
    records, _truth = fake_1000(corpora)
    forwards = find_likely(records)
    again = find_likely(records[::-1])
    assert forwards == again


def test_new_records_are_found_with_the_model_that_was_learned(corpora):
    records, _truth = fake_1000(corpora)
    whole = find_likely(records)
    fresh = frozenset(range(900, 1000))
    wanted = [pair for pair in whole.likely if fresh & {pair.one, pair.other}]
    assert find_likely(records, fresh=fresh, model=whole.model).likely == wanted


def test_progress_is_told_up_to_the_last_pair(corpora, monkeypatch):
    monkeypatch.setattr(finding, "STEP", 300)
    records, _truth = fake_1000(corpora)
    told: list[int] = []
    found = find_likely(records, progress=told.append)
    assert len(told) > 1
    assert told == sorted(set(told))
    assert told[-1] == found.compared
