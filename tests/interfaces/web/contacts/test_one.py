"""The page of one contact."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from wellkept.domain.contacts.adding import add_contact
from wellkept.domain.contacts.filling import values_of
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.models import SourceRecord
from wellkept.domain.history.acting import acting
from wellkept.formats.person import DatedOccasion, Labelled, Name, PartialDate, Person, Position


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.FILES_FOLDER = tmp_path / "files"


@pytest.fixture
def told(ada, network):
    """Ana, as LinkedIn told of her."""
    person = Person(
        name=Name(given="Ana", family="Souza"),
        emails=[Labelled("ana@example.org", "work")],
        phones=[Labelled("+43 1 5550100")],
        links=[Labelled("https://www.linkedin.com/in/ana-souza"), Labelled("javascript:alert(1)")],
        positions=[Position("Blue Kettle", title="Cook"), Position("Red Pot", current=False, ended=PartialDate(2019))],
        dates=[DatedOccasion("birthday", PartialDate(None, 2, 29))],
        notes="Likes <b>kettles</b> & *trains*.",
        groups=["choir"],
    )
    ana = add_contact(network=network, person=person, by=ada, source="linkedin")
    with acting(ada, network, "x", summary="x") as act:
        act.add(SourceRecord(contact=ana, source="linkedin", key="ana-souza", values=values_of(person)))
    return ana


def test_the_page_says_what_is_known_and_who_said_it(page, told):
    text = page.get(f"/contacts/{told.pk}").text
    for word in ["Blue Kettle", "Red Pot", "until 2019", "February 29", "choir", "Worked at", "<em>trains</em>"]:
        assert word in text
    assert 'href="tel:+4315550100"' in text and 'href="mailto:ana@example.org"' in text
    assert "https://wa.me/4315550100" in text and 'href="sms:+4315550100"' in text
    assert '<span class="source">LinkedIn</span>' in text
    assert "<b>kettles</b>" not in text and 'href="javascript' not in text


def test_the_page_asks_a_fixed_number_of_questions(page, told, django_assert_max_num_queries):
    page.get(f"/contacts/{told.pk}")
    with django_assert_max_num_queries(45):
        assert told.display in page.get(f"/contacts/{told.pk}").content.decode()


def test_archive_and_back(page, ana):
    assert "Archived Ana Souza" in page.post(f"/contacts/{ana.pk}/archive", follow=True).text
    assert "Bring back" in page.get(f"/contacts/{ana.pk}").text
    page.post(f"/contacts/{ana.pk}/archive", {"back": "1"})
    ana.refresh_from_db()
    assert ana.archived_at is None


def test_deleting_leads_to_the_list_with_undo(page, network, ana):
    answer = page.post(f"/contacts/{ana.pk}/delete", follow=True)
    assert "Deleted Ana Souza" in answer.text and answer.redirect_chain[0][0] == "/contacts/"
    assert not Contact.objects.filter(pk=ana.pk).exists()
    assert page.get(f"/contacts/{ana.pk}").status_code == 404


def test_the_own_card_is_neither_shown_as_a_contact_nor_deleted(page, network):
    me = own_card(network=network)
    assert page.get(f"/contacts/{me.pk}").url == "/me"
    page.post(f"/contacts/{me.pk}/delete")
    assert own_card(network=network) == me


def png():
    out = io.BytesIO()
    Image.new("RGB", (30, 30), "red").save(out, "PNG")
    return out.getvalue()


def test_a_picture_is_put_in_shown_and_taken_away(page, ana):
    assert page.get(f"/contacts/{ana.pk}/photo").status_code == 404
    answer = page.post(f"/contacts/{ana.pk}/photo", {"photo": SimpleUploadedFile("ana.png", png())}, follow=True)
    assert "New picture of Ana Souza" in answer.text
    shown = page.get(f"/contacts/{ana.pk}/photo")
    assert shown.headers["Content-Type"] == "image/jpeg" and b"".join(shown.streaming_content)[:2] == b"\xff\xd8"
    assert "sandbox" in shown.headers["Content-Security-Policy"]
    page.post(f"/contacts/{ana.pk}/photo", {"remove": "1"})
    ana.refresh_from_db()
    assert ana.photo_id is None


@pytest.mark.parametrize("data", [b"<svg onload='alert(1)'/>", b"GIF89a"])
def test_what_is_no_picture_is_refused_with_a_word(page, ana, data):
    answer = page.post(f"/contacts/{ana.pk}/photo", {"photo": SimpleUploadedFile("ana.png", data)}, follow=True)
    assert "no picture that can be read" in answer.text
    assert "Choose a picture first" in page.post(f"/contacts/{ana.pk}/photo", follow=True).text
    ana.refresh_from_db()
    assert ana.photo_id is None


def test_a_card_to_hand_on_holds_no_private_words(page, told):
    answer = page.get(f"/contacts/{told.pk}/vcard")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="ana-souza.vcf"'
    text = answer.content.decode()
    assert "FN:Ana Souza" in text and "ana@example.org" in text and "kettles" not in text and "choir" not in text


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("path", ["", "/edit", "/photo", "/archive", "/delete", "/vcard"])
def test_a_stranger_finds_nothing(client, ben, ana, path, method):
    client.force_login(ben.user)
    assert getattr(client, method)(f"/contacts/{ana.pk}{path}").status_code in (404, 405)
    assert Contact._base_manager.get(pk=ana.pk).archived_at is None
