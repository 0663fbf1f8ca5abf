import io
import re

import pytest
import zxingcpp
from django.test import override_settings
from PIL import Image

from tests.domain.contacts.own_card import MARKS
from wellkept.interfaces.web.own_page.code import SCREEN


def read(page, show="card"):
    """What a camera reads from the picture of the lock screen."""
    answer = page.get(f"/me/code.png?show={show}")
    with Image.open(io.BytesIO(answer.content)) as screen:
        assert screen.size == SCREEN
        (found,) = zxingcpp.read_barcodes(screen)
    return found.text


def test_nothing_is_in_a_code_before_it_is_ticked(page, card):
    assert "Nothing is ticked for the code yet" in page.get("/me/code").content.decode()
    for address in ("/me/code.png", "/me/code.svg", "/me/vcard"):
        assert page.get(address).status_code == 404


@pytest.mark.parametrize(
    "field", ["name", "email:ada.work@example.org", "phone:+4312345678", "position:job:acme:head of charts"]
)
def test_a_camera_reads_what_is_ticked_and_nothing_else(page, publish, field):
    publish("name", code=[field])
    said = re.sub(r"\s+", "", read(page))

    assert said.startswith("BEGIN:VCARDVERSION:3.0")
    shown = {"phone:+4312345678": "+4312345678", "position:job:acme:head of charts": "HeadofCharts"}.get(
        field, MARKS[field]
    )
    assert shown in said
    for other, mark in MARKS.items():
        assert other == field or mark not in said, other


def test_the_code_and_the_page_are_ticked_apart(page, publish):
    publish("name", "email:ada.home@example.org", code=["name", "email:ada.work@example.org"])

    assert "ada.home" not in read(page)
    assert "ada.work" not in page.get("/p/quill").content.decode()
    assert "ada.home" not in page.get("/me/vcard").content.decode()


@override_settings(SITE_URL="https://wellkept.example.org", LAN_URL="")
def test_a_code_leads_to_the_page_while_it_is_on(page, publish):
    publish("name")
    assert read(page, "page") == "https://wellkept.example.org/p/quill"

    publish("name", on=False)
    assert page.get("/me/code.png?show=page").status_code == 404
    assert "Your page is off" in page.get("/me/code?show=page").content.decode()


def test_letters_of_all_scripts_are_read(page, publish, card):
    card.display = "Ада Żółć 李"
    card.save()
    publish("name", code=["name"])

    assert "Ада Żółć 李" in read(page)


def test_a_code_that_would_hold_too_much_says_so(page, publish, card):
    card.display = "ж" * 300
    card.save()
    for number in range(30):
        card.emails.create(
            network=card.network, address=f"{'a' * 90}{number}@example.org", key=f"long{number}", position=number
        )
    publish("name", code=["name", *(f"email:long{number}" for number in range(30))])

    assert "A code does not hold that much" in page.get("/me/code").content.decode()
    assert page.get("/me/code.png").status_code == 404
    assert page.get("/me/vcard").status_code == 200


def test_the_files_are_to_be_saved(page, publish):
    publish("name", code=["name"])

    assert page.get("/me/vcard")["Content-Disposition"] == 'attachment; filename="ada-quill.vcf"'
    svg = page.get("/me/code.svg")
    assert svg["Content-Disposition"].startswith("attachment")
    assert svg["Content-Security-Policy"] == "default-src 'none'; sandbox"
