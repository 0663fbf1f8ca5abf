"""Event mode in the browser: what is typed without network is on the phone, and arrives once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.journeys.conftest import SIGHTS
from wellkept.domain.capture.models import Captured
from wellkept.domain.events.adding import add_event, remove_event
from wellkept.domain.events.models import Event

pytestmark = pytest.mark.journey


@pytest.fixture
def fair(network, ada) -> Event:
    today = date.today()
    return add_event(
        network=network, name="Fair of small presses", starts_on=today, ends_on=today + timedelta(days=2), by=ada
    )


def ready(page: Any) -> Any:
    """The page can be closed and opened without network from here on."""
    page.get_by_text("Works without network from now on.").wait_for()
    page.evaluate("() => navigator.serviceWorker.ready")
    return page


def type_line(page: Any, words: str, waiting: int) -> None:
    page.get_by_label("A line", exact=True).fill(words)
    page.get_by_role("button", name="Keep it").click()
    says = "1 waits on this phone" if waiting == 1 else f"{waiting} wait on this phone"
    page.locator("[data-count]", has_text=says).wait_for()


def lines_kept() -> list[str]:
    return sorted(Captured.objects.values_list("text", flat=True))


def test_twenty_lines_typed_without_network_survive_the_page_and_arrive_once(chromium_page, fair):
    page = ready(chromium_page(f"/events/{fair.pk}/here", width=390))
    context = page.context
    context.set_offline(True)
    for number in range(10):
        type_line(page, f"line {number:02}", number + 1)
    page.close()

    page = context.new_page()
    page.goto(f"/events/{fair.pk}/here")
    page.locator("[data-count]", has_text="10 wait on this phone").wait_for()
    for number in range(10, 20):
        type_line(page, f"line {number:02}", number + 1)
    page.close()
    assert Captured.objects.count() == 0

    page = context.new_page()
    page.goto(f"/events/{fair.pk}/here")
    context.set_offline(False)
    page.locator("[data-count]", has_text="Nothing waits · 20 sent").wait_for()

    assert lines_kept() == [f"line {number:02}" for number in range(20)]
    assert set(Captured.objects.values_list("event", "on")) == {(fair.pk, date.today())}


def test_an_answer_that_never_arrives_gives_no_double(chromium_page, fair):
    """The server has stored it; the phone does not know, sends it again, and it is there once."""
    page = ready(chromium_page(f"/events/{fair.pk}/here", width=390))
    killed = []

    def kill(route: Any) -> None:
        answer = route.fetch()
        killed.append(answer.status)
        if len(killed) < 3:
            route.abort("connectionreset")
        else:
            route.fulfill(response=answer)

    page.route("**/capture/receive", kill)
    page.get_by_label("A line", exact=True).fill("met Ana")
    page.get_by_role("button", name="Keep it").click()
    page.get_by_text("may have arrived").wait_for()
    assert lines_kept() == ["met Ana"]
    assert page.get_by_role("button", name="Change this line").count() == 0

    page.get_by_role("button", name="Send now").click()
    page.get_by_text("It is sent by itself later").wait_for()
    page.get_by_role("button", name="Send now").click()
    page.locator("[data-count]", has_text="Nothing waits · 1 sent").wait_for()
    assert killed == [200, 200, 200]
    assert lines_kept() == ["met Ana"]


def test_what_waits_can_be_changed_and_thrown_away(chromium_page, fair):
    page = ready(chromium_page(f"/events/{fair.pk}/here", width=390))
    page.on("dialog", lambda dialog: dialog.accept())
    page.context.set_offline(True)
    for number, words in enumerate(("first", "second"), start=1):
        type_line(page, words, number)
    newest = page.locator("[data-list] li").first
    newest.get_by_role("button", name="Change this line").click()
    newest.get_by_label("Change the line").fill("second, with the deck")
    newest.get_by_role("button", name="Change it").click()
    page.get_by_text("second, with the deck").wait_for()
    page.locator("[data-list] li").last.get_by_role("button", name="Throw this line away").click()
    page.locator("[data-count]", has_text="1 waits on this phone").wait_for()
    page.context.set_offline(False)
    page.locator("[data-count]", has_text="Nothing waits").wait_for()
    assert lines_kept() == ["second, with the deck"]


def test_lines_of_an_event_that_was_removed_are_sent_from_the_page_of_events(chromium_page, fair, ada):
    page = ready(chromium_page(f"/events/{fair.pk}/here", width=390))
    page.context.set_offline(True)
    type_line(page, "met Ana", 1)
    page.close()
    remove_event(event=fair, by=ada)
    page = page.context.new_page()
    page.context.set_offline(False)
    page.goto("/events/")
    for _moment in range(50):
        if Captured.objects.exists():
            break
        page.wait_for_timeout(100)
    page.locator("[data-phone]").wait_for(state="hidden")
    assert list(Captured.objects.values_list("text", "event")) == [("met Ana", None)]


def test_a_line_that_is_being_changed_is_not_sent_under_the_hand(chromium_page, fair):
    page = ready(chromium_page(f"/events/{fair.pk}/here", width=390))
    page.context.set_offline(True)
    type_line(page, "first", 1)
    type_line(page, "second", 2)
    newest = page.locator("[data-list] li").first
    newest.get_by_role("button", name="Change this line").click()
    newest.get_by_label("Change the line").fill("second, and more")
    page.context.set_offline(False)
    page.locator("[data-count]", has_text="1 waits on this phone · 1 sent").wait_for()
    assert lines_kept() == ["first"]
    newest.get_by_role("button", name="Change it").click()
    page.locator("[data-count]", has_text="Nothing waits · 2 sent").wait_for()
    assert lines_kept() == ["first", "second, and more"]


def test_a_photo_waits_too(chromium_page, fair, tmp_path):
    from PIL import Image

    Image.new("RGB", (3000, 2000), "#ddeedd").save(tmp_path / "card.png")
    page = ready(chromium_page(f"/events/{fair.pk}/here", width=390))
    page.context.set_offline(True)
    page.locator("[name=picture]").set_input_files(tmp_path / "card.png")
    page.get_by_role("button", name="Keep it").click()
    page.locator("[data-list] img").wait_for()
    page.context.set_offline(False)
    page.locator("[data-count]", has_text="Nothing waits · 1 sent").wait_for()
    row = Captured.objects.get()
    assert (row.way, row.event_id) == ("card", fair.pk)
    assert row.picture.size > 0


def test_whoever_is_signed_out_keeps_the_lines_and_is_told(chromium_page, fair, ada):
    page = ready(chromium_page(f"/events/{fair.pk}/here", width=390))
    cookies = page.context.cookies()
    page.context.clear_cookies()
    page.get_by_label("A line", exact=True).fill("met Bruno")
    page.get_by_role("button", name="Keep it").click()
    page.get_by_text("You are signed out on this phone").wait_for()
    assert Captured.objects.count() == 0

    page.context.add_cookies(cookies)
    page.get_by_role("button", name="Send now").click()
    page.locator("[data-count]", has_text="Nothing waits · 1 sent").wait_for()
    assert lines_kept() == ["met Bruno"]


def test_another_account_on_the_phone_does_not_get_the_lines(chromium_page, fair, ben, network):
    page = ready(chromium_page(f"/events/{fair.pk}/here", width=390))
    page.context.set_offline(True)
    type_line(page, "for ada alone", 1)
    page.context.clear_cookies()
    _sign_in(page, ben)
    page.context.set_offline(False)
    page.get_by_role("button", name="Send now").click()
    page.get_by_text("Some lines on this phone were written in another account").wait_for()
    page.locator("[data-count]", has_text="1 waits on this phone").wait_for()
    assert Captured._base_manager.count() == 0


def _sign_in(page: Any, who: Any) -> None:
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(who.user)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    url = page.url.partition("/events")[0]
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": url}])


def test_what_the_phone_keeps_of_the_page_names_nobody(chromium_page, fair, bruno):
    """Whatever was on the page before: what lies in the cache are pages without people, and what they are made of."""
    page = ready(chromium_page(f"/events/{fair.pk}/here", width=390))
    page.goto(f"/contacts/{bruno.pk}")
    kept = page.evaluate(
        """async () => {
            const found = [];
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                    const type = (await cache.match(request)).headers.get("Content-Type") ?? "";
                    found.push([new URL(request.url).pathname, type.includes("html") ? await (await cache.match(request)).text() : ""]);
                }
            }
            return found;
        }"""
    )
    pages = {path: text for path, text in kept if not path.startswith("/static/")}
    assert set(pages) == {"/offline", f"/events/{fair.pk}/here"}
    assert all(
        "Keller" not in text and "Quill" not in text and "csrfmiddlewaretoken" not in text for text in pages.values()
    )


def test_a_browser_that_stores_nothing_is_told_and_sends_at_once(chromium_page, fair):
    page = chromium_page("/events/", width=390)
    page.context.add_init_script(
        "Object.defineProperty(window, 'indexedDB', {value: {open() { throw new Error('no') }}})"
    )
    page.goto(f"/events/{fair.pk}/here")
    page.get_by_text("This browser keeps nothing for this page").wait_for()
    page.get_by_label("A line", exact=True).fill("met Chen")
    page.get_by_role("button", name="Keep it").click()
    page.get_by_text("Sent. It waits in the inbox.").wait_for()
    assert lines_kept() == ["met Chen"]


def test_without_javascript_a_line_is_sent_at_once(chromium_page, fair):
    page = chromium_page(f"/events/{fair.pk}/here", width=390, script=False)
    page.get_by_label("A line", exact=True).fill("met Dora")
    page.get_by_role("button", name="Keep it").click()
    page.get_by_text("Sent. It waits in the inbox.").wait_for()
    assert lines_kept() == ["met Dora"]


@pytest.mark.parametrize(("width", "theme"), SIGHTS)
def test_event_mode_is_sound_with_lines_that_wait(chromium_page, axe, fair, width, theme):
    page = ready(chromium_page(f"/events/{fair.pk}/here", width=width, theme=theme))
    page.context.set_offline(True)
    type_line(page, "Ana Souza, Acme, send her the deck by Friday " * 3, 1)
    page.locator("[data-list] li").first.get_by_role("button", name="Change this line").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert axe(page) == []
