"""What we write as iCalendar reads back, whatever the words are."""

from datetime import UTC, date, datetime

import icalendar
import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from wellkept.domain.occasions.yearly import YearlyDate, falls_on
from wellkept.formats.ical import AllDay, calendar, fold, text, yearly

CHANGED = datetime(2026, 11, 18, 8, 30, 5, tzinfo=UTC)
words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=300)
lines = st.lists(words, max_size=3).map("\n".join)


def entry(**columns):
    return AllDay(
        **({"uid": "1@wellkept", "on": date(2026, 11, 20), "summary": "Birthday", "changed": CHANGED} | columns)
    )


def written(*entries):
    return calendar(
        name="Wellkept", uid="c@wellkept", product="-//Wellkept//EN", refresh="PT6H", changed=CHANGED, entries=entries
    )


def read(content):
    return icalendar.Calendar.from_ical(content)


@given(summary=lines, description=lines, category=words)
def test_whatever_is_written_reads_back(summary, description, category):
    (event,) = read(written(entry(summary=summary, description=description, category=category))).walk("VEVENT")

    assert str(event["SUMMARY"]) == summary
    assert str(event.get("DESCRIPTION", "")) == description


@given(lines)
def test_no_line_is_longer_than_75_octets_and_each_ends_as_it_should(summary):
    content = written(entry(summary=summary))

    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
    assert max(map(len, content.split(b"\r\n"))) <= 75
    content.decode()  # no character was torn apart


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=400))
def test_a_folded_line_unfolds_to_what_it_was(line):
    assert fold(line).replace("\r\n ", "") == line


def test_nobody_can_write_a_property_with_their_name():
    content = written(entry(summary="Ana\r\nATTENDEE:mailto:x@example.org\x00\rEND:VEVENT"))

    (event,) = read(content).walk("VEVENT")
    assert "ATTENDEE" not in event
    assert b"\nATTENDEE" not in content.replace(b"\r", b"\n")


def test_an_entry_says_all_it_has_to():
    (event,) = read(written(entry(sequence=3, rule="FREQ=YEARLY", address="https://example.org/contacts/1"))).walk(
        "VEVENT"
    )

    assert event.start == date(2026, 11, 20)
    assert event.end == date(2026, 11, 21)
    assert event["SEQUENCE"] == 3
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == CHANGED
    assert event["RRULE"].to_ical() == b"FREQ=YEARLY"
    assert event["CLASS"] == "PRIVATE"
    assert event["TRANSP"] == "TRANSPARENT"


def test_the_calendar_says_when_to_ask_again():
    whole = read(written())

    assert whole["VERSION"] == "2.0"
    assert whole["NAME"] == "Wellkept"
    assert whole["REFRESH-INTERVAL"].to_ical() == b"PT6H"


def test_text_is_escaped():
    assert text("a\\b;c,d\ne") == "a\\\\b\\;c\\,d\\ne"


@pytest.mark.parametrize("leap", ["02-28", "03-01"])
def test_29_february_recurs_as_the_user_chose_in_every_year(leap):
    rule = rrulestr(yearly(2, 29, leap=leap), dtstart=datetime(1972, 2, 29))
    days = {at.year: at.date() for at in rule.between(datetime(1972, 1, 1), datetime(2101, 1, 1))}

    born = YearlyDate(1, "birthday", "", 1972, 2, 29)
    assert days == {year: falls_on(born, year, leap=leap) for year in range(1972, 2101)}
