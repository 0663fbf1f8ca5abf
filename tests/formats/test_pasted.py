import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wellkept.formats.pasted import MOST_PEOPLE, read_pasted

INVITATION = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
SUMMARY:Kick-off
DTSTART:20261112T100000Z
ORGANIZER;CN=Tom Baker:mailto:tom@acme.example
ATTENDEE;CN="Souza, Ana":mailto:ana@acme.example
ATTENDEE:mailto:nobody.named@acme.example
ATTENDEE;CUTYPE=ROOM;CN=Room 1:mailto:room@acme.example
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:Broken
DTSTART:no day
END:VEVENT
END:VCALENDAR
"""
MAIL = """From: Ana Souza <ana@acme.example>
Subject: Kick-off
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8

Hi Tom,

see you tomorrow at nine in the office.

Best,
Ana
Head of Data
+49 30 1234567
--b
Content-Type: text/x-vcard; name=chen.vcf

BEGIN:VCARD
VERSION:3.0
FN:Chen Wei
END:VCARD
--b--
"""


def read(text, region="DE"):
    pasted = read_pasted(text.encode(), region=region)
    return pasted, [
        (one.person.name.display, [mail.value for mail in one.person.emails], one.unsure) for one in pasted.people
    ]


def test_an_invitation_names_its_organizer_and_guests_and_no_room():
    pasted, people = read(INVITATION)
    assert (pasted.kind, pasted.title) == ("invitation", "Kick-off")
    assert people == [
        ("Tom Baker", ["tom@acme.example"], ()),
        ("Ana Souza", ["ana@acme.example"], ()),
        ("", ["nobody.named@acme.example"], ("name",)),
    ]
    assert [one.part for one in pasted.people] == ["organizer", "attendee", "attendee"]


def test_a_broken_calendar_says_so():
    assert read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:x\nEND:VEVENT\nEND:VCALENDAR")[0].problem == "broken"


def test_of_a_mail_the_sender_is_read_and_the_cards_it_carries():
    pasted, people = read(MAIL)
    assert pasted.kind == "mail"
    assert people == [("Ana Souza", ["ana@acme.example"], ()), ("Chen Wei", [], ())]
    assert [phone.value for phone in pasted.people[0].person.phones] == ["+49301234567"]
    assert pasted.people[0].person.positions[0].title == "Head of Data"


def test_a_mail_that_somebody_else_sent_is_asked_about():
    _pasted, people = read(MAIL.replace("Ana\nHead", "Zoe Quist\nHead"))
    assert people[0] == ("Zoe Quist", ["ana@acme.example"], ("emails",))


@pytest.mark.parametrize("separator", ["; ", ", ", "\n"])
def test_recipients_are_read(separator):
    pasted, people = read(
        separator.join(["Ana Souza <ana@acme.example>", "Tom Baker <tom@acme.example>", "info@acme.example"])
    )
    assert pasted.kind == "recipients"
    assert [(name, mails) for name, mails, _unsure in people] == [
        ("Ana Souza", ["ana@acme.example"]), ("Tom Baker", ["tom@acme.example"]), ("", ["info@acme.example"])
    ]  # fmt: skip


def test_a_block_and_a_whole_letter_are_read():
    block = "Ana Souza\nHead of Data\nAcme GmbH\nMusterstraße 12\n10115 Berlin\nTel. 030 1234567"
    assert read(block)[0].kind == "block" and read(block)[1] == [("Ana Souza", [], ())]
    letter = "Dear Tom,\n\nPlease let me know when you are back in the office.\n\nBest regards,\n" + block
    assert read(letter)[0].kind == "signature" and read(letter)[1] == [("Ana Souza", [], ())]


def test_vcards_and_profiles_are_told():
    assert read("BEGIN:VCARD\nVERSION:3.0\nFN:Ana Souza\nEND:VCARD")[1] == [("Ana Souza", [], ())]
    pasted, people = read("https://www.linkedin.com/in/ana-souza-1a2b3c/")
    assert (pasted.kind, people) == ("linkedin", [("Ana Souza", [], ("name",))])


def test_what_names_nobody_says_why():
    assert read("")[0].problem == read(" \n")[0].problem == "empty"
    assert read("hello there, this is about nothing at all really")[0].problem == "nobody"
    assert read("x" * 2_000_001)[0].problem == "long"


def test_an_address_book_is_cut():
    cards = "".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:Ana {number}\nEND:VCARD\n" for number in range(MOST_PEOPLE + 5))
    pasted, people = read(cards)
    assert pasted.problem == "many" and len(people) == MOST_PEOPLE


@settings(max_examples=80)
@given(
    st.text(max_size=300)
    | st.sampled_from([INVITATION, MAIL]).flatmap(
        lambda text: st.integers(0, len(text)).map(lambda end: text[:end] + text[end + 7 :])
    )
)
def test_anything_is_read(text):
    pasted = read_pasted(text.encode("utf-8", "replace"), region="US")
    assert pasted.people or pasted.problem
