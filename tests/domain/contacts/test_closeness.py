"""Closeness is the user's own word, recorded and taken back like any other."""

from __future__ import annotations

import pytest

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.closeness import set_closeness
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.contacts.merging import merge_contacts
from wellkept.domain.contacts.models import Contact, CustomField
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo


def test_it_is_set_taken_back_and_undone(network, ada, ana):
    set_closeness(contact=ana, closeness=4, by=ada)
    set_closeness(contact=ana, closeness=None, by=ada)
    undo(act=Act.objects.order_by("-pk").first(), by=ada)
    assert Contact.objects.get(pk=ana.pk).closeness == 4


@pytest.mark.parametrize("number", [0, 6, -1])
def test_other_numbers_are_refused(network, ada, ana, number):
    with pytest.raises(Refusal):
        set_closeness(contact=ana, closeness=number, by=ada)


def test_one_is_not_close_to_oneself(network, ada):
    with pytest.raises(Refusal):
        set_closeness(contact=own_card(network=network), closeness=3, by=ada)


def test_merging_keeps_one_and_remembers_the_other(network, ada, ana, bruno):
    set_closeness(contact=ana, closeness=2, by=ada)
    set_closeness(contact=bruno, closeness=5, by=ada)
    merge_contacts(kept=ana, gone=bruno, by=ada, choices={"closeness": "gone"})
    assert Contact.objects.get(pk=ana.pk).closeness == 5
    assert CustomField.objects.get(name="Other closeness").value == "2"


def test_a_stranger_may_not(network, ben, ana):
    with pytest.raises(Refusal):
        set_closeness(contact=ana, closeness=3, by=ben)
    assert Contact.objects.get(pk=ana.pk).closeness is None
