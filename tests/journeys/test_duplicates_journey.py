"""The review of duplicates with the keyboard and without JavaScript: merged, told apart, put aside, taken back."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.journeys.conftest import SIGHTS, settled
from wellkept.domain.contacts.adding import add_contact
from wellkept.domain.contacts.likening import search_all
from wellkept.domain.contacts.models import Contact
from wellkept.domain.contacts.sameness import Likeness, NotTheSame
from wellkept.formats.person import Labelled, Name, Person

pytestmark = pytest.mark.journey


@pytest.fixture(autouse=True)
def twice(network, ada):
    """Three people who are there twice, each with the private address of the other."""
    for given, family in (("Tilda", "Brook"), ("Rosa", "Field"), ("Otto", "Lind")):
        for middle in ("", "M."):
            name = Name(display=" ".join(filter(None, [given, middle, family])), given=given, family=family)
            emails = [Labelled(f"{given.lower()}@home.example", "home")]
            add_contact(network=network, person=Person(name=name, emails=emails), by=ada)
    search_all(network=network)
    assert Likeness.objects.count() == 3


def pressed(page, key, said):
    page.keyboard.press(key)
    page.locator(".flash", has_text=said).wait_for()
    settled(page)


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_pairs_are_decided_with_keys_and_taken_back(chromium_page, axe, width, theme):
    page = chromium_page(reverse("duplicates"), width=width, theme=theme)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    pressed(page, "m", "Merged")
    pressed(page, "x", "are not the same")

    assert page.locator("[data-tab-count=people]").inner_text() == "1"
    assert (Contact.objects.filter(is_me=False).count(), NotTheSame.objects.count()) == (5, 1)
    assert axe(page) == []
    page.keyboard.press("u")
    page.locator(".flash", has_text="Undid").wait_for()
    assert not NotTheSame.objects.exists()


def lies_on(flash, button):
    (one, other) = (each.bounding_box() for each in (flash, button))
    across = one["x"] < other["x"] + other["width"] and other["x"] < one["x"] + one["width"]
    return across and one["y"] < other["y"] + other["height"] and other["y"] < one["y"] + one["height"]


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_what_was_done_is_never_told_on_top_of_what_can_be_done_next(chromium_page, width, theme):
    """The window is as high as the buttons of the card and what is said below them."""
    page = chromium_page(reverse("duplicates"), width=width, theme=theme)
    pressed(page, "m", "Merged")
    end = page.evaluate("document.querySelector('.compare-acts').getBoundingClientRect().bottom")
    page.set_viewport_size({"width": width, "height": round(end) + (80 if width < 600 else 24)})
    acts = page.locator(".compare-acts")
    pressed(page, "x", "are not the same")
    flash = page.locator(".flash")
    assert flash.bounding_box()["y"] >= 0
    assert not any(lies_on(flash, button) for button in acts.get_by_role("button").all())
    acts.get_by_role("button", name="Not the same").click(timeout=2000)
    page.locator("[data-duplicates='0']").wait_for(state="attached")
    assert NotTheSame.objects.count() == 2


def test_pairs_are_decided_without_javascript(chromium_page):
    page = chromium_page(reverse("duplicates"), width=390, script=False)
    page.get_by_role("button", name="Later").click()
    page.get_by_role("button", name="Not the same").click()
    page.get_by_role("button", name="Merge", exact=True).click()

    assert (Contact.objects.filter(is_me=False).count(), NotTheSame.objects.count()) == (5, 1)
    page.get_by_role("button", name="Undo").click()
    assert Contact.objects.filter(is_me=False).count() == 6
