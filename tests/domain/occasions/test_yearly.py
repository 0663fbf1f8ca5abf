"""Yearly dates come round every year, on a day that exists."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from wellkept.domain.occasions.yearly import YearlyDate, between, falls_on, upcoming


def birthday(year, month, day):
    return YearlyDate(1, "birthday", "", year, month, day)


def test_a_birthday_tells_how_old_when_the_year_is_known():
    (occasion,) = upcoming([birthday(1990, 11, 20)], date(2026, 11, 18), 7)
    assert (occasion.on, occasion.turning, occasion.key) == (date(2026, 11, 20), 36, "birthday:2026-11-20")


def test_without_a_year_it_comes_all_the_same():
    (occasion,) = upcoming([birthday(None, 1, 2)], date(2026, 12, 30), 7)
    assert (occasion.on, occasion.turning) == (date(2027, 1, 2), None)


def test_the_29th_of_february_falls_where_the_user_chose():
    leapling = birthday(2000, 2, 29)
    assert falls_on(leapling, 2028) == date(2028, 2, 29)
    assert falls_on(leapling, 2027) == date(2027, 2, 28)
    assert falls_on(leapling, 2027, leap="03-01") == date(2027, 3, 1)


def test_a_day_that_no_year_has_never_comes():
    assert falls_on(birthday(None, 6, 31), 2026) is None


def test_the_day_of_birth_itself_is_no_anniversary_and_the_future_has_none():
    assert between([birthday(2026, 5, 1)], date(2026, 5, 1), date(2026, 5, 1))[0].turning is None
    assert between([birthday(2030, 5, 1)], date(2026, 1, 1), date(2026, 12, 31)) == []


@given(
    st.integers(1970, 2100),
    st.sampled_from(["02-28", "03-01"]),
    st.dates(date(2000, 1, 1), date(2000, 12, 31)),
)
def test_every_day_of_a_leap_year_comes_exactly_once_in_any_year(year, leap, day):
    yearly = birthday(None, day.month, day.day)
    assert len(between([yearly], date(year, 1, 1), date(year, 12, 31), leap=leap)) == 1
