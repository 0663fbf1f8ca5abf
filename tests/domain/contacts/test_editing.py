"""What the user writes about a contact."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cast import contact, network_of
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.editing import edit_contact, set_photo, write_contact
from wellkept.domain.contacts.files import store_bytes
from wellkept.domain.contacts.models import Circle, Contact
from wellkept.domain.contacts.written import Entry, Sheet
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.formats.person import Address, DatedOccasion, Labelled, Name, PartialDate, Position


@pytest.fixture
def sheet(network, bruno):
    return Sheet(
        name=Name(given="Ana", family="Souza"),
        emails=[Entry(None, Labelled("ana@example.org", "work"))],
        phones=[Entry(None, Labelled("01 5550100"))],
        links=[Entry(None, Labelled("https://github.com/ana"))],
        addresses=[Entry(None, Address(street="Ring 1", city="Wien"))],
        positions=[Entry(None, Position("Blue Kettle", title="Cook"))],
        dates=[Entry(None, DatedOccasion("birthday", PartialDate(None, 2, 29)))],
        custom=[Entry(None, Labelled("blue", "colour"))],
        circles=list(Circle.objects.filter(key="family")),
        tags=["choir"],
        interests=["sailing"],
        met_on=PartialDate(2019, 3),
        met_through=bruno,
    )


def kept(contact):
    """The sheet's rows with the keys of the rows they stand for."""
    return {
        "emails": [Entry(r.pk, Labelled(r.address, r.label)) for r in contact.emails.all()],
        "positions": [
            Entry(r.pk, Position(r.organization.name, title=r.title, current=r.current))
            for r in contact.positions.all()
        ],
    }


def test_a_contact_is_written_whole(ada, network, sheet, bruno):
    ana = write_contact(network=network, sheet=sheet, by=ada)
    ana = Contact.objects.get(pk=ana.pk)
    assert (ana.display, ana.sort_key, ana.source, ana.met_on_month, ana.met_through) == (
        "Ana Souza",
        "souza ana",
        "hand",
        3,
        bruno,
    )
    assert (ana.emails.get().key, ana.phones.get().key, ana.links.get().key) == (
        "ana@example.org",
        "+4315550100",
        "github:ana",
    )
    assert (ana.circle_memberships.get().circle.key, ana.taggings.get().tag.name) == ("family", "choir")
    assert ana.met_at is None


def test_meeting_today_is_a_moment_from_which_the_follow_up_counts(ada, network, sheet):
    today = network.today()
    sheet.met_on = PartialDate(today.year, today.month, today.day)
    assert write_contact(network=network, sheet=sheet, by=ada).met_at is not None


def test_a_row_that_is_kept_keeps_its_key_and_what_is_not_written_goes(ada, network, sheet):
    ana = write_contact(network=network, sheet=sheet, by=ada)
    email = ana.emails.get()
    with acting(ada, network, "x", summary="x") as act:
        act.edit(ana.positions.get(), since=network.today())
    changed = replace(sheet, **kept(ana), phones=[], tags=["rowing"], circles=[])
    changed.emails = [
        Entry(None, Labelled("new@example.org")),
        Entry(email.pk, Labelled("ana.s@example.org", "work")),
    ]

    assert edit_contact(contact=ana, sheet=changed, by=ada)

    ana = Contact.objects.get(pk=ana.pk)
    assert [e.address for e in ana.emails.all()] == ["new@example.org", "ana.s@example.org"]
    assert ana.emails.get(pk=email.pk).key == "ana.s@example.org"
    assert not ana.phones.exists() and not ana.circle_memberships.exists()
    assert ana.taggings.get().tag.name == "rowing"
    assert ana.positions.get().since == network.today()


def test_saving_the_same_again_is_no_act(ada, network, sheet):
    ana = write_contact(network=network, sheet=sheet, by=ada)
    acts = Act.objects.count()
    same = replace(
        sheet,
        **kept(ana),
        phones=[Entry(r.pk, Labelled(r.number, r.label)) for r in ana.phones.all()],
        links=[Entry(r.pk, Labelled(r.url, r.label)) for r in ana.links.all()],
        addresses=[Entry(r.pk, Address(street=r.street, city=r.city)) for r in ana.addresses.all()],
        dates=[Entry(r.pk, DatedOccasion(r.kind, PartialDate(r.year, r.month, r.day))) for r in ana.dates.all()],
        custom=[Entry(r.pk, Labelled(r.value, r.name)) for r in ana.custom_fields.all()],
    )
    assert not edit_contact(contact=Contact.objects.get(pk=ana.pk), sheet=same, by=ada)
    assert Act.objects.count() == acts


def test_an_edit_is_undone_at_once(ada, network, sheet):
    ana = write_contact(network=network, sheet=sheet, by=ada)
    with acting(ada, network) as act:
        edit_contact(contact=ana, sheet=Sheet(name=Name(display="Anna")), by=act)
    assert act.row.summary == "Edited Anna"
    undo(act=Act.objects.get(pk=act.row.pk), by=ada)
    ana = Contact.objects.get(pk=ana.pk)
    assert (ana.display, ana.emails.count(), ana.positions.count(), ana.taggings.count()) == ("Ana Souza", 1, 1, 1)


def test_a_row_of_somebody_else_is_not_taken_over(ada, network, sheet, bruno):
    ana = write_contact(network=network, sheet=sheet, by=ada)
    stolen = Sheet(name=Name(given="Bruno"), emails=[Entry(ana.emails.get().pk, Labelled("b@example.org"))])
    edit_contact(contact=bruno, sheet=stolen, by=ada)
    assert ana.emails.get().address == "ana@example.org" and bruno.emails.get().address == "b@example.org"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({}, "display"),
        (
            {"name": Name(given="Ana"), "positions": [Entry(None, Position("", title="Cook"))]},
            "positions-0-organization",
        ),
    ],
)
def test_what_cannot_be_taken_is_refused_and_nothing_is_written(ada, network, wrong, field):
    with pytest.raises(Refusal) as refusal:
        write_contact(network=network, sheet=Sheet(**wrong), by=ada)
    assert refusal.value.field == field
    assert not Contact.objects.active().exists() and not Act.objects.exists()


def test_nobody_is_met_through_themselves(ada, ana):
    with pytest.raises(Refusal):
        edit_contact(contact=ana, sheet=Sheet(name=Name(given="Ana"), met_through=ana), by=ada)


def test_a_stranger_edits_nothing_and_nothing_of_a_stranger_is_joined(ada, ben, network, ana):
    theirs = contact(network_of(ben), ben, "Zoe", "Zimmer")
    with pytest.raises(Refusal):
        edit_contact(contact=ana, sheet=Sheet(name=Name(given="Mine")), by=ben)
    with pytest.raises(Refusal):
        edit_contact(contact=ana, sheet=Sheet(name=Name(given="Ana"), met_through=theirs), by=ada)
    file = store_bytes(network=network_of(ben), data=b"x", name="x", media_type="image/png", by=ben)
    with pytest.raises(Refusal):
        set_photo(contact=ana, photo=file, by=ada)
    ana.refresh_from_db()
    assert (ana.display, ana.photo_id, ana.met_through_id) == ("Ana Souza", None, None)
