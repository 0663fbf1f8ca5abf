from __future__ import annotations

import pytest

from wellkept.domain.contacts.filling import fill_contact
from wellkept.formats.person import DatedOccasion, Labelled, PartialDate, Person, Position


@pytest.fixture
def known(network, ada, ana):
    person = Person(
        emails=[Labelled("ana@example.org", "work")],
        positions=[
            Position("Acme", "Engineer", started=PartialDate(2020, 5)),
            Position("Old School", kind="education", current=False, ended=PartialDate(2012)),
        ],
        dates=[DatedOccasion("birthday", PartialDate(None, 2, 29))],
        groups=["sailors"],
    )
    fill_contact(contact=ana, person=person, by=ada, previous=None)
    return ana


def test_all_that_is_known_is_shown(answer, known):
    shown = answer("show", "Ana")

    assert shown["headline"] == "Engineer · Acme"
    assert shown["emails"] == [{"value": "ana@example.org", "label": "work"}]
    assert [(p["organization"], p["from"], p["to"]) for p in shown["positions"]] == [
        ("Acme", "2020-05", ""),
        ("Old School", "", "2012"),
    ]
    assert shown["dates"] == [{"kind": "birthday", "label": "", "date": "--02-29"}]
    assert shown["circles_and_tags"] == ["sailors"]
    assert shown["standing"]["decided"] == "undecided"


def test_the_timeline_is_shown_newest_first_as_far_as_is_asked(answer, known):
    for day in (3, 5, 4):
        answer("log", "Ana", f"Day {day}", "--on", f"2026-01-0{day}")

    assert [item["text"] for item in answer("show", "Ana", "--most", "2")["timeline"]] == ["Day 5", "Day 4"]
    assert answer("show", "Ana", "--most", "0")["timeline"] == []


def test_people_can_read_it(run, answer, known):
    answer("log", "Ana", "We talked about boats.", "--kind", "coffee", "--on", "2026-01-05")

    text = run("show", "Ana").stdout

    for words in (
        "Ana Souza",
        "Engineer · Acme",
        "ana@example.org",
        "birthday --02-29",
        "5 Jan 2026",
        "coffee",
        "boats",
    ):
        assert words in text
    assert "\x1b" not in text
