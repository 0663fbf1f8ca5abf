"""The past weeks, for the chart: touches and new connections against the goals."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import Count

from wellkept.domain.accounts.models import Network
from wellkept.domain.cadence.models import Standing
from wellkept.domain.plan.weeks import week_of
from wellkept.domain.timeline.models import Interaction


@dataclass(frozen=True, slots=True)
class WeekDone:
    name: str
    starts: date
    touches: int  # contacts touched, each once a week
    new: int


def weeks_back(*, network: Network, on: date, count: int = 26) -> list[WeekDone]:
    """The last ``count`` weeks, that of ``on`` the last of them. Two queries."""
    this = week_of(on, network.week_start)
    first = this.starts - timedelta(weeks=count - 1)
    people: dict[date, set[int]] = defaultdict(set)
    passed = Interaction.objects.filter(network=network, on__gte=first, on__lte=on, touch=True)
    rows = passed.order_by().values_list("on", "participations__contact_id")
    weeks_of: dict[Any, date] = {}
    with connection.cursor() as cursor:  # past Django's converters: half a year is many rows
        cursor.execute(*rows.query.sql_with_params())
        for day, contact in cursor:
            start = weeks_of.get(day)
            if start is None:
                on_day = day if isinstance(day, date) else date.fromisoformat(day)
                start = weeks_of[day] = week_of(on_day, network.week_start).starts
            if contact is not None:
                people[start].add(contact)
    new: dict[date, int] = defaultdict(int)
    fresh = Standing.objects.visible().filter(network=network, new_on__gte=first, new_on__lte=on)
    for day, number in fresh.order_by().values_list("new_on").annotate(Count("pk")):
        new[week_of(day, network.week_start).starts] += number
    weeks = [week_of(first + timedelta(weeks=number), network.week_start) for number in range(count)]
    return [WeekDone(week.name, week.starts, len(people[week.starts]), new[week.starts]) for week in weeks]
