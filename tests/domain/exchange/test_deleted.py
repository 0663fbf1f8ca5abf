"""Whom the user deleted stays away when the file comes again, is told so, and can be taken anyway."""

from __future__ import annotations

import pytest

from tests.domain.exchange.conftest import ANA, BRUNO, connections
from wellkept.domain.contacts.models import Contact
from wellkept.domain.contacts.removing import remove_contacts
from wellkept.domain.exchange.deleted import keys_of_deleted
from wellkept.domain.exchange.models import ImportRow
from wellkept.domain.exchange.set_aside import add_anyway
from wellkept.domain.exchange.undoing import undo_upload
from wellkept.domain.history.models import Act
from wellkept.domain.history.trash import bring_back_deleted, trash_of
from wellkept.domain.history.undoing import undo

CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Souza\nEMAIL:ana@example.org\nEND:VCARD\n"


@pytest.fixture
def deleted(bring_one, ada):
    """Ana, who came with a file, and whom the user deleted."""
    bring_one("Connections.csv", connections(ANA, BRUNO))
    ana = Contact.objects.get(given="Ana")
    remove_contacts(contacts=[ana], by=ada)
    return ana


def again(bring_one):
    report = bring_one("Connections.csv", connections(ANA, BRUNO))
    return report.added, report.unchanged, report.refused


def names():
    return set(Contact.objects.filter(is_me=False).values_list("given", flat=True))


def test_the_same_file_brings_nobody_back_whom_the_user_deleted(bring_one, deleted):
    assert again(bring_one) == (0, 1, 1) and names() == {"Bruno"}
    row = ImportRow.objects.get(rule="deleted by you")
    assert row.label == "Ana Souza" and "You deleted them" in row.message


def test_nor_does_a_newer_file_of_the_source(bring_one, deleted):
    bring_one("Connections.csv", connections(ANA.replace("Engineer", "Chief"), BRUNO))
    assert names() == {"Bruno"}


def test_a_card_without_a_key_of_its_own_stays_away_too(bring_one, ada):
    bring_one("ana.vcf", CARD)
    remove_contacts(contacts=[Contact.objects.get(given="Ana")], by=ada)
    assert bring_one("ana.vcf", CARD).refused == 1 and names() == set()


def test_another_source_may_bring_them(bring_one, deleted):
    bring_one("ana.vcf", CARD)
    assert names() == {"Ana", "Bruno"}


def test_whoever_is_there_under_another_entry_is_filled_in(bring_one, ada, deleted):
    """A duplicate was deleted: the row is about the one who stayed."""
    bring_one("ana.vcf", CARD.replace("END:", "URL:https://www.linkedin.com/in/ana-souza\nEND:"))
    report = bring_one("Connections.csv", connections(ANA, BRUNO))
    assert (report.merged, report.refused) == (1, 0)


def test_they_are_taken_anyway_and_then_known(bring_one, ada, deleted):
    again(bring_one)
    row = add_anyway(row=ImportRow.objects.get(rule="deleted by you"), by=ada)
    assert row.outcome == "added" and names() == {"Ana", "Bruno"}
    assert "had been deleted" in Act.objects.latest("pk").summary
    assert again(bring_one) == (0, 2, 0)


def test_from_the_trash_they_come_back_with_what_the_file_said(bring_one, network, ada, deleted):
    (there,) = trash_of(network)
    bring_back_deleted(network=network, change=there.change, by=ada)
    assert again(bring_one) == (0, 2, 0)


def test_an_undone_deletion_and_an_undone_import_keep_nobody_away(bring_one, network, ada, deleted):
    undo(act=Act.objects.latest("pk"), by=ada)
    undo_upload(network=network, upload=ImportRow.objects.latest("pk").run.upload, by=ada)
    assert names() == set()
    assert again(bring_one) == (2, 0, 0)


def test_deletions_of_another_network_and_source_are_not_known(network, deleted, ben):
    from tests.cast import network_of
    from wellkept.domain.accounts.tenancy import inside

    assert len(keys_of_deleted(network, "linkedin")) == 1
    assert not keys_of_deleted(network, "google")
    with inside(network_of(ben)):
        assert not keys_of_deleted(network_of(ben), "linkedin")
