"""An act can be taken back, and taking it back can be taken back."""

from __future__ import annotations

import pytest
from django_scopes.exceptions import ScopeError

from wellkept.domain.contacts.models import Contact, Email
from wellkept.domain.history.acting import acted, acting
from wellkept.domain.history.models import Act, Change
from wellkept.domain.history.undoing import Clash, undo


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
