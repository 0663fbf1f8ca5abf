"""Search answers while typing: accents and case folded, prefixes, typos, the closest first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django_scopes import scope
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import contact, network_of
from wellkept.domain.cadence.models import Standing
from wellkept.domain.contacts.archiving import archive
from wellkept.domain.contacts.models import Email, Organization, Phone, Position
from wellkept.domain.events.adding import add_event, edit_event, remove_event
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.search import searching
from wellkept.domain.search.indexing import rebuild
from wellkept.domain.search.searching import excerpt, find_contacts, search
from wellkept.domain.timeline.models import Interaction, Note, Participation


def names(found) -> list[str]:
    return [person.display for person in found]


@pytest.fixture
def zoe(network, ada):
    return contact(network, ada, "Zoë", "Łukasiewicz-Straße")


@pytest.mark.parametrize("typed", ["zoe", "ZOË", "lukas", "strasse", "zoe luk", "luk zo"])
def test_accents_case_and_the_order_of_words_do_not_matter(network, zoe, typed):
    assert names(find_contacts(network=network, text=typed)) == ["Zoë Łukasiewicz-Straße"]


@pytest.mark.parametrize("typed", ["lukasiewizc", "lukasiwicz", "lukasievicz"])
def test_a_typo_still_finds(network, zoe, typed):
    found = search(network=network, text=typed)
    assert names(found.contacts) == ["Zoë Łukasiewicz-Straße"] and found.corrected


def test_a_chinese_name_is_found_by_any_of_its_letters(network, ada):
    contact(network, ada, "", "李明")
    assert names(find_contacts(network=network, text="明")) == [" 李明"]


def test_the_closest_comes_first(network, ada, ana):
    near = contact(network, ada, "Ana", "Nowak")
    Standing.objects.filter(contact=near).update(warmth=5.0)
    Standing.objects.filter(contact=ana).update(warmth=1.0)
    assert names(find_contacts(network=network, text="an")) == ["Ana Nowak", "Ana Souza"]


def test_of_a_common_word_the_closest_come_first_too(network, ada, today, monkeypatch):
    people = [contact(network, ada, "Ana", f"Number {number}") for number in range(6)]
    for number, person in enumerate(people):
        Standing.objects.filter(contact=person).update(warmth=float(number % 3))
    archive(contacts=[people[2]], by=ada)
    Standing.objects.filter(contact=people[5]).delete()
    for most in (2, 3, 4, 9):
        rare = find_contacts(network=network, text="an", most=most)
        with monkeypatch.context() as patch:
            patch.setattr(searching, "COMMON", 3)
            assert find_contacts(network=network, text="an", most=most) == rare
    assert [people.index(person) for person in rare] == [1, 4, 0, 3, 2, 5]


def test_an_organization_a_mail_address_and_a_phone_number_find_the_person(network, ada, ana):
    with acting(ada, network, "add", summary="x") as act:
        acme = act.add(Organization(name="Ácme Rockets", key="acme rockets"))
        act.add(Position(contact=ana, organization=acme, title="Head of data"))
        act.add(Email(contact=ana, address="a.souza@example.org", key="a.souza@example.org"))
        act.add(Phone(contact=ana, number="(555) 010-0199", key="+15550100199"))
    for typed in ("acm", "rocket", "a.souza@exam", "5550100", "+1555", "head of"):
        assert names(find_contacts(network=network, text=typed)) == ["Ana Souza"], typed
    assert [organization.name for organization in search(network=network, text="acme").organizations] == [
        "Ácme Rockets"
    ]


def test_what_was_said_is_found_with_the_place_where_it_stands(network, ada, ana):
    with acting(ada, network, "log", summary="x") as act:
        talk = act.add(Interaction(kind="met", on=date(2026, 5, 4), body="We spoke of **climbing** in the Dolomites."))
        act.add(Participation(interaction=talk, contact=ana, on=talk.on))
        act.add(Note(contact=ana, on=date(2026, 6, 1), body="Climbs on Tuesdays"))
    said = search(network=network, text="climb").said
    assert [(item.kind, item.contacts[0].pk) for item in said] == [("note", ana.pk), ("interaction", ana.pk)]
    assert "Dolomites" in said[1].excerpt


def test_the_index_follows_an_edit_and_its_undoing(network, ada, ana):
    with acting(ada, network, "edit", summary="x") as act:
        act.edit(ana, family="Oliveira", display="Ana Oliveira")
    assert not find_contacts(network=network, text="souza") and find_contacts(network=network, text="oliv")
    undo(act=act.row, by=ada)
    assert find_contacts(network=network, text="souza") and not find_contacts(network=network, text="oliv")


def test_a_stranger_finds_nothing_of_ada(network, ada, ana, ben):
    other = network_of(ben)
    with scope(network=other):
        contact(other, ben, "Anabel", "Stranger")
        assert names(find_contacts(network=other, text="ana")) == ["Anabel Stranger"]
        assert names(find_contacts(network=other, text="souzza")) == []
    assert names(find_contacts(network=network, text="ana")) == ["Ana Souza"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_no_text_breaks_the_search(network, ana, text):
    search(network=network, text=text)


def test_an_excerpt_is_cut_at_words():
    line = "In spring we walked along the river and talked about sailing for hours and hours on end, until the sun set."
    cut = excerpt(line, ["sail"], around=20)
    assert "sailing" in cut and cut.startswith("… ") and cut.endswith(" …")
    assert all(word in line.split() for word in cut.strip("… ").split())


@pytest.fixture
def events(network, ada, today):
    def add(name, days, **columns):
        return add_event(network=network, name=name, starts_on=today + timedelta(days=days), by=ada, **columns)

    return [add("Buchmesse", -400, place="Frankfurt"), add("Café der Drucker", -10, series="Stammtisch"), add("Buchmesse", 20, place="Frankfurt"), add("Buchmesse", 300, place="Leipzig")]  # fmt: skip


def named(network, text):
    return [(event.name, event.place) for event in search(network=network, text=text).events]


def test_events_are_found_by_name_place_and_series_the_next_one_first(network, events):
    assert [event.pk for event in search(network=network, text="buchm").events] == [
        events[2].pk,
        events[3].pk,
        events[0].pk,
    ]
    assert named(network, "frankf buch") == [("Buchmesse", "Frankfurt")] * 2
    assert named(network, "cafe") == named(network, "stammt") == [("Café der Drucker", "")]
    assert named(network, "n1") == [] and not search(network=network, text="n1")


def test_the_index_follows_what_becomes_of_an_event(network, ada, events):
    edit_event(event=events[1], by=ada, name="Kegeln", series="Kegelclub")
    assert named(network, "cafe") == named(network, "stammtisch") == []
    assert named(network, "kegelcl") == [("Kegeln", "")]
    remove_event(event=events[1], by=ada)
    assert named(network, "kegeln") == []
    undo(act=Act.objects.latest("pk"), by=ada)
    assert named(network, "kegeln") == [("Kegeln", "")]
    before = named(network, "buchmesse")
    rebuild(network=network)
    assert named(network, "buchmesse") == before


def test_a_strangers_events_are_not_found(network, events, ben):
    with scope(network=network_of(ben)):
        assert search(network=network_of(ben), text="buchmesse").events == []
