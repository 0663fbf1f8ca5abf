"""LDIF as Thunderbird exports it, and as directories do."""

from __future__ import annotations

import base64

from hypothesis import given, settings
from hypothesis import strategies as st

from wellkept.formats.ldif import entries, looks_like, read
from wellkept.formats.person import Address, DatedOccasion, Labelled, Name, PartialDate, Person, Position


def encoded(text: str | bytes) -> str:
    return base64.b64encode(text if isinstance(text, bytes) else text.encode()).decode()


# After the shape that Thunderbird's own test data has.
THUNDERBIRD = f"""\
dn: cn=choir
objectclass: top
objectclass: groupOfNames
cn: choir
member: cn=Ana Souza,mail=ana@example.org

dn: cn=Ana Souza,mail=ana@example.org
objectclass: top
objectclass: person
objectclass: organizationalPerson
objectclass: inetOrgPerson
objectclass: mozillaAbPersonAlpha
givenName: Ana
sn: Souza
cn: Ana Souza
mozillaNickname: Aninha
mail: ana@example.org
mozillaSecondEmail: ana@example.net
mozilla_AimScreenName: ana
modifytimestamp: 0
telephoneNumber: +1 555 0100
homePhone: +1 555 0101
mobile: +1 555 0102
mozillaHomeStreet: Road 1
mozillaHomeStreet2: Door 2
mozillaHomeLocalityName: Town
mozillaHomePostalCode: 01234
street: Works 5
l: City
st: Region
postalCode: 99
c: AT
title: "worker"
ou: Wells
o: Acme, Inc.
mozillaWorkUrl: https://example.org/work
mozillaHomeUrl: https://example.org/home
birthyear: 1990
birthmonth: 2
birthday: 28
mozillaCustom1: custom, 1
mozillaCustom3:: {encoded("custom" + chr(13) + "3")}
description:: {encoded("here's some unicode text…")}
labeledURI: https://example.org/x A label
roomNumber: 7

"""


def one(text: str) -> Person:
    [person] = read(f"dn: cn=x\n{text}\n".encode())
    return person


def test_a_card_of_thunderbird_is_read() -> None:
    _, ana = read(THUNDERBIRD.encode())
    assert (ana.row, ana.source_key) == (2, "ldif:cn=Ana Souza,mail=ana@example.org")
    assert ana.name == Name("Ana Souza", "Ana", "", "Souza", nickname="Aninha")
    assert ana.emails == [Labelled("ana@example.org"), Labelled("ana@example.net")]
    assert ana.phones == [
        Labelled("+1 555 0100", "work"),
        Labelled("+1 555 0101", "home"),
        Labelled("+1 555 0102", "mobile"),
    ]
    assert ana.addresses == [
        Address("work", "", "", "Works 5", "City", "Region", "99", "AT"),
        Address("home", "", "", "Road 1\nDoor 2", "Town", "", "01234", ""),
    ]
    assert ana.positions == [Position("Acme, Inc.", '"worker"', "Wells")]
    assert ana.links == [
        Labelled("https://example.org/work", "work"),
        Labelled("https://example.org/x", "work"),
        Labelled("https://example.org/home", "home"),
    ]
    assert ana.dates == [DatedOccasion("birthday", PartialDate(1990, 2, 28))]
    assert ana.custom == [Labelled("custom, 1", "custom 1"), Labelled("custom\n3", "custom 3"), Labelled("ana", "AIM")]
    assert ana.notes == "here's some unicode text…"
    assert ana.extras == ["roomnumber: 7"]
    assert ana.problems == []


def test_a_group_is_set_aside_and_its_members_bear_its_name() -> None:
    group, ana = read(THUNDERBIRD.encode())
    assert group.set_aside == "group"
    assert group.extras == ["member: cn=Ana Souza,mail=ana@example.org"]
    assert ana.groups == ["choir"]


def test_lines_are_unfolded_and_comments_left_out() -> None:
    person = one(
        "# a comment\n that goes on\nsn: Sou\n za\ncn:: " + encoded("Ana Souza")[:4] + "\n " + encoded("Ana Souza")[4:]
    )
    assert person.name == Name("Ana Souza", "", "", "Souza")


def test_a_version_line_and_several_blank_lines_make_no_entry() -> None:
    assert [
        entry.dn for entry in entries(b"version: 1\r\n\r\n\r\ndn: cn=a\r\ncn: a\r\n\r\n\r\n\r\ndn: cn=b\r\ncn: b")
    ] == ["cn=a", "cn=b"]


def test_options_of_attributes_are_read_over() -> None:
    assert one("cn;lang-pt: Ana").name.display == "Ana"


def test_values_of_an_attribute_that_come_twice_are_all_kept() -> None:
    person = one(
        "cn: Ana\ncn: Aninha\nmail: a@example.org\nmail: A@example.org\nmail: b@example.org\no: One\no: Two\ntitle: T"
    )
    assert [email.value for email in person.emails] == ["a@example.org", "b@example.org"]
    assert person.positions == [Position("One", "T"), Position("Two")]
    assert person.extras == ["cn: Aninha"]


def test_what_cannot_be_read_is_kept_and_reported() -> None:
    person = one("cn: Ana\nsn:: %%%\nno attribute\njpegphoto:< file:///etc/passwd\nbirthmonth: 13\nmail: nobody")
    assert person.extras == [
        "mail: nobody",
        "birthday: -13-",
        "sn:: %%%",
        "no attribute",
        "jpegphoto:< file:///etc/passwd",
    ]
    assert [problem.field for problem in person.problems] == ["sn", "", "jpegphoto", "mail", "birthday"]


def test_a_photo_is_read_and_a_password_is_not() -> None:
    person = one(f"cn: Ana\njpegPhoto:: {encoded(bytes([255, 216, 255, 0]))}\nuserPassword: {{SSHA}}x")
    assert person.photo is not None and person.photo.media_type == "image/jpeg"
    assert person.extras == []


def test_text_in_the_encoding_of_windows_is_read_in_base64_too() -> None:
    assert one(f"cn:: {encoded('Jörg'.encode('cp1252'))}").name.display == "Jörg"


def test_an_entry_without_a_name_is_reported() -> None:
    assert [problem.message for problem in one("objectclass: person").problems] == ["the entry names nobody"]


def test_a_shared_mailbox_is_set_aside() -> None:
    assert one("mail: info@example.org").set_aside


def test_ldif_is_known_by_its_beginning() -> None:
    assert looks_like(THUNDERBIRD.encode())
    assert looks_like(b"version: 1\n\n# hello\ndn:: Y249YQ==\n")
    assert not looks_like(b"BEGIN:VCARD\n")
    assert not looks_like(b"First Name,Last Name\n")


PIECES = st.sampled_from(
    [b"dn: cn=a\n", b"dn:: ", b"\n", b"\n ", b"cn: A\n", b"mail: ", b"objectclass: groupOfNames\n", b"member: cn=a\n", b"::",
     b":<", b"jpegphoto:: ", b"birthyear: ", b"birthday: 31\n", b"0000\n", b"=", b"\xff", b"\0", b"#", b"-\n", b"postofficebox: x\n"]
)  # fmt: skip


@settings(deadline=None, max_examples=400)
@given(st.lists(st.one_of(PIECES, st.binary(max_size=6)), max_size=40).map(b"".join))
def test_nothing_makes_the_reader_raise(data: bytes) -> None:
    looks_like(data)
    rows = [person.row for person in read(data)]
    assert rows == sorted(set(rows)), "each entry once, in its order"


def test_hostile_files_are_read_to_their_end() -> None:
    """Sized so that work that grew with the square of the input would be noticed as a test that does not end."""
    [long] = read(b"dn: cn=a\ncn: A" + b"\n b" * 300_000)
    assert long.name.display == "A" + "b" * 300_000
    [many] = read(b"dn: cn=a\n" + b"cn: A\n" * 300_000)
    assert "more than 2000 lines" in many.problems[0].message
    assert len(list(read(b"dn: cn=a\n\n" * 10_000))) == 10_000
    assert not looks_like(b"\n" * 4096)
