"""What is merged at one word, what is asked about, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.contacts.likeness.people import fake_1000, linkedin_sample, one
from tests.domain.contacts.likeness.test_levels import PEOPLE
from wellkept.domain.contacts.likeness.finding import find_likely
from wellkept.domain.contacts.likeness.judging import judge, reasons
from wellkept.domain.contacts.likeness.levels import compare
from wellkept.domain.contacts.likeness.weights import first

MODEL = first(1000)


def verdict(mine, theirs, **how):
    return judge(mine, theirs, compare(mine, theirs), MODEL, **how)


def test_a_name_alone_is_never_sure():
    assert verdict(one(1, "ana souza"), one(2, "ana souza")) == "review"


def test_a_name_that_many_have_is_not_asked_about():
    assert verdict(one(1, "ana souza"), one(2, "ana souza"), namesakes=9) == ""


@pytest.mark.parametrize(
    "shared",
    [
        {"emails": {"ana@blue-kettle.example"}},
        {"profiles": {"linkedin:ana-souza"}},
        {"phones": {"+436605550123"}},
    ],
    ids=["e-mail", "profile", "phone"],
)
def test_a_shared_private_sign_and_the_name_are_sure(shared):
    assert verdict(one(1, "ana souza", **shared), one(2, "ana souza", **shared)) == "sure"


def test_a_nickname_with_the_same_address_is_sure():
    mail = {"emails": {"rq@example.org"}}
    assert verdict(one(1, "robert quill", **mail), one(2, "bob quill", **mail)) == "sure"


@pytest.mark.parametrize("other", ["bruno souza", "a souza", "antonia souza", "anna souza"])
def test_a_couple_or_a_family_at_one_phone_is_not_sure(other):
    phone = {"phones": {"+436605550123"}}
    assert verdict(one(1, "ana souza", **phone), one(2, other, **phone)) != "sure"


def test_a_couple_at_one_mailbox_is_not_sure():
    mail = {"emails": {"souza@example.org"}}
    assert verdict(one(1, "paul souza", **mail), one(2, "paula souza", **mail)) == "review"


def test_father_and_son_are_not_sure():
    mail = {"emails": {"quill@example.org"}}
    assert verdict(one(1, "john quill", suffix="sr", **mail), one(2, "john quill", suffix="jr", **mail)) != "sure"


def test_two_linkedin_profiles_are_never_sure():
    mine = one(1, "ana souza", emails={"a@example.org"}, profiles={"linkedin:ana"})
    theirs = one(2, "ana souza", emails={"a@example.org"}, profiles={"linkedin:ana-2"})
    assert verdict(mine, theirs) != "sure"


NAMED_ONLY = st.tuples(
    *[st.sampled_from(["ana", "souza", "robert", "bob", "keller", "dmitrij", "dmitriy", "o'hara"])] * 2
)


@given(NAMED_ONLY, NAMED_ONLY, st.sampled_from(["", "lisbon"]), st.sampled_from([frozenset(), frozenset({"acme"})]))
def test_no_names_with_a_city_and_an_employer_are_ever_sure(mine, theirs, city, organizations):
    first_one = one(1, " ".join(mine), city=city, organizations=organizations)
    second = one(2, " ".join(theirs), city=city, organizations=organizations)
    assert verdict(first_one, second) != "sure"


@given(PEOPLE, PEOPLE)
def test_a_verdict_has_no_direction(mine, theirs):
    assert verdict(mine, theirs) == verdict(theirs, mine)


def test_reasons_stand_in_order_those_for_it_first():
    mine = one(1, "ana souza", emails={"ana@blue-kettle.example"}, city="lisbon")
    theirs = one(2, "ana souza", emails={"ana@blue-kettle.example"}, city="vienna")
    told = reasons(compare(mine, theirs), MODEL)
    assert [reason.says for reason in told] == ["same e-mail", "same family name", "same given name", "other city"]
    assert told[0].bits > told[1].bits > 0 > told[-1].bits


def test_a_list_of_addresses_made_of_names_gives_no_pairs(corpora):
    """2,000 of LinkedIn's: everybody has a profile and an address that says the name, and many share a given name."""
    people = linkedin_sample(corpora)
    assert len(people) == 2000
    assert find_likely(people).likely == []


def test_what_is_sure_is_right_and_most_of_the_rest_is_found(corpora):
    records, truth = fake_1000(corpora)
    found = find_likely(records)
    sure = {(pair.one, pair.other) for pair in found.likely if pair.verdict == "sure"}
    asked = {(pair.one, pair.other) for pair in found.likely}
    assert len(sure) > 200
    assert len(sure & truth) / len(sure) >= 0.995
    assert len(asked & truth) / len(asked) > 0.95
    assert len(asked & truth) / len(truth) > 0.91
