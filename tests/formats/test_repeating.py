"""Rules of repeating give the days that another reader of them gives; broken and hostile ones come to an end."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, timedelta
from itertools import takewhile

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given
from hypothesis import strategies as st

from wellkept.formats.repeating import NotUnderstood, Purse, Spent, days_of, parse_rule

FIRST = date(2024, 1, 31)
SIGNS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def days(text: str, *, first: date = FIRST, last: date = date(2030, 1, 1), near: date | None = None) -> list[date]:
    """Until the purse is empty: none of these needs more to come to its last day."""
    found = list[date]()
    with suppress(Spent):
        found.extend(
            takewhile(
                lambda day: day <= last, days_of(parse_rule(text), first, near=near or first, purse=Purse(20_000))
            )
        )
    return found


def of_another(text: str, *, first: date = FIRST, last: date = date(2030, 1, 1)) -> list[date]:
    begin = datetime.combine(first, datetime.min.time())
    rule = rrulestr(text, dtstart=begin)
    return [moment.date() for moment in rule.between(begin, datetime.combine(last, datetime.min.time()), inc=True)]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;INTERVAL=10", "FREQ=DAILY;BYMONTH=1,3", "FREQ=DAILY;BYDAY=WE,TU;COUNT=7",
        "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,WE;WKST=SU", "FREQ=WEEKLY;COUNT=30",
        "FREQ=MONTHLY", "FREQ=MONTHLY;BYDAY=-1WE", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYMONTHDAY=31;INTERVAL=3", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=1,5;BYDAY=1TH", "FREQ=YEARLY;BYDAY=20MO", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
        "FREQ=YEARLY;BYYEARDAY=1,100,-1", "FREQ=YEARLY;BYWEEKNO=-1,1", "FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;INTERVAL=4",
    ],
)  # fmt: skip
def test_the_days_are_those_that_another_reader_finds(rule: str) -> None:
    assert [day for day in days(rule) if day != FIRST] == [day for day in of_another(rule) if day != FIRST]


def test_the_29th_of_february_comes_in_leap_years_alone() -> None:
    found = days("FREQ=YEARLY", first=date(2024, 2, 29), last=date(2036, 1, 1))
    assert found == [date(2024, 2, 29), date(2028, 2, 29), date(2032, 2, 29)]


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Rules that come true now and then: the other reader looks for days until the year 9999."""
    frequency = draw(st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY"]))
    interval = draw(st.integers(1, 5))
    parts = [f"FREQ={frequency}", f"INTERVAL={interval}", f"WKST={draw(st.sampled_from(SIGNS))}"]

    def some(name: str, *values: int) -> None:
        parts.append(
            f"{name}={','.join(map(str, draw(st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True))))}"
        )

    by = draw(st.sampled_from(["", "month days", "year days", "weeks", "days", "ordinals"]))
    if by == "month days" and frequency != "WEEKLY":
        some("BYMONTHDAY", 1, 2, 13, 28, -1, -2)
    if by == "year days" and frequency == "YEARLY":
        some("BYYEARDAY", 1, 59, 60, 100, -1, -365)
    if by == "weeks" and frequency == "YEARLY":
        some("BYWEEKNO", 1, 2, 20, 52, -1, -52)
    if by in ("days", "ordinals"):
        ordinal = (
            draw(st.sampled_from(["1", "-1", "3"])) if by == "ordinals" and frequency in ("YEARLY", "MONTHLY") else ""
        )
        signs = draw(st.lists(st.sampled_from(SIGNS), min_size=1, max_size=3, unique=True))
        parts.append("BYDAY=" + ",".join(ordinal + sign for sign in signs))
        if frequency in ("YEARLY", "MONTHLY") and draw(st.booleans()):
            some("BYSETPOS", 1, -1)
    if by in ("month days", "days") and interval == 1 and draw(st.booleans()):
        some("BYMONTH", *range(1, 13))
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 20))}")
    return ";".join(parts)


@given(rules(), st.dates(date(2023, 1, 1), date(2025, 12, 31)))
def test_whatever_the_rule_the_days_are_those_of_another_reader(rule: str, first: date) -> None:
    last = first + timedelta(days=1100)
    expected = of_another(rule, first=first, last=last)
    assume(
        "COUNT" not in rule or expected[:1] == [first]
    )  # a first day that the rule does not give counts all the same
    found = days(rule, first=first, last=last)
    assert found[0] == first
    assert found[1:] == [day for day in expected if day != first]


@given(rules(), st.dates(date(1990, 1, 1), date(2020, 1, 1)))
def test_days_long_ago_are_left_out_and_none_that_is_near(rule: str, first: date) -> None:
    near = date(2026, 11, 18)
    assume("COUNT" not in rule)
    last = near + timedelta(days=700)
    whole = [day for day in days(rule, first=first, last=last) if day >= near]
    assert [day for day in days(rule, first=first, last=last, near=near) if day >= near] == whole


def test_blanks_and_small_letters_are_read_over() -> None:
    assert parse_rule("freq=weekly; ByDay=MO, TU;") == parse_rule("FREQ=WEEKLY;BYDAY=MO,TU")


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=5", "FREQ=HOURLY", "FREQ=DAILY;BYHOUR=9,17", "", "COUNT=3", "FREQ=FORTNIGHTLY",
        "FREQ=DAILY;COUNT=abc", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;INTERVAL=-1", "FREQ=WEEKLY;BYDAY=XX", "FREQ=MONTHLY;BYDAY=0MO",
        "FREQ=YEARLY;BYMONTH=13", "FREQ=YEARLY;BYMONTHDAY=0", "FREQ=DAILY;UNTIL=tomorrow", "FREQ=DAILY;WKST=9", "RSCALE=HEBREW;FREQ=YEARLY",
        "FREQ=DAILY;COUNT", "FREQ=DAILY;BYEASTER=0",
    ],
)  # fmt: skip
def test_what_is_broken_or_says_more_than_days_is_not_guessed(rule: str) -> None:
    with pytest.raises(NotUnderstood):
        parse_rule(rule)


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYDAY=5MO,-5MO;BYMONTHDAY=1"]
)
def test_a_rule_that_never_comes_true_costs_its_purse_and_no_more(rule: str) -> None:
    purse = Purse(3_000)
    with pytest.raises(Spent):
        list(days_of(parse_rule(rule), FIRST, near=FIRST, purse=purse))
    assert purse.left < 0


def test_a_rule_without_an_end_ends_with_the_calendar() -> None:
    assert days("FREQ=YEARLY;INTERVAL=1000", last=date.max)[-1] == date(9024, 1, 31)


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(["FREQ=YEARLY", "BYDAY=1MO", "COUNT=9", "UNTIL=20260101", ";;", "BYSETPOS=400"])).map(
        ";".join
    )
)
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        rule = parse_rule(text)
    except NotUnderstood:
        return
    with pytest.raises(Spent):
        while True:
            for _day in takewhile(
                lambda day: day < date(2400, 1, 1), days_of(rule, FIRST, near=FIRST, purse=Purse(2_000))
            ):
                pass
            raise Spent
