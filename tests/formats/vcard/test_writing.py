"""Cards as the standards want them, and the law that reading gives back what was written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wellkept.formats.person import Address, DatedOccasion, Labelled, Name, PartialDate, Person, Photo, Position
from wellkept.formats.vcard import Version, people, read, write

VERSIONS: tuple[Version, ...] = ("2.1", "3.0", "4.0")

# Text as a form gives it: no blanks around it, no control characters but line breaks inside it.
CHARS = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"))
LINE = st.text(CHARS, max_size=100).map(str.strip)
SOME = LINE.filter(bool)
TEXT = st.lists(LINE, max_size=4).map("\n".join).map(str.strip)
WORD = st.text(st.sampled_from("abcXYZéł陈;,:\\\"^'. -=&"), min_size=1, max_size=30).map(str.strip).filter(bool)
DAYS = st.dates().map(lambda day: PartialDate(day.year, day.month, day.day)).filter(lambda day: day.year != 1604)
DATES = st.one_of(
    DAYS,
    DAYS.map(lambda day: replace(day, year=None)),
    DAYS.map(lambda day: replace(day, day=None)),
    DAYS.map(lambda day: PartialDate(day.year)),
    st.integers(1, 12).map(lambda month: PartialDate(None, month)),
)
LABELS = st.sampled_from(["", "home", "work", "mobile", "work fax", "Summer house", "über; alles, \\n"])
LABELLED = st.builds(Labelled, WORD, LABELS)
LINKS = st.builds(
    Labelled,
    st.sampled_from(
        ["https://example.org/a,b;c?d=e", "xmpp:ada@example.org", "www.example.org", "a\\b", "skype:ada:b"]
    ),
    LABELS,
)
ADDRESSES = st.builds(
    Address,
    label=LABELS,
    po_box=WORD,
    extended=LINE,
    street=TEXT,
    city=LINE,
    region=LINE,
    postcode=LINE,
    formatted=TEXT,
)
POSITIONS = st.builds(
    Position,
    organization=LINE,
    title=LINE,
    department=LINE,
    kind=st.sampled_from(["job", "education"]),
    started=st.one_of(st.just(PartialDate()), DATES),
    ended=st.one_of(st.just(PartialDate()), DATES),
    current=st.booleans(),
    location=LINE,
    description=TEXT,
).filter(lambda position: position != Position(""))
OCCASIONS = st.one_of(
    st.builds(DatedOccasion, st.just("anniversary"), DATES, st.sampled_from(["", "Founding day"])),
    st.builds(DatedOccasion, st.just("other"), DATES, st.sampled_from(["", "First dive"])),
)
PHOTOS = st.one_of(
    st.none(),
    st.binary(max_size=300).map(lambda data: Photo(b"\x89PNG" + data, "image/png")),
    st.just(Photo(url="https://example.org/a,b.png")),
)
EXTRAS = st.lists(
    st.sampled_from(
        [
            "GENDER:F;woman",
            "item1.X-ODD;A=b:" + "ä" * 90,
            "X-LONG:" + "x" * 300,
            "# no property",
            "X-QP;ENCODING=QUOTED-PRINTABLE:" + "=C3=BC" * 30,
            "END:VCARD",
            "AGENT;VALUE=uri:cid:1",
        ]
    ),
    max_size=4,
    unique=True,
)


def unique(values: st.SearchStrategy[Labelled]) -> st.SearchStrategy[list[Labelled]]:
    return st.lists(values, max_size=4, unique_by=lambda value: value.value)


PEOPLE = st.builds(
    Person,
    row=st.just(1),
    source_key=LINE,
    name=st.builds(
        Name, SOME.map(lambda text: " ".join(text.split())), LINE, LINE, LINE, LINE, LINE, LINE, LINE, LINE
    ).filter(lambda name: bool(name.display)),
    emails=unique(LABELLED),
    phones=unique(LABELLED),
    addresses=st.lists(ADDRESSES, max_size=3),
    links=unique(LINKS),
    positions=st.lists(POSITIONS, max_size=3),
    dates=st.lists(OCCASIONS, max_size=3, unique=True),
    groups=st.lists(SOME, max_size=3, unique=True),
    interests=st.lists(SOME, max_size=3, unique=True),
    custom=st.lists(st.builds(Labelled, WORD, st.sampled_from(["", "spouse", "Desk", "agent of"])), max_size=3),
    notes=TEXT,
    pronouns=LINE,
    photo=PHOTOS,
    connected_on=st.one_of(st.just(PartialDate()), DATES),
    location=LINE,
    extras=EXTRAS,
)


def _comparable(person: Person) -> dict[str, object]:
    fields = {name: getattr(person, name) for name in Person.__dataclass_fields__}
    return {**fields, "extras": sorted(person.extras), "custom": sorted(person.custom, key=repr)}


@pytest.mark.parametrize("version", VERSIONS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(person=PEOPLE)
def test_reading_gives_back_what_was_written(version: Version, person: Person) -> None:
    [again] = people(write(person, version).encode())
    assert _comparable(again) == _comparable(person)


@pytest.mark.parametrize("version", VERSIONS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(person=PEOPLE)
def test_every_line_is_at_most_76_octets_and_whole_characters(version: Version, person: Person) -> None:
    text = write(person, version)
    assert text.endswith("END:VCARD\r\n")
    for line in text.encode().split(b"\r\n"):
        line.decode("utf-8")
        assert len(line) <= 76 or b"ENCODING=QUOTED-PRINTABLE" in line
        assert b"\n" not in line
        assert b"\r" not in line


@pytest.mark.parametrize("version", VERSIONS)
@given(date=DATES)
def test_a_birthday_survives_with_whatever_is_known_of_it(version: Version, date: PartialDate) -> None:
    person = Person(name=Name(display="Ada"), dates=[DatedOccasion("birthday", date)])
    assert next(people(write(person, version).encode())).dates == person.dates


def test_a_card_of_version_3_looks_as_rfc_2426_wants_it() -> None:
    person = Person(
        name=Name(display="Ada Well", given="Ada", family="Well"),
        emails=[Labelled("ada@example.org", "work"), Labelled("ada@example.net", "home")],
        phones=[Labelled("+1 555 0100", "mobile")],
        positions=[Position("Pump, Pipe & Co", "Engineer", "Research")],
        dates=[DatedOccasion("birthday", PartialDate(None, 5, 4))],
        notes="One\nTwo",
    )
    assert write(person, uid="1", rev="20260101T000000Z").split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "UID:1",
        "FN:Ada Well",
        "N:Well;Ada;;;",
        "EMAIL;TYPE=WORK,PREF:ada@example.org",
        "EMAIL;TYPE=HOME:ada@example.net",
        "TEL;TYPE=CELL:+1 555 0100",
        r"ORG:Pump\, Pipe & Co;Research",
        "TITLE:Engineer",
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-04",
        r"NOTE:One\nTwo",
        "REV:20260101T000000Z",
        "END:VCARD",
        "",
    ]


def test_a_card_of_version_4_has_a_preference_and_a_date_without_a_year() -> None:
    person = Person(
        name=Name(display="Ada"),
        phones=[Labelled("+1 555 0100", "work fax"), Labelled("+1 555 0101")],
        addresses=[Address("home", street="Road 1", formatted='Road 1\n"Town"')],
        dates=[DatedOccasion("birthday", PartialDate(None, 5, 4))],
        interests=["diving"],
    )
    lines = write(person, "4.0").split("\r\n")
    assert "TEL;TYPE=work,fax;PREF=1:+1 555 0100" in lines
    assert "ADR;TYPE=home;LABEL=Road 1^n^'Town^':;;Road 1;;;;" in lines
    assert "BDAY:--0504" in lines
    assert "INTEREST:diving" in lines


def test_a_card_of_version_2_puts_what_is_not_ascii_into_quoted_printable() -> None:
    lines = write(Person(name=Name(display="Zoë"), notes="a\nb"), "2.1").split("\r\n")
    assert "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Zo=C3=AB" in lines
    assert "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:a=0D=0Ab" in lines


@pytest.mark.parametrize("version", VERSIONS)
def test_a_person_without_a_name_gets_a_stand_in_that_is_no_name_when_read(version: Version) -> None:
    text = write(Person(emails=[Labelled("ada@example.org")]), version)
    assert "FN;X-WELLKEPT-STAND-IN=1:ada@example.org" in text
    assert next(people(text.encode())).name == Name()


def test_groups_that_are_handed_out_differ_from_those_of_the_extras() -> None:
    person = Person(name=Name(display="Ada"), phones=[Labelled("1", "Boat")], extras=["item1.X-ODD:x"])
    assert "item2.TEL:1" in write(person)


def test_a_revision_of_another_writer_gives_way_to_ours() -> None:
    text = write(Person(name=Name(display="Ada"), extras=["REV:1", "PRODID:other"]), rev="2")
    assert [prop.line for prop in read(text.encode()).cards[0].properties if prop.name in {"REV", "PRODID"}] == [
        "REV:2"
    ]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_mailing_label_that_ends_in_a_backslash_survives(version: Version) -> None:
    person = Person(name=Name(display="Ada"), addresses=[Address(street="Road 1", formatted="a: b\\")])
    assert next(people(write(person, version).encode())).addresses == person.addresses
