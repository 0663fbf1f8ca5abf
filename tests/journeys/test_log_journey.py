"""Logging a conversation, and the timeline it lands on: by mouse, thumb, and without script."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import contact
from tests.journeys.conftest import SIGHTS, settled
from wellkept.domain.contacts.models import Contact
from wellkept.domain.search.indexing import rebuild
from wellkept.domain.timeline.models import Interaction, Promise
from wellkept.domain.timeline.noting import add_note, pin_note
from wellkept.domain.timeline.promising import make_promise
from wellkept.domain.timeline.recording import NewPromise, record_interaction

pytestmark = pytest.mark.journey


@pytest.fixture
def people(network, ada, ana, bruno):
    contact(network, ada, "Ana", "Lind")
    rebuild(network=network)
    return network


@pytest.fixture
def past(network, ada, ana, bruno):
    """Fifty calls, a pinned note and promises of both sides."""
    today = network.today()
    for days in range(50):
        record_interaction(
            network=network,
            contacts=[ana, bruno] if days % 3 else [ana],
            kind="call" if days % 2 else "letter",
            on=today - timedelta(days=9 * days),
            direction="theirs" if days % 2 else "both",
            body=f"We spoke of **wells**, for the {days}. time.\n\n- one\n- two",
            by=ada,
            today=today,
            promises=[NewPromise(by="me", text="send the map", contact=ana)] if days == 0 else [],
        )
    note = add_note(contact=ana, body="Prefers the *phone*.", on=today, by=ada, today=today)
    pin_note(note=note, by=ada)
    make_promise(contact=ana, by_whom="them", text="ask Chen", due_on=today - timedelta(days=3), by=ada)


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_a_lunch_is_logged_with_somebody_known_and_somebody_new(chromium_page, axe, people, ana, width, theme):
    page = chromium_page(reverse("log"), width=width, theme=theme)
    assert axe(page) == []
    page.get_by_label("With whom").press_sequentially("souz")
    page.locator(".suggestions button", has_text="Ana Souza").click()
    page.locator("#who .choices").wait_for()
    settled(page)
    page.locator("summary", has_text="Met someone new").click()
    page.get_by_label("Their name").fill("Dora Lind")
    page.get_by_label("Organization").fill("Acme")
    page.locator("label", has_text="Lunch").click()
    page.get_by_label("What was said").fill("Soup and **wells**.")
    page.locator("#promise-0-text").fill("send the map")
    page.locator("label", has_text="In two weeks").click()
    assert axe(page) == []
    page.get_by_role("button", name="Keep it").click()
    page.wait_for_url(f"**{reverse('contact', args=[ana.pk])}")
    assert page.locator(".moment .words strong").first.inner_text() == "wells"
    dora = Contact.objects.get(display="Dora Lind")
    lunch = Interaction.objects.get()
    assert set(lunch.contact_ids()) == {ana.pk, dora.pk} and Promise.objects.filter(contact=dora).exists()
    page.locator("[data-undo]").click()
    page.wait_for_load_state()
    assert not Interaction.objects.exists() and not Contact.objects.filter(pk=dora.pk).exists()


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_a_refused_log_says_what_is_missing(chromium_page, axe, people, width, theme):
    page = chromium_page(reverse("log"), width=width, theme=theme, script=True)
    page.get_by_label("With whom").fill("Ana, Zoe Quist")
    page.get_by_role("button", name="Keep it").click()
    page.locator(".refusal").wait_for()
    assert axe(page) == []
    assert page.locator("fieldset.ask").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.get_by_label("Ana Souza").is_checked() is False


def test_all_of_it_works_without_javascript(chromium_page, people, ana):
    page = chromium_page(reverse("log"), width=390, script=False)
    page.get_by_label("With whom").fill("Ana")
    page.locator("label", has_text="Coffee").click()
    page.get_by_role("button", name="Keep it").click()
    page.get_by_label("Ana Souza").check()
    page.get_by_role("button", name="Keep it").click()
    assert page.locator(".moment b").first.inner_text() == "Coffee"
    page.get_by_placeholder("What was said, or what to remember").fill("Climbs on Sundays.")
    page.get_by_role("button", name="Keep it").click()
    assert page.locator(".moment .words").first.inner_text() == "Climbs on Sundays."


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_a_timeline_is_filtered_paged_edited_and_a_promise_kept(chromium_page, axe, past, ana, width, theme):
    page = chromium_page(reverse("timeline", args=[ana.pk]), width=width, theme=theme)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    moments = page.locator("#moments .moment")
    assert moments.count() == 20
    page.get_by_role("link", name="Older").click()
    moments.nth(39).wait_for()
    settled(page)
    page.get_by_role("link", name="Older").click()
    page.locator("#older").wait_for(state="detached")
    settled(page)
    assert moments.count() == 50
    page.get_by_role("link", name="Given").click()
    page.get_by_text("Nothing of this kind yet.").wait_for()
    page.get_by_role("link", name="Everything").click()
    page.locator("#older").wait_for()
    page.get_by_role("button", name="Kept: ask Chen").click()
    page.wait_for_load_state()
    assert not Promise.objects.get(text="ask Chen").open


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
@pytest.mark.parametrize("name", ["interaction", "note", "promise"])
def test_the_pages_that_set_right_have_no_violations(chromium_page, axe, past, ana, name, width, theme):
    rows = {
        "interaction": ana.participations.first().interaction,
        "note": ana.notes.get(),
        "promise": ana.promises.first(),
    }
    page = chromium_page(reverse(name, args=[rows[name].pk]), width=width, theme=theme)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
