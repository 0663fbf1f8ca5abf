"""Deleting, which can be taken back."""

from __future__ import annotations

import pytest

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.adding import add_contact
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.contacts.models import Contact, Email, Position
from wellkept.domain.contacts.removing import remove_contacts
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.formats import person as formats


def test_a_contact_goes_with_all_that_hangs_on_it_and_comes_back_with_it(ada, network, bruno):
    ana = add_contact(
        network=network,
        person=formats.Person(
            name=formats.Name(given="Ana"),
            emails=[formats.Labelled("ana@example.org")],
            positions=[formats.Position("Blue Kettle")],
        ),
        by=ada,
    )
    assert remove_contacts(contacts=[ana, bruno], by=ada) == 2
    assert not Contact.objects.active().exists() and not Email.objects.exists() and not Position.objects.exists()
    undo(act=Act.objects.latest("pk"), by=ada)
    assert Contact.objects.get(pk=ana.pk).emails.get().address == "ana@example.org"
    assert Position.objects.get().organization.name == "Blue Kettle" and Contact.objects.filter(pk=bruno.pk).exists()


def test_the_own_card_is_not_deleted(ada, network):
    with pytest.raises(Refusal):
        remove_contacts(contacts=[own_card(network=network)], by=ada)


def test_a_stranger_deletes_nobody(ben, ana):
    with pytest.raises(Refusal):
        remove_contacts(contacts=[ana], by=ben)
    assert Contact.objects.filter(pk=ana.pk).exists()
