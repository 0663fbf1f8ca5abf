"""A window of weeks, never a false exact day."""

import pytest

from wellkept.domain.rhythm.strength import Reason
from wellkept.domain.rhythm.words import often_words, told, window_words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (1, 1, "every day"),
        (1, 5, "every day to every 5 days"),
        (3, 9, "every 3 to 9 days"),
        (3, 21, "within 3 weeks"),
        (35, 63, "every 5 to 9 weeks"),
        (35, 36, "every 5 weeks or so"),
    ],
)
def test_the_window_in_words(low, high, words):
    assert window_words(low, high) == words


def test_the_reasons_in_words():
    found = [Reason(0.9, "quarter", 12, 14), Reason(0.5, "last", 9, 14), Reason(0.3, "theirs", 5, 12)]
    assert told(found) == "12 contact-days in 90; last 9 days ago; 5 of 12 began with them"
    assert told([Reason(1, "last", 0, 1)]) == "in touch today"


@pytest.mark.parametrize(
    ("low", "high", "usual", "words"),
    [
        (35, 63, 45.0, "every 5 to 9 weeks"),
        (14, 280, 56.0, "about every 8 weeks"),
        (0, 60, 9.0, "about every 2 weeks"),
        (1, 9, 3.0, "every day to every 9 days"),
    ],
)
def test_a_window_that_says_little_gives_way_to_the_usual_gap(low, high, usual, words):
    assert often_words(low, high, usual) == words
