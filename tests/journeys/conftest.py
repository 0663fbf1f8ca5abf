"""A browser for the journeys: Chromium through Playwright, signed in as ada.

    def test_…(chromium_page, network):
        page = chromium_page("/contacts/", width=390, theme="dark", script=False)

``axe(page)`` gives the violations of WCAG 2.2 AA that axe finds, one line each.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright keeps an event loop in the test's thread

import pytest

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip
HEIGHTS = {390: 844, 1280: 900}
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIGHTS = [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]  # each page is looked at in all four


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A journey that fails is walked once more, and the summary says so: a browser on a busy machine misses a beat."""
    for item in items:
        if item.get_closest_marker("journey"):
            item.add_marker(pytest.mark.flaky(reruns=1, reruns_delay=2))


def settled(page: Any) -> None:
    """Waits until htmx has put in place what it fetched."""
    page.locator(".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added").first.wait_for(state="detached")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    program = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
    if program is None:
        pytest.skip("no Chromium here: install one (apt install chromium) to run the browser journeys")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def chromium_page(chromium: Any, live_server: Any, ada: Any) -> Iterator[Callable[..., Any]]:
    """Opens a page of the live server as ada. Nothing outside of it is reached; errors of scripts fail the test."""
    from django.conf import settings
    from django.test import Client

    contexts: list[Any] = []
    errors: list[str] = []

    def open_page(path: str = "/", *, width: int = 1280, theme: str = "light", script: bool = True) -> Any:
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": HEIGHTS.get(width, 900)},
            color_scheme=theme,
            has_touch=width < 600,
            java_script_enabled=script,
            locale="en-GB",
            reduced_motion="reduce",
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        context.set_default_timeout(10_000)
        context.route(lambda url: not url.startswith(live_server.url), lambda route: route.abort())
        client = Client()
        client.force_login(ada.user)
        key = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}])
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def axe() -> Callable[..., list[str]]:
    from axe_playwright_python.base import AXE_SCRIPT

    def run(page: Any, *rules: str) -> list[str]:
        """``rules``: these alone, such as 'color-contrast'."""
        options = {"runOnly": list(rules or STANDARDS), "resultTypes": ["violations"], "preload": False}
        page.evaluate(f"typeof axe === 'undefined' ? (() => {{ {AXE_SCRIPT} }})() : null")
        found = page.evaluate("options => axe.run(options)", options)["violations"]
        return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]

    return run


@pytest.fixture
def house(tmp_path: Any, chromium: Any) -> Iterator[Any]:
    """``wellkept serve`` on a new data folder: nobody has an account yet."""
    from tests.journeys.houses import House

    house = House(tmp_path)
    yield house
    house.close()


@pytest.fixture
def visit(chromium: Any, house: Any) -> Iterator[Callable[..., Any]]:
    """Opens a browser in the house; whatever goes wrong in one of them fails the test."""
    from tests.journeys.houses import Visitor

    visitors: list[Any] = []

    def visit(**how: Any) -> Any:
        visitors.append(Visitor(chromium, house, **how))
        return visitors[-1]

    yield visit
    for visitor in visitors:
        visitor.close()
    assert [wrong for visitor in visitors for wrong in visitor.wrong] == []
