"""What a file is, and the clear word when it cannot be imported. Nothing of it is written."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from tests.domain.exchange.conftest import ANA, connections, zipped
from wellkept.domain.contacts.models import Contact, File
from wellkept.domain.exchange.models import ImportRun
from wellkept.domain.exchange.recognising import kind_of

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Souza\r\nN:Souza;Ana;;;\r\nEMAIL:ana@example.org\r\nEND:VCARD\r\n"


def locked() -> bytes:
    data = bytearray(zipped(**{"Connections__csv": connections(ANA)}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(signature) + offset
        data[at : at + 2] = struct.pack("<H", 1)
    return bytes(data)


def bomb() -> bytes:
    return zipped(**{"Connections__csv": b"First Name,Last Name\n" + b"a" * 50_000_000})


def truncated() -> bytes:
    return zipped(**{"Connections__csv": connections(ANA)})[:-40]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("photo.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 500, "picture"),
        ("letter.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        ("book.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "Excel"),
        ("noise.csv", bytes(range(256)) * 40, "no text"),
        ("novel.txt", b"It was a dark and stormy night.\nThe rain fell in torrents.\n", "no table of contacts"),
        ("empty.csv", b"", "empty"),
        ("blank.csv", b"\n\n   \n", "empty"),
        ("cut.zip", truncated(), "cut off"),
        ("bomb.zip", bomb(), "unpacks to more than"),
        ("locked.zip", locked(), "password"),
        ("pictures.zip", zipped(**{"a__jpg": b"\xff\xd8\xff"}), "nothing in this archive"),
        ("outside.zip", zipped(**{"../../Connections__csv": connections(ANA)}), "points outside"),
    ],
)
def test_a_clear_word_on_why_not(bring_one, name, data, words):
    report = bring_one(name, data)
    assert report.rows == 0
    (problem,) = report.problems
    assert words in problem["message"]
    assert not problem["message"][0].islower()
    assert not Contact.objects.filter(is_me=False).exists()
    assert not File.objects.exists()
    assert ImportRun.objects.get().state == "failed"


def test_a_file_above_the_limit_is_refused_unread(bring_one, settings, tmp_path):
    settings.UPLOAD_LIMIT = 1000
    report = bring_one("large.csv", connections(*[ANA] * 50))
    assert "at most" in report.problems[0]["message"]
    assert not Contact.objects.filter(is_me=False).exists()


def test_a_sparse_file_of_more_than_200_mb_is_refused_at_once(network, ada, tmp_path):
    from wellkept.domain.exchange.importing import import_file

    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(201 * 1024 * 1024)
    (report,) = import_file(network=network, path=path, by=ada)
    assert "This file is 211 MB; at most 200 MB are taken." in report.problems[0]["message"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1", "cp1252"])
def test_encodings_of_the_west_are_read(bring_one, encoding):
    row = "Ána,Müller,https://www.linkedin.com/in/ana,,Bläser & Söhne,Größte Chefin,04 Mar 2019"
    report = bring_one(
        "Connections.csv", connections(row, row.replace("Ána", "Zoë").replace("/ana", "/zoe")).encode(encoding)
    )
    assert (report.kind, report.added) == ("linkedin.connections", 2)
    contact = Contact.objects.get(given="Ána")
    assert str(contact.positions.get()) == "Größte Chefin · Bläser & Söhne"


def test_shift_jis_is_read(bring_one):
    report = bring_one("people.csv", "Name,Company,E-mail\n田中 花子,青い井戸,hanako@example.org\n".encode("shift_jis"))
    assert report.added == 1
    assert Contact.objects.get(is_me=False).emails.get().address == "hanako@example.org"
    assert "田中" in Contact.objects.get(is_me=False).display


def test_a_date_that_is_none_is_told_with_row_and_field_and_the_person_is_added(bring_one):
    report = bring_one(
        "Connections.csv", connections(ANA, ANA.replace("04 Mar 2019", "99-Nov-99").replace("ana", "ana2"))
    )
    assert report.added == 2
    (problem,) = report.problems
    assert (problem["row"], problem["field"]) == (2, "connected_on")
    assert "99-Nov-99" in problem["message"]


def test_an_empty_card_is_refused_and_the_others_are_added(bring_one):
    empty = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:\r\nN:;;;;\r\nEND:VCARD\r\n"
    report = bring_one("people.vcf", CARD + empty + CARD.replace("Ana", "Bea").replace("ana", "bea"))
    assert (report.rows, report.added, report.refused) == (3, 2, 1)
    assert [problem["row"] for problem in report.problems] == [2]


def test_a_card_without_a_name_goes_by_what_it_has_and_is_flagged(bring_one):
    report = bring_one("people.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nTEL:+43 1 5550101\r\nEND:VCARD\r\n")
    assert report.added == 1
    assert Contact.objects.get(is_me=False).flag == "no name"


def test_every_vcard_of_an_archive_is_read_and_what_is_not_used_has_no_rows(network, ada, tmp_path):
    from wellkept.domain.exchange.importing import import_file

    path = tmp_path / "cards.zip"
    path.write_bytes(
        zipped(**{"one__vcf": CARD, "two__vcf": CARD.replace("Ana", "Bea").replace("ana", "bea"), "read__me": "hello"})
    )
    reports = {report.file: report for report in import_file(network=network, path=path, by=ada)}
    assert {name: (report.kind, report.rows) for name, report in reports.items()} == {
        "one.vcf": ("vcard", 1),
        "two.vcf": ("vcard", 1),
        "read.me": ("", 0),
    }


def test_an_entry_that_is_damaged_is_told_and_the_others_are_read(bring):
    data = bytearray(zipped(**{"one__vcf": CARD, "Connections__csv": connections(ANA)}))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at = archive.getinfo("one.vcf").header_offset
    data[at + 50 : at + 60] = b"0123456789"
    reports = bring("people.zip", bytes(data))
    assert [(report.kind, report.added) for report in reports if report.kind] == [("linkedin.connections", 1)]
    assert any("damaged" in report.problems[0]["message"] for report in reports if report.problems)


def test_the_content_decides_not_the_name():
    assert kind_of("people.csv", CARD.encode()) == "vcard"
    assert kind_of("renamed.txt", connections(ANA).encode()) == "linkedin.connections"
