"""The page that brings an archive back, without JavaScript."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.cast import contact
from tests.domain.exchange.exporting.conftest import AT
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.exporting.archive import export_network
from wellkept.domain.exchange.restoring.jobs import look_through_job, restore_job
from wellkept.domain.exchange.restoring.staging import copies, staged

PAGE = "/restore"


@pytest.fixture(autouse=True)
def files_of_its_own(settings, tmp_path):
    settings.FILES_FOLDER = tmp_path / "kept-files"


@pytest.fixture
def archive(network, ada, ana, tmp_path):
    export_network(network=network, to=tmp_path / "out.zip", at=AT)
    return SimpleUploadedFile("out.zip", (tmp_path / "out.zip").read_bytes(), "application/zip")


@pytest.fixture
def checked(page, archive, network):
    page.post(PAGE, {"file": archive})
    look_through_job.func(network.pk)


def test_the_whole_way(page, network, ada, archive):
    contact(network, ada, "Later", "Person")
    assert page.post(PAGE, {"file": archive}).url == PAGE
    assert "Looking through" in page.get(PAGE).content.decode()
    look_through_job.func(network.pk)
    shown = page.get(PAGE).content.decode()
    assert "Ada Quill" in shown and "2 contacts" in shown and "Replace what is in my network" in shown
    page.post(reverse("restore-start"), {"replace": "1"})
    restore_job.func(network.pk)

    shown = page.get(PAGE).content.decode()
    assert "is restored" in shown
    assert set(Contact.objects.filter(is_me=False).values_list("display", flat=True)) == {"Ana Souza"}
    assert page.get("/").status_code == 200, "still signed in"


def test_without_the_word_nothing_is_replaced(page, checked, network):
    page.post(reverse("restore-start"))
    assert staged(network).state == "checked"
    assert "to be replaced" in page.get(PAGE).content.decode()


def test_left_alone(page, checked, network):
    page.post(reverse("restore-discard"))
    assert staged(network) is None
    assert "Nothing was restored" in page.get(PAGE).content.decode()


@pytest.mark.parametrize("data", [b"", b"no zip"])
def test_what_is_no_archive_is_refused_in_words(page, network, data):
    page.post(PAGE, {"file": SimpleUploadedFile("x.zip", data)})
    if staged(network):
        look_through_job.func(network.pk)
    shown = page.get(PAGE).content.decode()
    assert "This file is empty" in shown or "no ZIP archive" in shown


def test_no_file_at_all(page):
    page.post(PAGE)
    assert "Choose a file first" in page.get(PAGE).content.decode()


def test_progress_comes_in_pieces_and_ends_with_a_new_page(page, archive, network):
    page.post(PAGE, {"file": archive})
    piece = page.get(PAGE, headers={"HX-Request": "true"})
    assert piece.content.lstrip().startswith(b'<div id="running"')
    look_through_job.func(network.pk)
    assert page.get(PAGE, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"


def test_what_stood_before_is_brought_back(page, checked, network, ada):
    contact(network, ada, "Later", "Person")
    page.post(reverse("restore-start"), {"replace": "1"})
    restore_job.func(network.pk)
    ((name, _when, _size),) = copies(network)
    assert name in page.get(PAGE).content.decode()
    page.post(reverse("restore-copy"), {"copy": name})
    look_through_job.func(network.pk)
    page.post(reverse("restore-start"), {"replace": "1"})
    restore_job.func(network.pk)
    assert Contact.objects.filter(family="Person").exists()


def test_a_copy_that_is_none(page, network):
    page.post(reverse("restore-copy"), {"copy": "../../x"})
    assert staged(network) is None
    assert "not there any more" in page.get(PAGE).content.decode()
