"""A year of weeks, done as proposed: within the budget, never inside a cadence, and nobody starves."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from wellkept.domain.cadence.load import load
from wellkept.domain.cadence.standing import Facts, Passed, stand
from wellkept.domain.plan.proposing import Bounds, Candidate, propose
from wellkept.domain.plan.weeks import week_of

BEGIN = date(2026, 1, 5)
GOAL, BUDGET = 4, 30


def touched(facts: Facts, on: date) -> Facts:
    return replace(facts, passed=(*facts.passed, Passed(on, "call", True, "mine", 0, 0)))


@pytest.mark.parametrize("seed", range(20))
def test_a_year_of_weeks_keeps_the_laws(seed):
    dice = random.Random(seed)
    cadences = [dice.choice([90, 180, 365]) for _ in range(60)]
    assert not load([(days, 1) for days in cadences], GOAL).over
    people = {
        number: Facts(
            key=f"{seed}-{number}", added_on=BEGIN, by_hand=False, decision="own", own_days=days, decided_on=BEGIN
        )
        for number, days in enumerate(cadences)
    }
    offered: dict[int, date] = {}
    for number in range(52):
        monday = BEGIN + timedelta(weeks=number)
        today = monday + timedelta(days=dice.randint(0, 6))
        due = sorted(
            (stand(facts).due_on, contact) for contact, facts in people.items() if stand(facts).due_on <= today
        )
        found = [Candidate(contact, "cadence", "due", 3, on) for on, contact in due]
        bounds = Bounds(week_of(today).starts, today, GOAL, 4, BUDGET, 100)
        proposed = propose(found, [], bounds)
        assert proposed.minutes <= BUDGET and len(proposed.chosen) <= GOAL
        for card in proposed.chosen:
            last = stand(people[card.contact]).last_touch_on
            assert last is None or today - last >= timedelta(days=cadences[card.contact])
            people[card.contact] = touched(people[card.contact], today)
            offered[card.contact] = today
        waiting = [on for on, contact in due if contact not in {card.contact for card in proposed.chosen}]
        # Whoever is due is offered within as many weeks as the queue is long.
        assert all(today - on <= timedelta(weeks=-(-len(due) // GOAL) + 14) for on in waiting)
    never = [
        contact
        for contact in people
        if contact not in offered and stand(people[contact]).due_on < BEGIN + timedelta(weeks=40)
    ]
    assert never == []
