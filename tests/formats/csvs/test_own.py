"""Our own CSV gives back every value; Google's and Outlook's give back what they have room for."""

from __future__ import annotations

import csv
import io
from dataclasses import fields, replace
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wellkept.formats.csvs import google, google_writing, outlook, outlook_writing, own, read_table
from wellkept.formats.csvs.cells import in_pieces, neutralise_for_programs
from wellkept.formats.person import Address, DatedOccasion, Labelled, Name, PartialDate, Person, Position

LINE = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Z", "Cf")) | st.sampled_from(" =+-@',;\""), max_size=20
).map(lambda text: normalize("NFC", " ".join(text.split())))  # as all that comes in is written
SOME = LINE.filter(bool)
TEXT = st.lists(LINE, max_size=3).map("\n".join).map(str.strip)
LABELS = st.sampled_from(["", "home", "work", "mobile", "Summer house"])
LABELLED = st.lists(st.builds(Labelled, SOME, LABELS), max_size=3)
DAYS = st.dates().map(lambda day: PartialDate(day.year, day.month, day.day)).filter(lambda day: day.year != 1604)
DATES = st.one_of(DAYS, DAYS.map(lambda day: replace(day, year=None)), DAYS.map(lambda day: PartialDate(day.year)))
PEOPLE = st.builds(
    Person,
    row=st.just(1),
    source_key=LINE,
    name=st.builds(Name, SOME, LINE, LINE, LINE, LINE, LINE, LINE, LINE, LINE),
    emails=LABELLED,
    phones=LABELLED,
    addresses=st.lists(st.builds(Address, LABELS, LINE, LINE, TEXT, SOME, formatted=TEXT), max_size=2),
    links=LABELLED,
    positions=st.lists(
        st.builds(
            Position,
            SOME,
            LINE,
            LINE,
            st.sampled_from(["job", "education"]),
            st.just(PartialDate()) | DATES,
            st.just(PartialDate()) | DATES,
            st.booleans(),
            LINE,
            TEXT,
        ),
        max_size=3,
    ),
    dates=st.lists(
        st.builds(DatedOccasion, st.sampled_from(["birthday", "anniversary", "other"]), DATES, LINE), max_size=3
    ),
    groups=st.lists(SOME, max_size=3),
    interests=st.lists(SOME, max_size=3),
    custom=LABELLED,
    notes=TEXT,
    pronouns=LINE,
    location=LINE,
    connected_on=st.just(PartialDate()) | DATES,
    closeness=st.none() | st.integers(1, 5),
    extras=st.lists(TEXT.filter(bool), max_size=2),
)
SLOW = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def own_table(people: list[Person]) -> bytes:
    widths = own.widths_of(people)
    return b"".join(in_pieces(own.header(widths), (own.row(one, widths) for one in people)))


@SLOW
@given(st.lists(PEOPLE, min_size=1, max_size=3))
def test_our_own_table_gives_back_what_was_written(people: list[Person]) -> None:
    table = read_table(own_table(people), ours=True)
    assert own.recognises(table.header)
    again = list(own.read(table))
    for row, (person, read) in enumerate(zip(people, again, strict=True), 1):
        assert replace(read, problems=[]) == replace(person, row=row)


def test_long_notes_do_not_hide_the_commas() -> None:
    person = Person(name=Name("Ana Souza"), notes="\n".join(["one;two;three;four"] * 70))
    assert read_table(own_table([person])).delimiter == ","


@pytest.mark.parametrize("said", ["6", "0", "12", "very"])
def test_a_closeness_that_is_none_is_said(said: str) -> None:
    data = own_table([Person(name=Name("Ana Souza"), closeness=4)]).decode()
    (person,) = own.read(read_table(data.replace(",4", f",{said}").encode(), ours=True))
    assert person.closeness is None and [one.field for one in person.problems] == ["Closeness"]


def test_what_was_put_beside_our_columns_is_kept() -> None:
    data = own_table([Person(name=Name("Ana Souza"), connected_on=PartialDate(2024, 1, 5))]).decode()
    head, line, _end = data.split("\r\n")
    table = read_table(f"{head},Shoe\r\n{line.replace('2024-01-05', 'soon')},42\r\n", ours=True)
    (person,) = own.read(table)
    assert person.extras == ["Shoe: 42"] and [one.field for one in person.problems] == ["Connected on"]


ANA = Person(
    row=1,
    name=Name("Ana Maria Souza", "Ana", "Maria", "Souza", "Dr.", "PhD", "Nana", "ana", "soza"),
    emails=[Labelled("ana@example.org", "work"), Labelled("a@example.net", "home")],
    phones=[Labelled("+4312345678", "mobile"), Labelled("+4312345679", "work fax")],
    addresses=[Address("home", "", "", "1 Quay\nDoor 2", "Vienna", "", "1010", "Austria")],
    links=[Labelled("https://example.org/ana", "blog")],
    positions=[Position("Acme", "Engineer", "Research")],
    dates=[
        DatedOccasion("birthday", PartialDate(None, 2, 29)),
        DatedOccasion("anniversary", PartialDate(2015, 5, 4)),
        DatedOccasion("other", PartialDate(2001, 1, 2), "First dive"),
    ],
    groups=["Past co-workers", "sailors"],
    custom=[Labelled("Bo Souza", "spouse"), Labelled("42", "Shoe size")],
    notes="One, two;\nthree",
)


def google_table(people: list[Person]) -> bytes:
    widths = google_writing.widths_of(people)
    rows = (google_writing.row(one, widths) for one in people)
    return b"".join(in_pieces(google_writing.header(widths), rows, cell=neutralise_for_programs))


def test_our_google_source_reads_what_was_written_for_google() -> None:
    table = read_table(google_table([ANA, Person(name=Name("Chen Wei"))]))
    assert google.recognises(table.header) == 1.0
    ana, chen = google.read(table)
    assert ana == ANA
    assert (chen.name.display, chen.groups) == ("Chen Wei", [])


def test_what_google_has_no_column_for_becomes_fields() -> None:
    person = Person(
        name=Name("Ana Souza"),
        pronouns="she/her",
        location="Vienna",
        interests=["boats", "tides"],
        connected_on=PartialDate(2024, 1, 5),
        positions=[Position("Acme"), Position("Old School", "Student", kind="education", current=False)],
        dates=[DatedOccasion("birthday", PartialDate(1990))],
    )
    (read,) = google.read(read_table(google_table([person])))
    assert {one.label: one.value for one in read.custom} == {
        "School": "Student · Old School", "birthday": "1990", "Pronouns": "she/her", "Place": "Vienna",
        "Interests": "boats, tides",
    }  # fmt: skip
    assert [(one.label, one.date) for one in read.dates] == [("Connected on", PartialDate(2024, 1, 5))]


def outlook_table(people: list[Person]) -> bytes:
    rows = map(outlook_writing.row, people)
    return b"".join(in_pieces(outlook_writing.HEADER, rows, cell=neutralise_for_programs))


def test_our_outlook_source_reads_what_was_written_for_outlook() -> None:
    table = read_table(outlook_table([ANA]))
    assert outlook.recognises(table.header) > google.recognises(table.header)
    (read,) = outlook.read(table)
    for part in ("name", "phones", "addresses", "positions", "groups"):
        assert getattr(read, part) == getattr(ANA, part), part
    assert [one.value for one in read.emails] == ["ana@example.org", "a@example.net"]
    assert read.dates == [ANA.dates[1]]
    assert (
        read.notes == "One, two;\nthree\n\nBirthday: --02-29\nFirst dive: 2001-01-02\nspouse: Bo Souza\nShoe size: 42"
    )


def test_what_outlook_has_no_room_for_is_said_in_the_notes() -> None:
    places = [Address("work", city=city) for city in ("Vienna", "Graz", "Linz")]
    person = Person(
        name=Name("Ana"),
        emails=[Labelled(f"a{n}@example.org", "work") for n in range(4)],
        phones=[Labelled(f"+431234567{n}", "mobile") for n in range(4)],
        addresses=places,
        links=[Labelled("https://example.org/1"), Labelled("https://example.org/2")],
    )
    (row,) = list(csv.DictReader(io.StringIO(outlook_table([person]).decode("utf-8-sig"))))
    assert row["Notes"].split("\n") == [
        "E-mail (work): a3@example.org", "Phone (mobile): +4312345673", "Address (work): Linz", "Link: https://example.org/2",
    ]  # fmt: skip


@pytest.mark.parametrize("write", [google_table, outlook_table, own_table])
def test_no_cell_runs_as_a_formula(write) -> None:
    texts = [field.name for field in fields(Name)]
    person = Person(
        name=Name(**dict.fromkeys(texts, '=HYPERLINK("x")')),
        emails=[Labelled("=1+1", "@SUM(A1)")],
        phones=[Labelled("-2+cmd|' /C calc'!A0", "+x")],
        addresses=[Address(label="=x", street="+x", formatted="@x")],
        positions=[Position("=x", "=x", "=x")],
        groups=["=x"],
        custom=[Labelled("=x", "=x")],
        notes="=x",
    )
    table = list(csv.reader(io.StringIO(write([person]).decode("utf-8-sig"), newline="")))
    assert [cell for row in table for cell in row if cell[:1] in {"=", "+", "-", "@", "\t", "\r"}] == []


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("+43 1 234", "+43 1 234"),
        ("+1-555-0100", "+1-555-0100"),
        ("--02-29", "--02-29"),
        ("+cmd", "'+cmd"),
        ("=1", "'=1"),
    ],
)
def test_address_books_get_numbers_as_they_are(cell: str, written: str) -> None:
    assert neutralise_for_programs(cell) == written
