"""One event: before it and while it lasts; added, edited, removed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact, Position
from wellkept.domain.events import reading
from wellkept.domain.events.adding import add_event, edit_event, remove_event
from wellkept.domain.events.models import Attendance, Event, Series
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.plan.travelling import people_in
from wellkept.interfaces.web import gate, messages
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.events.forms import EventForm, of_event
from wellkept.interfaces.web.timeline.forms import refuse

MOST_KNOWN = 24  # contacts of the list that its page shows; all of them are on the list
MOST_THERE = 7  # of those who live there, and of those who work for the organizer


@require_safe
def event(request: Any, pk: int) -> HttpResponse:
    found = gate.find(request, Event, pk)
    today = request.network.today()
    known = reading.known(found, MOST_KNOWN + 1)
    context = {
        "event": found,
        "today": today,
        "phase": "before" if today < found.starts_on else "after" if today > found.ends_on else "during",
        "wanted": reading.wanted(found),
        "known": known[:MOST_KNOWN],
        "more_known": len(known) > MOST_KNOWN,
        "thanks": reading.to_thank(found) if today <= found.ends_on else [],
        "counts": counts(found),
        **_around(found),
    }
    return render(request, "events/event.html", context)


def counts(found: Event) -> dict[str, int]:
    """How many are on the list, and of those who are contacts, wanted, met."""
    rows = list(Attendance.objects.filter(event=found).order_by().values_list("state", "contact_id"))
    told = {state: sum(1 for its, _contact in rows if its == state) for state in Attendance.State.values}
    return {"all": len(rows), "contacts": sum(1 for _state, contact in rows if contact), **told}


def _around(found: Event) -> dict[str, Any]:
    """Contacts who are not on the list and live in the place, or work for the organizer."""
    there = set(Attendance.objects.filter(event=found, contact__isnull=False).values_list("contact_id", flat=True))
    people = Contact.objects.filter(network=found.network_id, archived_at=None, is_me=False)
    people = people.select_related("standing", "photo").order_by("-standing__warmth", "sort_key")
    living = people_in(network=found.network, place=found.place.partition(",")[0]) - there
    working: set[int] = set()
    if found.organizer_id:
        rows = Position.objects.filter(organization=found.organizer_id, current=True, kind=Position.Kind.JOB)
        working = set(rows.values_list("contact_id", flat=True)) - there
    return {
        "living": list(people.filter(pk__in=living)[:MOST_THERE]),
        "living_count": len(living),
        "working": list(people.filter(pk__in=working)[:MOST_THERE]) if working else [],
    }


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Any) -> HttpResponse:
    form = EventForm(request.POST or None, initial={"series": request.GET.get("series", "")[:200]})
    made: list[Event] = []

    def do(act: Acting) -> None:
        made.append(add_event(network=request.network, by=act, **form.columns()))

    if request.method == "POST" and form.is_valid() and _tried(request, form, do):
        return redirect("event", pk=made[0].pk)
    context = {"form": form, "series": _series(request)}
    return render(request, "events/add.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Any, pk: int) -> HttpResponse:
    found = gate.find(request, Event, pk)
    form = EventForm(request.POST or None, initial=of_event(found))
    if request.method == "POST" and form.is_valid():
        if _tried(request, form, lambda act: edit_event(event=found, by=act, **form.columns())):
            return redirect("event", pk=pk)
        found = gate.find(request, Event, pk)
    context = {"form": form, "event": found, "series": _series(request)}
    return render(request, "events/edit.html", context, status=422 if form.errors else 200)


def _tried(request: Any, form: EventForm, do: Callable[[Acting], object]) -> bool:
    """Whether it was done; where it was refused the form says why."""
    try:
        with acting(request.actor, request.network) as act:
            do(act)
    except Refusal as refusal:
        refuse(form, refusal)
        return False
    messages.done(request, act.row)
    return True


def _series(request: Any) -> list[str]:
    return list(Series.objects.filter(network=request.network).values_list("name", flat=True)[:200])


@require_POST
def remove(request: Any, pk: int) -> HttpResponse:
    found = gate.find(request, Event, pk)
    done = attempt(request, lambda act: remove_event(event=found, by=act))
    return redirect("events") if done else redirect("event", pk=pk)
