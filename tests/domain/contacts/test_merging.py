from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.cast import contact, network_of
from tests.dump import dump
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.cadence.models import Decision
from wellkept.domain.contacts.circles import put_in_circle
from wellkept.domain.contacts.differing import not_the_same
from wellkept.domain.contacts.files import open_file, store_bytes
from wellkept.domain.contacts.merging import better_name, better_of, differ, merge_all, merge_contacts
from wellkept.domain.contacts.models import (
    Circle,
    CircleMembership,
    Contact,
    ContactDate,
    CustomField,
    Email,
    Link,
    Phone,
)
from wellkept.domain.contacts.sameness import Likeness, Merged, NotTheSame, OtherPhoto
from wellkept.domain.contacts.tagging import tag
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.timeline.models import Interaction, Participation
from wellkept.domain.timeline.noting import add_note
from wellkept.domain.timeline.recording import record_interaction


@pytest.fixture
def other(network, ada):
    """Ana again, from another list."""
    return contact(network, ada, "Ana Maria", "Souza")


def give(network, by, *rows):
    with acting(by, network, "edit contact", summary="Wrote more") as act:
        for row in rows:
            act.add(row)


def values(model, person, column):
    return list(model.objects.filter(contact=person).order_by("position", "pk").values_list(column, flat=True))


def last(network):
    return Act.objects.filter(network=network).order_by("-pk").first()


def test_the_values_of_both_are_kept_and_what_is_the_same_once(network, ada, ana, other):
    give(
        network,
        ada,
        Email(contact=ana, address="ana@blue-kettle.example", key="ana@blue-kettle.example"),
        Email(contact=other, address="Ana@Blue-Kettle.example", key="ana@blue-kettle.example", label="work"),
        Email(contact=other, address="ana@home.example", key="ana@home.example"),
        Phone(contact=ana, number="+43 660 5550123", key="+436605550123"),
        Phone(contact=other, number="0660/5550123", key="+436605550123"),
        Link(contact=other, url="https://linkedin.com/in/ana-souza", kind="linkedin", key="linkedin:ana-souza"),
        ContactDate(contact=ana, kind="birthday", month=5, day=4),
        ContactDate(contact=other, kind="birthday", year=1980, month=5, day=4),
    )
    merge_contacts(kept=ana, gone=other, by=ada)

    assert values(Email, ana, "address") == ["ana@blue-kettle.example", "ana@home.example"]
    assert values(Email, ana, "label") == ["work", ""]
    assert values(Phone, ana, "number") == ["+43 660 5550123"]
    assert values(Link, ana, "key") == ["linkedin:ana-souza"]
    assert values(ContactDate, ana, "year") == [1980]
    assert not Contact.objects.filter(pk=other.pk).exists()


def test_a_name_that_is_not_chosen_is_kept_beside(network, ada, ana, other):
    merge_contacts(kept=ana, gone=other, by=ada)

    assert ana.display == "Ana Souza"
    assert values(CustomField, ana, "value") == ["Ana Maria Souza"]


def test_what_is_chosen_stays(network, ada, ana, other):
    with acting(ada, network, "edit", summary="Places") as act:
        act.edit(ana, location="Lisbon", met_where="Web Summit")
        act.edit(other, location="Vienna", pronouns="she/her")
    merge_contacts(kept=ana, gone=other, by=ada, choices={"name": "gone", "location": "gone"})
    ana.refresh_from_db()

    assert (ana.display, ana.given, ana.sort_key) == ("Ana Maria Souza", "Ana Maria", "souza ana maria")
    assert (ana.location, ana.met_where, ana.pronouns) == ("Vienna", "Web Summit", "she/her")
    assert set(values(CustomField, ana, "value")) == {"Ana Souza", "Lisbon"}


def test_days_of_meeting_are_not_mixed(network, ada, ana, other):
    with acting(ada, network, "edit", summary="Met") as act:
        act.edit(ana, met_on_year=2020)
        act.edit(other, met_on_year=2019, met_on_month=3, met_on_day=2)
    merge_contacts(kept=ana, gone=other, by=ada)
    ana.refresh_from_db()

    assert (ana.met_on_year, ana.met_on_month, ana.met_on_day) == (2020, None, None)
    assert "2019-03-02" in values(CustomField, ana, "value")


def test_a_middle_name_and_a_title_fill_the_same_name(network, ada, ana):
    other = contact(network, ada, "Ana", "Souza", additional="Maria", prefix="Dr.")
    merge_contacts(kept=ana, gone=other, by=ada)
    ana.refresh_from_db()

    assert (ana.display, ana.additional, ana.prefix) == ("Ana Souza", "Maria", "Dr.")
    assert values(CustomField, ana, "value") == []


def test_the_other_photo_stays_beside(network, ada, ana, other):
    photos = [
        store_bytes(network=network, data=data, name="ana.jpg", media_type="image/jpeg", by=ada)
        for data in (b"1", b"2")
    ]
    with acting(ada, network, "photo", summary="Photos") as act:
        act.edit(ana, photo_id=photos[0].pk)
        act.edit(other, photo_id=photos[1].pk)
    merge_contacts(kept=ana, gone=other, by=ada)
    ana.refresh_from_db()

    assert ana.photo == photos[0]
    assert [row.file for row in OtherPhoto.objects.filter(contact=ana)] == [photos[1]]


def test_undone_a_merge_gives_both_photos_back_to_the_last_byte(network, ada, ana, other):
    pictures = {ana.pk: b"one picture", other.pk: bytes(range(256)) * 40}
    with acting(ada, network, "photo", summary="Photos") as act:
        for person in (ana, other):
            data = pictures[person.pk]
            photo = store_bytes(network=network, data=data, name="ana.jpg", media_type="image/jpeg", by=act)
            act.edit(person, photo_id=photo.pk)
    before = dump(network)
    merge_contacts(kept=ana, gone=other, by=ada)
    undo(act=last(network), by=ada)

    assert dump(network) == before and not OtherPhoto.objects.exists()
    for key, data in pictures.items():
        with open_file(Contact.objects.get(pk=key).photo) as stored:
            assert stored.read() == data


def test_an_interaction_of_both_is_one_and_each_ones_own_are_kept(network, ada, ana, other, bruno, today):
    together = record_interaction(
        network=network, kind="met", on=today, contacts=[ana, other, bruno], by=ada, today=today
    )
    alone = record_interaction(network=network, kind="call", on=today, contacts=[other], by=ada, today=today)
    merge_contacts(kept=ana, gone=other, by=ada)

    assert set(Participation.objects.filter(contact=ana).values_list("interaction_id", flat=True)) == {
        together.pk,
        alone.pk,
    }
    assert set(Participation.objects.filter(interaction=together).values_list("contact_id", flat=True)) == {
        ana.pk,
        bruno.pk,
    }
    assert Interaction.objects.filter(network=network).count() == 2


def test_circles_and_tags_are_joined(network, ada, ana, other):
    circles = list(Circle.objects.filter(network=network)[:2])
    put_in_circle(contacts=[ana, other], circle=circles[0], by=ada)
    put_in_circle(contacts=[other], circle=circles[1], by=ada)
    tag(contacts=[ana, other], name="wells", by=ada, network=network)
    merge_contacts(kept=ana, gone=other, by=ada)

    assert set(CircleMembership.objects.filter(contact=ana).values_list("circle_id", flat=True)) == {
        circle.pk for circle in circles
    }
    assert ana.taggings.count() == 1


def test_of_two_decisions_that_of_the_kept_one_holds(network, ada, ana, other, today):
    decide(contacts=[ana], kind="own", days=30, by=ada, today=today)
    decide(contacts=[other], kind="own", days=90, by=ada, today=today)
    merge_contacts(kept=ana, gone=other, by=ada)

    assert Decision.objects.get(contact=ana).days == 30


def test_a_decision_of_the_other_alone_comes_along(network, ada, ana, other, today):
    decide(contacts=[other], kind="own", days=90, by=ada, today=today)
    merge_contacts(kept=ana, gone=other, by=ada)

    assert Decision.objects.get(contact=ana).days == 90


def test_who_was_met_through_the_other_was_met_through_the_kept(network, ada, ana, other, bruno):
    with acting(ada, network, "edit", summary="Through") as act:
        act.edit(bruno, met_through_id=other.pk)
        act.edit(ana, met_through_id=other.pk)
    merge_contacts(kept=ana, gone=other, by=ada)
    for person in (ana, bruno):
        person.refresh_from_db()

    assert bruno.met_through == ana
    assert ana.met_through is None


def test_the_word_that_they_are_not_the_same_goes_and_others_stay(network, ada, ana, other, bruno):
    not_the_same(one=ana, other=other, by=ada)
    not_the_same(one=bruno, other=other, by=ada)
    merge_contacts(kept=ana, gone=other, by=ada)

    assert {frozenset((row.one_id, row.other_id)) for row in NotTheSame.objects.all()} == {
        frozenset((ana.pk, bruno.pk))
    }


def test_where_the_gone_one_went_is_remembered(network, ada, ana, other, bruno):
    merge_contacts(kept=ana, gone=other, by=ada)
    merge_contacts(kept=bruno, gone=ana, by=ada)

    assert {(row.gone_id, row.kept_id) for row in Merged.objects.all()} == {
        (other.pk, bruno.pk),
        (ana.pk, bruno.pk),
    }


def test_three_become_one_in_one_act(network, ada, ana, other):
    third = contact(network, ada, "A.", "Souza")
    before = dump(network)
    merge_all(kept=third, gone=[ana, other], by=ada)

    assert Contact.objects.filter(is_me=False).count() == 1
    assert third.display == "Ana Maria Souza"
    undo(act=last(network), by=ada)
    assert dump(network) == before


def test_a_merge_is_undone_to_the_last_byte_a_year_later(network, ada, ana, other, bruno, today):
    add_note(contact=other, body="Plays the cello.", on=network.today(), by=ada, today=network.today())
    record_interaction(network=network, kind="met", on=today, contacts=[ana, other], by=ada, today=today)
    give(network, ada, Email(contact=other, address="ana@home.example", key="ana@home.example"))
    before = dump(network)
    merge_contacts(kept=ana, gone=other, by=ada)
    merge = last(network)
    Act.objects.filter(pk=merge.pk).update(at=timezone.now() - timedelta(days=366))
    add_note(contact=bruno, body="Knows wells.", on=network.today(), by=ada, today=network.today())
    later = last(network)
    undo(act=merge, by=ada)
    undo(act=later, by=ada)

    assert dump(network) == before


def test_an_undone_merge_can_be_done_again(network, ada, ana, other):
    merge_contacts(kept=ana, gone=other, by=ada)
    after = dump(network)
    undo(act=last(network), by=ada)
    undo(act=last(network), by=ada)

    assert dump(network) == after


def test_the_pairs_of_the_gone_one_go(network, ada, ana, other):
    Likeness.objects.create(network=network, one=ana, other=other, weight=20, chance=0.99)
    merge_contacts(kept=ana, gone=other, by=ada)

    assert not Likeness.objects.exists()


def test_nobody_is_merged_with_themselves_or_the_own_card(network, ada, ana):
    me = Contact.objects.get(is_me=True)
    for kept, gone in ((ana, ana), (me, ana), (ana, me)):
        with pytest.raises(Refusal):
            merge_contacts(kept=kept, gone=gone, by=ada)


def test_a_stranger_merges_nothing(network, ada, ben, ana, other):
    theirs = network_of(ben)
    with inside(theirs):
        strange = contact(theirs, ben, "Ana", "Souza")
    before = dump(network)
    with pytest.raises(Refusal):
        merge_contacts(kept=ana, gone=strange, by=ada)
    with pytest.raises(Refusal):
        merge_contacts(kept=ana, gone=other, by=ben)

    assert dump(network) == before


def test_the_one_of_which_more_is_known_stays(network, ada, ana, other):
    assert better_of(other, ana) == (ana, other)
    add_note(contact=other, body="Plays the cello.", on=network.today(), by=ada, today=network.today())
    assert better_of(ana, other) == (other, ana)


def test_the_fuller_name_is_the_better_one(network, ada, ana, other):
    short = contact(network, ada, "A.", "Souza")
    assert better_name(short, ana) == {"name": "gone"}
    assert better_name(other, ana) == {}


def test_what_only_one_knows_does_not_differ(network, ada, ana, other):
    other.location = "Vienna"
    other.connected_on = date(2020, 1, 1)
    assert not differ(ana, other, "location")
    assert not differ(ana, other, "connected_on")
    ana.location = "Lisbon"
    assert differ(ana, other, "location")
