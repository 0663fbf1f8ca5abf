"""Everything a page does, done without JavaScript: forms, and nothing but forms."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.cast import PASSWORD, contact
from tests.domain.exchange.linkedin.export import export
from tests.journeys.newcomers import make_newcomer
from wellkept.domain.cadence.models import Decision, Standing
from wellkept.domain.contacts.models import Contact, Tagging
from wellkept.domain.plan.models import Answer
from wellkept.domain.search.indexing import rebuild
from wellkept.domain.timeline.models import Interaction, Note

pytestmark = pytest.mark.journey


@pytest.fixture(autouse=True)
def at_once(settings):
    """Jobs run when they are queued."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture
def page(chromium_page):
    """A phone without JavaScript, signed in as ada."""
    return chromium_page("/offline", width=390, script=False)


@pytest.fixture
def people(network, ada):
    return make_newcomer(network, ada)


def said(page):
    return page.locator(".flash").inner_text()


def test_one_signs_in_and_lands_where_one_wanted_to_go(page, ada):
    ada.user.set_password(PASSWORD)
    ada.user.save()
    page.context.clear_cookies()
    page.goto("/contacts/")
    page.get_by_label("E-mail").fill("ada@example.org")
    page.get_by_label("Password").fill("not this one at all")
    page.get_by_role("button", name="Sign in").click()
    assert page.get_by_role("alert").is_visible()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    assert page.url.endswith("/contacts/")
    page.locator("summary", has_text="More").click()
    page.get_by_role("button", name="Sign out").last.click()

    assert page.url.endswith("/sign-in")


def test_each_answer_of_a_week_is_given(page, people):
    page.goto("/")
    names = page.locator(".proposal-name").all_inner_texts()
    card = page.locator("article[data-item]", has_text=names[0])
    card.locator("summary", has_text="Done").click()
    card.get_by_label("What was said, in one line").fill("Hello")
    card.locator("[data-complete] button").click()
    assert "Undo" in said(page)
    assert Interaction.objects.get().body == "Hello"

    card = page.locator("article[data-item]", has_text=names[1])
    card.locator("summary", has_text="Not now").click()
    card.locator("[data-snooze] button.menu-item").first.click()
    assert Answer.objects.get(answer="not_now").contact.display == names[1]

    page.locator("article[data-item]", has_text=names[2]).get_by_role("button", name="Swap").click()
    assert said(page)

    card = page.locator("article[data-item]").first
    never = card.locator(".proposal-name").inner_text()
    card.get_by_role("button", name="never").click()
    assert Standing.objects.get(contact__display=never).decided == "never"
    page.get_by_role("button", name="Undo").click()
    assert Standing.objects.get(contact__display=never).decided == "undecided"


def test_triage_decides_and_takes_back(page, people):
    page.goto("/triage")
    name = page.locator(".triage .proposal-name").inner_text()
    page.get_by_role("button", name="every month").click()
    assert Standing.objects.get(contact__display=name).cadence_days == 30
    page.get_by_role("button", name="Undo").click()

    assert Decision.objects.count() == 0


def test_a_contact_is_added_edited_deleted_and_brought_back(page, network):
    page.goto("/contacts/add")
    page.get_by_label("Given name", exact=True).fill("Zoë")
    page.get_by_label("Family name", exact=True).fill("Quist")
    page.get_by_label("Organization").first.fill("Fjordpress")
    page.get_by_role("button", name="Save", exact=True).click()
    assert page.locator("h1").inner_text() == "Zoë Quist"
    page.goto(page.url + "/edit")
    page.get_by_label("Given name", exact=True).fill("Zoé")
    page.get_by_role("button", name="Save", exact=True).click()
    assert page.locator("h1").inner_text() == "Zoé Quist"
    page.locator("summary[aria-label='More acts']").click()
    page.get_by_role("button", name="Delete").click()
    assert not Contact.objects.filter(family="Quist").exists()
    page.get_by_role("button", name="Undo").click()

    assert Contact.objects.get(family="Quist").given == "Zoé"


def test_a_call_and_a_note_are_kept(page, network, ada, ana):
    rebuild(network=network)
    page.goto("/log")
    page.get_by_label("With whom").fill("Ana Souza")
    page.locator("label", has_text="Call").first.click()
    page.get_by_label("What was said").fill("About the **harbour**")
    page.get_by_role("button", name="Keep it").click()
    assert page.url.endswith(f"/contacts/{ana.pk}")
    assert page.locator(".moment .words strong").inner_text() == "harbour"
    page.get_by_label("What was said, or what to remember").fill("Likes tea")
    page.get_by_role("button", name="Keep it").click()

    assert Note.objects.get().body == "Likes tea"
    assert page.get_by_text("Likes tea").is_visible()


def test_a_file_comes_in_from_choice_to_report(page, network):
    page.goto("/imports/")
    file = {"name": "export.zip", "mimeType": "application/zip", "buffer": export()}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Preview it").click()
    assert page.get_by_text("would be added").first.is_visible()
    page.get_by_role("button", name="Start the import").click()
    assert page.get_by_role("link", name="See this week").is_visible()
    assert Contact.objects.filter(is_me=False).count() == 2
    page.get_by_role("button", name="Undo this import").click()

    assert Contact.objects.filter(is_me=False).count() == 0


def test_somebody_is_found(page, network, ana, bruno):
    rebuild(network=network)
    page.goto("/search")
    page.locator("main input[type=search]").fill("souz")
    page.locator("main").get_by_role("button", name="Search").click()
    page.locator("#found").get_by_role("link", name="Ana Souza").click()

    assert page.locator("h1").inner_text() == "Ana Souza"


def test_a_selection_is_tagged_archived_and_brought_back(page, network, ana, bruno):
    page.goto("/contacts/?words=a")
    page.get_by_label("Ana Souza", exact=True).check(force=True)
    page.locator("[data-bulk] summary", has_text="Tag").click()
    page.get_by_label("Tag them").fill("harbour")
    page.locator("[data-bulk]").get_by_role("button", name="Tag", exact=True).click()
    assert Tagging.objects.get().contact_id == ana.pk
    page.goto("/contacts/")
    page.get_by_label("Bruno Keller", exact=True).check(force=True)
    page.get_by_role("button", name="Archive").click()
    assert Contact.objects.get(pk=bruno.pk).archived_at
    page.get_by_role("button", name="Undo").click()

    assert Contact.objects.get(pk=bruno.pk).archived_at is None


def test_everything_is_taken_away_as_one_file(page, network, ana):
    page.goto("/export")
    page.get_by_role("button", name="Make the archive").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the archive").click()
    with zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes())) as archive:
        assert "Ana Souza" in archive.read("contacts.vcf").decode()


def test_settings_are_kept(page, network):
    page.goto("/settings")
    week = page.locator("section", has=page.locator("#preferences"))
    week.get_by_label("Minutes a week").fill("45")
    week.get_by_label("Single-key shortcuts").uncheck()
    week.get_by_role("button", name="Save").click()
    network.refresh_from_db()

    assert (network.budget_minutes, network.single_keys) == (45, False)


def test_a_full_list_is_paged_and_sorted(page, network, ada):
    for number in range(60):
        contact(network, ada, f"P{number:02d}", "Quist")
    page.goto("/contacts/")
    page.get_by_role("link", name="Next").click()

    assert page.locator("tbody [data-open]").count() == 10
