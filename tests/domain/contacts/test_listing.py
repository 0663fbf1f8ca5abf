"""The list: who is in it, in what order, in how many questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import contact, network_of
from wellkept.domain.cadence.models import Standing
from wellkept.domain.contacts.adding import add_contact
from wellkept.domain.contacts.archiving import archive
from wellkept.domain.contacts.circles import put_in_circle
from wellkept.domain.contacts.listing import ContactFilter, contacts_of, keys_in_order, lines
from wellkept.domain.contacts.models import Circle, Contact, Organization, Tag
from wellkept.domain.contacts.tagging import tag
from wellkept.formats.person import Labelled, Name, Person, Position


@pytest.fixture
def people(ada, network):
    """Ana of Blue Kettle with an e-mail, Bruno of Red Pot with a phone, Chen of nowhere."""
    told = [
        Person(
            name=Name(given="Ana", family="Souza"),
            emails=[Labelled("ana@kettle.example")],
            positions=[Position("Blue Kettle GmbH")],
            location="Graz",
        ),
        Person(
            name=Name(given="Bruno", family="Keller"),
            phones=[Labelled("+43 1 5550100")],
            positions=[Position("Red Pot")],
        ),
        Person(name=Name(given="Chén", family="Wei")),
    ]
    return [add_contact(network=network, person=person, by=ada, source="vcard") for person in told]


def shown(network, query, today):
    chosen = ContactFilter.parse(QueryDict(query))
    found = lines(list(keys_in_order(contacts_of(network, chosen, today=today), chosen, network, today=today)))
    return [line.display.split()[0] for line in found]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Bruno", "Ana", "Chén"]),
        ("sort=-name", ["Chén", "Ana", "Bruno"]),
        ("sort=organization", ["Ana", "Bruno", "Chén"]),
        ("sort=-organization", ["Bruno", "Ana", "Chén"]),
        ("sort=added", ["Chén", "Bruno", "Ana"]),
        ("words=SOUZ", ["Ana"]),
        ("words=chen", ["Chén"]),
        ("words=kettle", ["Ana"]),
        ("words=ana+blue", ["Ana"]),
        ("words=ana+pot", []),
        ("words=graz", ["Ana"]),
        ("words=%25", []),
        ("has=email", ["Ana"]),
        ("has=no-email", ["Bruno", "Chén"]),
        ("has=phone", ["Bruno"]),
        ("has=no-phone", ["Ana", "Chén"]),
        ("source=vcard", ["Bruno", "Ana", "Chén"]),
        ("source=linkedin", []),
        ("flag=1", []),
        ("archived=1", []),
        ("sort=nonsense&circle=x&tag=-1&since=never&quiet=0", ["Bruno", "Ana", "Chén"]),
    ],
)
def test_the_list_is_narrowed_and_sorted_as_its_address_says(network, people, today, query, names):
    assert shown(network, query, today) == names


def test_circle_tag_and_organization_narrow_the_list(ada, network, people, today):
    ana, bruno, _chen = people
    family = Circle.objects.get(key="family")
    put_in_circle(contacts=[ana], circle=family, by=ada)
    tag(contacts=[bruno], name="Choir", by=ada, network=network)
    assert shown(network, f"circle={family.pk}", today) == ["Ana"]
    assert shown(network, f"tag={Tag.objects.get().pk}", today) == ["Bruno"]
    assert shown(network, "words=choir", today) == ["Bruno"]
    assert shown(network, f"organization={Organization.objects.get(key='red pot').pk}", today) == ["Bruno"]


def test_standing_narrows_and_sorts_the_list_and_who_has_none_comes_last(network, people, today):
    ana, bruno, _chen = people
    Standing.objects.filter(contact=ana).update(
        decided="own", due_on=today, last_touch_on=today - timedelta(days=100), cadence_days=30
    )
    Standing.objects.filter(contact=bruno).update(decided="never", last_touch_on=today - timedelta(days=3))
    assert shown(network, "decided=undecided", today) == ["Chén"]
    assert shown(network, "decided=decided", today) == ["Bruno", "Ana"]
    assert shown(network, "decided=never", today) == ["Bruno"]
    assert shown(network, "due=now", today) == ["Ana"]
    assert shown(network, "due=now", today - timedelta(days=3)) == []
    assert shown(network, "due=week", today - timedelta(days=3)) == ["Ana"]
    assert shown(network, "quiet=90", today) == ["Ana", "Chén"]
    assert shown(network, "sort=touch", today) == ["Ana", "Bruno", "Chén"]
    assert shown(network, "sort=-touch", today) == ["Bruno", "Ana", "Chén"]
    assert shown(network, "sort=next", today)[0] == "Ana"


@pytest.mark.parametrize("sort", ["organization", "-organization", "touch", "-touch", "next", "-next"])
def test_pages_in_an_order_of_their_own_hold_everybody_once_in_the_order_of_the_whole(
    ada, network, people, today, sort
):
    for number in range(4):
        contact(network, ada, "Ana", f"Number {number}")
    ana, bruno, chen = people
    Standing.objects.filter(contact=bruno).update(last_touch_on=today, due_on=today)
    Standing.objects.filter(contact=chen).delete()
    chosen = ContactFilter.parse({"sort": sort})
    everybody = contacts_of(network, chosen, today=today)
    whole = list(keys_in_order(everybody, chosen, network, today=today))
    narrowed = replace(chosen, since=today - timedelta(days=3650))  # leaves nobody out, and is answered another way
    assert list(keys_in_order(contacts_of(network, narrowed, today=today), narrowed, network, today=today)) == whole
    pages = [list(keys_in_order(everybody, chosen, network, today=today)[at : at + 2]) for at in range(0, 9, 2)]
    assert [key for page in pages for key in page] == whole and len(whole) == 7
    assert keys_in_order(everybody, chosen, network, today=today)[3] == whole[3]


def test_who_has_no_standing_yet_is_long_silent_too(network, people, today):
    Standing.objects.filter(contact=people[0]).delete()
    assert "Ana" in shown(network, "quiet=90", today)


def test_the_archived_have_a_list_of_their_own(ada, network, people, today):
    archive(contacts=people[:1], by=ada)
    assert shown(network, "", today) == ["Bruno", "Chén"]
    assert shown(network, "archived=1", today) == ["Ana"]


def test_nobody_of_a_stranger_and_not_the_own_card_is_shown(ada, ben, network, people, today):
    contact(network_of(ben), ben, "Zoe", "Zimmer")
    assert shown(network, "words=z", today) == ["Ana"] and len(shown(network, "", today)) == 3


def test_a_page_takes_as_many_questions_for_fifty_as_for_one(ada, network, today, django_assert_max_num_queries):
    for number in range(12):
        person = Person(
            name=Name(given="Ana", family=str(number)),
            positions=[Position(f"Kettle {number}")],
            groups=["Choir", "Family"],
        )
        add_contact(network=network, person=person, by=ada)
    chosen = ContactFilter.parse(QueryDict("sort=organization"))
    with django_assert_max_num_queries(5):
        found = lines(list(keys_in_order(contacts_of(network, chosen, today=today), chosen, network, today=today)[:12]))
        told = [(line.decided, line.organization, line.circles, line.tags) for line in found]
    assert told == [("undecided", line.organization, ("Family",), ("Choir",)) for line in found] and len(told) == 12
    assert {line.organization for line in found} == {f"Kettle {number}" for number in range(12)}


def test_a_line_shows_the_first_job_one_has_now_and_nothing_of_who_has_none(ada, network, today):
    jobs = [Position("Left Jar", current=False), Position("Red Pot", title="Potter"), Position("Blue Kettle")]
    for called, positions in (("Ana", jobs), ("Bo", [])):
        add_contact(network=network, person=Person(name=Name(given=called), positions=positions), by=ada)
    chosen = ContactFilter()
    ana, bo = lines(keys_in_order(contacts_of(network, chosen, today=today), chosen, network, today=today)[:9])
    assert (ana.organization, ana.title, bo.at, bo.organization) == ("Red Pot", "Potter", None, "")
    assert lines([bo.pk, 10**9, ana.pk]) == [bo, ana]


filters = st.builds(
    ContactFilter,
    words=st.text(alphabet="abc é&=%+", max_size=8).map(str.strip),
    circle=st.none() | st.integers(1, 99),
    quiet=st.none() | st.integers(1, 999),
    since=st.none() | st.dates(),
    decided=st.sampled_from(["", "undecided", "never"]),
    due=st.sampled_from(["", "now", "week"]),
    flag=st.booleans(),
    archived=st.booleans(),
    has=st.sampled_from(["", "email", "no-phone"]),
    sort=st.sampled_from(["name", "touch", "next", "added", "organization"]),
    backwards=st.booleans(),
)


@given(filters)
def test_a_filter_is_read_back_from_its_own_address(chosen):
    assert ContactFilter.parse(QueryDict(chosen.query())) == chosen


@given(st.dictionaries(st.sampled_from(sorted(ContactFilter.__dataclass_fields__)), st.text(max_size=30)))
def test_no_address_at_all_breaks_the_reading(query):
    assert ContactFilter.parse(ContactFilter.parse(query).__dict__ | {}) is not None


def test_a_contact_without_a_standing_is_still_in_the_list(network, people, today):
    Standing.objects.filter(contact=people[0]).delete()
    assert set(shown(network, "sort=next", today)) == {"Ana", "Bruno", "Chén"}
    assert Contact.objects.active().count() == 3


def test_the_strongest_tie_comes_first_and_with_whom_nothing_passed_last_either_way(ada, network, people, today):
    from wellkept.domain.timeline.recording import record_interaction

    someone = {person.given: person for person in Contact.objects.filter(is_me=False)}
    for name, days in (("Ana", [400]), ("Bruno", [3, 10, 17])):
        for ago in days:
            on = network.today() - timedelta(days=ago)
            record_interaction(
                network=network, contacts=[someone[name]], kind="lunch", on=on, by=ada, today=network.today()
            )
    assert shown(network, "sort=strength", today) == ["Bruno", "Ana", "Chén"]
    assert shown(network, "sort=-strength", today) == ["Ana", "Bruno", "Chén"]
    assert shown(network, "sort=strength&words=e", today) == ["Bruno", "Ana", "Chén"]
    archive(contacts=[someone["Bruno"]], by=ada)
    assert shown(network, "sort=strength", today) == ["Ana", "Chén"]
