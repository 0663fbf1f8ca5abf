from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.domain.capture.test_photos import Blind, photo
from tests.interfaces.web.capture.forms import form_of
from wellkept.domain.capture import photos
from wellkept.domain.capture.jobs import read_photos_job
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.photos import read_photos
from wellkept.domain.contacts.models import Contact, File
from wellkept.domain.history.models import Act
from wellkept.interfaces.web.cards import views


@pytest.fixture(autouse=True)
def blind(monkeypatch):
    """Every picture is a card of Ana, and jobs wait."""
    monkeypatch.setattr(photos, "Eye", Blind)
    monkeypatch.setattr(photos, "engine_is_there", lambda: True)
    monkeypatch.setattr(views, "engine_is_there", lambda: True)
    return monkeypatch


@pytest.fixture
def asked(monkeypatch):
    """The networks whose photos were to be read."""
    networks = []
    monkeypatch.setattr(type(read_photos_job), "enqueue", lambda _self, network_id: networks.append(network_id))
    return networks


def upload(page, *names: str, colour: str = "#336699"):
    files = [SimpleUploadedFile(name, photo(colour), "image/jpeg") for name in names]
    return page.post(reverse("cards"), {"photo": files})


def test_photos_are_taken_in_and_wait(page, network, asked):
    answer = upload(page, "ana.jpg")

    assert answer.status_code == 302 and answer.url == reverse("cards")
    assert asked == [network.pk] and Captured.objects.get().way == "card"
    assert "Being read" in page.get(reverse("cards")).content.decode()


def test_what_was_read_is_shown_and_leads_to_its_page_in_the_inbox(page, network, ada, asked):
    upload(page, "ana.jpg")
    read_photos(network=network, by=ada)

    shown = page.get(reverse("cards")).content.decode()

    assert "Ana Souza" in shown and "Acme Analytics Ltd" in shown and "1 word to check" in shown
    assert reverse("inbox-item", args=[Captured.objects.get().pk]) in shown


def test_a_card_is_kept_beside_its_picture(page, network, ada, asked):
    upload(page, "ana.jpg")
    read_photos(network=network, by=ada)
    address = reverse("inbox-item", args=[Captured.objects.get().pk])
    shown = page.get(address).content.decode()
    assert reverse("inbox-picture", args=[Captured.objects.get().pk]) in shown and 'value="Ana Souza"' in shown

    form = {
        "rows-p": "1",
        "p0-who": "new",
        "p0-name": "Ana Souza",
        "p0-organization": "Acme Analytics Ltd",
        "do": "keep",
    }
    page.post(address, form)

    assert Contact.objects.get(is_me=False).display == "Ana Souza"
    assert Captured.objects.get().state == "kept"


def test_photos_that_are_read_are_asked_for_by_the_page_itself(page, network, ada, asked):
    upload(page, "ana.jpg")
    assert 'hx-trigger="every 2s"' in page.get(reverse("cards")).content.decode()
    read_photos(network=network, by=ada)

    part = page.get(reverse("cards"), headers={"HX-Request": "true"}).content.decode()

    assert part.lstrip().startswith("<section") and "hx-trigger" not in part


def test_bad_pictures_are_refused_and_nothing_is_written(page, network, asked, blind):
    from wellkept.domain.capture.seeing import Seen

    blind.setattr(Blind, "made_small", lambda _self, _data: Seen(problem="svg"))

    answer = upload(page, "drawing.svg")

    assert answer.status_code == 422 and "SVG" in answer.content.decode()
    assert asked == [] and not Captured.objects.exists()


def test_nothing_and_too_much_are_refused(page, network, asked):
    assert page.post(reverse("cards")).status_code == 422
    assert upload(page, *(f"{at}.jpg" for at in range(21))).status_code == 422
    assert not Captured.objects.exists()


def test_without_the_engine_the_page_says_how_it_is_installed(page, network, blind):
    blind.setattr(views, "engine_is_there", lambda: False)

    assert "make setup-cards" in page.get(reverse("cards")).content.decode()


def test_a_photo_is_read_again(page, network, ada, asked):
    upload(page, "ana.jpg")
    read_photos(network=network, by=ada)

    page.post(reverse("card-again", args=[Captured.objects.get().pk]))

    assert Captured.objects.get().read == {} and asked == [network.pk] * 2


def test_the_list_takes_as_many_queries_for_ten_as_for_one(page, network, asked, django_assert_max_num_queries):
    for at in range(10):
        upload(page, "ana.jpg", colour=f"#3366{at:02}")

    with django_assert_max_num_queries(16):
        page.get(reverse("cards"))


def test_a_stranger_sees_no_card_and_reads_none_again(client, ben, network, ada, asked, page):
    upload(page, "ana.jpg")
    client.force_login(ben.user)

    assert client.post(reverse("card-again", args=[Captured.objects.get().pk])).status_code == 404
    assert "card-open" not in client.get(reverse("cards")).content.decode()


@pytest.mark.parametrize("state", ["unread", "read", "kept"])
def test_taking_photos_in_is_taken_back_and_done_again_on_the_page_whatever_became_of_them(
    page, network, ada, asked, state
):
    upload(page, "ana.jpg")
    act = Act.objects.get(verb="capture")
    if state != "unread":
        read_photos(network=network, by=ada)
    address = reverse("inbox-item", args=[Captured.objects.get().pk])
    if state == "kept":
        page.post(address, form_of(page.get(address), do="keep"))

    answer = page.post(reverse("undo", args=[act.pk]))
    if state != "unread":
        assert answer.status_code == 409 and Captured.objects.exists()
        page.post(reverse("undo", args=[act.pk]), {"otherwise": "anyway"})
    assert not Captured.objects.exists() and not File.objects.exists()
    assert page.get(address).status_code == 404
    assert page.get(reverse("cards")).status_code == 200
    page.post(reverse("undo", args=[Act.objects.get(undo_of=act).pk]))
    assert page.get(address).status_code == 200
    assert page.get(reverse("inbox-picture", args=[Captured.objects.get().pk])).status_code == 200
