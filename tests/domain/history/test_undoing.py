"""An act can be taken back, and taking it back can be taken back."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django_scopes import scope
from django_scopes.exceptions import ScopeError

from tests.cast import network_of
from tests.dump import dump
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact, Email
from wellkept.domain.history.acting import acted, acting
from wellkept.domain.history.models import Act, Change
from wellkept.domain.history.undoing import Clash, undo, undo_batch


def test_an_edit_is_undone_to_what_it_was(ada, network, ana):
    with acting(ada, network, "edit", summary="Renamed Ana") as act:
        act.edit(ana, given="Anna", display="Anna Souza")
    undo(act=act.row, by=ada)
    ana.refresh_from_db()
    assert (ana.given, ana.display) == ("Ana", "Ana Souza")


def test_an_undo_can_be_undone(ada, network, ana):
    with acting(ada, network, "edit", summary="Renamed Ana") as act:
        act.edit(ana, given="Anna")
    undo(act=undo(act=act.row, by=ada), by=ada)
    ana.refresh_from_db()
    assert ana.given == "Anna"


def test_a_removed_contact_comes_back_with_all_that_hung_on_it(ada, network, ana, bruno):
    with acting(ada, network, "add", summary="Added") as act:
        act.add(Email(contact=ana, address="ana@example.org", key="ana@example.org"))
        act.edit(bruno, met_through_id=ana.pk)
    with acting(ada, network, "remove", summary="Removed Ana") as act:
        act.remove(ana)
    assert not Contact.objects.filter(given="Ana").exists()
    bruno.refresh_from_db()
    assert bruno.met_through_id is None
    undo(act=act.row, by=ada)
    bruno.refresh_from_db()
    again = Contact.objects.get(given="Ana")
    assert (again.pk, again.uid, again.emails.get().address, bruno.met_through_id) == (
        ana.pk,
        ana.uid,
        "ana@example.org",
        ana.pk,
    )


def test_what_was_changed_since_is_told_and_nothing_is_undone(ada, network, ana):
    with acting(ada, network, "edit", summary="first") as first:
        act_given = first.edit(ana, given="Anna", nickname="An")
    with acting(ada, network, "edit", summary="second") as second:
        second.edit(ana, given="Anita")
    with pytest.raises(Clash, match="given name has been changed since"):
        undo(act=first.row, by=ada)
    ana.refresh_from_db()
    assert act_given and (ana.given, ana.nickname) == ("Anita", "An")


def test_an_added_contact_that_was_built_upon_is_not_taken_away(ada, network, ana):
    added = Act.objects.get(verb="add contact")
    with acting(ada, network, "edit", summary="mail") as act:
        act.add(Email(contact=ana, address="ana@example.org", key="ana@example.org"))
    with pytest.raises(Clash, match="1 e-mail address$"):
        undo(act=added, by=ada)
    assert Contact.objects.filter(pk=ana.pk).exists()


def test_an_act_that_fails_leaves_neither_rows_nor_history(ada, network, ana):
    before = Act.objects.count()
    with pytest.raises(RuntimeError), acting(ada, network, "edit", summary="half") as act:
        act.edit(ana, given="Half")
        raise RuntimeError
    ana.refresh_from_db()
    assert ana.given == "Ana" and Act.objects.count() == before


def test_an_act_without_changes_leaves_no_entry(ada, network, ana):
    with acting(ada, network, "edit", summary="nothing") as act:
        act.edit(ana, given="Ana")
    assert act.row.pk is None


def test_who_listens_hears_of_the_contacts_an_act_was_about(ada, network, ana):
    heard = []
    acted.connect(lambda contacts, **_: heard.append(set(contacts)), weak=False, dispatch_uid="test")
    try:
        with acting(ada, network, "edit", summary="x") as act:
            act.edit(ana, given="Anna")
    finally:
        acted.disconnect(dispatch_uid="test")
    assert heard == [{ana.pk}]
    assert Change.objects.filter(contact_id=ana.pk, op="edit").get().before == {"given": "Ana"}


def test_a_query_outside_every_network_raises(ada):
    with pytest.raises(ScopeError):
        Contact.objects.count()


def test_a_moment_written_in_another_zone_is_no_change_since(ada, network, ana):
    with acting(ada, network, "edit", summary="met") as act:
        act.edit(ana, met_at=datetime(2026, 11, 18, 9, tzinfo=ZoneInfo("Europe/Vienna")))
    undo(act=act.row, by=ada)
    ana.refresh_from_db()
    assert ana.met_at is None


def test_a_clash_lists_all_that_came_in_between_and_whom_it_concerns(ada, network, ana, bruno):
    with acting(ada, network, "edit", summary="first") as first:
        first.edit(ana, given="Anna")
        first.edit(bruno, given="Brun", family="Kell")
    with acting(ada, network, "edit", summary="second") as second:
        second.edit(ana, given="Anita")
        second.edit(bruno, family="Kessler")
    with pytest.raises(Clash) as clash:
        undo(act=first.row, by=ada)
    assert set(clash.value.clashes) == {
        "Ana Souza: given name has been changed since",
        "Bruno Keller: family name has been changed since",
    }
    assert clash.value.contacts == sorted([ana.pk, bruno.pk])
    bruno.refresh_from_db()
    assert bruno.given == "Brun"


def test_what_hung_on_something_that_is_gone_does_not_come_back_alone(ada, network, ana):
    with acting(ada, network, "mail", summary="mail") as act:
        mail = act.add(Email(contact=ana, address="ana@example.org", key="ana@example.org"))
    with acting(ada, network, "no mail", summary="no mail") as removed:
        removed.remove(mail)
    with acting(ada, network, "remove", summary="no Ana") as act:
        act.remove(ana)
    with pytest.raises(Clash, match="contact has been removed since"):
        undo(act=removed.row, by=ada)


def test_an_act_is_undone_once(ada, network, ana):
    added = Act.objects.get(verb="add contact")
    undo(act=added, by=ada)
    with pytest.raises(Refusal, match="undone already"):
        undo(act=added, by=ada)


def test_undoing_and_doing_again_are_called_so(ada, network, ana):
    first = undo(act=Act.objects.get(verb="add contact"), by=ada)
    second = undo(act=first, by=ada)
    third = undo(act=second, by=ada)
    assert [act.summary for act in (first, second, third)] == [
        "Undid: Added Ana Souza",
        "Did again: Added Ana Souza",
        "Undid: Added Ana Souza",
    ]


def test_no_stranger_undoes(ben, ada, network, ana):
    with pytest.raises(Refusal, match="not in your network"):
        undo(act=Act.objects.get(verb="add contact"), by=ben)
    assert Contact.objects.filter(pk=ana.pk).exists()


def test_no_stranger_acts_in_a_network_or_on_its_rows(ben, ada, network, ana):
    with pytest.raises(Refusal, match="not in your network"), acting(ben, network, "x", summary="x"):
        raise AssertionError("let in")
    theirs = network_of(ben)
    with scope(network=theirs), acting(ben, theirs, "x", summary="x") as act:
        with pytest.raises(Refusal, match="not in your network"):
            act.edit(ana, given="Mine")
        with pytest.raises(Refusal, match="not in your network"):
            act.remove(ana)
    ana.refresh_from_db()
    assert ana.given == "Ana"


@pytest.fixture
def imported(ada, network):
    """A batch of three acts of forty people with an address each; the last also renames the first person."""
    for part in range(3):
        with acting(ada, network, "import", summary=f"part {part}", batch="import:1") as act:
            people = act.add_all([Contact(display=f"P{part}-{n}", sort_key="p") for n in range(40)])
            act.add_all([Email(contact=person, address="p@example.org", key="p@example.org") for person in people])
    with acting(ada, network, "import", summary="rename", batch="import:1") as act:
        act.edit(Contact.objects.get(display="P0-0"), display="Renamed")
    return list(Act.objects.filter(batch="import:1"))


def test_a_batch_is_undone_and_done_again_as_a_whole(ada, network, imported):
    before = Contact.objects.count()
    undone = undo_batch(acts=imported, by=ada)
    assert Contact.objects.count() == before - 120 and not Email.objects.exists()
    assert len({act.batch for act in undone}) == 1
    undo_batch(acts=undone, by=ada)
    assert Contact.objects.count() == before and Contact.objects.filter(display="Renamed").exists()


def test_undoing_a_batch_costs_few_queries(ada, network, imported, django_assert_max_num_queries):
    with django_assert_max_num_queries(350):
        undone = undo_batch(acts=imported, by=ada)
    assert len(undone) == len(imported)


def test_a_batch_with_a_clash_stays_as_it_is(ada, network, imported, ana):
    with acting(ada, network, "edit", summary="mine") as act:
        act.edit(Contact.objects.get(display="P1-3"), met_through_id=ana.pk)
        act.add(Email(contact=Contact.objects.get(display="P1-4"), address="x@example.org", key="x@example.org"))
    before = dump(network)
    with pytest.raises(Clash, match="P1-4 has got more since: 1 e-mail address"):
        undo_batch(acts=imported, by=ada)
    assert dump(network) == before
