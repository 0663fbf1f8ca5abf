"""One line under the thumb: typed, asked about, kept, seen, undone; and from everywhere by a key, and without script."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.cast import contact
from tests.journeys.conftest import SIGHTS, settled
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.receiving import receive
from wellkept.domain.contacts.models import Contact
from wellkept.domain.search.indexing import rebuild
from wellkept.domain.timeline.models import Fact, Referral

pytestmark = pytest.mark.journey
LINE = (
    "met Ana Souza (Acme, head of data) at PyCon yesterday, two kids, loves climbing, send her the deck by Friday,"
    " ping in 2 weeks, via Tom"
)


@pytest.fixture
def people(network, ada, ana):
    contact(network, ada, "Tom", "Baker")
    contact(network, ada, "Tom", "Field")
    rebuild(network=network)
    return network


def type_line(page, line=LINE):
    page.get_by_label("The line").fill(line)
    page.locator(".line-read").wait_for()
    settled(page)


def asked(page, name):
    return page.get_by_role("group", name=f"Who is “{name}”?")


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_the_line_is_kept_after_what_is_asked_and_undone(chromium_page, axe, people, ana, width, theme):
    page = chromium_page(reverse("capture"), width=width, theme=theme)
    assert page.evaluate("document.activeElement.id") == "line" and axe(page) == []
    type_line(page)
    assert page.locator(".became-fact").count() == 2 and page.locator(".became-person").inner_text().startswith("Ana Souza")  # fmt: skip
    assert axe(page) == [] and page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.get_by_text("2 questions wait for your word").is_visible()
    assert page.locator("[name$=-who]:checked").count() == 0

    page.get_by_role("button", name="Keep", exact=True).click()
    page.get_by_text("Nothing is kept yet").wait_for()
    assert Captured.objects.count() == 0
    asked(page, "Ana Souza").get_by_label("Somebody new").check()
    asked(page, "Tom").get_by_label("Tom Field").check()
    page.get_by_role("button", name="Keep", exact=True).click()

    page.get_by_role("heading", name="Ana Souza is kept").wait_for()
    assert axe(page) == []
    page.get_by_placeholder("Name").first.fill("Eve Stone")
    page.get_by_role("button", name="Keep it").click()
    page.get_by_role("heading", name="Ana Souza", exact=True).wait_for()
    for words in ("two kids", "loves climbing", "send her the deck", "head of data", "Tom Field", "Eve Stone"):
        assert page.get_by_text(words).first.is_visible()
    assert page.get_by_text("Because you chose this day.").is_visible()
    assert axe(page) == []

    page.locator("[data-flash] [data-undo]").click()  # the name first: it hangs on the talk
    page.get_by_text("Eve Stone").first.wait_for(state="detached")
    page.goto(reverse("inbox-item", args=[Captured.objects.get().pk]))
    page.get_by_role("link", name="What became of it").click()
    page.locator("main").get_by_role("button", name="Undo").first.click()
    page.wait_for_load_state()
    page.goto(reverse("inbox"))
    page.get_by_role("link", name="met Ana Souza").click()
    page.get_by_role("button", name="Keep", exact=True).wait_for()
    assert Contact.objects.filter(display="Ana Souza").count() == 1 and not Fact.objects.exists()


def test_it_opens_from_everywhere_and_the_palette_hands_a_line_over(chromium_page, people):
    page = chromium_page(reverse("contacts"))
    page.keyboard.press("n")
    page.wait_for_url("**/capture")
    page.goto(reverse("week"))
    page.keyboard.press("Control+k")
    page.keyboard.type("coffee with Dora Lind")
    page.get_by_role("link", name="Capture:").click()
    page.wait_for_url("**/capture?line=*")
    assert page.locator("#p0-name").input_value() == "Dora Lind"


def test_what_is_sure_is_kept_in_one_press_without_script(chromium_page, network):
    page = chromium_page(reverse("week"), width=390, script=False)
    page.get_by_role("link", name="Capture").click()
    page.get_by_label("The line").fill("coffee with Dora Lind today, plays chess")
    page.get_by_role("button", name="Look at it").click()
    page.get_by_role("button", name="Keep", exact=True).click()
    page.get_by_role("heading", name="Dora Lind is kept").wait_for()
    assert Fact.objects.get().words == "plays chess"


def test_another_name_is_looked_up_while_it_is_typed(chromium_page, people, ana):
    page = chromium_page(reverse("capture"))
    type_line(page, "met Dora today")
    page.locator("#p0-name").fill("Ana Souza")
    page.locator("#p0-organization").focus()
    asked(page, "Ana Souza").get_by_label("Ana Souza").check()
    page.get_by_role("button", name="Keep", exact=True).click()
    page.get_by_role("heading", name="Ana Souza is kept").wait_for()
    assert Captured.objects.get().contact == ana


def test_kept_in_one_tab_it_is_kept_already_in_the_other(chromium_page, network, ada, today):
    row = receive(network=network, key="line-0001", way="line", text="met Dora Lind", on=today, by=ada)
    one, other = (chromium_page(reverse("inbox-item", args=[row.pk])) for _tab in range(2))
    for page in (one, other):
        page.get_by_role("button", name="Keep", exact=True).click()
        page.get_by_role("heading", name="Dora Lind is kept").wait_for()
    assert other.get_by_text("This was kept already.").is_visible()
    assert Contact.objects.filter(display="Dora Lind").count() == 1


def test_after_a_logged_talk_it_is_asked_who_else(chromium_page, people, ana):
    page = chromium_page(f"{reverse('log')}?contact={ana.pk}", width=390)
    page.locator("[name=kind][value=coffee]").check(force=True)
    page.get_by_role("button", name="Keep it").click()
    page.get_by_role("link", name="Who else?").click()
    page.get_by_placeholder("Name").first.fill("Eve Stone")
    page.get_by_role("button", name="Keep it").click()
    page.get_by_text("Eve Stone").first.wait_for()
    assert Referral.objects.get().contact == ana
