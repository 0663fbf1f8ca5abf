"""What is larger than any form is refused with a page, and nothing of it is kept."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile

from wellkept.domain.exchange.models import ImportRun
from wellkept.interfaces.web.bodies import BodyLimit


@pytest.fixture
def narrow(settings):
    settings.BODY_LIMIT, settings.BODY_DROPPED = 2000, 8000


def upload(client, size):
    return client.post("/imports/", {"file": SimpleUploadedFile("people.vcf", b"x" * size)})


def test_a_page_says_the_limit_and_what_to_do(page, narrow):
    answer = upload(page, 4000)

    assert answer.status_code == 413
    assert "up to 200 MB" in answer.content.decode() and 'href="/imports/"' in answer.content.decode()
    assert not ImportRun.objects.exists()


@pytest.mark.parametrize(("size", "signed_in", "left"), [(4000, True, 0), (9000, True, 9000), (4000, False, 4000)])
def test_so_much_is_read_and_dropped_that_a_browser_shows_the_page(ada, rf, narrow, size, signed_in, left):
    request = rf.post("/imports/", b"x" * size, content_type="application/octet-stream")
    request.user = ada.user if signed_in else AnonymousUser()

    assert BodyLimit(lambda request: pytest.fail("it went on"))(request).status_code == 413
    assert len(request.read()) == left


def test_a_length_that_is_no_number_is_no_reason_to_fail(page):
    assert page.get("/", CONTENT_LENGTH="many").status_code == 200


def test_what_fits_is_taken(page, narrow):
    assert upload(page, 100).status_code != 413
