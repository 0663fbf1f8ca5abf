from datetime import timedelta

import pytest

from tests.cast import network_of
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.recall.keeping import keep_source
from wellkept.domain.recall.reconnecting import last_said, to_reconnect
from wellkept.domain.recall.remembering import Said, remember, say

SAID = {
    "Surely Long": ("long", "surely"),
    "Perhaps Years": ("years", "perhaps"),
    "Surely Years": ("years", "surely"),
    "Hardly Long": ("long", "hardly"),
    "Surely Month": ("month", "surely"),
    "Surely Year": ("year", "surely"),
    "Surely Unknown": ("unknown", "surely"),
    "Nothing Said": ("", ""),
}


@pytest.fixture
def kept(network, ada, walk, today):
    source = walk["Blue Kettle"]
    rows = remember(source=source, text="\n".join(SAID), by=ada, today=today)
    say(source=source, said={row.pk: Said(*SAID[row.name]) for row in rows}, by=ada, today=today)
    keep_source(source=source, by=ada, today=today)
    return source


def names(network, today):
    return [each.name for each in to_reconnect(network=network, today=today, most=50)]


def test_those_who_would_answer_and_were_not_spoken_to_for_long_come_the_sure_ones_first(network, kept, today):
    assert names(network, today) == ["Surely Long", "Surely Years", "Perhaps Years"]
    first, *_rest, last = to_reconnect(network=network, today=today, most=50)
    assert first.why == "You remembered them from Blue Kettle; they would surely answer"
    assert last.why == "You remembered them from Blue Kettle; they would perhaps answer"


def test_this_year_is_a_year_ago_a_year_later(network, kept, today):
    assert "Surely Year" in names(network, today + timedelta(days=365))
    assert "Surely Year" not in names(network, today + timedelta(days=364))


def test_names_that_are_not_kept_are_nobodys_yet(network, ada, walk, today):
    (row,) = remember(source=walk["Acme"], text="Fern Moss", by=ada, today=today)
    say(source=walk["Acme"], said={row.pk: Said("long", "surely")}, by=ada, today=today)

    assert names(network, today) == []


def test_somebody_remembered_twice_is_named_once(network, ada, kept, walk, today):
    (row,) = remember(source=walk["Friends"], text="Surely Long", by=ada, today=today)
    say(source=walk["Friends"], said={row.pk: Said("long", "surely", row.contact)}, by=ada, today=today)
    keep_source(source=walk["Friends"], by=ada, today=today)

    assert names(network, today).count("Surely Long") == 1


def test_what_was_said_last_of_a_contact_is_told(network, ada, kept, walk, today):
    row = kept.remembered.get(name="Surely Long")
    assert last_said(row.contact) == row
    assert last_said(kept.remembered.get(name="Nothing Said").contact) is None

    (newer,) = remember(source=walk["Friends"], text="Surely Long", by=ada, today=today)
    assert last_said(row.contact) == row
    later = today + timedelta(days=3)
    say(source=walk["Friends"], said={newer.pk: Said("month", "", row.contact)}, by=ada, today=later)
    assert last_said(row.contact) == newer


def test_a_stranger_sees_nobody(network, kept, ben, today):
    theirs = network_of(ben)
    with inside(theirs):
        assert names(theirs, today) == []


def test_it_is_one_query(network, kept, today, django_assert_max_num_queries):
    with django_assert_max_num_queries(1):
        to_reconnect(network=network, today=today, most=50)
