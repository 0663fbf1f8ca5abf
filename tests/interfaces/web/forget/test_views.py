"""Forgetting a person in the browser, without JavaScript: shown, given, asked twice, gone."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse

from tests.cast import contact
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.models import Forgotten
from wellkept.domain.timeline.models import Note
from wellkept.domain.timeline.noting import add_note
from wellkept.domain.timeline.recording import record_interaction


@pytest.fixture(autouse=True)
def folder_of_its_own(settings, tmp_path):
    settings.HOME = tmp_path
    settings.FILES_FOLDER = tmp_path / "files"


@pytest.fixture
def noted(network, ada, ana, bruno, today):
    add_note(contact=bruno, body="Ask Ana Souza about boats", on=today, by=ada, today=today)
    record_interaction(
        network=network, contacts=[ana, bruno], kind="lunch", on=today, body="Tides", by=ada, today=today
    )
    return reverse("contact-forget", args=[ana.pk])


def test_the_whole_way(page, noted, ana):
    assert "cannot be undone" in page.get(noted).content.decode()
    shown = page.get(noted + "?look=1")
    assert "Ask Ana Souza about boats" in shown.content.decode() and "Tides" in shown.content.decode()
    (mention,) = shown.context["found"].mentions

    sure = page.post(noted, {"also": [mention.key], "shared": "keep"}).content.decode()
    assert "Once more" in sure and mention.key in sure
    assert Contact.objects.filter(pk=ana.pk).exists(), "asked, and not done yet"

    wrong = page.post(noted, {"also": [mention.key], "name": "Bruno"}).content.decode()
    assert "That is not the name" in wrong and "Once more" in wrong
    assert Contact.objects.filter(pk=ana.pk).exists()

    done = page.post(noted, {"also": [mention.key], "shared": "keep", "name": " ana souza "}, follow=True)
    assert "Forgotten:" in done.content.decode() and 'action="/history/' not in done.content.decode()
    assert not Contact.objects.filter(pk=ana.pk).exists()
    assert Note.objects.get().body == "Ask … about boats"


def test_what_is_not_ticked_stays(page, noted):
    page.post(noted, {"name": "Ana Souza"})
    assert Note.objects.get().body == "Ask Ana Souza about boats"


def test_all_of_it_can_be_given_to_them(page, noted, ana):
    answer = page.get(reverse("contact-forget-document", args=[ana.pk]))
    said = json.loads(answer.content)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="ana-souza.json"'
    assert said["name"] == "Ana Souza" and said["records"]["contacts.contact"][0]["family"] == "Souza"
    assert [one["body"] for one in said["with others"]] == ["Tides"]
    assert [one["text"] for one in said["named in"]] == ["Ask Ana Souza about boats"]
    assert said["history"]


def test_ones_own_card_is_not_forgotten(page, network):
    me = own_card(network=network)
    assert page.get(reverse("contact-forget", args=[me.pk])).status_code == 302
    page.post(reverse("contact-forget", args=[me.pk]), {"name": me.display})
    assert Contact.objects.filter(pk=me.pk).exists()


def test_the_mark_is_found_by_an_address_and_lifted(page, network, ada):
    zelda = contact(network, ada, "Zelda", "Berg")
    from wellkept.domain.contacts.models import Email
    from wellkept.domain.exchange.forgetting.erasing import forget
    from wellkept.domain.history.acting import acting

    with acting(ada, network, "add", summary="Added") as act:
        act.add(Email(contact=zelda, address="zelda@example.org", key="zelda@example.org"))
    forget(contact=zelda, by=ada)
    shown = page.get(reverse("forgotten")).content.decode()
    assert "Forgotten on" in shown and "zelda" not in shown.lower()
    assert "Forgotten on" in page.get(reverse("forgotten") + "?address=Zelda@Example.org").content.decode()
    assert (
        "nobody whom you had forgotten" in page.get(reverse("forgotten") + "?address=ben@example.org").content.decode()
    )
    page.post(reverse("forgotten-lift", args=[Forgotten.objects.get().pk]))
    assert not Forgotten.objects.exists()
