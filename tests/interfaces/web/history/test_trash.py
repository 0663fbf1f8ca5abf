"""The trash in the browser."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django_scopes import scope

from tests.cast import contact, network_of
from wellkept.domain.contacts.models import Contact
from wellkept.domain.contacts.removing import remove_contacts
from wellkept.domain.history.models import Change
from wellkept.domain.history.trash import trash_of


@pytest.fixture
def deleted(ada, network, ana):
    remove_contacts(contacts=[ana], by=ada)
    return trash_of(network)[0]


def test_what_was_deleted_is_listed_and_brought_back(page, deleted, ana):
    text = page.get(reverse("trash")).text
    assert "Ana Souza" in text and "Archived contacts are not here" in text
    page.post(reverse("trash-back", args=[deleted.change]))
    assert Contact.objects.filter(pk=ana.pk).exists() and "The trash is empty" in page.get(reverse("trash")).text


def test_emptying_asks_with_the_count_and_is_done_for_that_count_alone(page, deleted, ana):
    assert "1 thing goes for good" in page.get(reverse("trash-empty")).text
    page.post(reverse("trash-empty"), {"count": "7"})
    assert Change.objects.filter(row=ana.pk, table="contacts.contact").exists()
    assert "gone for good" in page.post(reverse("trash-empty"), {"count": "1"}, follow=True).text
    assert not Change.objects.filter(row=ana.pk, table="contacts.contact").exists()


def test_nobody_brings_back_what_is_somebody_elses(page, ben, network):
    theirs = network_of(ben)
    person = contact(theirs, ben, "Bea", "Stone")
    with scope(network=theirs):
        remove_contacts(contacts=[person], by=ben)
        change = trash_of(theirs)[0].change
    assert page.post(reverse("trash-back", args=[change])).status_code == 404
    assert "Bea" not in page.get(reverse("trash")).text
