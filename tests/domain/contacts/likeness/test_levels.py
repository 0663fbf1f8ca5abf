from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.domain.contacts.likeness.people import one
from wellkept.domain.contacts.likeness.levels import FIELDS, compare
from wellkept.domain.contacts.likeness.traits import Traits


def says(first: Traits, second: Traits, field: str) -> str:
    place = next(at for at, each in enumerate(FIELDS) if each.name == field)
    level = compare(first, second)[place]
    return FIELDS[place].levels[level - 1] if level else ""


@pytest.mark.parametrize(
    ("mine", "theirs", "said"),
    [
        ("robert quill", "robert quill", "same given name"),
        ("robert quill", "bob quill", "short form of the given name"),
        ("rob quill", "bob quill", "short form of the given name"),
        ("alexander quill", "sasha quill", "short form of the given name"),
        ("bruno quill", "bruon quill", "given name all but the same"),
        ("dmitriy quill", "dmitrij quill", "given name all but the same"),
        ("ana maria quill", "ana quill", "given name begins alike"),
        ("a quill", "ana quill", "given name begins alike"),
        ("chen quill", "bruno quill", "other given name"),
    ],
)
def test_given_names_agree_more_or_less(mine, theirs, said):
    assert says(one(1, mine), one(2, theirs), "given name") == said


def test_a_nickname_that_is_written_down_counts_as_a_short_form():
    assert (
        says(one(1, "bartholomeus quill", other_names={"zeb"}), one(2, "zeb quill"), "given name")
        == "short form of the given name"
    )


def test_names_in_the_other_order_are_seen():
    assert says(one(1, "keller bruno"), one(2, "bruno keller"), "order of names") == "names in the other order"
    assert says(one(1, "keller bruno"), one(2, "bruno keller"), "given name") == "same given name"


def test_a_mistyped_address_is_all_but_the_same():
    mine, theirs = one(1, emails={"ana.souza@blue-kettle.example"}), one(2, emails={"ana.souza@blue-ketle.example"})
    assert says(mine, theirs, "e-mail") == "e-mail all but the same"


@pytest.mark.parametrize(
    ("mine", "my_address", "theirs", "their_address", "said"),
    [
        ("ana souza", "ana.souza@one.example", "ana keller", "ana.keller@one.example", "other e-mail"),
        ("ana souza", "ana.souza@one.example", "anna souza", "anna.souza@one.example", "other e-mail"),
        ("ana souza", "ana.souza.94@one.example", "ana souza", "ana.souza.95@one.example", "other e-mail"),
        ("jean-luc o'hara", "jean-luc.ohara@one.example", "jean-luc odell", "jean-luc.odell@one.example", "other e-mail"),
        ("john quill", "jquill@one.example", "jane quill", "jquill1@one.example", "other e-mail"),
        ("jana muller", "jana.mueller@one.example", "jana muster", "jana.muster@one.example", "other e-mail"),
        ("ana souza", "ana.souza@one.example", "ana souza", "ana.souza@blue-kettle.example", ""),
        ("ana souza", "ana.souza@blue-ketle.example", "ana souza", "ana.souza@blue-kettle.example", "e-mail all but the same"),
        ("ana souza", "ana.suoza@one.example", "ana souza", "ana.souza@one.example", "e-mail all but the same"),
        ("ana souza", "souza88@one.example", "ana souza", "souza88@blue-kettle.example", "same e-mail name at another host"),
        ("ana souza", "bluefox@one.example", "ana souza", "bluefox@blue-kettle.example", "same e-mail name at another host"),
        ("ana souza", "ana.souza@one.example", "ana souza", "ana.souza@one.example", "same e-mail"),
    ],
)  # fmt: skip
def test_an_address_made_of_the_name_says_the_name_only_once(mine, my_address, theirs, their_address, said):
    assert says(one(1, mine, emails={my_address}), one(2, theirs, emails={their_address}), "e-mail") == said


def test_a_number_with_and_without_its_country_is_one():
    assert says(one(1, phones={"+436605550123"}), one(2, phones={"06605550123"}), "phone") == "same phone"


def test_profiles_of_different_places_say_nothing():
    assert says(one(1, profiles={"linkedin:ana"}), one(2, profiles={"github:ana"}), "profile") == ""
    assert says(one(1, profiles={"linkedin:ana"}), one(2, profiles={"linkedin:ana-s"}), "profile") == "other profile"


@pytest.mark.parametrize(
    ("mine", "theirs", "said"),
    [
        ((1980, 5, 4), (1980, 5, 4), "same birthday"),
        ((1980, 5, 4), (1980, 5, 14), "birthday all but one digit"),
        ((1980, 5, 30), (1980, 6, 17), "birthdays within six weeks"),
        ((None, 5, 4), (1980, 5, 4), "same birthday without the year"),
        ((None, 5, 4), (1980, 5, 5), "other birthday"),
        ((1980, 5, 4), (1999, 5, 4), "same day and month in other years"),
        ((1955, 5, 4), (1999, 11, 26), "other birthday"),
    ],
)
def test_birthdays_are_near_or_far(mine, theirs, said):
    assert says(one(1, birthday=mine), one(2, birthday=theirs), "birthday") == said


NAMES = st.sampled_from(["", "ana", "ana maria", "bob", "robert", "keller", "kelller", "wei", "o", "dmitrij"])
SETS = st.frozensets(st.sampled_from(["ana@a.example", "ana@b.example", "anna@a.example", "x"]), max_size=2)
DAYS = st.none() | st.tuples(st.none() | st.integers(1940, 2020), st.integers(1, 12), st.integers(1, 28))
PEOPLE = st.builds(
    Traits, st.just(1), NAMES, NAMES, NAMES, SETS, SETS, SETS, SETS, SETS, NAMES, NAMES, NAMES, DAYS
)  # fmt: skip


@given(PEOPLE, PEOPLE)
@example(Traits(1, "ana", "robert"), Traits(2, "o", "ana"))
def test_comparing_has_no_direction(first, second):
    assert compare(first, second) == compare(second, first)


@given(PEOPLE, PEOPLE)
def test_each_level_is_one_of_its_field_or_none(first, second):
    assert all(0 <= level <= len(field.levels) for field, level in zip(FIELDS, compare(first, second), strict=True))


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_the_shares_a_field_begins_with_are_shares(field):
    assert len(field.levels) == len(field.m) == len(field.u)
    assert sum(field.m) == pytest.approx(1)
    assert sum(field.u) == pytest.approx(1, abs=0.001)
