from __future__ import annotations

from datetime import timedelta

import pytest

from wellkept.domain.events.adding import add_event
from wellkept.domain.events.listing import list_contacts
from wellkept.domain.events.meeting import meet, want_to_meet


@pytest.fixture
def fair(network, ada, today, ana, bruno):
    """Last week; Ana was met there."""
    event = add_event(network=network, name="Fair of small presses", place="Lisbon", starts_on=today - timedelta(days=7), by=ada, organizer="Alder Works", series="Small presses")  # fmt: skip
    ana_there, bruno_there = list_contacts(event=event, contacts=[ana, bruno], by=ada)
    meet(attendance=ana_there, body="Paper", on=event.starts_on, by=ada, today=today)
    want_to_meet(attendance=bruno_there, why="Ink", by=ada)
    return event


@pytest.fixture
def supper(network, ada, today):
    return add_event(network=network, name="Supper", starts_on=today + timedelta(days=3), ends_on=today + timedelta(days=4), by=ada)  # fmt: skip


def test_events_are_listed_with_what_came_of_them(answer, run, fair, supper, ana):
    answer("log", ana.pk, "Wrote about paper", "--kind", "email")
    told = answer("events")
    (coming,), (past,) = told["coming"], told["past"]
    assert (coming["event"], coming["name"], coming["met"], coming["organizer"]) == (supper.pk, "Supper", 0, None)
    assert {name: past[name] for name in ("name", "place", "organizer", "series", "listed", "wanted", "met")} == {
        "name": "Fair of small presses", "place": "Lisbon", "organizer": "Alder Works", "series": "Small presses",
        "listed": 2, "wanted": 1, "met": 1,
    }  # fmt: skip
    assert (past["followed"], past["again"], past["waiting"], past["starts_on"]) == (
        1,
        0,
        0,
        fair.starts_on.isoformat(),
    )


def test_in_words_the_figures_are_those_of_the_page(run, fair, supper):
    said = run("events").stdout
    assert "Coming" in said and "Supper" in said
    assert "1 met, 0 followed up, 0 talked to again, 1 waiting" in said


def test_only_so_many_past_events_are_told_and_the_others_counted(run, answer, network, ada, today):
    for number in range(3):
        add_event(network=network, name=f"Fair {number}", starts_on=today - timedelta(days=30 + number), by=ada)
    assert [row["name"] for row in answer("events", "--most", 2)["past"]] == ["Fair 0", "Fair 1"]
    assert "1 earlier event not shown" in run("events", "--most", 2).stdout


def test_no_event_is_no_failure(answer, run, network):
    assert answer("events") == {"coming": [], "past": []}
    result = run("events")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "There is no event yet.\n")


def test_of_another_user_nothing_is_told(run, answer, fair, ben):
    assert run("events").exit_code == 1
    assert answer("events", "--user", ben.user.email) == {"coming": [], "past": []}


def test_what_would_drive_the_terminal_is_not_printed(run, network, ada, today):
    add_event(network=network, name="Fair\x1b[31m", place="Red\x9b5m", starts_on=today, by=ada)
    assert "\x1b" not in run("events").stdout and "\x9b" not in run("events").stdout


def test_an_event_is_found_by_its_name_place_and_series(answer, run, fair):
    for word in ("small", "lisb", "presses"):
        assert [row["event"] for row in answer("find", word)["events"]] == [fair.pk]
    assert "Fair of small presses" in run("find", "lisbon").stdout
