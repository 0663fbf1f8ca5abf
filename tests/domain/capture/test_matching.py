"""A sign tells who is meant; a name alone is asked; an Ana of two is a question."""

from __future__ import annotations

import pytest
from django_scopes import scope

from tests.cast import network_of
from tests.domain.capture.conftest import somebody
from wellkept.domain.capture.matching import who_is
from wellkept.domain.contacts.adding import add_contact
from wellkept.formats.person import Labelled


def meant(network, name, *args, **columns):
    return who_is(network=network, person=somebody(name, *args, **columns))


def test_nobody_here_is_somebody_new(network, ana):
    found = meant(network, "Dora Lind")
    assert (found.contact, found.asked, list(found.candidates)) == (None, False, [])


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"emails": [Labelled("ANA@kettle.example")]}, "the same e-mail, ana@kettle.example"),
        ({"phones": [Labelled("01 5550100")]}, "the same phone, +43 1 5550100"),
    ],
)
def test_an_address_tells_one_of_two(network, anas, columns, reason):
    found = meant(network, "Ana Souza", **columns)
    assert found.reason == reason and found.contact == anas["phone" in reason]


def test_a_profile_tells_whatever_the_name_is_now(network, ada):
    profile = [Labelled("https://www.linkedin.com/in/ana-souza")]
    there = add_contact(network=network, person=somebody("Ana Souza", links=profile), by=ada)
    found = meant(network, "Ana Souza Lind", links=[Labelled("linkedin.com/in/ana-souza/")])
    assert (found.contact, found.reason) == (there, "the same LinkedIn profile")


def test_a_name_with_its_organization_tells(network, anas):
    found = meant(network, "ana souza", "ACME Inc.")
    assert (found.contact, found.reason) == (anas[1], "the same name, at Acme")


def test_a_name_alone_is_asked_also_where_only_one_has_it(network, ana):
    found = meant(network, "Ana Souza", "Hooli")
    assert found.asked and [c.contact for c in found.candidates] == [ana] and found.candidates[0].reason == "the same name"  # fmt: skip


def test_an_ana_of_two_is_a_question_with_both(network, anas):
    found = meant(network, "Ana")
    assert found.asked and {c.contact.pk for c in found.candidates} == {each.pk for each in anas}


def test_two_signs_of_two_people_are_a_question(network, anas):
    found = meant(network, "Ana Souza", emails=[Labelled("ana@kettle.example")], phones=[Labelled("+43 1 5550100")])
    assert found.contact is None and len(found.candidates) == 2


def test_a_shared_address_under_another_name_is_a_question(network, anas):
    found = meant(network, "Bruno Keller", emails=[Labelled("ana@kettle.example")])
    assert found.asked and found.candidates[0].reason.endswith("but another name")


@pytest.mark.parametrize(
    ("name", "reason"),
    [("Ana Sousa", "a similar name"), ("Ana Maria Souza", "perhaps the same name"), ("A. Souza", "perhaps the same name")],
)  # fmt: skip
def test_a_name_that_is_nearly_one_is_asked(network, ana, name, reason):
    (candidate,) = meant(network, name).candidates
    assert (candidate.contact, candidate.reason) == (ana, reason)


def test_a_short_form_is_asked(network, ada):
    robert = add_contact(network=network, person=somebody("Robert Smith"), by=ada)
    assert [c.contact for c in meant(network, "Bob Smith").candidates] == [robert]


def test_who_only_shares_a_first_or_last_name_is_nobody_to_ask_about(network, ana, bruno):
    assert not meant(network, "Ana Keller").candidates and not meant(network, "Carl Souza").candidates


def test_a_mailbox_that_many_share_tells_nothing(network, ada):
    add_contact(network=network, person=somebody("Bo Lind", emails=[Labelled("info@acme.example")]), by=ada)
    assert not meant(network, "Ana Souza", emails=[Labelled("info@acme.example")]).candidates


def test_the_own_card_is_nobody_one_met(network, ada):
    assert not meant(network, "Ada Quill", emails=[Labelled("ada@example.org")]).candidates


def test_another_network_is_not_looked_into(network, anas, ben):
    with scope(network=network_of(ben)):
        assert not meant(network_of(ben), "Ana Souza", emails=[Labelled("ana@kettle.example")]).candidates
