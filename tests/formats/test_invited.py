"""Who is invited, also by lines that break the rules: kept where they name somebody, and always reported."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.test_calendars import a_calendar, an_event
from wellkept.formats.calendars import read_calendar_file
from wellkept.formats.invited import Attendee, BrokenLine, read_invited


def only(line: str) -> tuple[list[Attendee], list[str]]:
    invited = read_invited([(7, line)])
    return invited.attendees, [one.kept for one in invited.broken]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ('ATTENDEE;CN="Ana Souza:mailto:ana@acme.example', Attendee("Ana Souza", "ana@acme.example")),
        ("ATTENDEE;CN=Ana;Souza:mailto:ana@acme.example", Attendee("Ana", "ana@acme.example")),
        ('ATTENDEE;CN="Ana"B;PARTSTAT=DECLINED:mailto:ana@acme.example', Attendee("Ana", "ana@acme.example", True)),
        ("ATTENDEE;CN=Ana Souza", Attendee("Ana Souza")),
        ("ATTENDEE:Ana Souza", Attendee("Ana Souza")),
        ("ATTENDEE;CN=Ana Souza:mailto:ana@@acme", Attendee("Ana Souza")),
        ("ATTENDEE;CN=ana@acme.example;x", Attendee("", "ana@acme.example")),
    ],
)  # fmt: skip
def test_a_broken_line_that_names_somebody_is_kept_and_reported(line: str, who: Attendee) -> None:
    assert only(line) == ([who], [who.name or who.email])


@pytest.mark.parametrize("line", ["ATTENDEE:", "ATTENDEE", "ATTENDEE;ROLE=CHAIR:urn:uuid:7", "ATTENDEE;=:;;"])
def test_a_line_that_names_nobody_is_reported(line: str) -> None:
    assert only(line) == ([], [""])


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("ATTENDEE;CN=Ana:mailto:Ana@Acme.example", [Attendee("Ana", "ana@acme.example")]),
        ("ATTENDEE;CN=Ana:invalid:nomail", [Attendee("Ana")]),
        ("ATTENDEE;CUTYPE=ROOM;CN=Hall 3:mailto:hall3@acme.example", []),
    ],
)  # fmt: skip
def test_nothing_is_reported_of_a_line_that_is_right(line: str, who: list[Attendee]) -> None:
    assert only(line) == (who, [])


def test_a_report_says_where_the_line_stands_in_the_file_and_in_which_event() -> None:
    folded = 'ATTENDEE;CN="Moss\r\n  Fern:mailto:moss\r\n @acme.example'
    event = an_event("UID:1", "SUMMARY:Supper", "DTSTART;VALUE=DATE:20260101", folded, "ORGANIZER;CN=Al,b;der")
    read = read_calendar_file(a_calendar(event))
    assert read.events[0].attendees == (Attendee("Moss Fern", "moss@acme.example"),)
    assert read.events[0].organizer == Attendee("Al,b")
    text = 'ATTENDEE;CN="Moss Fern:mailto:moss@acme.example'
    assert read.broken == [
        BrokenLine(7, "ATTENDEE", text, "Moss Fern", "Supper"),
        BrokenLine(10, "ORGANIZER", "ORGANIZER;CN=Al,b;der", "Al,b", "Supper"),
    ]


def test_more_broken_lines_than_anybody_reads_are_counted() -> None:
    event = an_event("DTSTART;VALUE=DATE:20260101", *["ATTENDEE:"] * 5_300)
    read = read_calendar_file(a_calendar(event))
    assert (len(read.broken), read.more_broken) == (200, 4_800)
    assert [problem.message for problem in read.problems] == ["300 more are invited than are read"]


@given(st.text(max_size=80))
def test_no_line_breaks_the_reader(text: str) -> None:
    invited = read_invited([(1, f"ATTENDEE;{text}"), (2, f"ORGANIZER{text}")])
    assert all(one.name or one.email for one in [*invited.attendees, *filter(None, [invited.organizer])])
