"""The page that gives everything back."""

from __future__ import annotations

import io
import zipfile

import pytest
from django_scopes import scope

from tests.cast import network_of
from wellkept.domain.exchange.exporting.ordering import archive_of, order_export
from wellkept.domain.exchange.models import ExportRun

HTMX = {"HX-Request": "true"}


@pytest.fixture
def at_once(settings):
    """Background jobs run where they are ordered."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


def test_the_page_says_what_would_be_in_it(page, network, ana, bruno):
    text = page.get("/export").content.decode()

    assert "2 contacts" in text and "Make the archive" in text


def test_the_archive_is_made_and_fetched(page, network, ana, at_once):
    assert page.post("/export", follow=True).status_code == 200

    run = ExportRun.objects.get()
    shown = page.get("/export").content.decode()
    assert f"/export/{run.pk}/archive" in shown

    answer = page.get(f"/export/{run.pk}/archive")
    assert answer["Content-Type"] == "application/zip"
    assert answer["Content-Disposition"].startswith('attachment; filename="wellkept-20')
    assert answer["Cache-Control"] == "no-store"
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as zipped:
        assert b"Ana Souza" in zipped.read("contacts.vcf")


def test_while_it_is_made_the_page_asks_again_and_offers_no_second_one(page, network):
    page.post("/export")
    page.post("/export")

    assert ExportRun.objects.count() == 1
    whole = page.get("/export").content.decode()
    assert 'hx-trigger="every 1s"' in whole and "Make it again" not in whole
    part = page.get("/export", headers=HTMX).content.decode()
    assert part.strip().startswith('<div id="making"') and "<h1" not in part


def test_when_it_is_done_the_page_is_shown_anew(page, network, at_once):
    page.post("/export")

    assert page.get("/export", headers=HTMX)["HX-Refresh"] == "true"


def test_what_could_not_be_made_says_why(page, network):
    order_export(network=network)
    ExportRun.objects.update(state="failed", problem="No space left on device.")

    text = page.get("/export").content.decode()

    assert "No space left on device." in text and "Make it again" in text


def test_an_archive_that_is_not_ready_or_gone_is_not_there(page, network, at_once):
    run, _new = order_export(network=network)
    assert page.get(f"/export/{run.pk}/archive").status_code == 404
    ExportRun.objects.update(state="done")
    assert not archive_of(run).exists()
    assert page.get(f"/export/{run.pk}/archive").status_code == 404


def test_a_stranger_gets_nothing(page, ben, settings):
    theirs = network_of(ben)
    with scope(network=theirs):
        run, _new = order_export(network=theirs)
        ExportRun.objects.update(state="done")
        archive_of(run).parent.mkdir(parents=True)
        archive_of(run).write_bytes(b"secret")

    assert page.get(f"/export/{run.pk}/archive").status_code == 404
    assert page.get("/export").content.decode().count(f"/export/{run.pk}/") == 0
