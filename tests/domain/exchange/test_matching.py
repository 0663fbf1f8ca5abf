"""Who a row is, and by which rule; never by a name alone."""

from __future__ import annotations

from datetime import date

import pytest

from wellkept.domain.contacts.adding import add_contact
from wellkept.domain.exchange import matching
from wellkept.domain.exchange.matching import Index, read_index, signs_of
from wellkept.formats.person import Labelled, Name, PartialDate, Person, Position


def person(display: str, **said) -> Person:
    given, _, family = display.partition(" ")
    return Person(name=Name(display=display, given=given, family=family), **said)


def email(*addresses: str) -> list[Labelled]:
    return [Labelled(address) for address in addresses]


PROFILE = "https://www.linkedin.com/in/"


@pytest.fixture
def index(network, ada):
    """An index that knows one rich Ana Souza."""
    rich = person(
        "Ana Souza",
        emails=email("ana@example.org", "office@example.org"),
        phones=[Labelled("+43 1 5550101")],
        links=[Labelled(f"{PROFILE}ana-souza")],
        positions=[Position("Blue Kettle GmbH", "Engineer")],
        connected_on=PartialDate(2019, 3, 4),
    )
    add_contact(network=network, person=rich, by=ada, source="linkedin")
    return read_index(network, "linkedin")


def rule(index: Index, row: Person) -> str | None:
    match = index.match([], signs_of(row, "AT"))
    return match.rule if match else None


def test_the_same_linkedin_profile_is_the_same_person_whatever_the_name(index):
    row = person("Anita Keller", links=[Labelled("http://linkedin.com/in/Ana-Souza/")])
    assert rule(index, row) == matching.SAME_LINKEDIN


def test_the_same_email_is_the_same_person_if_the_name_can_be(index):
    assert rule(index, person("Ana Maria Souza", emails=email("ANA@example.org"))) == matching.SAME_EMAIL
    assert rule(index, person("Bruno Keller", emails=email("ana@example.org"))) is None


def test_a_shared_mailbox_says_nothing(index):
    assert rule(index, person("Ana Souza", emails=email("office@example.org"))) is None


def test_the_same_phone_is_the_same_person_if_the_name_can_be(index):
    assert rule(index, person("A. Souza", phones=[Labelled("01 5550101")])) == matching.SAME_PHONE
    assert rule(index, person("Bruno Keller", phones=[Labelled("01 5550101")])) is None


def test_name_and_organization_together_suffice_when_no_email_speaks_against_it(index):
    at = [Position("blue kettle", "Lead")]
    assert rule(index, person("Ana Souza", positions=at)) == matching.SAME_NAME_AND_ORGANIZATION
    assert rule(index, person("Ana Souza", positions=at, emails=email("other@example.org"))) is None
    assert rule(index, person("Ana Souza", positions=at, links=[Labelled(f"{PROFILE}another-ana")])) is None


def test_name_and_day_of_connection_find_those_whose_profile_moved(index):
    moved = {"links": [Labelled(f"{PROFILE}ana-at-new-place")], "connected_on": PartialDate(2019, 3, 4)}
    assert rule(index, person("Ana Souza", **moved)) == matching.SAME_NAME_AND_DAY
    index.in_this_file.add("linkedin:ana-souza")
    assert rule(index, person("Ana Souza", **moved)) is None, "the file names the old profile too: two people"


def test_a_name_alone_is_nobody(index):
    assert rule(index, person("Ana Souza")) is None
    assert rule(index, Person(name=Name(display="Ana", given="Ana"), positions=[Position("Blue Kettle")])) is None


def test_two_namesakes_at_one_organization_are_not_guessed_between(network, ada, index):
    twin = person("Ana Souza", emails=email("second@example.org"), positions=[Position("Blue Kettle")])
    add_contact(network=network, person=twin, by=ada)
    assert rule(read_index(network, "x"), person("Ana Souza", positions=[Position("Blue Kettle")])) is None


def test_somebody_met_in_the_file_is_found_by_the_next_row(network, ada):
    index = read_index(network, "vcard")
    new = signs_of(person("Chen Wei", emails=email("chen@example.org")), "AT")
    known = index.meet(new, ["one"])
    again = index.match([], signs_of(person("Wei Chen", emails=email("chen@example.org")), "AT"))
    assert again is not None and again.known is known
    index.settle(known, 77)
    assert index.by_pk[77] is known


def test_an_index_is_read_in_few_queries(network, ada, index, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        read = read_index(network, "linkedin")
    assert read.by_pk


def test_a_strangers_people_are_not_in_it(ben, index):
    from tests.cast import network_of
    from wellkept.domain.accounts.tenancy import inside

    with inside(network_of(ben)):
        theirs = read_index(network_of(ben), "linkedin")
        assert rule(theirs, person("Ana Souza", links=[Labelled(f"{PROFILE}ana-souza")])) is None


def test_signs_keep_the_day_only_when_all_of_it_is_known():
    assert signs_of(person("Ana Souza", connected_on=PartialDate(2019, 3)), "").connected_on is None
    assert signs_of(person("Ana Souza", connected_on=PartialDate(2019, 3, 4)), "").connected_on == date(2019, 3, 4)
