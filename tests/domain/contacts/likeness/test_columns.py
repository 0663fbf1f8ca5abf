from __future__ import annotations

from typing import Any

from tests.domain.contacts.likeness.people import fake_1000, one
from wellkept.domain.contacts.likeness.blocking import neighbours, pairs
from wellkept.domain.contacts.likeness.columns import Columns, pairs_of
from wellkept.domain.contacts.likeness.levels import compare

MEETING = [
    one(1, "ana souza", emails={"ana@blue-kettle.example"}, birthday=(1980, 5, 1), city="lisboa"),
    one(2, "souza ana", emails={"anna@blue-kettle.example"}, profiles={"linkedin:ana-souza"}, city="lisbon"),
    one(3, "ana sousa", phones={"43155500003"}, profiles={"linkedin:ana-sousa"}, organizations={"1"}),
    one(4, "ana", phones={"43155500004"}, organizations={"1", "2"}, suffix="jr", birthday=(None, 5, 1)),
    one(5, "anna souza", suffix="sr", street="high street 1", postcode="1010", birthday=(1980, 1, 5)),
]


def test_a_pair_agrees_as_when_compared_alone():
    everyone = range(len(MEETING))
    alone = [compare(mine, theirs) for mine in MEETING for theirs in MEETING]
    assert Columns(MEETING).patterns([(place, [], everyone) for place in everyone]) == alone


def test_in_a_pair_the_earlier_comes_first_from_whichever_side_it_is_looked_at():
    runs = [(2, [0, 1], [3, 4])]
    assert list(pairs_of(runs)) == [(0, 2), (1, 2), (2, 3), (2, 4)]
    alone = [compare(MEETING[one], MEETING[other]) for one, other in pairs_of(runs)]
    assert Columns(MEETING).patterns(runs) == alone


def test_only_those_who_are_compared_are_looked_at():
    unlooked: list[Any] = [*MEETING[:3], None, None]
    runs = [(2, [0, 1], [])]
    assert Columns(unlooked, runs).patterns(runs) == [compare(MEETING[0], MEETING[2]), compare(MEETING[1], MEETING[2])]


def test_the_pairs_of_a_list_full_of_errors_agree_as_when_compared_alone(corpora):
    records, _truth = fake_1000(corpora)
    for fresh in (None, frozenset(range(0, 1000, 37))):
        runs = list(neighbours(records, fresh=fresh))
        alone = [compare(mine, theirs) for mine, theirs in pairs(records, fresh=fresh)]
        assert Columns(records, runs).patterns(runs) == alone
