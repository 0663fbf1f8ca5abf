"""Undo where one stands: from the flash, for one, for many, for a whole import; and what is asked when it clashes."""

from __future__ import annotations

import pytest

from tests.cast import contact
from tests.domain.exchange.linkedin.export import export
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import acting
from wellkept.domain.timeline.models import Interaction
from wellkept.domain.timeline.recording import record_interaction

pytestmark = pytest.mark.journey


def flash(page, words):
    found = page.locator(".flash", has_text=words)
    found.wait_for()
    page.wait_for_load_state()  # the keys are there
    return found


def test_a_deleted_contact_comes_back_with_all_that_hung_on_it(chromium_page, network, ada, ana):
    today = network.today()
    record_interaction(network=network, contacts=[ana], kind="call", on=today, body="Of wells", by=ada, today=today)
    page = chromium_page(f"/contacts/{ana.pk}", width=390)
    page.locator("summary[aria-label='More acts']").click()
    page.get_by_role("button", name="Delete").click()
    flash(page, "Ana Souza")
    assert not Contact.objects.filter(pk=ana.pk).exists() and not Interaction.objects.exists()
    page.get_by_role("button", name="Undo").click()
    flash(page, "Undid")
    page.goto(f"/contacts/{ana.pk}")

    assert page.locator(".moment .words").inner_text() == "Of wells"


def test_twenty_five_are_archived_after_a_question_and_brought_back_at_once(chromium_page, network, ada):
    for number in range(25):
        contact(network, ada, f"P{number:02d}", "Quist")
    page = chromium_page("/contacts/")
    page.get_by_label("Select all on this page").check(force=True)
    page.get_by_role("button", name="Archive").click()
    assert page.locator("h1").inner_text() == "25 contacts: archive?"
    assert not Contact.objects.filter(archived_at__isnull=False).exists()
    page.get_by_role("button", name="Yes, all 25 contacts").click()
    flash(page, "25")
    assert Contact.objects.filter(archived_at__isnull=False).count() == 25
    page.keyboard.press("u")
    flash(page, "Undid")

    assert not Contact.objects.filter(archived_at__isnull=False).exists()


def test_an_import_is_taken_back_from_its_report(chromium_page, network, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    page = chromium_page("/imports/")
    file = {"name": "export.zip", "mimeType": "application/zip", "buffer": export()}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Preview it").click()
    page.get_by_role("button", name="Start the import").click()
    page.get_by_role("link", name="See this week").wait_for()
    assert Contact.objects.filter(is_me=False).count() == 2
    page.get_by_role("button", name="Undo this import").click()
    page.get_by_text("This import was undone").wait_for()

    assert not Contact.objects.filter(is_me=False).exists()
    assert not Interaction.objects.exists()


def test_what_was_edited_since_is_asked_about_before_it_is_taken_back(chromium_page, network, ada, ana):
    for name in ("Anna", "Anita"):
        with acting(ada, network, "edit", summary=f"Renamed to {name}") as act:
            act.edit(ana, given=name, display=f"{name} Souza")
    page = chromium_page("/history")
    page.get_by_role("button", name="Undo: Renamed to Anna").click()
    page.get_by_text("Nothing was changed yet").wait_for()
    ana.refresh_from_db()
    assert ana.given == "Anita"
    page.get_by_role("link", name="Leave everything as it is").click()
    page.wait_for_url("**/history")
    ana.refresh_from_db()

    assert ana.given == "Anita"


def test_a_clash_is_shown_where_one_presses_undo(chromium_page, network, ada, ana):
    """In one tab a contact is renamed, in another renamed again; the first tab's undo asks instead of guessing."""
    first = chromium_page(f"/contacts/{ana.pk}/edit")
    second = chromium_page(f"/contacts/{ana.pk}/edit")
    first.get_by_label("Given name", exact=True).fill("Anna")
    first.get_by_role("button", name="Save", exact=True).click()
    flash(first, "Souza")
    second.goto(f"/contacts/{ana.pk}/edit")
    second.get_by_label("Given name", exact=True).fill("Anita")
    second.get_by_role("button", name="Save", exact=True).click()
    flash(second, "Souza")
    first.get_by_role("button", name="Undo").click()
    first.get_by_text("Nothing was changed yet").wait_for()
    ana.refresh_from_db()

    assert ana.given == "Anita"
