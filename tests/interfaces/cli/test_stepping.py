from __future__ import annotations

from datetime import timedelta

import pytest


@pytest.mark.parametrize(
    ("words", "decided", "days"),
    [
        (["every", "month"], "own", 30),
        (["3", "months"], "own", 90),
        (["40"], "own", 40),
        (["a", "year"], "own", 365),
        (["24", "months"], "own", 730),
        (["circle"], "circle", 90),
        (["never"], "never", None),
    ],
)
def test_a_cadence_is_decided(answer, ana, words, decided, days):
    said = answer("decide", "Ana", *words)

    assert (said["decided"], said["cadence_days"]) == (decided, days)


def test_a_decision_is_taken_back(answer, ana):
    answer("decide", "Ana", "never")

    assert answer("decide", "Ana", "undecided")["decided"] == "undecided"


@pytest.mark.parametrize("words", [["sometimes"], ["0"], ["99999999999"]])
def test_what_is_no_cadence_is_refused(run, ana, words):
    assert run("decide", "Ana", *words).exit_code == 1


def test_a_snooze_puts_off_and_is_no_touch(answer, network, ana):
    answer("decide", "Ana", "month")

    said = answer("snooze", "Ana", "2", "weeks")

    assert said["snoozed_until"] == (network.today() + timedelta(days=14)).isoformat()
    assert said["last"] is None


def test_the_next_step_is_chosen(answer, network, ana):
    on = network.today() + timedelta(days=40)

    said = answer("next", "Ana", on.isoformat(), "--what", "Ask about the boat")

    assert (said["due"], said["due_kind"], said["due_what"]) == (on.isoformat(), "chosen", "Ask about the boat")


def test_a_turn_is_skipped(answer, network, ana):
    answer("decide", "Ana", "week")

    assert answer("skip", "Ana")["due"] > network.today().isoformat()


@pytest.mark.parametrize("when", ["yesterday", "2020-01-01", "soonish"])
def test_a_day_that_is_not_ahead_is_refused(run, ana, when):
    result = run("snooze", "Ana", when)

    assert result.exit_code == 1 and when in result.stderr
