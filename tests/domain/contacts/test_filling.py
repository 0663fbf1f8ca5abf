"""A file fills in what is missing; what the user wrote stays; what came from the file follows it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.adding import add_contact
from wellkept.domain.contacts.filling import fill_contact, values_of
from wellkept.domain.contacts.models import Circle, Contact
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act, Change
from wellkept.domain.history.undoing import undo
from wellkept.formats.person import Address, DatedOccasion, Labelled, Name, PartialDate, Person, Position


def ana_at(organization="Blue Kettle", title="Engineer", **columns):
    return Person(
        name=Name(given="Ana", family="Souza"),
        positions=[Position(organization, title=title)],
        **columns,
    )


def fill(contact, person, ada, before):
    return fill_contact(contact=contact, person=person, by=ada, previous=values_of(before) if before else None)


def jobs(contact):
    return [(p.organization.name, p.title, p.current) for p in contact.positions.select_related("organization")]


def test_what_is_missing_is_added(ada, network, ana):
    person = Person(
        name=Name(given="Ana", additional="Maria", family="Souza"),
        emails=[Labelled("ana@example.org", "work")],
        phones=[Labelled("+43 1 5550100")],
        addresses=[Address(street="Ring 1", city="Wien")],
        links=[Labelled("https://www.linkedin.com/in/ana-souza")],
        positions=[Position("Blue Kettle GmbH", title="Engineer")],
        dates=[DatedOccasion("birthday", PartialDate(None, 2, 29))],
        groups=["Climbing", "Friends"],
        notes="Knows kettles.",
        custom=[Labelled("blue", "colour")],
    )

    assert fill(ana, person, ada, None)

    ana.refresh_from_db()
    assert (ana.additional, ana.about, ana.display) == ("Maria", "Knows kettles.", "Ana Maria Souza")
    assert (ana.emails.get().key, ana.phones.get().key) == ("ana@example.org", "+4315550100")
    assert (ana.links.get().key, ana.addresses.get().city) == ("linkedin:ana-souza", "Wien")
    assert (ana.dates.get().month, ana.custom_fields.get().value) == (2, "blue")
    assert jobs(ana) == [("Blue Kettle GmbH", "Engineer", True)]
    assert ana.taggings.get().tag.name == "Climbing"
    assert ana.circle_memberships.get().circle == Circle.objects.get(key="friends")


def test_closeness_is_filled_in_where_nothing_was_said_and_never_brought_back(ada, network, ana):
    fill(ana, Person(name=Name(given="Ana"), closeness=3), ada, None)
    ana.refresh_from_db()
    assert ana.closeness == 3
    fill(ana, Person(name=Name(given="Ana"), closeness=5), ada, None)
    ana.refresh_from_db()
    assert ana.closeness == 3
    with acting(ada, network, "edit", summary="taken back") as act:
        act.edit(ana, closeness=None)
    fill(ana, Person(name=Name(given="Ana"), closeness=5), ada, Person(name=Name(given="Ana"), closeness=3))
    ana.refresh_from_db()
    assert ana.closeness is None


def test_what_the_user_wrote_is_not_overwritten(ada, network):
    before = ana_at(pronouns="she/her", location="Wien")
    ana = add_contact(network=network, person=before, by=ada, source="linkedin")
    with acting(ada, network, "edit", summary="by hand") as act:
        act.edit(ana, pronouns="they/them")

    now = ana_at(pronouns="she/they", location="Graz")
    fill(ana, now, ada, before)

    ana.refresh_from_db()
    assert (ana.pronouns, ana.location) == ("they/them", "Graz")


def test_what_the_user_took_away_is_not_brought_back(ada, network):
    before = ana_at(emails=[Labelled("ana@example.org")], groups=["Climbing"])
    ana = add_contact(network=network, person=before, by=ada, source="vcard")
    with acting(ada, network, "edit", summary="by hand") as act:
        act.remove(ana.emails.get())
        act.remove(ana.taggings.get())
        act.remove(ana.positions.get())

    assert not fill(ana, before, ada, before)
    assert (ana.emails.count(), ana.taggings.count(), ana.positions.count()) == (0, 0, 0)


def test_a_new_address_of_the_source_takes_the_place_of_its_old_one(ada, network):
    before = ana_at(emails=[Labelled("old@example.org")])
    ana = add_contact(network=network, person=before, by=ada, source="linkedin")
    fill(ana, ana_at(emails=[Labelled("new@example.org")]), ada, before)
    assert [e.address for e in ana.emails.all()] == ["new@example.org"]


def test_a_new_job_elsewhere_ends_the_former_one_and_keeps_it(ada, network):
    before = ana_at("Blue Kettle GmbH")
    ana = add_contact(network=network, person=before, by=ada, source="linkedin")
    fill(ana, ana_at("Red Pot Inc.", "Director"), ada, before)
    assert jobs(ana) == [("Blue Kettle GmbH", "Engineer", False), ("Red Pot Inc.", "Director", True)]
    assert ana.positions.get(current=True).since == network.today()


def test_a_new_title_at_the_same_place_replaces_the_old_one(ada, network):
    before = ana_at("Blue Kettle GmbH")
    ana = add_contact(network=network, person=before, by=ada, source="linkedin")
    fill(ana, ana_at("Blue Kettle", "Director"), ada, before)
    assert jobs(ana) == [("Blue Kettle GmbH", "Director", True)]


def test_a_title_the_user_wrote_stays_when_the_source_changes_its_own(ada, network):
    before = ana_at()
    ana = add_contact(network=network, person=before, by=ada, source="linkedin")
    with acting(ada, network, "edit", summary="by hand") as act:
        act.edit(ana.positions.get(), title="Kettle whisperer")
    fill(ana, ana_at(title="Director"), ada, before)
    assert jobs(ana) == [("Blue Kettle", "Kettle whisperer", True)]


def test_a_job_the_user_wrote_is_not_ended_by_a_file_seen_for_the_first_time(ada, network, ana):
    fill(ana, ana_at("Own Words Ltd"), ada, None)
    fill(ana, ana_at("Red Pot"), ada, None)
    assert jobs(ana) == [("Own Words Ltd", "Engineer", True), ("Red Pot", "Engineer", True)]


def test_a_name_found_later_takes_the_place_of_what_stood_in(ada, network):
    nameless = Person(emails=[Labelled("ana@example.org")])
    ana = add_contact(network=network, person=nameless, by=ada, source="vcard")
    assert (ana.display, ana.flag) == ("ana@example.org", "no name")
    fill(ana, Person(name=Name(given="Ana", family="Souza"), emails=nameless.emails), ada, None)
    ana.refresh_from_db()
    assert (ana.display, ana.flag, ana.sort_key) == ("Ana Souza", "", "souza ana")


def test_a_birthday_without_a_year_gets_its_year(ada, network):
    ana = add_contact(
        network=network,
        person=ana_at(dates=[DatedOccasion("birthday", PartialDate(None, 5, 4))]),
        by=ada,
        source="vcard",
    )
    fill(ana, ana_at(dates=[DatedOccasion("birthday", PartialDate(1990, 5, 4))]), ada, None)
    assert (ana.dates.get().year, ana.dates.get().day) == (1990, 4)


def test_a_birthday_that_differs_is_the_users_to_settle(ada, network):
    ana = add_contact(
        network=network,
        person=ana_at(dates=[DatedOccasion("birthday", PartialDate(1990, 5, 4))]),
        by=ada,
        source="hand",
    )
    assert not fill(ana, ana_at(dates=[DatedOccasion("birthday", PartialDate(1991, 6, 4))]), ada, None)
    assert ana.dates.get().year == 1990


def test_a_note_of_the_source_stands_below_the_users_own(ada, network, ana):
    with acting(ada, network, "edit", summary="by hand") as act:
        act.edit(ana, about="My own words.")
    first, second = ana_at(notes="Met in Graz."), ana_at(notes="Met in Graz, 2019.")
    fill(ana, first, ada, None)
    fill(ana, second, ada, first)
    ana.refresh_from_db()
    assert ana.about == "My own words.\n\nMet in Graz, 2019."


def test_a_stranger_fills_in_nothing(ada, ben, network, ana):
    with pytest.raises(Refusal):
        fill_contact(contact=ana, person=ana_at(), by=ben, previous=None)
    assert ana.positions.count() == 0


words = st.text(alphabet="abcdeé XYZ.-&", max_size=12)
labelled = st.lists(st.builds(Labelled, value=words, label=st.sampled_from(["", "work", "home"])), max_size=3)
people = st.builds(
    Person,
    name=st.builds(Name, given=words, family=words, nickname=words),
    emails=st.lists(
        st.builds(Labelled, value=st.sampled_from(["a@example.org", "b@example.org", "c d", ""])), max_size=3
    ),
    phones=st.lists(st.builds(Labelled, value=st.sampled_from(["+43 1 5550100", "5550101", "", "ext"])), max_size=3),
    links=st.lists(
        st.builds(Labelled, value=st.sampled_from(["https://example.org", "linkedin.com/in/ana"])), max_size=2
    ),
    positions=st.lists(
        st.builds(
            Position, organization=words, title=words, current=st.booleans(), kind=st.sampled_from(["job", "education"])
        ),
        max_size=3,
    ),
    dates=st.lists(
        st.builds(
            DatedOccasion,
            kind=st.sampled_from(["birthday", "anniversary", "other"]),
            date=st.builds(
                PartialDate, st.sampled_from([None, 1990]), st.sampled_from([None, 2]), st.sampled_from([None, 28])
            ),
        ),
        max_size=2,
    ),
    groups=st.lists(words, max_size=2),
    interests=st.lists(words, max_size=2),
    custom=labelled,
    notes=words,
)


@given(first=people, second=people)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_same_file_again_changes_nothing_and_all_is_undone_as_it_was(ada, network, first, second):
    if first.empty or second.empty:
        return
    contact = add_contact(network=network, person=first, by=ada, source="vcard")
    assert not fill(contact, first, ada, first), "the same file again"
    contact.refresh_from_db()
    before = picture(contact)

    with acting(ada, network, "fill", summary="filled") as act:
        fill_contact(contact=contact, person=second, by=act, previous=values_of(first))
    contact = Contact.objects.get(pk=contact.pk)
    assert not fill(contact, second, ada, second), "the newer file again"
    if act.row.pk is not None:
        undo(act=Act.objects.get(pk=act.row.pk), by=ada)
    assert picture(Contact.objects.get(pk=contact.pk)) == before
    assert Change.objects.filter(contact_id=contact.pk).exists()


def picture(contact):
    lists = [
        "emails",
        "phones",
        "addresses",
        "links",
        "positions",
        "dates",
        "custom_fields",
        "taggings",
        "circle_memberships",
    ]
    columns = {f.attname: getattr(contact, f.attname) for f in Contact._meta.concrete_fields}
    return columns, [sorted(map(str, getattr(contact, name).values_list())) for name in lists]
