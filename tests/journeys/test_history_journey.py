"""The history in the browser: read, undone, done again, and what a clash looks like."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.journeys.conftest import SIGHTS
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import acting
from wellkept.domain.timeline.recording import record_interaction

pytestmark = pytest.mark.journey


@pytest.fixture
def done(network, ada, ana, bruno):
    """A call, two edits of Ana one upon the other, and an import in three steps."""
    today = network.today()
    record_interaction(network=network, contacts=[ana, bruno], kind="call", on=today, by=ada, today=today)
    for name in ("Anna", "Anita"):
        with acting(ada, network, "edit", summary=f"Renamed to {name}") as act:
            act.edit(ana, given=name, display=f"{name} Souza")
    for part in range(3):
        with acting(ada, network, "import", summary="Imported people.csv", batch="import:1") as act:
            act.add_all([Contact(display=f"P{part}-{n}", sort_key="p") for n in range(5)])
    return network


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_what_was_done_is_read_and_undone(chromium_page, axe, done, ana, width, theme):
    page = chromium_page(reverse("history"), width=width, theme=theme)
    for summary in page.locator("details.disclose > summary").all():
        summary.click()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Undo: Renamed to Anita").click()
    page.locator(".flash", has_text="Undid: Renamed to Anita").wait_for()
    ana.refresh_from_db()
    assert ana.given == "Anna"
    page.locator("[data-undo]").click()
    page.locator(".flash", has_text="Did again: Renamed to Anita").wait_for()
    ana.refresh_from_db()
    assert ana.given == "Anita"


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_a_clash_is_asked_and_answered(chromium_page, axe, done, ana, width, theme):
    page = chromium_page(reverse("history"), width=width, theme=theme)
    page.get_by_role("button", name="Undo: Renamed to Anna").click()
    page.get_by_role("heading", name="Undo “Renamed to Anna”?").wait_for()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.get_by_role("link", name="Anita Souza").first.is_visible()
    page.get_by_role("button", name="Take everything back").click()
    page.locator(".flash", has_text="Undid: Renamed to Anna").wait_for()
    ana.refresh_from_db()
    assert ana.given == "Ana"


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_an_import_is_taken_back_as_a_whole(chromium_page, axe, done, width, theme):
    page = chromium_page(reverse("history"), width=width, theme=theme)
    page.get_by_role("button", name="Undo: Imported people.csv").click()
    page.locator(".flash", has_text="Undid: Imported people.csv").wait_for()
    assert not Contact.objects.filter(display__startswith="P").exists()
    page.get_by_role("button", name="Undo: Undid: Imported people.csv").click()
    page.locator(".flash", has_text="Did again: Imported people.csv").wait_for()
    assert Contact.objects.filter(display__startswith="P").count() == 15


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_all_changes_of_one_entry(chromium_page, axe, done, network, width, theme):
    from wellkept.domain.history.models import Act

    page = chromium_page(reverse("act", args=[Act.objects.latest("pk").pk]), width=width, theme=theme)
    assert axe(page) == []
    assert page.locator(".changes li").count() == 15


def test_undo_works_without_javascript(chromium_page, done, ana):
    page = chromium_page(reverse("history"), width=390, script=False)
    page.get_by_role("button", name="Undo: Renamed to Anita").click()
    ana.refresh_from_db()
    assert ana.given == "Anna"
