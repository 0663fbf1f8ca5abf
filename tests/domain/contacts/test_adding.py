"""New contacts, one or thousands."""

from __future__ import annotations

import pytest

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.adding import add_contact, add_contacts
from wellkept.domain.contacts.models import Contact, Organization
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.formats.person import Address, DatedOccasion, Labelled, Name, PartialDate, Person, Position


def test_everything_that_is_said_has_its_place(ada, network):
    person = Person(
        name=Name(display="Dr. Ana Souza", given="Ana", family="Souza", prefix="Dr."),
        emails=[Labelled("Ana@Example.org", "work"), Labelled("ana@example.org")],
        phones=[Labelled("01 5550100", "mobile")],
        addresses=[Address(street="Ring 1", city="Wien")],
        links=[Labelled("linkedin.com/in/ana-souza")],
        positions=[
            Position("Blue Kettle GmbH", title="Engineer", started=PartialDate(2019, 5)),
            Position("University of Graz", kind="education", started=PartialDate(2010), ended=PartialDate(2014)),
        ],
        dates=[DatedOccasion("birthday", PartialDate(None, 2, 29))],
        groups=["Climbing", "Alumni"],
        interests=["sailing"],
        notes="Knows *kettles*.",
        pronouns="she/her",
        connected_on=PartialDate(2020, 1, 2),
        location="Wien",
        extras=["X-FOO:bar"],
    )

    ana = add_contact(network=network, person=person, by=ada, source="vcard")

    ana = Contact.objects.get(pk=ana.pk)
    assert (ana.display, ana.given, ana.sort_key, ana.source, ana.flag) == (
        "Dr. Ana Souza",
        "Ana",
        "souza ana",
        "vcard",
        "",
    )
    assert (ana.pronouns, ana.about, ana.location, ana.extras) == ("she/her", "Knows *kettles*.", "Wien", ["X-FOO:bar"])
    assert [(e.address, e.key) for e in ana.emails.all()] == [("Ana@Example.org", "ana@example.org")]
    assert (ana.phones.get().key, ana.links.get().key) == ("+4315550100", "linkedin:ana-souza")
    job, school = ana.positions.all()
    assert (job.title, job.current, job.started_month, school.current, school.ended_year) == (
        "Engineer",
        True,
        5,
        False,
        2014,
    )
    assert (ana.dates.get().year, ana.dates.get().day) == (None, 29)
    assert ana.taggings.get().tag.name == "Climbing" and ana.circle_memberships.get().circle.key == "alumni"
    assert str(ana.connected_on) == "2020-01-02"


@pytest.mark.parametrize(
    ("person", "display"),
    [
        (Person(positions=[Position("Blue Kettle")], emails=[Labelled("ana@example.org")]), "Blue Kettle"),
        (Person(emails=[Labelled("ana@example.org")]), "ana@example.org"),
        (Person(phones=[Labelled("+43 1 5550100")]), "+43 1 5550100"),
        (Person(links=[Labelled("https://example.org")]), "https://example.org"),
        (Person(addresses=[Address(city="Wien")]), "Wien"),
    ],
)
def test_who_has_no_name_goes_by_what_is_known_and_is_flagged(ada, network, person, display):
    contact = add_contact(network=network, person=person, by=ada)
    assert (contact.display, contact.flag) == (display, "no name")


def test_what_has_no_column_becomes_a_field_or_a_line(ada, network):
    person = Person(
        name=Name(given="Ana"),
        positions=[
            Position("", title="Poet"),
            Position("Blue Kettle", title="Cook", location="Graz", description="Soup"),
        ],
        dates=[DatedOccasion("birthday", PartialDate(1980))],
        connected_on=PartialDate(2020, 1),
        custom=[Labelled("y" * 1500, "long")],
    )
    ana = add_contact(network=network, person=person, by=ada)
    fields = {field.name: field.value for field in ana.custom_fields.all()}
    assert fields["title"] == "Poet" and fields["birthday"] == "1980" and fields["connected"] == "2020-01"
    assert ana.extras == ["Cook · Blue Kettle: Graz", "Cook · Blue Kettle: Soup", "long: " + "y" * 1500]


def test_a_name_in_one_piece_is_parted_and_stays_as_it_is_written(ada, network):
    ana = add_contact(network=network, person=Person(name=Name(display="Souza, Ana Maria")), by=ada)
    assert (ana.display, ana.given, ana.family) == ("Souza, Ana Maria", "Ana", "Souza")


def test_nobody_is_added_when_one_of_them_is_empty(ada, network):
    people = [(Person(name=Name(given="Ana"), positions=[Position("Blue Kettle")]), None), (Person(), None)]
    with pytest.raises(Refusal):
        add_contacts(network=network, people=people, by=ada, source="csv")
    assert not Contact.objects.active().exists() and not Organization.objects.exists() and not Act.objects.exists()


def test_hundreds_are_added_with_few_questions_and_taken_back_at_once(ada, network, django_assert_max_num_queries):
    people = [
        (
            Person(
                name=Name(given="Ana", family=f"Souza {number}"),
                emails=[Labelled(f"a{number}@example.org")],
                positions=[Position(f"Kettle {number % 40}")],
                groups=["Climbing"],
            ),
            None,
        )
        for number in range(300)
    ]
    with django_assert_max_num_queries(160):  # rows are written in statements of some hundred values
        added = add_contacts(network=network, people=people, by=ada, source="linkedin")
    assert [contact.family for contact in added[:2]] == ["Souza 0", "Souza 1"]
    assert (Contact.objects.active().count(), Organization.objects.count()) == (300, 40)
    undo(act=Act.objects.get(), by=ada)
    assert not Contact.objects.active().exists() and not Organization.objects.exists()


def test_a_stranger_adds_nobody(ben, network):
    with pytest.raises(Refusal):
        add_contact(network=network, person=Person(name=Name(given="Ana")), by=ben)
    assert not Contact.objects.active().exists()
