"""Photos of cards in the browser: sent at once, what was refused is said, what is read appears by itself and is kept corrected."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.domain.capture.test_photos import Blind, photo
from tests.journeys.conftest import SIGHTS
from wellkept.domain.capture import photos
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.photos import read_photos
from wellkept.domain.contacts.models import Contact

pytestmark = pytest.mark.journey
FILES = [
    {"name": "ana.jpg", "mimeType": "image/jpeg", "buffer": photo()},
    {"name": "logo.svg", "mimeType": "image/svg+xml", "buffer": b"<svg xmlns='http://www.w3.org/2000/svg'/>"},
    {"name": "notes.jpg", "mimeType": "image/jpeg", "buffer": b"Ana Souza, Acme\n" * 20},
]


@pytest.fixture(autouse=True)
def blind(monkeypatch):
    monkeypatch.setattr(photos, "Eye", Blind)
    monkeypatch.setattr(Blind, "made_small", lambda self, data: photos.Seen(**_looked_at(data)))


def _looked_at(data: bytes) -> dict[str, object]:
    from wellkept.formats.pictures import why_refused

    problem = why_refused(data)
    return {"problem": problem} if problem else {"jpeg": data}


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
@pytest.mark.parametrize("script", [True, False])
def test_photos_are_sent_and_what_was_refused_is_said(chromium_page, axe, network, ada, width, theme, script):
    page = chromium_page(reverse("cards"), width=width, theme=theme, script=script)
    page.locator("#card-photo").set_input_files(FILES)
    page.get_by_role("button", name="Read them").click()
    page.get_by_text("Being read", exact=True).wait_for()
    said = page.locator("#flashes").inner_text()
    assert "logo.svg: this is an SVG drawing" in said and "notes.jpg: this is no picture" in said
    assert page.get_by_text("1 photo is being read").is_visible()
    if script:
        assert axe(page) == [] and page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_was_read_appears_by_itself_and_is_kept_corrected(chromium_page, network, ada):
    page = chromium_page(reverse("cards"), width=390)
    page.locator("#card-photo").set_input_files(FILES[:1])
    page.get_by_role("button", name="Read them").click()
    page.get_by_text("Being read", exact=True).wait_for()
    read_photos(network=network, by=ada)
    page.get_by_role("link", name="Ana Souza").click()
    page.get_by_label("Address").fill("12 Harbour Street\nLondon E1 6AN")
    page.get_by_role("button", name="Keep", exact=True).click()
    page.get_by_text("Kept: Ana Souza").first.wait_for()
    assert Captured.objects.get().state == "kept"
    assert [str(one) for one in Contact.objects.get(is_me=False).addresses.all()] == [
        "12 Harbour Street, London E1 6AN"
    ]
