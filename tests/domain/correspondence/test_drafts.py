"""Drafts are short, warm and signed, and fit where they go."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, unquote, urlsplit

from hypothesis import given, settings
from hypothesis import strategies as st

from wellkept.domain.correspondence.channels import channels
from wellkept.domain.correspondence.drafts import INVITATION, REST, Draft, cut, draft
from wellkept.domain.correspondence.known import Known, Said
from wellkept.domain.correspondence.openings import opening

from .people import network_of_known

TODAY = date(2026, 11, 18)
LETTER = Draft("A & B", "Hi Ana,\n\nhow are you?\n\nAda", "Hi Ana! How are you? – Ada")


def ana(**facts) -> Known:
    return Known(**{"contact": 1, "key": "a", "display": "Ana Souza", "first_name": "Ana", "me_first": "Ada", **facts})


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(sorted(REST)))
def test_every_letter_greets_opens_and_is_signed_and_the_note_fits(seed, purpose):
    for person in network_of_known(seed, 10, TODAY):
        line = opening(person, purpose, TODAY).line
        letter = draft(person, purpose, line)
        assert letter.body.startswith(f"Hi {person.first_name},\n\n{line}\n\n") and letter.body.endswith("\nAda")
        assert letter.subject and "\n" not in letter.subject
        assert 0 < len(letter.short) <= INVITATION


@given(st.text(min_size=1, max_size=900), st.integers(20, 300))
def test_a_cut_text_is_never_longer_than_asked(text, length):
    assert len(cut(text, length)) <= length


def test_a_long_line_is_cut_after_a_sentence_if_there_is_one():
    line = "We talked about the well. " + "And then about many other things that matter " * 9
    short = draft(ana(), "keep", line).short
    assert len(short) <= INVITATION and short.endswith("…")
    two = (
        "We talked about the well and the many pipes that lead to it from the hill behind the house, " * 2
        + "as you know. "
        + "And more " * 30
    )
    assert draft(ana(), "keep", two).short.endswith("as you know.")


def test_an_e_mail_opens_with_subject_and_body():
    (way,) = channels(ana(emails=("ana+work@example.org",)), LETTER)
    parts = urlsplit(way.href)
    assert (parts.scheme, parts.path) == ("mailto", "ana+work@example.org")
    query = parse_qs(parts.query)
    assert query["subject"] == ["A & B"] and query["body"] == [LETTER.body.replace("\n", "\r\n")]


def test_an_address_cannot_add_recipients_or_headers():
    (way,) = channels(ana(emails=("ana@example.org?bcc=eve@example.org&x=",)), LETTER)
    assert "bcc" not in parse_qs(urlsplit(way.href).query)


def test_a_phone_calls_writes_and_chats():
    ways = {way.kind: way for way in channels(ana(phones=(("0660 555 01 00", "+436605550100"),)), LETTER)}
    assert ways["call"].href == "tel:+436605550100"
    assert ways["sms"].href.startswith("sms:+436605550100?body=Hi%20Ana")
    assert ways["whatsapp"].href.startswith("https://wa.me/436605550100?text=")
    assert unquote(ways["whatsapp"].href.split("text=")[1]) == LETTER.short


def test_a_number_that_cannot_be_told_is_called_but_not_chatted_with():
    assert [way.kind for way in channels(ana(phones=(("555-0100 ext. 3", ""),)), LETTER)] == ["call", "sms"]


def test_only_web_addresses_are_opened():
    assert channels(ana(linkedin="javascript:alert(1)//"), LETTER)[0].href.startswith("https://")
    assert channels(ana(linkedin="ftp://linkedin.com/in/ana"), LETTER) == ()
    (way,) = channels(ana(linkedin="www.linkedin.com/in/ana"), LETTER)
    assert (way.href, way.copy) == ("https://www.linkedin.com/in/ana", LETTER.short)


def test_the_way_last_used_comes_first():
    said = (Said(TODAY, "message", "both", "", "", 1, 1),)
    ways = channels(ana(emails=("a@example.org",), linkedin="https://linkedin.com/in/ana", said=said), LETTER)
    assert [way.kind for way in ways] == ["linkedin", "email"]
    assert all(way.minutes > 0 for way in ways)
