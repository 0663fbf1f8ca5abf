"""Whoever is forgotten goes from the captures too, and with them the picture of their card."""

from __future__ import annotations

import pytest

from tests.domain.capture.conftest import alone
from tests.domain.capture.test_undoing import taken, turning  # noqa: F401 fixtures
from wellkept.domain.capture.keeping import drop, keep
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.photos import read_photos
from wellkept.domain.capture.receiving import receive
from wellkept.domain.contacts.files import path_of, store_bytes
from wellkept.domain.contacts.merging import merge_contacts
from wellkept.domain.contacts.models import File
from wellkept.domain.exchange.forgetting.erasing import forget
from wellkept.domain.exchange.forgetting.surveying import survey
from wellkept.domain.history.models import Change

pytestmark = pytest.mark.django_db(transaction=True)


def captured(network, ada, today, number, text="", **columns):
    return receive(network=network, key=f"capture-{number}", way="line", text=text, on=today, by=ada, **columns)


def test_a_capture_that_names_them_is_erased_and_others_stay(network, ada, ana, bruno, today):
    waiting = captured(network, ada, today, 1, "met Ana Souza, two kids")
    drop(captured=captured(network, ada, today, 2, "call with Ana Souza"), by=ada)
    other = captured(network, ada, today, 3, "met Bruno Keller")
    forget(contact=ana, by=ada)
    assert list(Captured.objects.all()) == [other]
    assert not Change.objects.filter(table="capture.captured", row=waiting.pk).exists()


def test_what_was_kept_for_them_goes_whatever_it_says_with_its_picture(network, ada, today):
    picture = store_bytes(network=network, data=b"a card", name="card.png", media_type="image/png", by=ada)
    row = captured(network, ada, today, 1, picture=picture)
    (dora,) = keep(captured=row, choice=alone(), by=ada, today=today).contacts
    path = path_of(network.pk, picture.sha256)
    assert path.exists() and picture in survey(dora).files
    forget(contact=dora, by=ada)
    assert not Captured.objects.exists() and not File.objects.exists() and not path.exists()


@pytest.mark.parametrize("kept", [True, False])
def test_of_a_card_that_was_read_the_photo_as_it_was_taken_goes_too(network, ada, today, taken, ana, kept):  # noqa: F811
    """It is turned upright when it is read, which makes a second file of it."""
    read_photos(network=network, by=ada)
    taken.refresh_from_db()
    if kept:
        keep(captured=taken, choice=alone(contact=ana), by=ada, today=today)
    paths = [path_of(network.pk, file.sha256) for file in File.objects.all()]
    assert len(paths) == 2
    forget(contact=ana, by=ada)
    assert not Captured.objects.exists() and not File.objects.exists()
    assert not any(path.exists() for path in paths)


def test_a_picture_that_is_somebody_elses_too_stays(network, ada, today):
    picture = store_bytes(network=network, data=b"two cards", name="cards.png", media_type="image/png", by=ada)
    dora = keep(
        captured=captured(network, ada, today, 1, picture=picture), choice=alone(), by=ada, today=today
    ).contacts[0]
    captured(network, ada, today, 2, picture=picture)
    forget(contact=dora, by=ada)
    assert Captured.objects.get().picture == picture


def test_a_merge_takes_the_captures_along(network, ada, ana, bruno, today):
    row = captured(network, ada, today, 1, "x")
    keep(captured=row, choice=alone(contact=bruno), by=ada, today=today)
    merge_contacts(kept=ana, gone=bruno, by=ada)
    assert Captured.objects.get().contact == ana
