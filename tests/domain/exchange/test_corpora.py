"""Files that real programs wrote: every card counted, nothing raised, a second import adds nothing."""

from __future__ import annotations

import pytest

from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.importing import import_file
from wellkept.domain.exchange.models import ImportRow, SourceRecord
from wellkept.domain.history.models import Act
from wellkept.domain.timeline.models import Interaction

CARDS = 431  # 434 with those nested in others


@pytest.mark.slow
def test_every_vcard_of_the_corpus_is_accounted_for_and_a_second_import_adds_nothing(network, ada, corpora):
    files = [file for file in sorted((corpora / "vcard").rglob("*")) if file.is_file()]
    assert len(files) == 382
    first = [report for file in files for report in import_file(network=network, path=file, by=ada)]
    for report in first:
        assert report.added + report.merged + report.unchanged + report.refused == report.rows
    rows = sum(report.rows for report in first)
    assert CARDS <= rows <= 434
    assert ImportRow.objects.exclude(outcome="missing").count() == rows
    assert all(row.message for row in ImportRow.objects.filter(outcome="refused"))
    contacts, acts = Contact.objects.count(), Act.objects.count()
    second = [report for file in files for report in import_file(network=network, path=file, by=ada)]
    assert sum(report.added for report in second) == 0
    assert Contact.objects.count() == contacts
    assert [report.file for report in second if report.merged] == []
    assert Act.objects.count() == acts


@pytest.mark.slow
def test_a_linkedin_export_gives_its_people_messages_and_invitations_once(network, ada, corpora):
    path = corpora / "linkedin" / "silkyrich_sample_export.zip"
    reports = {report.kind: report for report in import_file(network=network, path=path, by=ada) if report.rows}
    assert reports["linkedin.connections"].added == 2000
    assert (reports["linkedin.messages"].rows, reports["linkedin.invitations"].rows) == (20000, 162)
    charles = SourceRecord.objects.get(key="linkedin:fake-charles-babbage").contact
    first = Interaction.objects.filter(participations__contact=charles).order_by("on", "pk").first()
    assert first.on.year < 1843 and first.source == "linkedin"
    everything = [Contact.objects.count(), Interaction.objects.count(), Act.objects.count()]
    again = import_file(network=network, path=path, by=ada)
    assert sum(report.added + report.merged for report in again) == 0
    assert [Contact.objects.count(), Interaction.objects.count(), Act.objects.count()] == everything


def test_connections_of_other_languages_and_scripts_are_read(network, ada, corpora):
    for name in ("small", "unicode", "locale_fr"):
        (report,) = import_file(
            network=network, path=corpora / "linkedin" / f"tareksadi_connections_{name}.csv", by=ada
        )
        assert report.kind == "linkedin.connections"
        assert report.rows and report.added + report.merged == report.rows
