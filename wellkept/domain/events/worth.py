"""Which events are worth it: over the years, by event or series and by organizer, what came of those who were met there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from wellkept.domain.accounts.models import Network
from wellkept.domain.events.following import Meeting, meetings
from wellkept.domain.events.models import Attendance, Event

IN_TIME = timedelta(days=14)  # a follow-up later than this is another beginning


@dataclass(slots=True)
class Worth:
    """What one event, all of a series, an organizer's or a year's gave. ``key`` is of the event, series or organization."""

    key: int
    name: str
    events: int = 0
    last_on: date | None = None
    met: int = 0
    followed: int = 0  # within two weeks
    again: int = 0  # talked to another time
    gave: int = 0
    got: int = 0

    def take(self, meeting: Meeting) -> None:
        self.met += 1
        self.followed += meeting.followed_on is not None and meeting.followed_on <= meeting.on + IN_TIME
        self.again += meeting.talked_on is not None
        self.gave += meeting.gave
        self.got += meeting.got

    @property
    def second(self) -> int:
        """Of a hundred who were met, so many were talked to again."""
        return round(100 * self.again / self.met) if self.met else 0


@dataclass(slots=True)
class WorthOf:
    """By series (an event of none stands for itself), by organizer, by year; those with most second talks first."""

    by_event: list[tuple[str, Worth]]  # 'series' or 'event'
    by_organizer: list[Worth]
    by_year: list[Worth]


def of_each(*, network: Network, today: date) -> dict[int, Worth]:
    """Of each event that has begun and where somebody was met, by its key. Four queries."""
    begun = Event.objects.filter(network=network, starts_on__lte=today)
    found = meetings(
        network=network, attendances=Attendance.objects.filter(network=network, event__starts_on__lte=today)
    )
    rows = {row.pk: Worth(row.pk, row.name, events=1, last_on=row.starts_on) for row in begun}
    for meeting in found:
        rows[meeting.event].take(meeting)
    return {key: row for key, row in rows.items() if row.met}


def worth(*, network: Network, today: date) -> WorthOf:
    """Of the events that have begun. Four queries."""
    columns = ("pk", "name", "starts_on", "series_id", "series__name", "organizer_id", "organizer__name")
    rows = list(
        Event.objects.filter(network=network, starts_on__lte=today).order_by("starts_on", "pk").values(*columns)
    )
    found = meetings(
        network=network, attendances=Attendance.objects.filter(network=network, event__starts_on__lte=today)
    )
    of: dict[int, list[Meeting]] = defaultdict(list)
    for meeting in found:
        of[meeting.event].append(meeting)
    by_event: dict[tuple[str, int], Worth] = {}
    by_organizer: dict[int, Worth] = {}
    by_year: dict[int, Worth] = {}
    for row in rows:
        year = row["starts_on"].year
        told = [
            by_event.setdefault(_kind(row), Worth(_kind(row)[1], row["series__name"] or row["name"])),
            by_year.setdefault(year, Worth(year, str(year))),
        ]
        if row["organizer_id"]:
            told.append(
                by_organizer.setdefault(row["organizer_id"], Worth(row["organizer_id"], row["organizer__name"]))
            )
        for one in told:
            one.events += 1
            one.last_on = row["starts_on"]
            for meeting in of[row["pk"]]:
                one.take(meeting)
    kinds = {id(one): kind for (kind, _key), one in by_event.items()}
    ordered = [(kinds[id(one)], one) for one in _best_first(by_event.values())]
    years = sorted(by_year.values(), key=lambda one: -one.key)
    return WorthOf(ordered, _best_first(by_organizer.values()), years)


def _kind(row: dict[str, Any]) -> tuple[str, int]:
    return ("series", row["series_id"]) if row["series_id"] else ("event", row["pk"])


def _best_first(rows: Iterable[Worth]) -> list[Worth]:
    return sorted(rows, key=lambda one: (-one.again, -(one.gave + one.got), -one.met, one.name))
