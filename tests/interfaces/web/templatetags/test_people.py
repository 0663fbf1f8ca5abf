"""The row of one contact."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from wellkept.domain.contacts.listing import Line
from wellkept.interfaces.web.templatetags.people import person_row

TODAY = date(2026, 5, 4)


def line(**said):
    blank = {
        "pk": 7, "display": "Ana Souza", "photo": None, "flag": "", "archived_at": None, "decided": None,
        "last_touch_on": None, "due_on": None, "at": None, "organization": "", "title": "", "circles": (), "tags": (),
    }  # fmt: skip
    return Line(**{**blank, **said})


def test_who_has_nothing_but_a_name_is_shown_with_it():
    row = person_row(line(), TODAY)
    assert "Ana Souza" in row and "none yet" in row and "not decided" in row
    assert "line-at" not in row and "chip" not in row.replace("chips", "") and "<img" not in row


def test_organization_circles_and_two_tags_stand_in_it():
    row = person_row(
        line(at=3, organization="Red Pot", title="Potter", circles=("Family",), tags=("a1", "b2", "c3")), TODAY
    )
    assert row.count("Red Pot") == 2 and "Potter" in row and "Family" in row
    assert "a1" in row and "b2" in row and "c3" not in row


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"archived_at": datetime(2026, 5, 1, tzinfo=UTC), "due_on": TODAY}, "archived"),
        ({"decided": "never", "due_on": TODAY}, "never"),
        ({"decided": "own", "due_on": TODAY}, ">due</time>"),
        ({"decided": "own", "due_on": TODAY + timedelta(days=3)}, "in 3 days"),
        ({"last_touch_on": TODAY - timedelta(days=2)}, "2 days ago"),
        ({"flag": "no name"}, "chip-unsure"),
        ({"photo": 5}, "<img"),
    ],
    ids=str,
)
def test_what_is_known_is_said(said, words):
    assert words in person_row(line(**said), TODAY)


def test_words_of_the_user_are_shown_as_text():
    bad = "<b>\"'&"
    row = person_row(line(display=bad, at=3, organization=bad, title=bad, circles=(bad,), tags=(bad,)), TODAY)
    assert "<b>" not in row and row.count("&lt;b&gt;&quot;&#x27;&amp;") == 7
