"""Nothing that a card says is lost on its way through a person: newer properties, odd parameters, times of birth."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wellkept.formats.person import Address, DatedOccasion, Labelled, PartialDate, Person
from wellkept.formats.vcard import Version, people, read, write

VERSIONS: tuple[Version, ...] = ("2.1", "3.0", "4.0")

# RFC 6350, 6474, 6715, 8605, 9554 and 9555: those that a Person has no place for.
KEPT = [
    "BIRTHPLACE:Babies'R'Us Hospital",
    "BIRTHPLACE;VALUE=uri:geo:46.769307,-71.283079",
    "DEATHPLACE:Aboard the Titanic\\, near Newfoundland",
    "DEATHDATE:19960415",
    "DEATHDATE;VALUE=text:circa 1800",
    "EXPERTISE;LEVEL=expert;INDEX=2:chinese literature",
    "ORG-DIRECTORY;INDEX=1:http://directory.example.org",
    "CONTACT-URI;PREF=1:mailto:contact@example.org",
    "CREATED:20220705T093412Z",
    "GRAMGENDER;LANGUAGE=de:feminine",
    "LANGUAGE:de-AT",
    "LANG;TYPE=work;PREF=1:en",
    'JSPROP;JSPTR="example.org:foo":{"a":1}',
    "GENDER:F;grrrl",
    "GEO:geo:37.386013,-122.082932",
    "TZ:Raleigh/North America",
    "KEY:https://example.org/keys/ana",
    "LOGO:https://example.org/logo.png",
    "SOUND:https://example.org/ana.ogg",
    "CALURI;PREF=1:https://example.org/calendar",
    "FBURL;MEDIATYPE=text/calendar:ftp://example.org/busy.ifb",
    "CLIENTPIDMAP:1;urn:uuid:00000000-0000-4000-8000-000000000001",
    "RELATED;TYPE=friend:urn:uuid:00000000-0000-4000-8000-000000000002",
    "MEMBER:mailto:ana@example.org",
    "XML:<a/>",
    "SOURCE:ldap://ldap.example.org/cn=ana",
]
# Those that a Person has a place for, and that say more than it takes.
FULLER = [
    "BDAY:19850412T232050Z",
    "BDAY;CALSCALE=gregorian:19850412",
    "ANNIVERSARY:20090808T143000-0500",
    "TEL;TYPE=work,msg,textphone:+1 555 0100",
    "TEL;PID=1.1,2.1;TYPE=home:+1 555 0100",
    "EMAIL;PID=4.1;ALTID=1;CREATED=20220705T093412Z:ana@example.org",
    "FN;LANGUAGE=de;DERIVED=TRUE:Ana Souza",
    'N;SORT-AS="Souza,Ana":Souza;Ana;;;',
    "N:Souza;Ana;;;ing. jr,M.Sc.",
    "N:Souza;Ana,Maria;;;;da Silva;III",
    "ORG;SORT-AS=Wells:The Wells",
    "ORG:Wells;Research;Deep",
    "TITLE;LANGUAGE=fr:Patronne",
    'ADR;GEO="geo:12.3457,78.910";TZ=Europe/Vienna:;;Road 1;Town;;1010;AT',
    "ADR:;;;Town;;1010;AT;;;;Road;1;;;;;;",
    "URL;MEDIATYPE=text/html;PREF=2:https://example.org/ana",
    "IMPP;X-SERVICE-TYPE=Skype;TYPE=home:skype:ana",
    "SOCIALPROFILE;SERVICE-TYPE=Mastodon;USERNAME=ana:https://example.org/@ana",
    "SOCIALPROFILE;TYPE=home:https://example.org/@ana",
    "HOBBY;LEVEL=high;INDEX=1:diving",
    "INTEREST;LEVEL=medium:r&b music",
    "PRONOUNS;LANGUAGE=en;PREF=1:she/her",
]


def card(*lines: str) -> bytes:
    named = [] if any(line.startswith("FN") for line in lines) else ["FN:Ana Souza"]
    return "\r\n".join(["BEGIN:VCARD", "VERSION:4.0", *named, *lines, "END:VCARD", ""]).encode()


def one(data: bytes) -> Person:
    [person] = people(data)
    return person


def lines_of(text: str) -> list[str]:
    [found] = read(text.encode()).cards
    return [prop.line for prop in found.properties]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("line", KEPT)
def test_a_property_without_a_place_comes_back_as_it_stood(line: str, version: Version) -> None:
    text = write(one(card(line)), version)
    assert line in lines_of(text)
    assert one(text.encode()).extras == [line]


@pytest.mark.parametrize("line", FULLER)
def test_a_property_that_says_more_comes_back_once_with_all_of_it(line: str) -> None:
    person = one(card(line))
    [again] = read(write(person, "4.0").encode()).cards
    [stood] = read(card(line)).cards
    name = line.partition(";")[0].partition(":")[0]
    [came] = [prop for prop in again.properties if prop.name == name]
    [was] = [prop for prop in stood.properties if prop.name == name]
    assert came.value == was.value
    assert {key: sorted(words) for key, words in came.params.items()} == {
        key: sorted(words) for key, words in was.params.items() if key != "PREF"
    }


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("line", FULLER)
def test_what_was_more_is_the_same_after_each_version(line: str, version: Version) -> None:
    person = one(card(line))
    assert one(write(person, version).encode()) == person


def test_what_was_said_of_a_value_goes_with_it() -> None:
    person = one(card("TEL;PID=1.1:+1 555 0100", "BDAY:19850412T232050Z", "EMAIL;PID=2.1:ana@example.org"))
    person.phones, person.dates = [Labelled("+1 555 0101")], [DatedOccasion("birthday", PartialDate(1985, 4, 13))]
    text = write(person, "4.0")
    assert "TEL:+1 555 0101" in lines_of(text) and "BDAY:19850413" in lines_of(text)
    assert "EMAIL;PID=2.1:ana@example.org" in lines_of(text)
    assert "555 0100" not in text and "232050" not in text


def test_a_label_that_the_user_changed_wins_over_the_service() -> None:
    person = one(card("SOCIALPROFILE;SERVICE-TYPE=Mastodon:https://example.org/@ana"))
    person.links = [Labelled("https://example.org/@ana", "private")]
    assert one(write(person, "4.0").encode()).links == person.links


def test_a_voice_phone_and_an_internet_address_say_nothing_more() -> None:
    assert one(card("TEL;TYPE=voice,cell;PREF=1:+1 555 0100", "EMAIL;TYPE=INTERNET:ana@example.org")).extras == []


def test_two_of_one_value_keep_what_was_said_of_each() -> None:
    person = one(card("TEL;TYPE=work;PID=1.1:+1 555 0100", "TEL;TYPE=home;PID=2.1:+1 555 0100"))
    assert [line for line in lines_of(write(person, "4.0")) if line.startswith("TEL")] == [
        "TEL;TYPE=work;PREF=1;PID=1.1:+1 555 0100",
        "TEL;TYPE=home;PID=2.1:+1 555 0100",
    ]


def test_a_street_in_the_newer_parts_alone_is_one_address() -> None:
    person = one(card("ADR:;;;Town;;1010;AT;;;;Road;1;;;;;;"))
    assert person.addresses == [Address("", "", "", "1 Road", "Town", "", "1010", "AT")]
    assert one(write(person, "4.0").encode()).addresses == person.addresses


PARAMS = st.lists(
    st.tuples(
        st.sampled_from(["LANGUAGE", "PID", "ALTID", "SORT-AS", "X-A", "TYPE", "PREF", "SERVICE-TYPE", "X-SERVICE-TYPE", "LEVEL"]),
        st.lists(st.text(st.sampled_from("ab1,;:^'= é\\"), min_size=1, max_size=6).map(str.strip).filter(bool), min_size=1, max_size=2),
    ),
    max_size=3,
    unique_by=lambda param: param[0],
)  # fmt: skip
NAMES = st.sampled_from(
    [
        "FN",
        "N",
        "TEL",
        "EMAIL",
        "ADR",
        "URL",
        "IMPP",
        "SOCIALPROFILE",
        "ORG",
        "TITLE",
        "HOBBY",
        "INTEREST",
        "PRONOUNS",
        "BDAY",
    ]
)
TEXTS = (
    st.text(st.sampled_from("abc;,:1é "), min_size=1, max_size=12)
    .map(str.strip)
    .filter(lambda text: bool(text.strip(";, ")))
)


@st.composite
def properties(draw: st.DrawFn) -> str:
    name = draw(NAMES)
    head = name + "".join(
        f";{key}={','.join(f'{chr(34)}{word}{chr(34)}' for word in words)}" for key, words in draw(PARAMS)
    )
    value = draw(st.sampled_from(["19850412T232050Z", "1985-04-12", "--0412"])) if name == "BDAY" else draw(TEXTS)
    group = draw(st.sampled_from(["", "", "item1."]))
    label = f"\r\n{group}X-ABLabel:{draw(st.sampled_from(['Boat', '_$!<Home>!$_']))}" if group else ""
    return f"{group}{head}:{value}{label}"


@pytest.mark.parametrize("version", VERSIONS)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(line=properties())
def test_any_property_is_the_same_when_it_was_written_and_read_again(version: Version, line: str) -> None:
    person = one(card(line))
    once = one(write(person, version).encode())
    assert replace(once, extras=sorted(once.extras)) == replace(person, extras=sorted(person.extras), problems=[])
