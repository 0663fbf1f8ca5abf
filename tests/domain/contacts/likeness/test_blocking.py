from __future__ import annotations

from itertools import combinations

from tests.domain.contacts.likeness.people import fake_1000, one
from wellkept.domain.contacts.likeness.blocking import LARGEST, pairs


def keys(*records, **how):
    return {(first.key, second.key) for first, second in pairs(records, **how)}


def test_only_those_who_share_something_are_compared():
    ana, anna, chen = one(1, "ana souza"), one(2, "anna souza"), one(3, "chen wei")
    assert keys(ana, anna, chen) == {(1, 2)}


def test_a_nickname_with_another_first_letter_is_compared():
    assert keys(one(1, "robert quill"), one(2, "bob quill")) == {(1, 2)}


def test_a_name_in_other_order_and_a_typing_error_are_compared():
    assert keys(one(1, "bruno keller"), one(2, "keller bruno")) == {(1, 2)}
    assert keys(one(1, "bruno keller"), one(2, "burno keler")) == {(1, 2)}


def test_with_fresh_records_only_their_pairs_come():
    twins = [one(key, "ana souza") for key in range(1, 5)]
    assert keys(*twins, fresh=frozenset({4})) == {(1, 4), (2, 4), (3, 4)}


def test_the_pairs_of_a_fresh_record_are_those_it_has_in_the_whole(corpora):
    records, _truth = fake_1000(corpora)
    fresh = frozenset(range(0, 1000, 37))
    whole = {pair for pair in keys(*records) if fresh.intersection(pair)}
    assert keys(*records, fresh=fresh) == whole


def test_a_block_of_too_many_says_nothing():
    crowd = [one(key, emails={"hello@example.org"}) for key in range(LARGEST + 1)]
    assert keys(*crowd) == set()
    assert keys(*crowd[:LARGEST]) == set(combinations(range(LARGEST), 2))


def test_nearly_all_true_pairs_of_a_list_full_of_errors_are_compared(corpora):
    records, truth = fake_1000(corpora)
    compared = keys(*records)
    assert len(truth & compared) / len(truth) > 0.94
    assert len(compared) < 2 * len(truth)
