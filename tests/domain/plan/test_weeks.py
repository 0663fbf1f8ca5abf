"""Weeks begin on the user's first day and have one name each."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from wellkept.domain.plan.weeks import week_of

days = st.dates(date(1970, 1, 1), date(2100, 12, 31))


def test_a_week_from_monday_is_the_iso_week():
    assert week_of(date(2026, 11, 18)) == (date(2026, 11, 16), date(2026, 11, 22))
    assert week_of(date(2026, 11, 18)).name == "2026-W47"
    assert week_of(date(2027, 1, 1)).name == "2026-W53"


def test_a_week_from_sunday_is_named_after_most_of_its_days():
    week = week_of(date(2026, 11, 18), 6)
    assert (week.starts, week.name) == (date(2026, 11, 15), "2026-W47")


@given(days, st.integers(0, 6))
def test_every_day_is_in_its_week_and_in_no_other(day, first):
    week = week_of(day, first)
    assert week.starts <= day <= week.ends and week.starts.weekday() == first
    assert (week.ends - week.starts).days == 6
    following = week_of(week.ends + timedelta(days=1), first)
    assert following.starts == week.ends + timedelta(days=1) and following.name != week.name
