"""What was deleted is brought back or let go of for good; what was known on a day; and an undo that asks about each thing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.journeys.conftest import SIGHTS
from wellkept.domain.contacts.models import Contact, Email
from wellkept.domain.contacts.removing import remove_contacts
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act, Change
from wellkept.domain.timeline.models import Interaction
from wellkept.domain.timeline.recording import record_interaction

pytestmark = pytest.mark.journey


@pytest.fixture
def deleted(network, ada, ana, bruno):
    """Ana with a call, and Bruno, both in the trash."""
    today = network.today()
    record_interaction(network=network, contacts=[ana], kind="call", on=today, body="Of wells", by=ada, today=today)
    remove_contacts(contacts=[ana], by=ada)
    remove_contacts(contacts=[bruno], by=ada)


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_one_is_brought_back_from_the_trash_and_the_rest_let_go_of_for_good(
    chromium_page, axe, deleted, ana, bruno, width, theme
):
    page = chromium_page(reverse("trash"), width=width, theme=theme)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Bring back Ana Souza").click()
    page.locator(".flash", has_text="Ana Souza").wait_for()
    assert Contact.objects.filter(pk=ana.pk).exists()
    assert [talk.body for talk in Interaction.objects.all()] == ["Of wells"]

    page.goto(reverse("trash"))
    page.get_by_role("link", name="Empty the trash").click()
    page.get_by_role("heading", name="Empty the trash?").wait_for()
    assert axe(page) == [] and "cannot be undone" in page.locator("main").inner_text()
    page.get_by_role("link", name="Leave it").click()
    page.get_by_role("button", name="Bring back Bruno Keller").wait_for()
    page.get_by_role("link", name="Empty the trash").click()
    page.get_by_role("button", name="Erase").click()
    page.get_by_text("The trash is empty").wait_for()
    assert not Change.objects.filter(table="contacts.contact", row=bruno.pk).exists()
    assert Contact.objects.filter(pk=ana.pk).exists()


@pytest.fixture
def renamed(network, ada, ana):
    """Known for a month as Ana Souza, with another address; today she is Anna Berg."""
    with acting(ada, network, "mail", summary="Wrote an address") as act:
        mail = act.add(Email(contact=ana, address="old@example.org", key="old@example.org"))
    Act.objects.update(at=timezone.now() - timedelta(days=30))
    with acting(ada, network, "edit", summary="Edited Ana Souza") as act:
        act.edit(ana, given="Anna", family="Berg", display="Anna Berg")
        act.edit(mail, address="new@example.org", key="new@example.org")
    return ana


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_what_was_known_on_a_day_is_read_from_the_contacts_page(chromium_page, axe, renamed, width, theme):
    page = chromium_page(reverse("contact", args=[renamed.pk]), width=width, theme=theme)
    page.locator("summary[aria-label='More acts']").click()
    page.get_by_role("link", name="As of a day").click()
    page.get_by_role("heading", name="What did I know on a day?").wait_for()
    page.get_by_label("Day", exact=True).fill((timezone.now() - timedelta(days=10)).date().isoformat())
    page.get_by_role("button", name="Show").click()
    page.get_by_role("heading", name="What you knew on").wait_for()
    facts = page.locator("[aria-labelledby=then-facts]").inner_text()
    assert "Ana Souza" in facts and "old@example.org" in facts and "Anna Berg" not in facts
    assert page.locator("[aria-labelledby=then-since]").inner_text().count("new@example.org") == 1
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_each_thing_that_clashes_is_answered_by_itself(chromium_page, network, ada, ana):
    with acting(ada, network, "edit", summary="Edited Ana Souza") as act:
        act.edit(ana, display="Anna Souza", location="Linz", about="Digs wells")
    with acting(ada, network, "edit", summary="Edited her again") as act:
        act.edit(ana, display="Anita Souza", location="Graz")
    page = chromium_page(reverse("history"))
    page.get_by_role("button", name="Undo: Edited Ana Souza").click()
    page.get_by_role("heading", name="Undo “Edited Ana Souza”?").wait_for()
    ana.refresh_from_db()
    assert (ana.display, ana.location, ana.about) == ("Anita Souza", "Graz", "Digs wells"), "nothing before the answers"

    page.locator("fieldset.clash", has_text="Linz").get_by_text("Keep as it is now").click()
    page.locator("fieldset.clash", has_text="Anna Souza").get_by_text("Take back anyway").click()
    page.get_by_role("button", name="Undo with these answers").click()
    page.locator(".flash", has_text="Undid: Edited Ana Souza").wait_for()
    ana.refresh_from_db()

    assert (ana.display, ana.location, ana.about) == ("Ana Souza", "Graz", "")
