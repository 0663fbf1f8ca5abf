"""Days as one types them in a command."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.formats.spans import after, parse_span, parse_when

WEDNESDAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("today", date(2026, 11, 18)),
        ("tomorrow", date(2026, 11, 19)),
        ("2 weeks", date(2026, 12, 2)),
        ("in 2 weeks", date(2026, 12, 2)),
        ("3d", date(2026, 11, 21)),
        ("a month", date(2026, 12, 18)),
        ("1 quarter", date(2027, 2, 18)),
        ("half a year", date(2027, 5, 18)),
        ("a year", date(2027, 11, 18)),
        ("friday", date(2026, 11, 20)),
        ("wed", date(2026, 11, 25)),
        ("next week", date(2026, 11, 23)),
        ("next month", date(2026, 12, 1)),
        ("4 May", date(2027, 5, 4)),
        ("until 1 Dec", date(2026, 12, 1)),
        ("2026-12-24", date(2026, 12, 24)),
        ("29 Feb", date(2027, 2, 28)),
    ],
)
def test_a_day_is_understood(typed, meant):
    assert parse_when(typed, today=WEDNESDAY) == meant


@pytest.mark.parametrize("typed", ["", "soon", "w", "31 Feb", "2020-01-01", "999 years ago", "blue", "12"])
def test_what_names_no_coming_day_is_none(typed):
    assert parse_when(typed, today=WEDNESDAY) is None


def test_next_week_begins_on_the_users_first_day():
    assert parse_when("next week", today=WEDNESDAY, week_start=6) == date(2026, 11, 22)


def test_a_month_after_the_last_of_january_is_the_last_of_february():
    assert after(date(2027, 1, 31), 1, "month") == date(2027, 2, 28)


@given(st.text(max_size=30), st.dates(date(1970, 1, 1), date(2100, 1, 1)))
def test_no_text_raises_and_no_day_is_past(text, today):
    when = parse_when(text, today=today)
    parse_span(text)
    assert when is None or when >= today
