"""Triage in the browser: by digits, by thumb, in groups, and without script."""

from __future__ import annotations

import pytest

from tests.journeys.conftest import SIGHTS, settled
from tests.journeys.newcomers import make_newcomer
from wellkept.domain.cadence.models import Decision, Standing
from wellkept.domain.contacts.models import CircleMembership

pytestmark = pytest.mark.journey


@pytest.fixture
def people(network, ada):
    return make_newcomer(network, ada)


def name_on(page):
    return page.locator(".triage .proposal-name").inner_text()


def press(page, key):
    """Press a key and wait for the next card; answers whose card it was."""
    name = name_on(page)
    page.keyboard.press(key)
    page.locator(".triage .proposal-name", has_text=name).wait_for(state="detached")
    settled(page)
    return name


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_everybody_is_decided_by_keys_and_caught_up(chromium_page, axe, people, width, theme):
    page = chromium_page("/triage", width=width, theme=theme)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    decided = [press(page, key) for key in "1234567"]
    last = name_on(page)
    page.keyboard.press("0")
    page.get_by_text("All caught up").wait_for()

    days = [Standing.objects.get(contact__display=name).cadence_days for name in decided]
    assert days == [7, 14, 30, 45, 90, 180, 365]
    assert Standing.objects.get(contact__display=last).decided == "never"
    page.wait_for_function("!document.querySelector('.nav-count, .bar-count')")
    assert axe(page) == []


def test_a_decision_is_undone_and_asked_again(chromium_page, people):
    page = chromium_page("/triage")
    name = press(page, "3")
    page.keyboard.press("u")
    page.locator(".triage .proposal-name", has_text=name).wait_for()

    assert Decision.objects.count() == 0


def test_later_puts_aside_and_the_rest_can_be_looked_at_again(chromium_page, people):
    page = chromium_page("/triage", width=390)
    first = press(page, "s")
    for _person in people[2:]:
        press(page, "s")
    page.keyboard.press("s")
    page.get_by_text("Look at them again").click()
    page.locator(".triage .proposal-name", has_text=first).wait_for()

    assert Decision.objects.count() == 0


def test_a_circle_by_thumb_then_as_the_circle(chromium_page, people):
    page = chromium_page("/triage", width=390)
    name = name_on(page)
    page.get_by_role("button", name="Friends").click()
    page.get_by_role("button", name="Friends", pressed=True).wait_for()
    assert CircleMembership.objects.get().contact.display == name
    assert press(page, "c") == name

    assert Standing.objects.get(contact__display=name).cadence_days == 45


def test_single_keys_that_are_switched_off_decide_nothing(chromium_page, network, people):
    network.single_keys = False
    network.save()
    page = chromium_page("/triage")
    for key in "1305cs":
        page.keyboard.press(key)
    page.get_by_role("button", name="never: do not ask again").click()
    page.locator(".flash").wait_for()

    assert [decision.kind for decision in Decision.objects.all()] == ["never"]


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_a_group_is_decided_at_once(chromium_page, axe, people, width, theme):
    page = chromium_page("/triage/groups?by=connected", width=width, theme=theme)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("summary", has_text="Decide").first.click()
    page.get_by_role("button", name="twice a year").click()
    page.get_by_text("All caught up").wait_for()

    assert Decision.objects.filter(days=180).count() == len(people)


def test_triage_works_without_javascript(chromium_page, people):
    page = chromium_page("/triage", width=390, script=False)
    first = name_on(page)
    page.get_by_role("button", name="Friends").click()
    assert name_on(page) == first
    page.get_by_role("button", name="as the circle").click()
    second = name_on(page)
    page.get_by_role("button", name="Later").click()
    third = name_on(page)
    page.get_by_role("button", name="every month").click()

    assert len({first, second, third}) == 3
    assert {each.contact.display: each.kind for each in Decision.objects.all()} == {first: "circle", third: "own"}
