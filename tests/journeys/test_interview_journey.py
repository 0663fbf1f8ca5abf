"""The memory interview in the browser: five minutes at one source, left and come back to, up to a card of the week."""

import pytest

from tests.cast import contact
from tests.domain.recall.conftest import career  # noqa: F401
from wellkept.domain.cadence.models import Decision
from wellkept.domain.contacts.models import Contact
from wellkept.domain.recall.models import Remembered

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("script", [True, False])
def test_a_source_is_walked_from_the_prompts_to_the_week(chromium_page, network, ada, career, script):  # noqa: F811
    contact(network, ada, "Ana", "Souza")
    page = chromium_page("/interview", width=390, script=script)
    page.get_by_role("button", name="Begin with the first five minutes").click()
    page.get_by_role("main").get_by_role("link", name="Memory interview").click()
    page.get_by_role("link", name="Blue Kettle").click()
    page.get_by_text("Who hired you, and who sat beside you?").wait_for()
    page.get_by_label("Whoever comes to mind, one a line").fill("Ana Souza\nFern Moss, Acme\nTom")
    page.get_by_role("button", name="Put them on the list").click()
    page.get_by_role("heading", name="3 names").wait_for()
    assert page.get_by_text("is already here").count() == 1
    page.get_by_label("When you last spoke to Fern Moss").select_option("long")
    page.get_by_label("Whether Fern Moss would answer").select_option("surely")
    page.get_by_role("button", name="Save and leave").click()

    page.get_by_text("3 names so far").wait_for()
    page.get_by_role("link", name="Go on: Blue Kettle").click()
    assert page.get_by_label("When you last spoke to Fern Moss").input_value() == "long"
    page.get_by_role("button", name="Take Tom off the list").click()
    page.get_by_role("button", name="Keep them and go on").click()

    page.get_by_role("heading", name="How often?").wait_for()
    page.get_by_label("Ana Souza").uncheck()
    page.get_by_role("button", name="Be in touch twice a year").click()
    page.wait_for_url("**/interview/*")
    assert [one.contact.display for one in Decision.objects.all()] == ["Fern Moss"]
    assert Contact.objects.filter(is_me=False).count() == 2

    page.goto("/interview/end")
    page.get_by_role("button", name="Put into the week").click()
    page.get_by_text("planned for").wait_for()
    page.goto("/")
    page.get_by_text("You remembered them from Blue Kettle").first.wait_for()


def test_what_is_told_is_saved_by_itself(chromium_page, network, career):  # noqa: F811
    page = chromium_page("/interview", width=390)
    page.get_by_role("button", name="Begin with the first five minutes").click()
    page.get_by_label("Whoever comes to mind, one a line").fill("Fern Quill")
    page.get_by_role("button", name="Put them on the list").click()
    page.get_by_role("heading", name="1 name").wait_for()
    page.wait_for_load_state()  # the script that saves is there with the whole page
    with page.expect_response(lambda answer: answer.request.method == "POST" and answer.status == 204, timeout=40_000):
        page.get_by_label("When you last spoke to Fern Quill").select_option("years")

    assert Remembered.objects.get(name="Fern Quill").spoken == "years"
