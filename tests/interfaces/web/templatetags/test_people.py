"""The row of one contact."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from wellkept.domain.contacts.listing import Line
from wellkept.interfaces.web.templatetags.people import person_row, tie_marks

TODAY = date(2026, 5, 4)


def line(**said):
    blank = {
        "pk": 7, "display": "Ana Souza", "photo": None, "flag": "", "archived_at": None, "decided": None,
        "last_touch_on": None, "due_on": None, "cadence_days": None, "last_on": None, "gap_days": None,
        "at_risk_gaps": None, "dormant_gaps": None, "at": None, "organization": "", "title": "", "circles": (), "tags": (),
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


@pytest.mark.parametrize(
    ("silent", "said", "words"),
    [
        (5, {}, "Resting"),
        (15, {}, "Due"),
        (31, {}, "At risk"),
        (81, {}, "Dormant"),
        (81, {"decided": "own", "cadence_days": 90}, "Resting"),
        (15, {"decided": "never", "cadence_days": 90}, "Due"),
        (-3, {}, "Resting"),
    ],
    ids=str,
)
def test_the_state_of_the_tie_is_said_in_words_and_by_a_shape(silent, said, words):
    learned = {"gap_days": 10.0, "at_risk_gaps": 3.0, "dormant_gaps": 8.0}
    row = person_row(line(last_on=TODAY - timedelta(days=silent), **learned, **said), TODAY)
    assert row.count(f"</svg>{words}</span>") == 2 and f'title="{words}: ' in row  # in its column, and below the name


def test_with_whom_nothing_passed_has_no_mark():
    assert "tie-mark" not in person_row(line(), TODAY)


def test_each_mark_has_a_shape_and_a_meaning_of_its_own():
    marks = tie_marks()
    assert len({mark.partition("<svg")[2].partition("</svg>")[0] for mark, _means in marks}) == 4
    assert [means for _mark, means in marks][0] == "there is time" and all(means for _mark, means in marks)


def test_words_of_the_user_are_shown_as_text():
    bad = "<b>\"'&"
    row = person_row(line(display=bad, at=3, organization=bad, title=bad, circles=(bad,), tags=(bad,)), TODAY)
    assert "<b>" not in row and row.count("&lt;b&gt;&quot;&#x27;&amp;") == 7
