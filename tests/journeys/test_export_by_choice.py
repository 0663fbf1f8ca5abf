"""Contacts for another program, in the browser: who and as what is chosen, the file opened and read."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest

from tests.journeys.conftest import SIGHTS
from wellkept.domain.contacts.archiving import archive
from wellkept.domain.contacts.circles import put_in_circle
from wellkept.domain.contacts.models import Circle
from wellkept.domain.contacts.saved_views import keep_view
from wellkept.domain.contacts.tagging import tag
from wellkept.domain.timeline.noting import add_note
from wellkept.domain.timeline.recording import record_interaction
from wellkept.formats.vcard import people
from wellkept.interfaces.web.export import people as web_people

pytestmark = pytest.mark.journey


@pytest.fixture(autouse=True)
def known(network, ada, ana, bruno, chen):
    """Ana is family, with a note and a call; Bruno a sailor, of whom there is a view; Chen is archived."""
    today = network.today()
    put_in_circle(contacts=[ana], circle=Circle.objects.get(key="family"), by=ada)
    tag(contacts=[bruno], name="sailors", by=ada, network=network)
    keep_view(network=network, name="On the water", query="words=keller", by=ada)
    add_note(contact=ana, body="Likes green tea.", on=today, by=ada, today=today)
    record_interaction(
        network=network, contacts=[ana], kind="call", on=today, by=ada, today=today, body="She moves to Porto."
    )
    archive(contacts=[chen], by=ada)


def fetched(page, who=None, as_=None):
    """Choose, export, and give the name and the bytes of what came."""
    if who:
        page.get_by_label("Who", exact=True).select_option(label=who)
    if as_:
        page.get_by_label("As", exact=True).select_option(label=as_)
    with page.expect_download() as download:
        page.get_by_role("button", name="Export the contacts").click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def names(data):
    return [one.name.display for one in people(data)]


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_the_choice_is_read_at_every_width(chromium_page, axe, width, theme):
    page = chromium_page("/export#people", width=width, theme=theme)

    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    name, data = fetched(page)
    assert name.endswith(".vcf")
    assert names(data) == ["Bruno Keller", "Ana Souza"]


def test_a_vcard_is_of_the_version_that_was_chosen(chromium_page):
    page = chromium_page("/export")
    third = fetched(page, "Everybody", "vCard 3.0, for phones and address books")[1]
    fourth = fetched(page, "Everybody", "vCard 4.0, the newest")[1]
    old = fetched(page, "Everybody", "vCard 2.1, for old devices")[1]

    for version, data in (("3.0", third), ("4.0", fourth), ("2.1", old)):
        assert data.count(f"VERSION:{version}\r\n".encode()) == 2
        assert names(data) == ["Bruno Keller", "Ana Souza"]
        assert "Likes green tea." in list(people(data))[1].notes


def test_a_circle_a_tag_or_a_view_is_chosen(chromium_page):
    page = chromium_page("/export")
    for who, name, names_of in (
        ("Family", "family.vcf", ["Ana Souza"]),
        ("sailors", "sailors.vcf", ["Bruno Keller"]),
        ("On the water", "on-the-water.vcf", ["Bruno Keller"]),
    ):
        suggested, data = fetched(page, who)
        assert suggested == name
        assert names(data) == names_of


def test_the_archived_come_along_when_they_are_wanted(chromium_page):
    page = chromium_page("/export")
    page.get_by_label("Also those whom I archived").check()

    assert sorted(names(fetched(page)[1])) == ["Ana Souza", "Bruno Keller", "Chen Wei"]


def test_a_table_for_a_spreadsheet_is_read_by_one(chromium_page):
    page = chromium_page("/export")
    name, data = fetched(page, "Everybody", "CSV with everything, for spreadsheets")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))

    assert name.endswith(".csv")
    assert [row["Given name"] for row in rows] == ["Bruno", "Ana"]


def test_a_table_for_another_program_has_its_headers(chromium_page):
    page = chromium_page("/export")
    google = fetched(page, "Everybody", "CSV for Google Contacts")[1].decode("utf-8-sig").splitlines()
    outlook = fetched(page, "Everybody", "CSV for Outlook")[1].decode("utf-8-sig").splitlines()

    assert google[0].startswith("First Name,Middle Name,Last Name")
    assert "E-mail Address" in outlook[0]
    assert len(google) == len(outlook) == 3


def test_a_folder_of_notes_holds_what_passed(chromium_page):
    page = chromium_page("/export")
    name, data = fetched(page, "Family", "Markdown, a folder of notes")
    with zipfile.ZipFile(io.BytesIO(data)) as folder:
        texts = {entry: folder.read(entry).decode() for entry in folder.namelist() if entry.endswith(".md")}

    assert name == "family.zip"
    [ana] = [text for text in texts.values() if "She moves to Porto." in text]
    assert "Ana Souza" in ana and "Likes green tea." in ana


def test_a_jcard_is_json(chromium_page):
    page = chromium_page("/export")
    [card] = json.loads(fetched(page, "sailors", "jCard (JSON)")[1])

    assert ["fn", {}, "text", "Bruno Keller"] in card[1]


@pytest.mark.parametrize("script", [True, False])
def test_nobody_chosen_is_said_and_the_choice_stays(chromium_page, script):
    page = chromium_page("/export", width=390, script=script)
    page.get_by_label("Who", exact=True).select_option(label="Friends")
    page.get_by_label("As", exact=True).select_option(label="jCard (JSON)")
    page.get_by_label("Also those whom I archived").check()
    page.get_by_role("button", name="Export the contacts").click()

    page.get_by_text("Nobody is chosen, so there is nothing to export.").wait_for()
    assert page.get_by_label("Who", exact=True).locator("option:checked").inner_text() == "Friends"
    assert page.get_by_label("As", exact=True).locator("option:checked").inner_text() == "jCard (JSON)"
    assert page.get_by_label("Also those whom I archived").is_checked()


def test_contacts_are_had_without_javascript(chromium_page):
    page = chromium_page("/export", width=390, script=False)

    assert names(fetched(page, "Family", "vCard 4.0, the newest")[1]) == ["Ana Souza"]


@pytest.mark.parametrize("script", [True, False])
def test_many_wait_on_the_page_until_they_are_fetched(chromium_page, axe, script, monkeypatch, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    monkeypatch.setattr(web_people, "AT_ONCE", 0)
    page = chromium_page("/export", width=390, script=script)
    page.get_by_label("Who", exact=True).select_option(label="sailors")
    page.get_by_role("button", name="Export the contacts").click()
    link = page.get_by_role("link", name="Download the contacts")
    link.wait_for()
    if script:
        assert axe(page) == []
    with page.expect_download() as download:
        link.click()

    assert names(download.value.path().read_bytes()) == ["Bruno Keller"]


def test_the_ticked_of_the_list_are_exported(chromium_page):
    page = chromium_page("/contacts/")
    page.get_by_label("Ana Souza", exact=True).check(force=True)
    page.locator("[data-bulk] summary", has_text="Export").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="vCard 4.0, the newest").click()

    assert names(download.value.path().read_bytes()) == ["Ana Souza"]
