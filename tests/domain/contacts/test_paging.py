"""A page of keys is what the whole list would have there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.cast import contact
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.contacts.listing import ContactFilter, contacts_of, keys_in_order
from wellkept.domain.contacts.models import Contact
from wellkept.domain.contacts.paging import fetched


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
    keys = keys_in_order(people, chosen, network)
    assert len(keys) == len(whole) == {"": 6, "decided": 3, "undecided": 3}[decided]
    assert [key for start in range(0, 6, 2) for key in keys[start : start + 2]] == whole
    assert keys[1] == whole[1]


def test_keys_that_are_fetched_as_one_text_keep_their_order(network, crowd):
    for order in ("sort_key", "-sort_key", "-pk"):
        keys = Contact.objects.filter(network=network, is_me=False).order_by(order, "pk").values_list("pk", flat=True)
        assert fetched(keys) == list(keys)
    assert fetched(Contact.objects.filter(network=network, display="Nobody").values_list("pk", flat=True)) == []
