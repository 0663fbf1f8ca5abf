"""Who is no person is set aside, and taken in when the user says so."""

from __future__ import annotations

import pytest

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.models import ImportRow, ImportRun
from wellkept.domain.exchange.set_aside import add_anyway
from wellkept.domain.exchange.undoing import undo_upload

FILE = "Name,Company,E-mail\nAna Souza,Blue Kettle,ana@example.org\nBlue Kettle,Blue Kettle,info@blue-kettle.example\n"


@pytest.fixture
def aside(bring_one) -> ImportRow:
    report = bring_one("people.csv", FILE)
    assert (report.added, report.refused) == (1, 1)
    return ImportRow.objects.get(rule="set aside")


def test_it_is_told_why_and_kept_as_it_stood(aside):
    assert aside.number == 2
    assert "not a person" in aside.message
    assert aside.raw == "Blue Kettle,Blue Kettle,info@blue-kettle.example"


def test_it_is_added_anyway_and_counted_so(aside, ada):
    row = add_anyway(row=aside, by=ada)
    run = ImportRun.objects.get()
    assert (row.outcome, row.contact.display, run.added, run.refused) == ("added", "Blue Kettle", 2, 0)
    with pytest.raises(Refusal):
        add_anyway(row=row, by=ada)
    assert Contact.objects.filter(is_me=False).count() == 2


def test_the_same_file_again_knows_them(aside, ada, bring_one):
    add_anyway(row=aside, by=ada)
    report = bring_one("people.csv", FILE)
    assert (report.unchanged, report.refused) == (2, 0)
    assert Contact.objects.filter(is_me=False).count() == 2


def test_undoing_the_import_undoes_them_too(aside, ada, network):
    add_anyway(row=aside, by=ada)
    undo_upload(network=network, upload=aside.run.upload, by=ada)
    assert not Contact.objects.filter(is_me=False).exists()


def test_a_stranger_cannot(aside, ben):
    with pytest.raises(Refusal):
        add_anyway(row=aside, by=ben)
    assert Contact.objects.filter(is_me=False).count() == 1
