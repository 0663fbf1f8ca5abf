"""Events out of a calendar file: chosen from a preview, which carries them to the form that keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from typing import Any

from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wellkept.domain.events.adding import EARLIEST, LATEST
from wellkept.domain.events.importing import Taken, known_events, name_of, take_events, uid_of
from wellkept.domain.events.models import Event
from wellkept.formats.calendars import Attendee, CalendarEvent, CalendarFile, on_day, read_calendar_file
from wellkept.interfaces.web.attempting import attempt

MOST_BYTES = 10 << 20
MOST_SHOWN = 60  # the ones nearest to today
MOST_PEOPLE = 5000  # attendees of all that are shown
MOST_TOLD = 50  # problems of a file
FRESH = timedelta(hours=12)
SALT = "events.take"


@dataclass(slots=True)
class Pick:
    """A line that can be ticked: an event, or one day of a series. ``others``: the other days of the series that is told here
    by its next one."""

    key: str
    event: CalendarEvent
    known: Event | None = None
    picked: bool = False
    others: list[Pick] = field(default_factory=list)

    @property
    def name(self) -> str:
        return name_of(self.event)

    @property
    def others_picked(self) -> bool:
        return any(one.picked for one in self.others)


@require_http_methods(["GET", "HEAD", "POST"])
def take(request: Any) -> HttpResponse:
    if request.method != "POST":
        return render(request, "events/take.html")
    if "carried" in request.POST:
        return _keep(request)
    upload = request.FILES.get("file")
    if upload is None or upload.size > MOST_BYTES:
        why = _("Choose a calendar file first.") if upload is None else _("A calendar takes at most 10 MB.")
        return render(request, "events/take.html", {"refusal": why}, status=422)
    read = read_calendar_file(upload.read(), zone=request.network.zone, around=request.network.today())
    read.events = [one for one in read.events if EARLIEST <= one.starts_on <= LATEST]
    if not read.events:
        why = _("There is no event in “%(name)s” that can be taken: %(why)s.") % {
            "name": upload.name,
            "why": _why(read),
        }
        return render(request, "events/take.html", {"refusal": why}, status=422)
    return render(request, "events/taking.html", _preview(request, read))


def _why(read: CalendarFile) -> str:
    return _(read.problems[0].message) if read.problems else _("none has a day of our time")


def _preview(request: Any, read: CalendarFile) -> dict[str, Any]:
    today = request.network.today()
    nearest = sorted(read.events, key=lambda one: abs((_told_by(one, today).starts_on - today).days))[:MOST_SHOWN]
    shown, people = list[CalendarEvent](), 0
    for one in sorted(nearest, key=lambda one: (_told_by(one, today).starts_on, one.name)):
        people += len(one.attendees)
        if people <= MOST_PEOPLE:
            shown.append(one)
    every = [day for one in shown for day in _days(one)]
    there = known_events(network=request.network, events=every)
    rows = [_row(place, one, there, today) for place, one in enumerate(shown)]
    if len(shown) <= 8:
        for row in rows:
            row.picked = row.picked or not row.event.cancelled
    return {
        "rows": rows,
        "carried": signing.dumps([_carry(one) for one in shown], salt=SALT, compress=True),
        "hidden": len(read.events) - len(shown),
        "problems": read.problems[:MOST_TOLD],
        "more_problems": max(0, len(read.problems) - MOST_TOLD),
        "broken": read.broken[:MOST_TOLD],
        "more_broken": read.more_broken + max(0, len(read.broken) - MOST_TOLD),
    }


def _days(one: CalendarEvent) -> Iterator[CalendarEvent]:
    """An event by itself; of a series each of its days that is known."""
    days = [day for day in one.days if EARLIEST <= day <= LATEST]
    yield from (on_day(one, day) for day in days) if days else (one,)


def _told_by(one: CalendarEvent, today: date) -> CalendarEvent:
    """By which of its days a series is told: the next one, or where it is over the last."""
    days = list(_days(one))
    return next((day for day in days if day.starts_on >= today), days[-1])


def _key(place: int, one: CalendarEvent, day: CalendarEvent) -> str:
    return f"{place}@{day.starts_on}" if one.days else str(place)


def _row(place: int, one: CalendarEvent, there: dict[str, Event], today: date) -> Pick:
    def pick(event: CalendarEvent) -> Pick:
        known = there.get(uid_of(event))
        return Pick(_key(place, one, event), event, known, picked=known is not None and not event.cancelled)

    told = _told_by(one, today)
    row = pick(told)
    row.others = [pick(event) for event in _days(one) if event.starts_on != told.starts_on]
    return row


def _carry(one: CalendarEvent) -> dict[str, Any]:
    days = {"starts_on": one.starts_on.isoformat(), "ends_on": one.ends_on.isoformat(), "days": [day.isoformat() for day in one.days]}  # fmt: skip
    return {**asdict(one), **days, "notes": one.notes[:4000]}


def _carried(row: dict[str, Any]) -> CalendarEvent:
    people = tuple(Attendee(**one) for one in row["attendees"])
    organizer = Attendee(**row["organizer"]) if row["organizer"] else None
    days = {name: date.fromisoformat(row[name]) for name in ("starts_on", "ends_on")}
    series = tuple(date.fromisoformat(day) for day in row["days"])
    return CalendarEvent(**{**row, **days, "days": series, "attendees": people, "organizer": organizer})


def _keep(request: Any) -> HttpResponse:
    """The events and the days of series that were ticked. What the preview carries is signed, so that it is what was read."""
    try:
        rows = signing.loads(request.POST["carried"], salt=SALT, max_age=FRESH)
    except signing.BadSignature:
        why = _("The preview is too old. Choose the file again.")
        return render(request, "events/take.html", {"refusal": why}, status=422)
    ticked = set(request.POST.getlist("pick"))
    events = enumerate(map(_carried, rows))
    picked = [day for place, one in events for day in _days(one) if _key(place, one, day) in ticked]
    if not picked:
        return render(request, "events/take.html", {"refusal": _("No event was ticked.")}, status=422)
    taken: list[Taken] = []
    attempt(request, lambda act: taken.append(take_events(network=request.network, events=picked, by=act)))
    events = [*taken[0].added, *taken[0].changed, *taken[0].same] if taken else []
    return redirect("event", pk=events[0].pk) if len(events) == 1 else redirect("events")
