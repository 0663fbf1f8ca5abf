"""Taking everything away in the browser, and finding people with the search and the palette."""

from __future__ import annotations

import zipfile

import pytest

from tests.journeys.conftest import SIGHTS, settled

pytestmark = pytest.mark.journey


@pytest.fixture
def at_once(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_everything_is_taken_away(chromium_page, axe, ana, at_once, width, theme, tmp_path):
    page = chromium_page("/export", width=width, theme=theme)
    assert axe(page) == []
    page.get_by_role("button", name="Make the archive").click()
    link = page.get_by_role("link", name="Download the archive")
    link.wait_for()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    with page.expect_download() as download:
        link.click()
    download.value.save_as(tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as zipped:
        assert b"Ana Souza" in zipped.read("contacts.vcf")


def test_without_javascript_the_page_is_reloaded_until_it_is_there(chromium_page, ana, settings):
    from wellkept.domain.exchange.exporting.jobs import make_export_job
    from wellkept.domain.exchange.models import ExportRun

    page = chromium_page("/export", width=390, script=False)
    page.get_by_role("button", name="Make the archive").click()
    page.get_by_text("Making the archive").wait_for()
    run = ExportRun.objects.get()
    make_export_job.call(run.network_id, run.pk)
    page.reload()
    assert page.get_by_role("link", name="Download the archive").is_visible()


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_people_are_found_while_one_types(chromium_page, axe, ana, bruno, width, theme):
    page = chromium_page("/search", width=width, theme=theme)
    page.get_by_label("Words to look for").press_sequentially("souz")
    page.locator("#found").get_by_role("link", name="Ana Souza").wait_for()
    settled(page)
    assert axe(page) == []
    assert page.locator("#found").get_by_role("link", name="Bruno Keller").count() == 0


def test_people_are_found_without_javascript(chromium_page, ana):
    page = chromium_page("/search", width=390, script=False)
    page.get_by_label("Words to look for").fill("Suoza")
    page.get_by_role("button", name="Search").click()
    assert page.get_by_role("link", name="Ana Souza").is_visible()
