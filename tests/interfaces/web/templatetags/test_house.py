"""Filters of the pages."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from wellkept.formats.person import PartialDate
from wellkept.interfaces.web.templatetags.house import ago, href, markdown, partial_date, phone


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (PartialDate(1990, 3, 4), "March 4, 1990"),
        (PartialDate(1990, 3), "March 1990"),
        (PartialDate(None, 2, 29), "February 29"),
        (PartialDate(1990), "1990"),
        (PartialDate(None, 3), "March"),
        (PartialDate(), ""),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(value, shown):
    assert partial_date(value) == shown


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 18), "today"),
        (date(2026, 11, 17), "yesterday"),
        (date(2026, 11, 8), "10 days ago"),
        (date(2026, 10, 18), "4 weeks ago"),
        (date(2026, 5, 18), "6 months ago"),
        (date(2020, 11, 1), "6 years ago"),
        (date(2026, 11, 19), "tomorrow"),
        (date(2026, 12, 20), "in 4 weeks"),
        (None, ""),
    ],
)
def test_how_long_ago_is_said_in_the_largest_unit_that_fits(today, day, words):
    assert ago(day, today) == words


def test_a_phone_is_spelt_the_national_way_at_home_and_the_international_way_elsewhere():
    number = SimpleNamespace(key="+4315550100", number="01/555 01 00")
    assert phone(number, "AT") == "01 5550100"
    assert phone(number, "US") == "+43 1 5550100"
    assert phone(SimpleNamespace(key="", number="ask Maria"), "AT") == "ask Maria"


def test_an_address_that_would_run_is_no_link():
    assert href("javascript:alert(1)") == "" and href("example.org/ana") == "https://example.org/ana"


def test_markdown_is_trusted_only_after_cleaning():
    assert "<script" not in markdown("<script>alert(1)</script> *x*") and "<em>x</em>" in markdown("*x*")
