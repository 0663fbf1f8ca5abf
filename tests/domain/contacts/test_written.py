"""Each value that a user may write, and what is said when it cannot be taken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts import written
from wellkept.formats.person import PartialDate


@pytest.mark.parametrize(
    ("text", "region", "read"),
    [
        ("4 March 1990", "US", PartialDate(1990, 3, 4)),
        ("3/4/1990", "US", PartialDate(1990, 3, 4)),
        ("3/4/1990", "GB", PartialDate(1990, 4, 3)),
        ("29 February", "AT", PartialDate(None, 2, 29)),
        ("1990", "AT", PartialDate(1990)),
        ("", "AT", PartialDate()),
    ],
)
def test_dates_are_read_as_they_are_written_where_the_user_is(text, region, read):
    assert written.partial_date(text, region) == read


@pytest.mark.parametrize(
    ("check", "said", "field"),
    [
        (written.email, ("not an address",), "address"),
        (written.phone, ("call me",), "number"),
        (written.link, ("javascript:alert(1)",), "url"),
        (written.partial_date, ("99-Nov-99", "AT"), "date"),
        (written.yearly_date, ("1990", "AT"), "date"),
        (written.yearly_date, ("31 February", "AT"), "date"),
        (written.in_order, (PartialDate(2020), PartialDate(2019)), "ended"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(check, said, field):
    with pytest.raises(Refusal) as refusal:
        check(*said)
    assert refusal.value.field == field and str(refusal.value)


def test_nobody_was_met_in_the_future(today):
    assert written.met_on("2026-11-18", "AT", today) == PartialDate(2026, 11, 18)
    with pytest.raises(Refusal, match="still to come"):
        written.met_on("2026-11-19", "AT", today)
    with pytest.raises(Refusal, match="needs a year"):
        written.met_on("4 March", "AT", today)


def test_a_month_without_its_year_is_no_beginning_of_a_job():
    assert written.month("May 2019", "AT", column="started") == PartialDate(2019, 5)
    with pytest.raises(Refusal):
        written.month("May", "AT", column="started")


dates = st.dates().filter(lambda day: day.year >= 1000)


@given(dates, st.sampled_from(["US", "GB", "JP", ""]), st.sampled_from(["ymd", "ym", "md", "y"]))
def test_a_date_in_the_form_is_read_back_as_the_same_date_everywhere(day, region, parts):
    value = PartialDate(
        day.year if "y" in parts else None,
        day.month if "m" in parts else None,
        day.day if "d" in parts else None,
    )
    assert written.partial_date(written.as_text(value), region) == value
