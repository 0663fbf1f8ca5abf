"""What followed a meeting at an event: the follow-up, the second talk, what was given and what was got."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import Contact
from wellkept.domain.events.models import Attendance
from wellkept.domain.timeline.models import Interaction, Participation, Promise

WITHIN = timedelta(hours=48)  # so soon a follow-up is written, best within the first half
IN_PERSON = frozenset({"met", "event", "coffee", "lunch"})
TALKS = IN_PERSON | {"call", "video"}
GIVEN = frozenset({"help", "gift", "introduction"})
NOON = time(12)


@dataclass(slots=True)
class Meeting:
    """Somebody met at an event, and what came of it. ``gave`` and ``got`` count help, gifts, introductions, promises kept."""

    attendance: int
    event: int
    contact: int
    talk: int | None
    on: date
    at: datetime
    let_go: bool
    followed_on: date | None = None
    talked_on: date | None = None
    gave: int = 0
    got: int = 0

    @property
    def waits(self) -> bool:
        return self.followed_on is None and not self.let_go

    def hours_left(self, now: datetime) -> int:
        """Of the 48; below zero when they are over."""
        return int((self.at + WITHIN - now).total_seconds() // 3600)


def meetings(*, network: Network, attendances: QuerySet[Attendance]) -> list[Meeting]:
    """Of those attendances that were met, contacts in sight, in the order in which they were met. Three queries."""
    rows = attendances.filter(state=Attendance.State.MET, contact__archived_at=None, contact__isnull=False)
    columns = (
        "pk", "event_id", "contact_id", "interaction_id", "interaction__on", "interaction__at", "event__ends_on",
        "let_go_on",
    )  # fmt: skip
    found = [_meeting(network, *row) for row in rows.order_by().values_list(*columns)]
    found.sort(key=lambda meeting: (meeting.at, meeting.attendance))
    if found:
        _follow(network, found, rows.order_by().values("contact_id"))
    return found


def _meeting(
    network: Network,
    key: int,
    event: int,
    contact: int,
    talk: int | None,
    on: date | None,
    at: datetime | None,
    last_day: date,
    let_go_on: date | None,
) -> Meeting:
    day = on or last_day
    moment = at or datetime.combine(day, NOON, tzinfo=network.zone)
    return Meeting(key, event, contact, talk, day, moment, let_go_on is not None)


def _follow(network: Network, found: list[Meeting], contacts: Any) -> None:
    """Walk through what passed with these people since, each once a meeting."""
    of: dict[int, list[Meeting]] = defaultdict(list)
    for meeting in found:
        of[meeting.contact].append(meeting)
    since = min(meeting.on for meeting in found)
    parts = Participation.objects.filter(network=network, contact__in=contacts, on__gte=since).order_by("on", "pk")
    columns = (
        "contact_id",
        "on",
        "interaction_id",
        "interaction__kind",
        "interaction__touch",
        "interaction__direction",
    )
    for contact, on, talk, kind, touch, direction in parts.values_list(*columns):
        for meeting in of[contact]:
            _count(meeting, on, talk, kind, touch, direction)
    kept = Promise.objects.filter(network=network, contact__in=contacts, settled_on__gte=since, thanks=False)
    for contact, on, by in kept.values_list("contact_id", "settled_on", "by"):
        for meeting in of[contact]:
            if on and on >= meeting.on:
                meeting.gave += by == Promise.By.ME
                meeting.got += by == Promise.By.THEM


def _count(meeting: Meeting, on: date, talk: int, kind: str, touch: bool, direction: str) -> None:
    if talk == meeting.talk or on < meeting.on:
        return
    if kind in GIVEN:
        meeting.gave += direction != Interaction.Direction.THEIRS
        meeting.got += direction != Interaction.Direction.MINE
    later = on > meeting.on
    if touch and meeting.followed_on is None and (later or kind not in IN_PERSON):
        meeting.followed_on = on
    if later and kind in TALKS and meeting.talked_on is None:
        meeting.talked_on = on


def people_of(*, network: Network, found: Iterable[Meeting]) -> dict[int, Contact]:
    keys = {meeting.contact for meeting in found}
    rows = Contact.objects.filter(network=network, pk__in=keys).prefetch_related(
        "emails", "phones", "links", "positions__organization"
    )
    return {row.pk: row for row in rows}
