"""What each property means for a person."""

from __future__ import annotations

import base64

import pytest

from wellkept.formats.person import Address, DatedOccasion, Labelled, PartialDate, Person, Photo, Position
from wellkept.formats.vcard import people


def person(*lines: str, version: str = "3.0") -> Person:
    text = "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])
    [found] = people(text.encode())
    return found


def test_the_parts_of_a_name_and_the_name_as_written_are_both_kept() -> None:
    name = person("FN:Dr. Ada Well", "N:Well;Ada;Maria;Dr.;PhD,MSc", "NICKNAME:Addie,Ad").name
    assert (name.display, name.family, name.given, name.additional) == ("Dr. Ada Well", "Well", "Ada", "Maria")
    assert (name.prefix, name.suffix, name.nickname) == ("Dr.", "PhD, MSc", "Addie, Ad")


def test_a_name_without_its_written_form_is_put_together() -> None:
    assert person("N:Well;Ada;;Dr.;").name.display == "Dr. Ada Well"
    assert person("FN:", "N:陈;丽君;;;").name.display == "陈丽君"


def test_a_card_without_a_name_is_kept_and_an_empty_one_is_empty() -> None:
    assert not person("N:;;;;", "EMAIL:ada@example.org").empty
    assert person("N:;;;;", "EMAIL:ada@example.org").name.display == ""
    assert person("FN:", "N:;;;;", "REV:20240101T000000Z").empty


def test_how_a_name_sounds_is_read_from_apple_and_from_japanese_phones() -> None:
    apple = person("FN:山田太郎", "X-PHONETIC-LAST-NAME:ヤマダ", "X-PHONETIC-FIRST-NAME:タロウ")
    phone = person("FN:山田太郎", "SOUND;X-IRMC-N:ヤマダ;タロウ;;;", version="2.1")
    sorted_by = person("FN:山田太郎", "SORT-STRING:ヤマダ タロウ")
    for found in (apple, phone, sorted_by):
        assert (found.name.phonetic_family, found.name.phonetic_given) == ("ヤマダ", "タロウ")
    assert person("FN:Ada Well", "SORT-STRING:Well Ada").extras == ["SORT-STRING:Well Ada"]


def test_phones_have_the_label_their_owner_gives_them_and_the_preferred_one_first() -> None:
    found = person(
        "TEL;TYPE=WORK,VOICE:+1 555 0101",
        "TEL;TYPE=HOME,FAX:+1 555 0102",
        "TEL;TYPE=CELL,PREF:+1 555 0100",
        "item1.TEL:+1 555 0103",
        "item1.X-ABLabel:Summer house",
        "item2.TEL:+1 555 0104",
        "item2.X-ABLabel:_$!<Mobile>!$_",
    )
    assert found.phones == [
        Labelled("+1 555 0100", "mobile"),
        Labelled("+1 555 0101", "work"),
        Labelled("+1 555 0102", "home fax"),
        Labelled("+1 555 0103", "Summer house"),
        Labelled("+1 555 0104", "mobile"),
    ]
    assert found.extras == []


def test_addresses_of_phones_and_mail_are_values() -> None:
    found = person("TEL;VALUE=uri:tel:+1-555-0100;ext=12", "EMAIL:mailto:ada@example.org", version="4.0")
    assert found.phones == [Labelled("+1-555-0100 ext. 12")]
    assert found.emails == [Labelled("ada@example.org")]


def test_an_address_gets_the_mailing_label_of_its_kind() -> None:
    found = person(
        "ADR;WORK:;;Road 1;Town;;12345;Utopia", "LABEL;WORK;QUOTED-PRINTABLE:Road 1=0D=0ATown", version="2.1"
    )
    assert found.addresses == [
        Address("work", "", "", "Road 1", "Town", "", "12345", "Utopia", formatted="Road 1\nTown"),
    ]


def test_organizations_and_titles_of_one_group_belong_together() -> None:
    found = person("a.ORG:Pump Co;Pipes", "b.ORG:Bucket Inc", "b.TITLE:Adviser", "a.TITLE:Engineer")
    assert found.positions == [
        Position("Pump Co", "Engineer", "Pipes"),
        Position("Bucket Inc", "Adviser"),
    ]


def test_a_role_is_the_title_where_there_is_none() -> None:
    assert person("ORG:Pump Co", "ROLE:Plumber").positions == [Position("Pump Co", "Plumber")]
    assert person("ORG:Pump Co", "TITLE:Boss", "ROLE:Plumber").extras == ["ROLE:Plumber"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("BDAY:19800504", PartialDate(1980, 5, 4)),
        ("BDAY:1980-05-04T00:00:00Z", PartialDate(1980, 5, 4)),
        ("BDAY;VALUE=date:1980-05-04", PartialDate(1980, 5, 4)),
        ("BDAY:--0504", PartialDate(None, 5, 4)),
        ("BDAY:--05-04", PartialDate(None, 5, 4)),
        ("BDAY:--0229", PartialDate(None, 2, 29)),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-04", PartialDate(None, 5, 4)),
        ("BDAY:1980-05", PartialDate(1980, 5)),
        ("BDAY:1980", PartialDate(1980)),
    ],
)
def test_birthdays_are_read_in_every_form(line: str, expected: PartialDate) -> None:
    assert person(line).dates == [DatedOccasion("birthday", expected)]


@pytest.mark.parametrize("line", ["BDAY;VALUE=text:circa 1800", "BDAY:1980-13-04", "BDAY:05/04/1980", "BDAY:0000"])
def test_a_date_that_cannot_be_read_is_kept_and_reported(line: str) -> None:
    found = person(line)
    assert found.dates == []
    assert found.extras == [line]
    assert found.problems[0].field == "BDAY"


def test_dates_with_a_name_keep_it() -> None:
    found = person(
        "item1.X-ABDATE:2010-06-01",
        "item1.X-ABLabel:_$!<Anniversary>!$_",
        "item2.X-ABDATE:2015-09-01",
        "item2.X-ABLabel:First dive",
    )
    assert found.dates == [
        DatedOccasion("anniversary", PartialDate(2010, 6, 1)),
        DatedOccasion("other", PartialDate(2015, 9, 1), "First dive"),
    ]


def test_pictures_are_read_as_base64_as_data_address_and_as_link() -> None:
    png = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
    text = base64.b64encode(png).decode()
    picture = Photo(png, "image/png")
    assert person(f"PHOTO;ENCODING=b;TYPE=PNG:{text}").photo == picture
    assert person(f"PHOTO;PNG;BASE64:{text}", version="2.1").photo == picture
    assert person(f"PHOTO:data:image/png;base64,{text}", version="4.0").photo == picture
    assert person(rf"PHOTO:data:image/png;base64\,{text.rstrip('=')}", version="4.0").photo == picture
    assert person("PHOTO;VALUE=uri:https://example.org/ada.png").photo == Photo(url="https://example.org/ada.png")


def test_a_picture_that_cannot_be_decoded_is_kept_and_reported() -> None:
    found = person("PHOTO;ENCODING=b:!!!!")
    assert found.photo is None
    assert found.extras == ["PHOTO;ENCODING=b:!!!!"]
    assert found.problems


def test_messengers_are_links_with_their_scheme() -> None:
    found = person(
        "IMPP;X-SERVICE-TYPE=Jabber:xmpp:ada@example.org",
        "X-JABBER:ada@example.org",
        "X-SKYPE:ada.well",
        "X-SOCIALPROFILE;type=mastodon:https://example.org/@ada",
        r"URL:http\://example.org/",
    )
    assert found.links == [
        Labelled("xmpp:ada@example.org", "Jabber"),
        Labelled("skype:ada.well"),
        Labelled("https://example.org/@ada", "mastodon"),
        Labelled("http://example.org/"),
    ]


def test_relatives_categories_interests_pronouns_and_notes_are_read() -> None:
    found = person(
        "item1.X-ABRELATEDNAMES:Chen Well",
        "item1.X-ABLabel:_$!<Spouse>!$_",
        r"CATEGORIES:friends,water\, wells",
        "INTEREST;LEVEL=high:diving",
        "HOBBY:chess",
        "PRONOUNS:they/them",
        r"NOTE:One\nline",
        "NOTE:Another",
        "UID:urn:uuid:1",
        version="4.0",
    )
    assert found.custom == [Labelled("Chen Well", "spouse")]
    assert found.groups == ["friends", "water, wells"]
    assert found.interests == ["diving", "chess"]
    assert (found.pronouns, found.notes, found.source_key) == ("they/them", "One\nline\n\nAnother", "urn:uuid:1")


def test_a_group_is_set_aside_and_a_company_is_not() -> None:
    assert person("FN:Staff", "KIND:group", version="4.0").set_aside == "group"
    assert person("FN:Staff", "X-ADDRESSBOOKSERVER-KIND:group").set_aside == "group"
    company = person("N:;;;;", "ORG:Pump Co;", "X-ABShowAs:COMPANY")
    assert company.set_aside == ""
    assert company.name.display == "Pump Co"


def test_what_a_person_has_no_place_for_is_kept_line_by_line() -> None:
    found = person("GENDER:F;woman", "item7.X-ODD;A=b:text", "item7.X-ABLabel:Odd", "X-EMPTY:", "TZ:+01:00")
    assert sorted(found.extras) == ["GENDER:F;woman", "TZ:+01:00", "item7.X-ABLabel:Odd", "item7.X-ODD;A=b:text"]


def test_rows_are_numbered_and_problems_name_their_row() -> None:
    found = list(people(b"BEGIN:VCARD\nFN:Ada\nEND:VCARD\nBEGIN:VCARD\nFN:Ben\nBDAY:soon\nEND:VCARD\n"))
    assert [one.row for one in found] == [1, 2]
    assert found[1].problems[0].row == 2


def test_an_agent_says_whose_agent_it_is() -> None:
    [ada, ben] = people(b"BEGIN:VCARD\nFN:Ada\nAGENT:\nBEGIN:VCARD\nFN:Ben\nEND:VCARD\nEND:VCARD\n")
    assert ben.custom == [Labelled("Ada", "agent of")]
    assert ada.extras == []


def test_android_rows_are_nicknames_and_dates() -> None:
    found = person(
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Addie;1;;;;;;;;;;;;;",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2010-06-01;1;;;;;;;;;;;;;",
        version="2.1",
    )
    assert found.name.nickname == "Addie"
    assert found.dates == [DatedOccasion("anniversary", PartialDate(2010, 6, 1))]
