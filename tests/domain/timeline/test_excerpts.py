"""The first words of a text, without its marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.domain.timeline.excerpts import excerpt


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", ""),
        ("Plain words.", "Plain words."),
        ("# Lunch\n\n- **soup**, [menu](https://example.org/menu)\n> said *she*", "Lunch soup, menu said she"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("```\ncode\n```\nafter", "code after"),
    ],
)
def test_marks_are_left_out(body, words):
    assert excerpt(body) == words


def test_a_long_text_is_cut_between_words():
    assert excerpt("wells are dug before one is thirsty", length=20) == "wells are dug…"


def test_a_text_without_spaces_is_cut_anywhere():
    assert excerpt("井" * 50, length=10) == "井" * 9 + "…"


@given(st.text(max_size=600), st.integers(min_value=10, max_value=200))
def test_it_is_never_longer_than_asked_and_one_line(body, length):
    short = excerpt(body, length=length)
    assert len(short) <= length and "\n" not in short
