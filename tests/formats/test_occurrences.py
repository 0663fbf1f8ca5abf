"""The days of what repeats in a calendar: near the day that is asked about, without those taken out, moved or told by themselves."""

from __future__ import annotations

import time
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from tests.formats.test_calendars import a_calendar, an_event
from wellkept.formats.calendars import CalendarEvent, CalendarFile, on_day, read_calendar_file
from wellkept.formats.occurrences import AFTER, BEFORE, zone_named

TODAY = date(2026, 11, 18)  # a Wednesday
VIENNA = ZoneInfo("Europe/Vienna")


def read(*events: str, around: date = TODAY) -> CalendarFile:
    return read_calendar_file(a_calendar(*events), zone=VIENNA, around=around)


def days(*lines: str, around: date = TODAY) -> list[str]:
    (event,) = read(an_event("UID:w", *lines), around=around).events
    return [day.isoformat() for day in event.days]


def test_the_days_nearest_to_today_are_told_and_whether_more_follow() -> None:
    (event,) = read(an_event("DTSTART;VALUE=DATE:20200106", "RRULE:FREQ=WEEKLY")).events
    assert [day.isoformat() for day in event.days[:BEFORE]] == ["2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"]
    assert event.days[BEFORE] == date(2026, 11, 23)
    assert (len(event.days), event.more, event.why) == (BEFORE + AFTER, True, "")
    assert event.starts_on == date(2020, 1, 6)


def test_a_series_that_is_over_tells_its_last_days() -> None:
    ended = ("DTSTART;VALUE=DATE:20100104", "RRULE:FREQ=WEEKLY;UNTIL=20100201")
    assert days(*ended) == ["2010-01-11", "2010-01-18", "2010-01-25", "2010-02-01"]
    assert days("DTSTART;VALUE=DATE:20261119", "RRULE:FREQ=DAILY;COUNT=3") == ["2026-11-19", "2026-11-20", "2026-11-21"]


def test_days_are_taken_out_and_added() -> None:
    lines = [
        "DTSTART;TZID=Europe/Vienna:20261119T190000", "RRULE:FREQ=WEEKLY;COUNT=4",
        "EXDATE;TZID=Europe/Vienna:20261126T190000,20261203T190000", "RDATE;VALUE=DATE:20261224",
        "RDATE;VALUE=PERIOD:20261231T180000Z/PT2H",
    ]  # fmt: skip
    assert days(*lines) == ["2026-11-19", "2026-12-10", "2026-12-24", "2026-12-31"]


def test_a_day_taken_out_in_utc_is_the_day_there() -> None:
    late = ["DTSTART;TZID=America/New_York:20261119T200000", "RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE:20261127T010000Z"]
    assert days(*late) == ["2026-11-19"]


@pytest.mark.parametrize(
    "zone", ["America/New_York", "Eastern Standard Time", '"/example.org/20260101/America/New_York"']
)
def test_the_last_moment_of_a_rule_is_told_in_utc_and_meant_there(zone: str) -> None:
    begin = f"DTSTART;TZID={zone}:20261119T200000"
    assert len(days(begin, "RRULE:FREQ=WEEKLY;UNTIL=20261127T010000Z")) == 2
    assert len(days(begin, "RRULE:FREQ=WEEKLY;UNTIL=20261127T005959Z")) == 1


def test_moments_in_utc_fall_on_the_readers_day() -> None:
    assert days("DTSTART:20261119T233000Z", "RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=2") == ["2026-11-20", "2026-11-27"]


def test_a_day_that_was_moved_or_cancelled_stands_by_itself() -> None:
    weekly = an_event(
        "UID:w", "DTSTART;TZID=Europe/Vienna:20261119T190000", "RRULE:FREQ=WEEKLY;COUNT=3", "SUMMARY:Stammtisch"
    )
    moved = an_event(
        "UID:w", "DTSTART;TZID=Europe/Vienna:20261128T190000", "RECURRENCE-ID:20261126T180000Z", "SUMMARY:Ausflug"
    )
    off = an_event("UID:w", "DTSTART;VALUE=DATE:20261203", "RECURRENCE-ID;VALUE=DATE:20261203", "STATUS:CANCELLED")
    series, second, third = read(weekly, moved, off).events
    assert series.days == (date(2026, 11, 19),)
    assert (second.recurrence, second.starts_on, second.repeats) == ("2026-11-26", date(2026, 11, 28), False)
    assert third.cancelled


def test_one_occurrence_is_as_long_as_the_first_and_has_a_name_of_its_own() -> None:
    (event,) = read(
        an_event("UID:f", "DTSTART;VALUE=DATE:20261119", "DTEND;VALUE=DATE:20261122", "RRULE:FREQ=YEARLY")
    ).events
    next_year = on_day(event, date(2027, 11, 19))
    assert (next_year.ends_on, next_year.recurrence) == (date(2027, 11, 21), "2027-11-19")
    assert on_day(event, event.starts_on) == event


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("RRULE:FREQ=SECONDLY", "it repeats within a day"),
        ("RRULE:FREQ=WEEKLY;COUNT=abc", "it is broken"),
        ("RRULE:", "it is broken"),
        ("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5", ""),
        ("RRULE:FREQ=WEEKLY\r\nEXRULE:FREQ=DAILY", "it has exceptions by a rule"),
    ],
)
def test_what_is_not_understood_is_said_and_its_first_day_is_there(rule: str, why: str) -> None:
    (event,) = read(an_event("DTSTART;VALUE=DATE:20261119", rule)).events
    assert (event.starts_on, event.repeats, event.why) == (date(2026, 11, 19), True, why)


def test_where_no_day_is_asked_about_none_is_worked_out() -> None:
    event: CalendarEvent
    (event,) = read_calendar_file(a_calendar(an_event("DTSTART;VALUE=DATE:20200106", "RRULE:FREQ=DAILY"))).events
    assert (event.repeats, event.days) == (True, ())


def test_a_file_full_of_hostile_rules_comes_to_an_end() -> None:
    never = an_event("DTSTART;VALUE=DATE:19000101", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=9999")
    every = an_event("DTSTART;VALUE=DATE:19000101", "RRULE:FREQ=YEARLY;BYDAY=MO;BYSETPOS=53;COUNT=9999")
    added = an_event("DTSTART;VALUE=DATE:20260101", *["RDATE:" + ",".join(["20260202T000000"] * 3000)] * 20)
    began = time.process_time()
    found = read(*[never, every] * 1500, added).events
    assert len(found) == 3001
    assert any(event.why == "it takes too long to work out" for event in found)
    print(f"{time.process_time() - began:.1f} s of the processor")


def test_zones_that_a_file_made_up_are_none() -> None:
    assert zone_named("Customized Time Zone") is None
    assert zone_named("../../etc/passwd") is None
    assert str(zone_named("W. Europe Standard Time")) == "Europe/Berlin"


def test_a_series_without_a_date_takes_nothing_from_the_one_before() -> None:
    good = an_event("UID:w", "DTSTART;VALUE=DATE:20261119", "RRULE:FREQ=DAILY;COUNT=2")
    found = read(good, an_event("RRULE:FREQ=WEEKLY", "SUMMARY:no day"))
    assert [event.days for event in found.events] == [(date(2026, 11, 19), date(2026, 11, 20))]
    assert len(found.problems) == 1
