"""What was deleted lies in the trash: brought back whatever came since, or erased for good."""

from __future__ import annotations

import pytest

from tests.cast import contact
from tests.dump import dump
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.archiving import archive
from wellkept.domain.contacts.merging import merge_contacts
from wellkept.domain.contacts.models import Contact, Email
from wellkept.domain.contacts.removing import remove_contacts
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act, Change
from wellkept.domain.history.trash import bring_back_deleted, empty_trash, trash_count, trash_of
from wellkept.domain.history.undoing import undo
from wellkept.domain.timeline.noting import add_note, remove_note
from wellkept.domain.timeline.recording import record_interaction


def names(network) -> list[str]:
    return [one.name for one in trash_of(network)]


@pytest.fixture
def known(ada, network, ana, bruno, chen, today):
    """A call with Ana and Bruno, another with Ana alone; an address of Ana, who introduced Chen."""
    for people in ([ana, bruno], [ana]):
        record_interaction(network=network, contacts=people, kind="call", on=today, by=ada, today=today)
    with acting(ada, network, "mail", summary="mail") as act:
        act.add(Email(contact=ana, address="a@example.org", key="a@example.org"))
        act.edit(chen, met_through_id=ana.pk)
    return network


def test_what_was_deleted_is_listed_by_its_name_alone(ada, known, ana):
    remove_contacts(contacts=[ana], by=ada)
    (one,) = trash_of(known)
    assert (one.name, one.thing, one.act.verb) == ("Ana Souza", "contact", "remove contacts")
    assert trash_count(known) == 1


def test_a_note_that_was_deleted_is_there_too(ada, network, ana, today):
    note = add_note(contact=ana, body="Likes wells", on=today, by=ada, today=today)
    remove_note(note=note, by=ada)
    assert names(network) == ["Likes wells"]


def test_archiving_merging_and_undoing_are_no_deletion(ada, network, ana, bruno, chen):
    archive(contacts=[chen], by=ada)
    merge_contacts(kept=ana, gone=bruno, by=ada)
    undo(act=Act.objects.filter(verb="add contact").latest("pk"), by=ada, otherwise="anyway")
    assert names(network) == []


def test_one_of_many_comes_back_with_all_that_was_theirs_also_when_other_acts_came_since(ada, known, ana, bruno, chen):
    before = dump(known)
    remove_contacts(contacts=[ana, bruno], by=ada)
    contact(known, ada, "Dora", "Later")
    first = next(one for one in trash_of(known) if one.row == ana.pk)
    bring_back_deleted(network=known, change=first.change, by=ada)
    assert names(known) == ["Bruno Keller"]
    assert ana.emails.count() == 1 and ana.participations.count() == 2
    chen.refresh_from_db()
    assert chen.met_through_id == ana.pk
    (second,) = trash_of(known)
    bring_back_deleted(network=known, change=second.change, by=ada)
    after = dump(known)
    after["contacts.contact"] = {
        key: row for key, row in after["contacts.contact"].items() if key in before["contacts.contact"]
    }
    assert after == before and trash_of(known) == []


def test_bringing_back_can_be_undone(ada, known, ana):
    remove_contacts(contacts=[ana], by=ada)
    gone = dump(known)
    undo(act=bring_back_deleted(network=known, change=trash_of(known)[0].change, by=ada), by=ada)
    assert dump(known) == gone


def test_emptying_leaves_nothing_of_them_in_the_history(ada, known, ana, bruno):
    remove_contacts(contacts=[ana], by=ada)
    removal = Act.objects.latest("pk")
    assert empty_trash(network=known, by=ada) == 1
    assert trash_of(known) == [] and not Change.objects.filter(table="contacts.contact", row=ana.pk).exists()
    told = " ".join(f"{c.before} {c.after}" for c in Change.objects.all())
    assert "Souza" not in told and "a@example.org" not in told
    assert not Act.objects.filter(summary="Added Ana Souza").exists()
    assert Act.objects.latest("pk").summary == "Emptied the trash: 1 thing"
    removal.refresh_from_db()
    assert "Ana" not in removal.summary
    assert bruno.participations.count() == 1


def test_what_was_emptied_cannot_be_brought_back(ada, network, ana):
    remove_contacts(contacts=[ana], by=ada)
    removal = Act.objects.latest("pk")
    change = trash_of(network)[0].change
    empty_trash(network=network, by=ada)
    with pytest.raises(Refusal, match="not in the trash"):
        bring_back_deleted(network=network, change=change, by=ada)
    with pytest.raises(Refusal, match="emptied from the trash"):
        undo(act=removal, by=ada)
    with pytest.raises(Refusal, match="emptied from the trash"):
        undo(act=Act.objects.get(verb="empty trash"), by=ada)
    assert empty_trash(network=network, by=ada) == 0


def test_no_stranger_brings_back_or_empties(ada, ben, network, ana):
    remove_contacts(contacts=[ana], by=ada)
    with pytest.raises(Refusal):
        bring_back_deleted(network=network, change=trash_of(network)[0].change, by=ben)
    with pytest.raises(Refusal):
        empty_trash(network=network, by=ben)
    assert names(network) == ["Ana Souza"] and not Contact.objects.filter(pk=ana.pk).exists()
