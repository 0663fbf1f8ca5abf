from __future__ import annotations

from tests.cast import contact
from tests.dump import dump
from wellkept.domain.contacts.likening import search_all
from wellkept.domain.contacts.merging_sure import merge_sure, sure_groups
from wellkept.domain.contacts.models import Contact, Email
from wellkept.domain.contacts.sameness import Likeness
from wellkept.domain.history.acting import acting
from wellkept.domain.history.undoing import undo_batch


def triple(network, by):
    people = [contact(network, by, given, "Souza") for given in ("Ana", "Ana Maria", "Ana")]
    with acting(by, network, "edit", summary="Addresses") as act:
        for person in people:
            act.add(Email(contact=person, address="ana@home.example", key="ana@home.example"))
    return people


def test_three_that_are_sure_of_each_other_become_one_and_one_undo_brings_them_back(network, ada, bruno, chen):
    triple(network, ada)
    before = dump(network)
    search_all(network=network)
    acts = merge_sure(network=network, by=ada, batch="merge:test")

    assert [act.batch for act in acts] == ["merge:test"]
    assert Contact.objects.filter(family="Souza").count() == 1
    assert not Likeness.objects.filter(sure=True).exists()
    undo_batch(acts=acts, by=ada)
    assert dump(network) == before


def test_who_is_not_sure_of_all_in_a_group_is_left_for_review(network, ada):
    one, other, third = triple(network, ada)
    Likeness.objects.create(network=network, one=one, other=other, weight=30, chance=1, sure=True)
    Likeness.objects.create(network=network, one=other, other=third, weight=20, chance=1, sure=True)

    assert sure_groups(network) == [[one.pk, other.pk]]


def test_a_name_alone_is_never_merged(network, ada, ana, bruno, chen):
    for person in (ana, bruno, chen):
        contact(network, ada, person.given, person.family)
    search_all(network=network)

    assert Likeness.objects.count() == 3
    assert merge_sure(network=network, by=ada, batch="merge:test") == []


def test_each_merge_says_why(network, ada, bruno, chen):
    triple(network, ada)
    search_all(network=network)
    (act,) = merge_sure(network=network, by=ada, batch="merge:test")

    assert "same e-mail" in act.summary
