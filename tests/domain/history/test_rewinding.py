"""What was known at a moment is what stood in the tables then."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from tests.dump import dump
from wellkept.domain.contacts.models import Email
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act, Change
from wellkept.domain.history.rewinding import as_of, ever_of, rewind


def test_changes_are_walked_back_one_by_one():
    now = {"t": {1: {"a": "new", "b": "same"}, 2: {"a": "added"}}}
    changes = [
        Change(table="t", row=2, op="add"),
        Change(table="t", row=1, op="edit", before={"a": "old"}, after={"a": "new"}),
        Change(table="t", row=3, op="remove", before={"a": "gone"}),
    ]
    assert rewind(now, changes) == {"t": {1: {"a": "old", "b": "same"}, 3: {"a": "gone"}}}
    assert now["t"][1]["a"] == "new"


def test_the_network_as_of_a_moment_is_the_dump_taken_then(ada, network, ana, bruno):
    earlier = timezone.now() - timedelta(days=30)
    Act.objects.update(at=earlier)
    then = dump(network)
    with acting(ada, network, "edit", summary="later") as act:
        act.edit(ana, given="Anna")
        act.add(Email(contact=ana, address="a@example.org", key="a@example.org"))
        act.remove(bruno)
    assert as_of(network, earlier + timedelta(days=1)) == then
    assert as_of(network, timezone.now()) == dump(network)
    before = as_of(network, earlier - timedelta(days=1))
    assert ana.pk not in before["contacts.contact"]


def test_the_rows_of_one_contact_are_those_that_were_ever_theirs(ada, network, ana, bruno):
    with acting(ada, network, "mail", summary="mail") as act:
        mail = act.add(Email(contact=ana, address="a@example.org", key="a@example.org"))
    with acting(ada, network, "move", summary="moved") as act:
        act.edit(mail, contact_id=bruno.pk)
    assert ever_of(ana.pk, network)["contacts.email"] == {mail.pk}
    moment = Act.objects.get(verb="mail").at
    then = as_of(network, moment, ever_of(ana.pk, network))
    assert then["contacts.email"][mail.pk]["contact_id"] == ana.pk
