"""Nobody forgotten is brought back by an import, until that is wanted."""

from __future__ import annotations

import pytest
from django_scopes import scope

from tests.cast import contact, network_of
from tests.domain.exchange.conftest import connections
from wellkept.domain.contacts.files import path_of
from wellkept.domain.contacts.models import Contact, File
from wellkept.domain.exchange.forgetting.erasing import forget
from wellkept.domain.exchange.forgetting.tombstones import (
    Graves,
    bury,
    email_sign,
    known_by,
    lift,
    link_sign,
    phone_sign,
)
from wellkept.domain.exchange.importing import import_file
from wellkept.domain.exchange.models import Forgotten, ImportRow, ImportRun, SourceRecord

ZELDA = "Zelda,Berg,https://www.linkedin.com/in/example-zelda,,Acme,Engineer,05 Jan 2024"
ANA = "Ana,Souza,https://www.linkedin.com/in/example-ana,,Acme,Engineer,05 Jan 2024"


@pytest.fixture(autouse=True)
def folder_of_its_own(settings, tmp_path):
    settings.HOME = tmp_path
    settings.FILES_FOLDER = tmp_path / "files"


@pytest.fixture
def bring(network, ada, tmp_path):
    def brought(text, name="Connections.csv"):
        (tmp_path / name).write_text(text)
        (report,) = import_file(network=network, path=tmp_path / name, by=ada)
        return report

    return brought


@pytest.fixture
def forgotten(bring, ada):
    bring(connections(ZELDA, ANA))
    forget(contact=Contact.objects.get(family="Berg"), by=ada)


def test_a_row_of_somebody_forgotten_is_refused_and_nothing_of_it_is_kept(forgotten, bring, network):
    report = bring(connections(ZELDA, ANA))
    assert (report.added, report.unchanged, report.refused) == (0, 1, 1)
    row = ImportRow.objects.filter(outcome="refused").latest("pk")
    assert (row.rule, row.label, row.raw) == ("forgotten", "", "") and "forgotten" in row.message
    assert not Contact.objects.filter(family="Berg").exists()


def test_the_file_that_brought_them_again_is_not_kept(forgotten, bring, network, django_capture_on_commit_callbacks):
    path_of(network.pk, ImportRun.objects.get().options["sha256"]).unlink()
    with django_capture_on_commit_callbacks(execute=True):
        bring(connections(ZELDA, ANA))
    assert ImportRun.objects.latest("pk").file is None and not File.objects.exists()
    assert list(path_of(network.pk, "0" * 64).parent.parent.glob("??/*")) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("other.csv", "Name,Website\nZ. B.,https://linkedin.com/in/Example-Zelda/\n"),
        (
            "card.vcf",
            "BEGIN:VCARD\nVERSION:3.0\nFN:Zelda B\nURL:https://www.linkedin.com/in/example-zelda\nEND:VCARD\n",
        ),
    ],
)
def test_nor_by_another_source_that_knows_a_sign_of_theirs(forgotten, bring, name, text):
    assert bring(text, name).refused == 1
    assert not Contact.objects.filter(display__startswith="Z").exists()


def test_a_namesake_comes(forgotten, bring):
    assert bring("Name,E-mail\nZelda Berg,other@example.org\n", "people.csv").added == 1


def test_lifted_they_may_come(forgotten, bring, network):
    lift(network=network, forgotten=Forgotten.objects.get())
    assert bring(connections(ZELDA)).added == 1


def test_in_another_network_they_are_not_forgotten(forgotten, ben, tmp_path):
    theirs = network_of(ben)
    (tmp_path / "c.csv").write_text(connections(ZELDA))
    with scope(network=theirs):
        (report,) = import_file(network=theirs, path=tmp_path / "c.csv", by=ben)
    assert report.added == 1


def test_no_sign_can_be_read(network, ada, bring, forgotten):
    stored = str(list(Forgotten.objects.values_list("salt", "signs")))
    assert "zelda" not in stored and "linkedin" not in stored and Forgotten.objects.get().signs


def test_whose_an_address_was_can_be_asked(network):
    one = bury(network=network, signs=[email_sign("Zelda@Example.org"), phone_sign("+43 1 2345678", "AT")])
    two = bury(network=network, signs=[link_sign("https://www.linkedin.com/in/example-zelda")])
    assert one.salt == two.salt
    assert known_by(network=network, address="zelda@example.org") == [one]
    assert known_by(network=network, address="01 2345678") == [one]
    assert known_by(network=network, address="linkedin.com/in/example-zelda") == [two]
    assert known_by(network=network, address="nobody") == []
    assert Graves(network).hold([email_sign("zelda@example.org")]) and not Graves(network).hold([""])


def test_a_shared_mailbox_is_no_sign():
    assert email_sign("info@example.org") == ""


def test_what_other_sources_said_goes_too(forgotten):
    assert not SourceRecord.objects.filter(key__contains="zelda").exists()


def test_one_who_was_merged_is_forgotten_with_all_names(network, ada, bring):
    from wellkept.domain.contacts.merging import merge_contacts

    bring(connections(ZELDA))
    kept = contact(network, ada, "Selda", "Bergh")
    merge_contacts(kept=kept, gone=Contact.objects.get(family="Berg"), by=ada)
    forget(contact=Contact.objects.get(pk=kept.pk), by=ada)
    assert bring(connections(ZELDA)).refused == 1


def test_whoever_was_forgotten_since_does_not_come_back_with_an_archive(network, ada, bring, tmp_path):
    from django.utils import timezone

    from wellkept.domain.exchange.exporting.archive import export_network
    from wellkept.domain.exchange.restoring.putting_back import restore_network

    bring(connections(ZELDA, ANA))
    export_network(network=network, to=tmp_path / "before.zip", at=timezone.now())
    forget(contact=Contact.objects.get(family="Berg"), by=ada)

    restore_network(network=network, path=tmp_path / "before.zip", replace=True)

    assert set(Contact.objects.filter(is_me=False).values_list("family", flat=True)) == {"Souza"}
    assert Forgotten.objects.count() == 1
    assert bring(connections(ZELDA)).refused == 1
