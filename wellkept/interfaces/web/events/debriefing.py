"""After an event: who was met and not written to yet, what waits, what was promised."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from wellkept.domain.capture.models import Captured
from wellkept.domain.events import reading
from wellkept.domain.events.following import Meeting, meetings, people_of
from wellkept.domain.events.meeting import close_debrief, open_debrief
from wellkept.domain.events.models import Attendance, Event
from wellkept.domain.timeline.models import Interaction
from wellkept.interfaces.web import gate
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.contacts.facts import reaches
from wellkept.interfaces.web.events.one import counts


@require_http_methods(["GET", "HEAD", "POST"])
def debrief(request: Any, pk: int) -> HttpResponse:
    """A POST says that it is done, or with ``open`` that it is not."""
    event = gate.find(request, Event, pk)
    today = request.network.today()
    if request.method == "POST":
        if request.POST.get("open"):
            attempt(request, lambda act: open_debrief(event=event, by=act))
        else:
            attempt(request, lambda act: close_debrief(event=event, by=act, today=today))
        return redirect("event-debrief", pk=pk)
    met = meetings(network=request.network, attendances=Attendance.objects.filter(event=event))
    captured = Captured.objects.filter(network=request.network, event=event, state=Captured.State.WAITING)
    context = {
        "event": event,
        "today": today,
        "waiting": _lines(request, [meeting for meeting in met if meeting.waits]),
        "followed": _lines(request, [meeting for meeting in met if not meeting.waits]),
        "captured": list(captured[:50]),
        "unmet": reading.wanted(event) if today >= event.starts_on else [],
        "promises": reading.promised_there(event),
        "counts": counts(event),
    }
    return render(request, "events/debrief.html", context)


def _lines(request: Any, found: list[Meeting]) -> list[dict[str, Any]]:
    """Each with the contact, what was said, and how many of the 48 hours are left."""
    people = people_of(network=request.network, found=found)
    talks = {meeting.talk for meeting in found if meeting.talk}
    said = dict(Interaction.objects.filter(network=request.network, pk__in=talks).values_list("pk", "body"))
    now = timezone.now()
    return [
        {
            "meeting": meeting,
            "contact": people[meeting.contact],
            "said": said.get(meeting.talk or 0, ""),
            "left": left,
            "clock": "late" if left < 0 else "last" if left < 24 else "first",
            "late": (-left - 1) // 24,
            "reaches": reaches(people[meeting.contact])[:2],
        }
        for meeting in found
        if (left := meeting.hours_left(now)) is not None
    ]
