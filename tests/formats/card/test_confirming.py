from __future__ import annotations

import pytest

from tests.formats.card.setting import read
from wellkept.formats.card.confirming import confirmed
from wellkept.formats.card.reading import Card

MECARD = "MECARD:N:Souza,Ana;ORG:Acme Analytics Ltd;TEL:+442079460123;EMAIL:ana.souza@acme.example;URL:https://acme.example;;"


def test_a_code_fills_in_what_was_not_read():
    card = confirmed(Card(), [MECARD])

    assert (card.name, card.organization, card.emails, card.phones) == (
        "Ana Souza",
        "Acme Analytics Ltd",
        ["ana.souza@acme.example"],
        ["+442079460123"],
    )
    assert card.urls == ["https://acme.example"] and card.unsure == []


def test_what_the_code_says_too_is_sure():
    card = Card(name="Ana Souza", emails=["ana.souza@acme.example"], unsure=["name", "ana.souza@acme.example", "title"])

    assert confirmed(card, [MECARD]).unsure == ["title"]


def test_a_misread_letter_is_put_right_by_the_code():
    card = confirmed(
        Card(emails=["ana.sousa@acme.example"], phones=["+442079460128"], unsure=["+442079460128"]), [MECARD]
    )

    assert (card.emails, card.phones, card.unsure) == (["ana.souza@acme.example"], ["+442079460123"], [])


def test_a_website_that_the_card_has_is_not_there_twice():
    assert confirmed(read("www.acme.example"), [MECARD]).urls == ["www.acme.example"]


@pytest.mark.parametrize(
    "code", ["", "9781234567897", "WIFI:S:guest;P:secret;;", "javascript:alert(1)", "data:text/html,<b>"]
)
def test_a_code_about_nobody_changes_nothing(code):
    assert confirmed(Card(name="Ana Souza"), [code]).as_dict() == Card(name="Ana Souza").as_dict()
