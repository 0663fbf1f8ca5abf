"""Two tabs, quick fingers, and pages that have grown old: what is gone is said, and nothing is done twice unseen."""

from __future__ import annotations

import pytest

from tests.journeys.newcomers import make_newcomer
from wellkept.domain.contacts.models import Contact
from wellkept.domain.contacts.removing import remove_contacts
from wellkept.domain.timeline.models import Interaction, Note

pytestmark = pytest.mark.journey


@pytest.fixture
def people(network, ada):
    return make_newcomer(network, ada)


def done(page, name, note):
    card = page.locator("article[data-item]", has_text=name)
    card.locator("summary", has_text="Done").click()
    card.get_by_label("What was said, in one line").fill(note)
    card.locator("[data-complete] button").click()
    return card


def test_a_card_of_somebody_deleted_elsewhere_keeps_what_was_typed_and_says_why(chromium_page, ada, people):
    page = chromium_page("/")
    name = page.locator(".proposal-name").first.inner_text()
    remove_contacts(contacts=[person for person in people if person.display == name], by=ada)
    card = done(page, name, "A long talk")
    page.locator(".flash-error", has_text="deleted elsewhere").wait_for()

    assert card.get_by_label("What was said, in one line").input_value() == "A long talk"
    assert not Interaction.objects.exists()


def test_a_card_that_is_done_in_two_tabs_is_recorded_once(chromium_page, people):
    first, second = chromium_page("/"), chromium_page("/")
    name = first.locator(".proposal-name").first.inner_text()
    done(first, name, "A long talk")
    first.locator(".proposal-done", has_text=name).wait_for()
    done(second, name, "The same talk")
    second.locator(".proposal-done", has_text=name).wait_for()
    flash = second.locator(".flash", has_text="done already")
    flash.get_by_role("link", name="See what was recorded").click()
    second.locator(".top-over", has_text=name).wait_for()

    assert Interaction.objects.get().body == "A long talk"


def test_a_server_that_is_away_is_said(chromium_page, people):
    page = chromium_page("/")
    name = page.locator(".proposal-name").first.inner_text()
    page.context.set_offline(True)
    card = done(page, name, "A long talk")
    page.locator(".flash-error", has_text="did not answer").wait_for()
    page.context.set_offline(False)
    card.locator("[data-complete] button").click()
    page.locator(".proposal-done", has_text=name).wait_for()

    assert Interaction.objects.get().body == "A long talk"


def test_quick_fingers_do_a_thing_once(chromium_page, people):
    page = chromium_page("/")
    page.locator("article[data-item] summary", has_text="Done").first.click()
    page.locator("[data-complete] button").first.dblclick()
    page.locator(".proposal-done").first.wait_for()
    assert Interaction.objects.count() == 1
    page.goto("/contacts/add")
    page.get_by_label("Given name", exact=True).fill("Zoë")
    page.get_by_role("button", name="Save", exact=True).dblclick()
    page.locator(".person h1", has_text="Zoë").wait_for()
    page.get_by_label("What was said, or what to remember").fill("Likes tea")
    page.get_by_role("button", name="Keep it").dblclick()
    page.get_by_text("Likes tea").wait_for()

    assert Contact.objects.filter(given="Zoë").count() == Note.objects.count() == 1


def test_going_back_after_deleting_shows_that_nobody_is_there(chromium_page, people):
    ana = people[0]
    page = chromium_page(f"/contacts/{ana.pk}")
    page.locator("summary[aria-label='More acts']").click()
    page.get_by_role("button", name="Delete").click()
    page.wait_for_url("**/contacts/")
    page.go_back()
    page.get_by_role("heading", name="There is nothing here").wait_for()
    page.goto("/history")

    assert page.get_by_role("button", name="Undo").first.is_visible()
