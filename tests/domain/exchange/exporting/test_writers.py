"""What is written for other programs comes back through our own doors as the same people, as far as the format holds them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from django_scopes import scope
from hypothesis import HealthCheck, given, settings

from tests.cast import contact, network_of
from tests.formats.csvs.test_own import PEOPLE
from wellkept.domain.contacts.adding import add_contacts
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.exporting.choosing import everybody, keys_of, of_contacts, of_list
from wellkept.domain.exchange.exporting.people import people
from wellkept.domain.exchange.exporting.writers import FORMATS
from wellkept.domain.exchange.importing import import_file
from wellkept.domain.history.models import Act, Change
from wellkept.domain.timeline.models import Note
from wellkept.formats.person import Person

WHOLE = ["vcard21", "vcard3", "vcard4", "jcard", "csv"]


def values(person: Person) -> Person:
    """What a format can hold: all but the number of the contact and, in tables, the picture."""
    return replace(person, source_key="", photo=None)


def written(name: str) -> bytes:
    return b"".join(FORMATS[name].write(None))


def brought(network, by, tmp_path, name: str, data: bytes):
    path = tmp_path / f"people.{FORMATS[name].ending}"
    path.write_bytes(data)
    (report,) = import_file(network=network, path=path, by=by)
    return report


@pytest.mark.parametrize("name", WHOLE)
def test_an_empty_network_becomes_the_same(kept, ben, tmp_path, name):
    before = [values(person) for _contact, person in people()]
    data = written(name)
    other = network_of(ben)
    with scope(network=other):
        report = brought(other, ben, tmp_path, name, data)
        after = [values(person) for _contact, person in people()]
        pictures = Contact.objects.exclude(photo=None).count()
    assert report.added == len(before) == 3
    assert after == before
    assert pictures == (0 if name == "csv" else 1)


@pytest.mark.parametrize("name", WHOLE)
def test_the_same_network_stays_as_it_is(kept, ada, tmp_path, name):
    Contact.objects.filter(display="Bruno Keller").update(about="No address, no number")
    before = [values(person) for _contact, person in people()]
    report = brought(kept, ada, tmp_path, name, written(name))
    assert (report.added, report.refused) == (0, 0)
    assert [values(person) for _contact, person in people()] == before
    assert Note.objects.count() == 1


def test_what_was_changed_in_a_spreadsheet_comes_in(kept, ada, tmp_path):
    data = written("csv").replace(b"2026-11-18: Likes early trains", b"2026-11-18: Likes early trains\nand late ones")
    brought(kept, ada, tmp_path, "csv", data.replace(b"Shoe size", b"Hat size"))
    ana = Contact.objects.get(display="Ana Souza")
    assert ana.about == "Knows **tides**.\n\nand late ones"
    assert {"Shoe size", "Hat size"} <= set(ana.custom_fields.values_list("name", flat=True))


@pytest.mark.django_db
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(PEOPLE, PEOPLE)
def test_whoever_is_written_as_our_csv_comes_back(network, ada, ben, tmp_path, one, two):
    add_contacts(network=network, people=[(one, None), (two, None)], by=ada, source="hand")
    data, before = written("csv"), [values(person) for _contact, person in people()]
    other = network_of(ben)
    with scope(network=other):
        brought(other, ben, tmp_path, "csv", data)
        after = [values(person) for _contact, person in people()]
        for model in (Change, Act, Contact):
            model.objects.filter(**({"is_me": False} if model is Contact else {})).delete()
    Contact.objects.filter(is_me=False).delete()
    assert after == before


@pytest.mark.parametrize("name", ["google", "outlook"])
def test_our_own_sources_know_the_tables_for_others(kept, ben, tmp_path, name):
    data, other = written(name), network_of(ben)
    with scope(network=other):
        report = brought(other, ben, tmp_path, name, data)
        (ana,) = [person for _contact, person in people() if person.name.display == "Ana Souza"]
        assert set(Contact.objects.filter(is_me=False).values_list("source", flat=True)) == {name}
    assert report.added == 3
    assert [one.value for one in ana.phones] == ["+4312345678"] and ana.groups == ["Past co-workers", "sailors"]
    assert ana.positions[0].organization == "Acme" and "Likes early trains" in ana.notes


def test_jcards_are_one_list(kept):
    assert [card[0] for card in json.loads(written("jcard"))] == ["vcard"] * 3
    assert b"".join(FORMATS["jcard"].write([])) == b"[]"


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_only_those_who_are_chosen_are_written(kept, name):
    bruno = Contact.objects.get(display="Bruno Keller")
    data = b"".join(FORMATS[name].write([bruno.pk]))
    assert b"Bruno" in data and b"Souza" not in data.replace(b"Ana Souza", b"" if name == "markdown" else b"Ana Souza")


def test_who_is_chosen(kept, network, ada, bruno, today):
    from wellkept.domain.contacts.archiving import archive
    from wellkept.domain.contacts.models import Circle, Tag

    ana = Contact.objects.get(display="Ana Souza")
    circle, tag = Circle.objects.get(name="Past co-workers"), Tag.objects.get(name="sailors")
    assert keys_of(network=kept, choice=of_list(f"circle={circle.pk}")) == [ana.pk]
    assert keys_of(network=kept, choice=of_list(f"tag={tag.pk}&words=ana")) == [ana.pk]
    archive(contacts=[ana], by=ada)
    assert ana.pk not in keys_of(network=kept, choice=everybody())
    assert ana.pk in keys_of(network=kept, choice=everybody(archived=True))
    assert keys_of(network=kept, choice=of_list("archived=1")) == [ana.pk]
    assert keys_of(network=kept, choice=of_contacts([bruno.pk, 10**9])) == [bruno.pk]


def test_a_strangers_contact_is_chosen_by_no_number(network, ada, ben):
    other = network_of(ben)
    with scope(network=other):
        theirs = contact(other, ben, "Zelda", "Berg")
    assert keys_of(network=network, choice=of_contacts([theirs.pk])) == []
