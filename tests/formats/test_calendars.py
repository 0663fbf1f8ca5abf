"""Calendars are read event by event, whoever wrote them."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from wellkept.formats.calendars import Attendee, read_calendar, read_calendar_file


def a_calendar(*events: str) -> bytes:
    told = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *events, "END:VCALENDAR", ""])
    return told.encode()


def an_event(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])


FAIR = an_event(
    "UID:fair@example.org",
    "DTSTART;VALUE=DATE:20260514",
    "DTEND;VALUE=DATE:20260517",
    "SUMMARY:Fair of small presses\\, Lisbon",
    "LOCATION:Lisbon",
    "URL:https://fair.example.org/",
    'ORGANIZER;CN="Alder Works":mailto:hello@alder.example',
    "ATTENDEE;CN=Ana Souza:mailto:Ana@Acme.example",
    "ATTENDEE;CN=bruno@blue.example;PARTSTAT=DECLINED:mailto:bruno@blue.example",
    "ATTENDEE;CUTYPE=ROOM;CN=Hall 3:mailto:hall3@fair.example.org",
    "ATTENDEE;CN=Ana Souza:mailto:ana@acme.example",
    "BEGIN:VALARM",
    "DESCRIPTION:not of the fair",
    "END:VALARM",
)


def test_an_event_is_read_with_its_days_place_organizer_and_attendees_once_each() -> None:
    (event,) = read_calendar(a_calendar(FAIR))
    assert (event.uid, event.name, event.place) == ("fair@example.org", "Fair of small presses, Lisbon", "Lisbon")
    assert (event.starts_on, event.ends_on) == (date(2026, 5, 14), date(2026, 5, 16))
    assert event.organizer == Attendee("Alder Works", "hello@alder.example")
    assert event.attendees == (
        Attendee("Ana Souza", "ana@acme.example"),
        Attendee("", "bruno@blue.example", declined=True),
    )
    assert event.notes == ""
    assert event.url == "https://fair.example.org/"


def test_times_fall_on_the_day_of_the_place_and_moments_in_utc_on_the_readers() -> None:
    late = an_event("DTSTART;TZID=Pacific/Auckland:20260514T080000", "DTEND;TZID=Pacific/Auckland:20260514T100000")
    utc = an_event("DTSTART:20260514T230000Z", "DURATION:PT2H")
    events = read_calendar(a_calendar(late, utc), zone=ZoneInfo("Europe/Vienna"))
    assert [event.starts_on for event in events] == [date(2026, 5, 14), date(2026, 5, 15)]
    assert events[1].ends_on == date(2026, 5, 15)


def test_an_end_at_midnight_belongs_to_the_day_before_and_an_end_before_the_start_is_the_start() -> None:
    dinner = an_event("DTSTART:20260514T190000", "DTEND:20260515T000000")
    twisted = an_event("DTSTART;VALUE=DATE:20260514", "DTEND;VALUE=DATE:20260510")
    assert [event.ends_on for event in read_calendar(a_calendar(dinner, twisted))] == [date(2026, 5, 14)] * 2


def test_what_repeats_was_cancelled_or_moved_is_said() -> None:
    weekly = an_event("UID:w", "DTSTART;VALUE=DATE:20260105", "RRULE:FREQ=WEEKLY;COUNT=abc", "STATUS:CANCELLED")
    moved = an_event("UID:w", "DTSTART;VALUE=DATE:20260113", "RECURRENCE-ID;VALUE=DATE:20260112")
    first, second = read_calendar(a_calendar(weekly, moved))
    assert (first.repeats, first.cancelled, first.recurrence) == (True, True, "")
    assert (second.repeats, second.recurrence) == (False, "2026-01-12")


def test_a_broken_event_costs_no_other_and_is_reported() -> None:
    read = read_calendar_file(a_calendar(an_event("SUMMARY:no day"), an_event("DTSTART:INVALID"), FAIR))
    assert [event.uid for event in read.events] == ["fair@example.org"]
    assert [(problem.row, problem.message) for problem in read.problems] == [
        (1, "the event has no date"),
        (2, "the event has no date"),
    ]


def test_an_event_that_never_ends_goes_as_far_as_the_next_one() -> None:
    cut = a_calendar("BEGIN:VEVENT\r\nSUMMARY:Cut\r\nDTSTART;VALUE=DATE:20260101", FAIR)
    assert [event.name for event in read_calendar(cut)] == ["Cut", "Fair of small presses, Lisbon"]


def test_lines_are_unfolded_and_other_encodings_read() -> None:
    folded = a_calendar(an_event("DTSTART;VALUE=DATE:20260101", "SUMMARY:Grüße aus\r\n  Graz"))
    assert [event.name for event in read_calendar(folded)] == ["Grüße aus Graz"]
    assert [event.name for event in read_calendar(folded.decode().encode("cp1252"))] == ["Grüße aus Graz"]
    assert [event.name for event in read_calendar(folded.decode().encode("utf-16"))] == ["Grüße aus Graz"]


def test_what_is_no_calendar_is_said_to_be_none() -> None:
    for data in (b"", b"name,email\n", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), b"BEGIN:VCARD\r\nEND:VCARD"):
        read = read_calendar_file(data)
        assert read.events == []
        assert [problem.message for problem in read.problems] == ["this is no calendar file (.ics)"]


def test_a_calendar_without_events_says_so() -> None:
    read = read_calendar_file(a_calendar("BEGIN:VTODO\r\nSUMMARY:Call\r\nEND:VTODO"))
    assert [problem.message for problem in read.problems] == ["there is no event in this calendar"]


@given(st.binary(max_size=400))
def test_no_bytes_raise(data: bytes) -> None:
    read_calendar_file(data)
    read_calendar_file(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + data + b"\r\nEND:VEVENT\r\n")


_LINES = st.sampled_from(["DTSTART", "DTEND", "DURATION", "ATTENDEE", "ORGANIZER", "UID", "SUMMARY", "RECURRENCE-ID"])


@given(st.lists(st.tuples(_LINES, st.text(max_size=30)), max_size=8))
def test_whatever_stands_in_the_lines_an_event_ends_no_earlier_than_it_starts(lines: list[tuple[str, str]]) -> None:
    told = an_event("DTSTART;VALUE=DATE:20260101", *(f"{name}:{value}" for name, value in lines))
    for event in read_calendar(a_calendar(told)):
        assert event.starts_on <= event.ends_on
        assert event.ends_on - event.starts_on < timedelta(days=3_700_000)
