"""Dates as exports spell them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.formats.dates import (
    guess_order,
    order_of_region,
    parse_partial,
    parse_timestamp,
    yearly,
)
from wellkept.formats.person import PartialDate


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2021-04-03", (2021, 4, 3)),
        ("20210403", (2021, 4, 3)),
        ("2021/04/03 10:00:00 UTC", (2021, 4, 3)),
        ("2021-04-03T10:00:00Z", (2021, 4, 3)),
        ("--04-03", (None, 4, 3)),
        ("--0403", (None, 4, 3)),
        ("--02-29", (None, 2, 29)),
        ("1/31/18, 4:05 PM", (2018, 1, 31)),
        ("3/4/18, 4:05\u202fPM", (2018, 3, 4)),
        ("04 Apr 2021", (2021, 4, 4)),
        ("4-Apr-21", (2021, 4, 4)),
        ("4-Apr-85", (1985, 4, 4)),
        ("Jun 2018", (2018, 6, None)),
        ("06/2018", (2018, 6, None)),
        ("2018-06", (2018, 6, None)),
        ("2018", (2018, None, None)),
        ("01 Jul 2024", (2024, 7, 1)),
        ("April 4th, 2021", (2021, 4, 4)),
        ("2021 Mar 4", (2021, 3, 4)),
        ("Apr '21", (2021, 4, None)),
        ("12 mars 2023", (2023, 3, 12)),
        ("1er août 2022", (2022, 8, 1)),
        ("4. März 2021", (2021, 3, 4)),
        ("12 de marzo de 2023", (2023, 3, 12)),
        ("3 de março de 2020", (2020, 3, 3)),
        ("7 gennaio 1999", (1999, 1, 7)),
        ("1 maart 2022", (2022, 3, 1)),
        ("mar 4 mar 2021", (2021, 3, 4)),
        ("2021年3月4日", (2021, 3, 4)),
        ("3.4.2021", (2021, 4, 3)),
        ("14.5.", (None, 5, 14)),
        ("5/14", (None, 5, 14)),
        ("05/05/2021", (2021, 5, 5)),
        ("13/04/2021", (2021, 4, 13)),
        ("04/13/2021", (2021, 4, 13)),
        ("10 Jul 1842", (1842, 7, 10)),
    ],
)
def test_a_date_is_read_as_it_is_spelt(text: str, parts: tuple[int | None, int | None, int | None]) -> None:
    assert parse_partial(text) == PartialDate(*parts)


@pytest.mark.parametrize(
    "text",
    ["", " ", "99-Nov-99", "31 Feb 2020", "29 Feb 2021", "0/0/00", "00/00/00", "13/13/2020", "soon", "12345", "2021-13-01",
     "Ana 4 May 2020", "4 May June 2020", "٣/٤/٢٠٢١x", "9" * 500],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    assert parse_partial(text) is None


def test_a_date_that_could_be_two_days_needs_an_order() -> None:
    assert parse_partial("03/04/2021") is None
    assert parse_partial("03/04/2021", "dmy") == PartialDate(2021, 4, 3)
    assert parse_partial("03/04/2021", "mdy") == PartialDate(2021, 3, 4)
    assert parse_partial("21/03/04", "ymd") == PartialDate(2021, 3, 4)


def test_an_order_never_overrules_what_only_one_reading_allows() -> None:
    assert parse_partial("13/04/2021", "mdy") == PartialDate(2021, 4, 13)


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["03/04/2021", "13/04/2021"], "dmy"),
        (["03/04/2021", "3/31/21, 4:05 PM"], "mdy"),
        (["2021/03/04", "03/04/21"], "ymd"),
        (["03/04/2021", "04/03/2021"], ""),
        (["13/04/2021", "04/13/2021"], ""),
        ([], ""),
        (["4 Apr 2021"], ""),
    ],
)
def test_the_column_as_a_whole_shows_the_order(column: list[str], order: str) -> None:
    assert guess_order(column) == order


def test_points_alone_say_that_the_day_is_first() -> None:
    assert guess_order(["4.3.1990", "5.6.1991"]) == "dmy"
    assert guess_order(["4.13.1990"]) == "mdy"
    assert guess_order(["4.3.1990", "4/3/1990"]) == ""


def test_the_country_gives_an_order_where_the_file_does_not() -> None:
    assert [order_of_region(r) for r in ("US", "de", "JP", "")] == [
        "mdy",
        "dmy",
        "ymd",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2021-04-03 10:20:30 UTC", datetime(2021, 4, 3, 10, 20, 30, tzinfo=UTC)),
        ("1842-07-10 08:14:00 UTC", datetime(1842, 7, 10, 8, 14, tzinfo=UTC)),
        ("1/31/18, 4:05 PM", datetime(2018, 1, 31, 16, 5, tzinfo=UTC)),
        ("1/31/18, 12:05 AM", datetime(2018, 1, 31, 0, 5, tzinfo=UTC)),
        ("2021-04-03T00:30:00+02:00", datetime(2021, 4, 2, 22, 30, tzinfo=UTC)),
        (
            "2021-04-03T10:00:00.123Z",
            datetime(2021, 4, 3, 10, 0, 0, 123000, tzinfo=UTC),
        ),
        ("2021-04-03", datetime(2021, 4, 3, tzinfo=UTC)),
    ],
)
def test_a_moment_is_given_in_utc(text: str, at: datetime) -> None:
    assert parse_timestamp(text) == at


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Jun 2018",
        "2021-04-03 25:00:00 UTC",
        "1/31/18, 13:05 PM",
        "9999-12-31 23:59 -05:00",
    ],
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    assert parse_timestamp(text) is None


def test_the_29th_of_february_is_kept_in_common_years_too() -> None:
    assert yearly(2, 29, 2024) == date(2024, 2, 29)
    assert yearly(2, 29, 2025) == date(2025, 2, 28)
    assert yearly(2, 29, 2025, leap_day_in_march=True) == date(2025, 3, 1)
    assert yearly(12, 31, 2025) == date(2025, 12, 31)


@given(
    st.text(max_size=60) | st.from_regex(r"[0-9/.\- A-Za-z:,']{0,24}"),
    st.sampled_from(["", "dmy", "mdy", "ymd"]),
)
def test_no_text_makes_the_date_reader_stumble(text: str, order: str) -> None:
    parse_timestamp(text, order)
    guess_order([text])
    found = parse_partial(text, order)
    if found and found.month and found.day:
        assert date(found.year or 2000, found.month, found.day)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_survives_every_unambiguous_spelling(day: date) -> None:
    whole = PartialDate(day.year, day.month, day.day)
    month = day.strftime("%b")
    for text in (
        day.isoformat(),
        f"{day.day:02} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
    ):
        assert parse_partial(text) == whole
    assert parse_partial(f"{day.day}/{day.month}/{day.year}", "dmy") == whole
    assert parse_partial(f"{day.month}/{day.day}/{day.year}", "mdy") == whole
