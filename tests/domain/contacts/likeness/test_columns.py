from __future__ import annotations

from tests.domain.contacts.likeness.people import fake_1000, one
from wellkept.domain.contacts.likeness.blocking import neighbours, pairs
from wellkept.domain.contacts.likeness.columns import Columns
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
    runs = [(place, everyone) for place in everyone]
    assert Columns(MEETING).patterns(runs) == [compare(mine, theirs) for mine in MEETING for theirs in MEETING]


def test_the_pairs_of_a_list_full_of_errors_agree_as_when_compared_alone(corpora):
    records, _truth = fake_1000(corpora)
    runs = list(neighbours(records))
    assert Columns(records).patterns(runs) == [compare(mine, theirs) for mine, theirs in pairs(records)]
