"""Two years of weeks, lived by dice: no week above its minutes, nobody inside their cadence, nobody forgotten.

WELLKEPT_SEEDS says how many lives are lived: 100 before a release.
"""

from __future__ import annotations

import math
import os
import random
from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import transaction

from tests.cast import contact
from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.cadence.models import Standing
from wellkept.domain.cadence.standing import dormant_after
from wellkept.domain.contacts.models import Contact, ContactDate, Email
from wellkept.domain.history.acting import acting
from wellkept.domain.plan.answering import done, not_now, swap
from wellkept.domain.plan.cards import Week
from wellkept.domain.plan.week import this_week
from wellkept.domain.timeline.meeting import meet
from wellkept.domain.timeline.promising import make_promise
from wellkept.domain.timeline.recording import record_interaction

SEEDS = int(os.environ.get("WELLKEPT_SEEDS", "1"))
WEEKS = 104
MONDAY = date(2024, 11, 18)
CADENCES = [30, 45, 90, 90, 180, 180, 365]


class Life:
    """A network and somebody who does, mostly, what the week says."""

    def __init__(self, seed: int, network: Network, by: Actor) -> None:
        self.dice, self.network, self.by = random.Random(seed), network, by
        self.waiting: dict[int, int] = defaultdict(int)  # weeks since somebody could be asked for, and was not
        self.most_waiting = 0
        self.violations: list[str] = []
        self.touched = 0

    def begin(self, people: int) -> None:
        born = datetime.combine(MONDAY - timedelta(days=700), time(12), tzinfo=UTC)
        for number in range(people):
            person = contact(self.network, self.by, f"P{number}", "Test", source="linkedin", created_at=born)
            with acting(self.by, self.network, "edit", summary="An address") as act:
                if number % 3:
                    act.add(Email(contact=person, address=f"p{number}@example.org", key=f"p{number}@example.org"))
                if number % 4 == 0:
                    month, day = self.dice.randint(1, 12), self.dice.randint(1, 28)
                    act.add(ContactDate(contact=person, kind="birthday", month=month, day=day))
            self.talk(person, MONDAY - timedelta(days=self.dice.randint(1, 300)))
            decide(contacts=[person], kind="own", days=self.dice.choice(CADENCES), by=self.by, today=MONDAY)

    def talk(self, person: Contact, on: date) -> None:
        record_interaction(network=self.network, contacts=[person], kind="call", on=on, by=self.by, today=on)

    def live(self, weeks: int) -> None:
        for number in range(weeks):
            monday = MONDAY + timedelta(weeks=number)
            self.chance(monday)
            offered: set[int] = set()
            for day in (0, 3):
                on = monday + timedelta(days=day)
                week = this_week(network=self.network, on=on)
                self.check(week, on)
                offered |= {card.contact for card in week.proposals}
                self.answer(week, on)
            self.wait(monday + timedelta(days=3), offered)

    def chance(self, on: date) -> None:
        """What happens by itself: a talk outside the plan, somebody new, a promise."""
        people = list(Contact.objects.filter(network=self.network, is_me=False).order_by("pk"))
        if self.dice.random() < 0.5:
            self.talk(self.dice.choice(people), on)
        if self.dice.random() < 0.1:
            meet(network=self.network, name=f"New {on:%j %y}", on=on, by=self.by, today=on)
        if self.dice.random() < 0.3:
            due = on + timedelta(days=self.dice.randint(1, 30))
            make_promise(contact=self.dice.choice(people), by_whom="me", text="send it", due_on=due, by=self.by)

    def answer(self, week: Week, on: date) -> None:
        for card in week.proposals:
            person, chance = Contact.objects.get(pk=card.contact), self.dice.random()
            said = {"contact": person, "proposal": card.kind, "subject": card.subject, "by": self.by, "today": on}
            if chance < 0.7:
                done(**said, note="", kind="email", minutes=card.minutes)
                self.touched += 1
            elif chance < 0.8:
                not_now(**said)
            elif chance < 0.9:
                swap(**said)

    def check(self, week: Week, on: date) -> None:
        if week.minutes.planned > max(0, week.minutes.budget - week.minutes.spent) or len(week.proposals) > 10:
            self.violations.append(f"{on}: {week.minutes}")
        standings = Standing.objects.in_bulk([card.contact for card in week.proposals])
        for card in week.proposals:
            standing = standings[card.contact]
            last, cadence = standing.last_touch_on, standing.cadence_days
            if card.kind in ("cadence", "reconnect") and last and cadence and on < last + timedelta(days=cadence):
                self.violations.append(f"{on}: {card.name} is inside the cadence")

    def wait(self, on: date, offered: set[int]) -> None:
        """Count the weeks of those who are due, awake and were not offered; those dormant wait for a reconnection."""
        due = Standing.objects.filter(due_kind="cadence", due_on__lte=on).exclude(decided="never")
        rows = [row for row in due if row.contact_id not in offered and not self.is_dormant(row, on)]
        self.most_waiting = max(self.most_waiting, len(rows))
        now = {row.contact_id for row in rows}
        for key in [key for key in self.waiting if key not in now]:
            del self.waiting[key]
        for key in now:
            self.waiting[key] += 1
        slots = max(1, self.network.touch_goal - 2)  # one for the reconnection, one for whom the dice swapped in
        for key, weeks in self.waiting.items():
            if weeks > math.ceil(max(len(now), 1) / slots) + 5:  # 'not now' rests four weeks
                self.violations.append(f"{on}: {key} has waited {weeks} weeks among {len(now)}")

    @staticmethod
    def is_dormant(row: Standing, on: date) -> bool:
        return row.last_touch_on is not None and (on - row.last_touch_on).days > dormant_after(row.cadence_days)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(SEEDS))
def test_two_years_pass_without_a_week_above_its_minutes_or_a_tie_forgotten(ada, network, seed):
    with transaction.atomic():
        life = Life(seed, network, ada)
        life.begin(people=30)
        life.live(WEEKS)
        assert life.violations == [], f"seed {seed}"
        assert life.touched > WEEKS  # it was lived
        transaction.set_rollback(True)
