"""The past weeks, for the chart: touches and new connections against the goals."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection
from django.db.models import Count

from wellkept.domain.accounts.models import Network
from wellkept.domain.cadence.models import Standing
from wellkept.domain.plan.weeks import week_of

_TOUCHED = """
SELECT CAST((julianday(talk."on") - julianday(%s)) / 7 AS INTEGER), COUNT(DISTINCT part.contact_id)
FROM timeline_interaction talk
JOIN timeline_participation part ON part.network_id = talk.network_id AND part.interaction_id = talk.id
WHERE talk.network_id = %s AND talk."on" BETWEEN %s AND %s AND talk.touch GROUP BY 1
"""


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
    with connection.cursor() as cursor:  # counted where they are: half a year is many rows
        cursor.execute(_TOUCHED, [first, network.pk, first, on])
        touched: dict[int, int] = dict(cursor.fetchall())
    new: dict[date, int] = defaultdict(int)
    fresh = Standing.objects.visible().filter(network=network, new_on__gte=first, new_on__lte=on)
    for day, number in fresh.order_by().values_list("new_on").annotate(Count("pk")):
        new[week_of(day, network.week_start).starts] += number
    weeks = [week_of(first + timedelta(weeks=number), network.week_start) for number in range(count)]
    return [WeekDone(week.name, week.starts, touched.get(at, 0), new[week.starts]) for at, week in enumerate(weeks)]
