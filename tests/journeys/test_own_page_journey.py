"""The own page in the browser, from the first tick to a stranger's details in the inbox; the code on a phone's screen."""

import io

import pytest
import zxingcpp
from PIL import Image

from tests.domain.contacts.own_card import fill_own_card
from wellkept.domain.capture.models import Captured
from wellkept.domain.contacts.own_page import OwnPage
from wellkept.domain.contacts.publishing import settle_page

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def card(network, ada):
    return fill_own_card(network, ada)


@pytest.mark.parametrize("script", [True, False])
def test_a_page_is_put_up_and_a_stranger_leaves_their_details(
    chromium_page, chromium, live_server, network, card, script
):
    page = chromium_page("/me", width=390, script=script)
    page.get_by_role("link", name="What others see").click()
    page.get_by_label("On the page: Name").check()
    page.get_by_label("On the page: E-mail, work").check()
    page.get_by_label("The page is on").check()
    page.get_by_label("Visitors can leave their details").check()
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Your own page is on").first.wait_for()
    page.get_by_label("An address of your own words").fill("ada-quill")
    page.get_by_role("button", name="Take it").click()
    assert page.get_by_label("Your page is here").input_value().endswith("/p/ada-quill")

    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": 390, "height": 844}, java_script_enabled=False
    )
    stranger = context.new_page()
    stranger.goto("/p/ada-quill")
    assert "ada.home@example.org" not in stranger.content()
    stranger.get_by_label("Your name").fill("Ana Souza")
    stranger.get_by_label("E-mail").fill("ana@example.org")
    stranger.get_by_role("button", name="Send").click()
    stranger.get_by_text("Thank you. It is with Ada Quill now.").wait_for()
    assert context.cookies() == []
    context.close()
    assert Captured.objects.get(way="details").text == "Ana Souza\nana@example.org"

    page.goto("/me/page")
    page.get_by_label("The page is on").uncheck()
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Your own page is off").first.wait_for()
    page.get_by_role("button", name="Undo").click()
    assert OwnPage.objects.get().on


def test_the_code_fills_the_phones_screen_and_is_read_from_it(chromium_page, network, ada, card):
    settle_page(
        network=network,
        on=False,
        fields=[],
        code_fields=["name", "email:ada.work@example.org"],
        leave_details=False,
        by=ada,
    )
    page = chromium_page("/me/code", width=390, theme="dark")
    code = page.get_by_alt_text("QR code with your card").bounding_box()
    assert code["width"] > 390 * 0.85

    with Image.open(io.BytesIO(page.screenshot())) as seen:
        (found,) = zxingcpp.read_barcodes(seen)
    assert "ada.work@example.org" in found.text
    with page.expect_download() as saved:
        page.get_by_role("link", name="Lock screen").click()
    with Image.open(saved.value.path()) as screen:
        assert screen.size == (1170, 2532)
