"""The list of an event: looked at before it is kept, found again by words."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from wellkept.domain.events.listing import list_contacts, list_name
from wellkept.domain.events.models import Attendance


@pytest.fixture
def address(fair):
    return f"/events/{fair.pk}/list"


def test_a_list_is_looked_at_first_and_then_kept(page, address, ana) -> None:
    text = "Ana Souza\nMoss Fern, Acme, moss@acme.example\n12,34"
    preview = page.post(address, {"text": text})
    assert "2 names on this list" in preview.content.decode()
    assert "perhaps Ana Souza" in preview.content.decode()
    assert "Line 3: no name and no e-mail" in preview.content.decode()
    assert not Attendance.objects.exists()
    page.post(address, {"text": preview.context["text"], "keep": "1"})
    page.post(address, {"text": preview.context["text"], "keep": "1"})
    assert sorted(Attendance.objects.values_list("name", flat=True)) == ["Ana Souza", "Moss Fern"]
    assert "Is it your contact Ana Souza?" in page.get(address).content.decode()


def test_a_file_is_read_and_carried_in_the_form(page, address) -> None:
    upload = SimpleUploadedFile("list.csv", "Name;Firma\nJürgen Moss;Blue Kettle".encode("cp1252"))
    preview = page.post(address, {"file": upload})
    assert preview.context["rows"][0][0].line.name == "Jürgen Moss"
    assert "Jürgen Moss;Blue Kettle" in preview.context["text"]


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ({"text": " \n "}, "There is nobody on this list"),
        ({"file": SimpleUploadedFile("cat.png", b"\x89PNG\r\n\x1a\n" + bytes(500))}, "is no list that can be read"),
        ({"file": SimpleUploadedFile("long.csv", b"x" * (2 * 1024 * 1024 + 1))}, "at most 2 MB"),
        ({"text": "Moss Fern, Acme\n" * 100_000}, "more than one list holds"),
    ],
)
def test_what_is_no_list_is_refused_in_words_and_nothing_is_written(page, address, form, why) -> None:
    answer = page.post(address, form)
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert not Attendance.objects.exists()


def test_five_thousand_lines_are_taken_and_shown_a_page_at_a_time(page, address, django_assert_max_num_queries) -> None:
    text = "\n".join(f"Guest{number} Moss, House {number}, g{number}@example.org" for number in range(5000))
    assert page.post(address, {"text": text}).context["all"] == 5000
    page.post(address, {"text": text, "keep": "1"})
    assert Attendance.objects.count() == 5000
    with django_assert_max_num_queries(24):
        answer = page.get(address)
    assert len(answer.context["rows"]) == 50
    found = page.get(f"{address}?words=guest4321", headers={"HX-Request": "true", "HX-Target": "listed"})
    assert "Guest4321 Moss" in found.content.decode()
    assert "<html" not in found.content.decode()


def test_the_list_is_parted_into_contacts_wanted_and_met(page, ada, fair, address, ana) -> None:
    list_contacts(event=fair, contacts=[ana], by=ada)
    list_name(event=fair, name="Moss Fern", by=ada)
    shown = page.get(f"{address}?only=contacts").content.decode()
    assert "Ana Souza" in shown
    assert "Moss Fern" not in shown
    assert "Nobody like that on the list" in page.get(f"{address}?words=zzzz").content.decode()
