"""A page of keys is what the whole list would have there."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from tests.cast import contact
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.cadence.models import Standing
from wellkept.domain.contacts import listing, paging
from wellkept.domain.contacts.adding import add_contact
from wellkept.domain.contacts.archiving import archive
from wellkept.domain.contacts.listing import SORTS, ContactFilter, contacts_of, keys_in_order
from wellkept.domain.contacts.models import Contact
from wellkept.domain.contacts.paging import fetched
from wellkept.domain.timeline.recording import record_interaction
from wellkept.formats.person import Labelled, Name, Person, Position


@pytest.fixture
def crowd(ada, network, today):
    begun = datetime(2026, 1, 1, tzinfo=UTC)
    names = ["Zoe", "Ana", "Émile", "bo", "Ana", "Łukasz"]
    people = [contact(network, ada, name, "Test", created_at=begun + timedelta(days=number % 4)) for number, name in enumerate(names)]  # fmt: skip
    decide(contacts=people[::2], kind="own", days=30, by=ada, today=today)
    return people


@pytest.mark.parametrize("sort", ["name", "added"])
@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("decided", ["", "decided", "undecided"])
def test_each_page_is_a_slice_of_the_whole(network, crowd, today, sort, backwards, decided):
    chosen = ContactFilter(sort=sort, backwards=backwards, decided=decided)
    people = contacts_of(network, chosen, today=today)
    column = "sort_key" if sort == "name" else "created_at"
    down = backwards if sort == "name" else not backwards
    whole = [person.pk for person in sorted(people, key=lambda one: (getattr(one, column), one.pk), reverse=down)]
    keys = keys_in_order(people, chosen, network, today=today)
    assert len(keys) == len(whole) == {"": 6, "decided": 3, "undecided": 3}[decided]
    assert [key for start in range(0, 6, 2) for key in keys[start : start + 2]] == whole
    assert keys[1] == whole[1]


def test_keys_that_are_fetched_as_one_text_keep_their_order(network, crowd):
    for order in ("sort_key", "-sort_key", "-pk"):
        keys = Contact.objects.filter(network=network, is_me=False).order_by(order, "pk").values_list("pk", flat=True)
        assert fetched(keys) == list(keys)
    assert fetched(Contact.objects.filter(network=network, display="Nobody").values_list("pk", flat=True)) == []


@pytest.fixture
def mixed(ada, network, today, crowd):
    """Of the crowd one is archived, some have jobs, touches, next steps, ties and addresses, and some have none."""
    told = [
        Person(
            name=Name(given=given, family="Test"), emails=[Labelled(f"{given.lower()}@kettle.example")], positions=jobs
        )
        for given, jobs in (("Ida", [Position("Red Pot"), Position("Blue Kettle")]), ("Olu", [Position("Blue Kettle")]))
    ]
    people = [*crowd, *(add_contact(network=network, person=person, by=ada, source="vcard") for person in told)]
    for number, person in enumerate(people[1:6]):
        on = today - timedelta(days=100 * (number // 2) + 3)
        record_interaction(network=network, contacts=[person], kind="lunch", on=on, by=ada, today=today)
    Standing.objects.filter(contact=people[3]).delete()
    archive(contacts=[people[4], people[6]], by=ada)
    return people


NARROWED = [
    {"decided": "undecided"}, {"decided": "decided"}, {"due": "now"}, {"decided": "own", "due": "week"},
    {"quiet": 90}, {"quiet": 90, "decided": "undecided"}, {"words": "t"}, {"words": "kettle"}, {"has": "email"},
    {"has": "no-email"}, {"archived": True}, {"archived": True, "words": "e"}, {"source": "vcard"},
    {"since": date(2026, 1, 3)}, {"words": "nobody"}, {"due": "now", "words": "nobody"},
]  # fmt: skip


def test_many_are_found_page_by_page_in_the_order_of_few(network, mixed, today, monkeypatch):
    for sort, backwards, narrowed in product(SORTS, (False, True), NARROWED):
        chosen = ContactFilter(sort=sort, backwards=backwards, **narrowed)
        people = contacts_of(network, chosen, today=today)
        few = list(keys_in_order(people, chosen, network, today=today))
        assert set(few) == set(people.values_list("pk", flat=True)) and len(few) == len(set(few)), chosen
        with monkeypatch.context() as patch:
            for module in (listing, paging):
                patch.setattr(module, "FEW", 1)
            many = keys_in_order(people, chosen, network, today=today)
            assert len(many) == len(few), chosen
            assert [key for start in range(0, len(few), 2) for key in many[start : start + 2]] == few, chosen


def test_a_day_begins_where_the_user_is(ada, network, today):
    network.time_zone = "Pacific/Auckland"
    ana = contact(network, ada, "Ana", "Test", created_at=datetime(2026, 5, 3, 11, 59, tzinfo=UTC))
    bo = contact(network, ada, "Bo", "Test", created_at=datetime(2026, 5, 3, 12, 0, tzinfo=UTC))
    for day, found in ((date(2026, 5, 4), [bo]), (date.max, []), (date.min, [ana, bo])):
        assert list(contacts_of(network, ContactFilter(since=day), today=today).order_by("pk")) == found
