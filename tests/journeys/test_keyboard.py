"""The keys: everywhere the same, never while one types, and none of them where they are switched off."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.journeys.conftest import settled
from tests.journeys.newcomers import make_newcomer
from wellkept.domain.cadence.models import Snooze, Standing
from wellkept.domain.plan.models import Answer
from wellkept.domain.search.indexing import rebuild
from wellkept.domain.timeline.models import Interaction

pytestmark = pytest.mark.journey


@pytest.fixture
def people(network, ada):
    made = make_newcomer(network, ada)
    rebuild(network=network)
    return made


def test_the_letters_lead_from_page_to_page(chromium_page, people):
    page = chromium_page("/triage")
    page.keyboard.press("g")
    page.keyboard.press("w")
    page.wait_for_url("**/")
    page.keyboard.press("g")
    page.keyboard.press("c")
    page.wait_for_url("**/contacts/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("nj?")
    assert page.locator(".rail-search input").input_value() == "nj?"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keys").is_visible()
    page.keyboard.press("n")
    page.keyboard.press("Escape")
    assert page.url.endswith("/contacts/")
    page.keyboard.press("n")
    page.wait_for_url("**/capture")


def test_j_and_k_move_enter_opens_and_x_selects(chromium_page, people):
    page = chromium_page("/contacts/")
    names = page.locator("tbody [data-open]").all_inner_texts()
    current = page.locator("[data-current] [data-open]")
    for key, at in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        page.keyboard.press(key)
        assert current.inner_text() == names[at]
    page.keyboard.press("x")
    assert page.locator("[data-select]:checked").count() == 1
    assert page.locator("[data-bulk] [data-count]").inner_text() == "1"
    page.keyboard.press("Enter")
    page.wait_for_url("**/contacts/*")

    assert page.locator("h1").inner_text() == names[1]


def test_the_current_card_opens_its_letter_and_e_s_u_act_on_it(chromium_page, people):
    page = chromium_page("/")
    names = page.locator(".proposal-name").all_inner_texts()
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator("article[data-item]", has_text=names[1])
    assert second.locator("textarea").first.is_visible()
    page.keyboard.press("s")
    page.keyboard.press("Enter")
    second.wait_for(state="detached")
    settled(page)
    assert Answer.objects.get().contact.display == names[1]
    page.keyboard.press("u")
    page.locator(".flash", has_text="Undid").wait_for()

    assert not Answer.objects.exists()


def test_the_palette_finds_goes_and_acts(chromium_page, network, people):
    page = chromium_page("/contacts/")
    page.keyboard.press("Control+k")
    page.keyboard.type("snooze Ana Souza 2 weeks")
    page.locator("#palette-results button", has_text="Snooze Ana Souza until").wait_for()
    page.keyboard.press("Enter")
    page.locator(".flash", has_text="Snoozed Ana Souza").wait_for()
    snooze = Snooze.objects.get()
    assert (snooze.contact.display, snooze.until) == ("Ana Souza", network.today() + timedelta(weeks=2))
    page.wait_for_load_state()

    page.keyboard.press("Control+k")
    page.keyboard.type("bruno kel")
    page.keyboard.press("Enter")  # before the answer is there
    page.locator("h1", has_text="Bruno Keller").wait_for()
    page.wait_for_load_state()

    page.keyboard.press("Control+k")
    page.keyboard.type("triage")
    page.keyboard.press("Enter")
    page.wait_for_url("**/triage")


def test_the_digits_of_triage_and_u(chromium_page, people):
    page = chromium_page("/triage")
    name = page.locator(".triage .proposal-name").inner_text()
    page.keyboard.press("0")
    page.locator(".triage .proposal-name", has_text=name).wait_for(state="detached")
    settled(page)
    assert Standing.objects.get(contact__display=name).decided == "never"
    page.keyboard.press("u")
    page.locator(".triage .proposal-name", has_text=name).wait_for()

    assert Standing.objects.get(contact__display=name).decided == "undecided"


def test_keys_that_are_switched_off_do_nothing_but_the_palette_opens(chromium_page, network, people):
    network.single_keys = False
    network.save()
    page = chromium_page("/")
    page.locator("#week-past:not([hx-get])").wait_for(state="attached")  # the chart has come
    settled(page)
    before = page.content()
    for key in "jesxungwgc/?3":
        page.keyboard.press(key)
    assert page.url.endswith("/")
    assert page.locator("dialog[open], details[data-menu][open], [data-current]").count() == 0
    assert page.evaluate("document.activeElement === document.body")
    assert page.content() == before
    assert not Interaction.objects.exists() and not page.locator(".keys-hint:visible").count()
    page.keyboard.press("Control+k")

    assert page.locator("[data-palette]").is_visible()
