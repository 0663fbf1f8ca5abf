"""Pasting and dropping: one person goes to the inbox, several by choice, and what names nobody writes nothing."""

from __future__ import annotations

import re

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import network_of
from tests.formats.test_pasted import INVITATION, MAIL
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.people import from_json, unsure_of
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.interfaces.web.paste import reading

SIGNATURE = "See you.\n\nBest regards,\nDora Lind\nHead of Data\nAcme GmbH\nTel. 030 1234567"
KEY = "0f3d4a52-30d5-4c5e-9a66-2f4f5f1c9a10"


def tokens_of(answer):
    return re.findall(r'name="who" value="([^"]+)"', answer.content.decode())


def test_the_page_has_a_box_and_takes_files(page, network):
    said = page.get("/paste").content.decode()
    assert 'name="text"' in said and 'type="file"' in said


def test_a_signature_waits_in_the_inbox(page, network):
    answer = page.post("/paste", {"text": SIGNATURE, "key": KEY})
    row = Captured.objects.get()
    assert answer.url == f"/inbox/{row.pk}" and row.way == "signature" and row.state == "waiting"
    (person,) = from_json(row.read)
    assert person.name.display == "Dora Lind" and person.positions[0].organization == "Acme GmbH"
    assert "See you." not in row.text
    assert "Dora Lind" in page.get(answer.url).content.decode()


def test_the_same_form_twice_is_taken_once(page, network):
    for _again in range(2):
        page.post("/paste", {"text": SIGNATURE, "key": KEY})
    assert Captured.objects.count() == 1


def test_what_is_unsure_is_kept_with_it(page, network):
    page.post("/paste", {"text": "https://www.linkedin.com/in/dora-lind-123/"})
    row = Captured.objects.get()
    assert unsure_of(row.read) == ["name"] and row.way == "pasted"


def test_several_people_are_listed_and_nothing_is_written_before_they_are_chosen(page, network):
    answer = page.post("/paste", {"file": SimpleUploadedFile("kick-off.ics", INVITATION.encode())})
    tokens = tokens_of(answer)
    assert answer.status_code == 200 and len(tokens) == 3 and not Captured.objects.exists()
    taken = page.post("/paste/take", {"who": tokens[:2], "key": KEY})
    assert taken.url == "/inbox" and Captured.objects.count() == 2
    page.post("/paste/take", {"who": tokens[:2], "key": KEY})
    assert Captured.objects.count() == 2


def test_several_are_taken_in_one_act_that_can_be_undone(page, network, ada):
    tokens = tokens_of(page.post("/paste", {"file": SimpleUploadedFile("kick-off.ics", INVITATION.encode())}))
    page.post("/paste/take", {"who": tokens, "key": KEY})
    undo(act=Act.objects.order_by("-pk").first(), by=ada)
    assert not Captured.objects.exists()


def test_of_a_mail_the_card_it_carries_is_offered_too(page, network):
    answer = page.post("/paste", {"file": SimpleUploadedFile("mail.eml", MAIL.encode())})
    assert len(tokens_of(answer)) == 2 and b"Chen Wei" in answer.content


def test_one_chosen_leads_to_its_sheet(page, network):
    tokens = tokens_of(page.post("/paste", {"file": SimpleUploadedFile("kick-off.ics", INVITATION.encode())}))
    answer = page.post("/paste/take", {"who": tokens[1], "key": KEY})
    assert answer.url == f"/inbox/{Captured.objects.get().pk}"


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"text": ""}, "Paste something"),
        ({"text": "nothing of anybody is in this sentence"}, "No name, address or number"),
        ({"text": "x" * 2_000_001}, "longer"),
    ],
)
def test_what_names_nobody_is_said_and_nothing_is_written(page, network, sent, said):
    answer = page.post("/paste", sent)
    assert answer.status_code == 422 and said in answer.content.decode() and not Captured.objects.exists()


def test_a_file_that_cannot_be_read_is_named_beside_those_that_can(page, network):
    files = [SimpleUploadedFile("empty.txt", b" "), SimpleUploadedFile("kick-off.ics", INVITATION.encode())]
    answer = page.post("/paste", {"file": files})
    assert len(tokens_of(answer)) == 3 and b"empty.txt" in answer.content


def test_a_picture_goes_to_the_reader_of_cards(page, network, monkeypatch):
    from wellkept.domain.capture.photos import Taken

    seen = {}

    def take(*, photos, **rest):
        seen.update(rest, photos=list(photos))
        return Taken(refused=["shot.png: broken"])

    monkeypatch.setattr("wellkept.interfaces.web.paste.views.take_photos", take)
    answer = page.post("/paste", {"file": SimpleUploadedFile("shot.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40)})
    assert seen["photos"][0][0] == "shot.png" and answer.status_code == 422 and b"shot.png: broken" in answer.content


def test_a_list_that_was_changed_or_is_somebody_elses_is_refused(page, network, ben):
    foreign = signing.dumps(
        {"network": network_of(ben).pk, "way": "pasted", "text": "x", "read": {}}, salt=reading.SALT
    )
    for token in ("no-token", foreign):
        assert page.post("/paste/take", {"who": token, "key": KEY}).url == "/paste"
    assert not Captured.objects.exists() and not Contact.objects.filter(display="x").exists()


def test_whoever_is_not_signed_in_is_sent_to_the_door(client, network):
    assert "/sign-in" in client.post("/paste", {"text": SIGNATURE}).url
