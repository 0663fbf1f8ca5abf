"""Events out of a calendar file: chosen from a preview, which carries them to the form that keeps them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wellkept.domain.events.adding import EARLIEST, LATEST
from wellkept.domain.events.importing import Taken, known_events, name_of, take_events, uid_of
from wellkept.formats.calendars import Attendee, CalendarEvent, CalendarFile, read_calendar_file
from wellkept.interfaces.web.attempting import attempt

MOST_BYTES = 10 << 20
MOST_SHOWN = 60  # the ones nearest to today
MOST_PEOPLE = 5000  # attendees of all that are shown
FRESH = timedelta(hours=12)
SALT = "events.take"


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
    read = read_calendar_file(upload.read(), zone=request.network.zone)
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
    nearest = sorted(read.events, key=lambda one: abs((one.starts_on - today).days))[:MOST_SHOWN]
    shown, people = list[CalendarEvent](), 0
    for one in sorted(nearest, key=lambda one: (one.starts_on, one.name)):
        people += len(one.attendees)
        if people <= MOST_PEOPLE:
            shown.append(one)
    there = known_events(network=request.network, events=shown)
    rows = [(place, one, name_of(one), there.get(uid_of(one))) for place, one in enumerate(shown)]
    few = len(shown) <= 8
    return {
        "rows": rows,
        "picked": {place for place, one, _name, known in rows if not one.cancelled and (few or known is not None)},
        "carried": signing.dumps([_carry(one) for one in shown], salt=SALT, compress=True),
        "hidden": len(read.events) - len(shown),
        "problems": len(read.problems),
    }


def _carry(one: CalendarEvent) -> dict[str, Any]:
    return {**asdict(one), "starts_on": one.starts_on.isoformat(), "ends_on": one.ends_on.isoformat(), "notes": one.notes[:4000]}  # fmt: skip


def _carried(row: dict[str, Any]) -> CalendarEvent:
    people = tuple(Attendee(**one) for one in row["attendees"])
    organizer = Attendee(**row["organizer"]) if row["organizer"] else None
    days = {name: date.fromisoformat(row[name]) for name in ("starts_on", "ends_on")}
    return CalendarEvent(**{**row, **days, "attendees": people, "organizer": organizer})


def _keep(request: Any) -> HttpResponse:
    """The events that were ticked. What the preview carries is signed, so that it is what was read."""
    try:
        rows = signing.loads(request.POST["carried"], salt=SALT, max_age=FRESH)
    except signing.BadSignature:
        why = _("The preview is too old. Choose the file again.")
        return render(request, "events/take.html", {"refusal": why}, status=422)
    picked = [_carried(row) for place, row in enumerate(rows) if str(place) in request.POST.getlist("pick")]
    if not picked:
        return render(request, "events/take.html", {"refusal": _("No event was ticked.")}, status=422)
    taken: list[Taken] = []
    attempt(request, lambda act: taken.append(take_events(network=request.network, events=picked, by=act)))
    events = [*taken[0].added, *taken[0].changed, *taken[0].same] if taken else []
    return redirect("event", pk=events[0].pk) if len(events) == 1 else redirect("events")
