"""Rows inserted at once are the same rows as Django would have inserted."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from wellkept.domain.contacts.models import Contact, Email
from wellkept.domain.exchange.models import SourceRecord
from wellkept.domain.history.inserting import insert_all, new_row
from wellkept.domain.history.values import snapshot
from wellkept.domain.timeline.models import Interaction


def contact_row(network, display: str, **columns) -> Contact:
    return Contact(network=network, display=display, sort_key=display.lower(), **columns)


@pytest.mark.django_db
def test_every_kind_of_column_comes_back_as_it_was(network):
    said = {
        "interests": ["wells", "æther"],
        "connected_on": date(2019, 3, 4),
        "met_at": datetime(2020, 5, 6, 7, 8, tzinfo=UTC),
        "met_on_year": 2020,
    }
    rows = [contact_row(network, "Ana Souza", **said), contact_row(network, "Bruno '; DROP", about="a\n%s")]
    insert_all(rows)
    for row in rows:
        there = Contact.objects.get(pk=row.pk)
        assert snapshot(there) == snapshot(row)
        assert there.uid == row.uid
        assert not row._state.adding
    records = [SourceRecord(network=network, contact=rows[0], source="x", key="k", values={"a": [1, None, "é"]})]
    insert_all(records)
    assert SourceRecord.objects.get().values == {"a": [1, None, "é"]}


@pytest.mark.django_db
def test_keys_go_on_after_those_that_were_drawn_before_and_are_never_used_again(network, ana):
    first = [contact_row(network, f"Contact {number}") for number in range(3)]
    insert_all(first)
    gone = first[-1].pk
    Contact.objects.filter(pk=gone).delete()
    second = contact_row(network, "Later")
    insert_all([second])
    third = Contact.objects.create(network=network, display="Django's own", sort_key="d")
    assert [row.pk for row in first] == [ana.pk + 1, ana.pk + 2, ana.pk + 3]
    assert gone < second.pk < third.pk


@pytest.mark.django_db
def test_constraints_hold(network, ana):
    twin = {"kind": "call", "on": date(2026, 1, 1), "source": "linkedin", "source_key": "one"}
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_all([Interaction(network=network, **twin), Interaction(network=network, **twin)])
    assert not Interaction.objects.exists()
    insert_all([Email(network=network, contact=ana, address="ana@example.org", key="ana@example.org")])
    assert ana.emails.get().address == "ana@example.org"


@pytest.mark.parametrize("model", [Contact, Email, Interaction, SourceRecord])
def test_a_quick_row_is_the_row_that_the_model_would_make(model):
    slow, quick = model(), new_row(model)
    vary = {"uid", "created_at"}
    assert {name: value for name, value in snapshot(quick).items() if name not in vary} == {
        name: value for name, value in snapshot(slow).items() if name not in vary
    }
    assert quick._state.adding and quick.pk is None
    assert new_row(Contact).uid != new_row(Contact).uid
    assert new_row(Email, address="a@example.org").address == "a@example.org"


def test_quick_rows_share_nothing():
    one, other = new_row(Contact), new_row(Contact)
    one.interests.append("wells")
    assert other.interests == []
