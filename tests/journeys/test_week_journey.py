"""A newcomer's week in the browser: eight cards read, acted on and noted, by mouse, thumb, keys, and without script."""

from __future__ import annotations

import pytest

from tests.journeys.conftest import SIGHTS, settled
from tests.journeys.newcomers import make_newcomer
from wellkept.domain.cadence.models import Standing
from wellkept.domain.timeline.models import Interaction, Participation

pytestmark = pytest.mark.journey


@pytest.fixture
def people(network, ada):
    return make_newcomer(network, ada)


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_a_newcomers_eight_cards_are_each_read_acted_on_and_noted(chromium_page, axe, people, width, theme):
    page = chromium_page("/", width=width, theme=theme)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    read = set()
    for number in range(8):
        card = page.locator("article[data-item]").first
        name = card.locator(".proposal-name").inner_text()
        why = card.locator(".proposal-why").inner_text()
        assert why
        read.add(name)
        card.locator("summary", has_text="Done").click()
        card.get_by_label("What was said, in one line").fill(f"Said hello to {name}, number {number}")
        card.locator("[data-complete] button").click()
        page.locator(".proposal-done", has_text=name).wait_for()
        settled(page)

    assert len(read) == 8
    assert page.locator("article[data-item]").count() == 0
    assert page.locator("#week-goals").get_by_text("8", exact=True).is_visible()
    assert axe(page) == []
    noted = {
        part.contact.display: part.interaction.body
        for part in Participation.objects.select_related("contact", "interaction")
    }
    assert set(noted) == read
    assert all(f"Said hello to {name}" in body for name, body in noted.items())


def test_whoever_comes_instead_is_shown_by_name_first(chromium_page, people):
    page = chromium_page("/", width=390)
    last = page.locator("article[data-item]").last
    gone = last.locator(".proposal-name").inner_text()
    last.get_by_role("button", name="Swap").click()
    settled(page)
    next_name = page.locator("article[data-current] .proposal-name")
    next_name.wait_for()
    place = next_name.bounding_box()
    assert next_name.inner_text() != gone
    assert place["y"] >= 0 and place["y"] + place["height"] <= page.viewport_size["height"]


def test_a_week_is_done_without_javascript(chromium_page, people):
    page = chromium_page("/", width=390, script=False)
    names = set()
    for _number in range(8):
        card = page.locator("article[data-item]").first
        names.add(card.locator(".proposal-name").inner_text())
        card.locator("summary", has_text="Done").click()
        card.get_by_label("What was said, in one line").fill("A word")
        card.locator("[data-complete] button").click()
        assert page.locator(".flash").inner_text()

    assert {person.display for person in people} == names
    assert Interaction.objects.filter(body="A word", touch=True).count() == 8


def test_a_door_takes_the_edited_words_along_and_asks_on_return(chromium_page, people):
    page = chromium_page("/")
    card = page.locator("article[data-item]").first
    words = "Hello Ana, the 4:12 & the paper: 100 % yours?\nUntil soon"
    way = card.locator(".way-email")
    way.locator("textarea").fill(words)
    page.evaluate(
        "document.addEventListener('click', event => event.target.closest('[href^=mailto]') && event.preventDefault())"
    )
    way.get_by_text("Open in mail").click()
    page.evaluate("window.dispatchEvent(new Event('focus'))")

    from urllib.parse import parse_qs, urlsplit

    query = parse_qs(urlsplit(way.locator("a[data-door]").get_attribute("href")).query)
    assert query["body"] == [words.replace("\n", "\r\n")]
    name = card.locator(".proposal-name").inner_text()
    way.get_by_text("Yes, sent").click()
    page.locator(".proposal-done", has_text=name).wait_for()
    sent = Interaction.objects.get()
    assert (sent.kind, sent.direction, sent.body.replace("\r\n", "\n")) == ("email", "mine", words)


def test_the_linkedin_door_copies_the_words_and_opens_the_profile(chromium_page, people):
    page = chromium_page("/")
    card = page.locator("article[data-item]").first
    card.locator(".way-tab", has_text="Message").click()
    way = card.locator(".way-message")
    with page.context.expect_page() as profile:
        way.get_by_text("LinkedIn").click()

    assert "linkedin.com/in/example-" in way.get_by_text("LinkedIn").get_attribute("href")
    assert profile.value is not None
    page.bring_to_front()
    assert page.evaluate("navigator.clipboard.readText()") == way.locator("textarea").input_value()


def test_the_keys_complete_snooze_and_undo(chromium_page, people):
    page = chromium_page("/")
    names = page.locator(".proposal-name").all_inner_texts()
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.keyboard.type("By keys alone")
    page.keyboard.press("Enter")
    page.locator(".proposal-done", has_text=names[0]).wait_for()
    assert Interaction.objects.get().body == "By keys alone"
    settled(page)

    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("u")
    page.locator(".flash", has_text="Undid").wait_for()
    page.wait_for_load_state()
    assert Interaction.objects.count() == 0

    page.keyboard.press("j")
    page.keyboard.press("s")
    page.keyboard.press("Enter")
    page.locator("article[data-item]", has_text=names[0]).wait_for(state="detached")
    assert Interaction.objects.count() == 0  # a snooze is no touch


def test_a_swap_brings_somebody_else_and_keeps_what_was_typed_on_the_others(chromium_page, network, ada, people):
    from tests.cast import contact

    spare = contact(network, ada, "Ines", "Spare", source="linkedin")
    page = chromium_page("/")
    cards = page.locator("article[data-item]")
    shown = page.locator(".proposal-name").all_inner_texts()
    cards.nth(1).locator("[data-letter] > summary").click()
    cards.nth(1).locator("textarea").first.fill("My own words")
    cards.nth(0).get_by_text("Swap").click()
    cards.filter(has_text=shown[0]).wait_for(state="detached")

    assert (
        page.locator("article[data-item]", has_text=shown[1]).locator("textarea").first.input_value() == "My own words"
    )
    after = set(page.locator(".proposal-name").all_inner_texts())
    assert shown[0] not in after
    assert after <= {*shown, spare.display}


def test_a_digit_decides_on_the_card_of_somebody_not_decided(chromium_page, people):
    page = chromium_page("/")
    card = page.locator("article[data-item]", has=page.locator("[data-cadences]")).first
    name = card.locator(".proposal-name").inner_text()
    card.locator("[data-open]").focus()
    page.keyboard.press("3")
    page.locator(".proposal-done", has_text=name).wait_for()

    assert Standing.objects.get(contact__display=name).cadence_days == 30


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_other_weeks_an_open_menu_and_an_empty_network_are_fit_for_everybody(
    chromium_page, axe, network, ada, width, theme
):
    page = chromium_page("/", width=width, theme=theme)
    assert page.get_by_text("Nobody is here yet").is_visible()
    assert axe(page) == []
    make_newcomer(network, ada)
    page.reload()
    page.locator("summary", has_text="Not now").first.click()
    assert axe(page) == []
    for turn in ("The week before", "The week after"):
        page.goto("/")
        page.get_by_role("link", name=turn).click()
        page.get_by_role("heading", level=1, name="The week of").wait_for()
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
