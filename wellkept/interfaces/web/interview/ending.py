"""What comes of it: first cadences, as the circle has them, and whom to reconnect with."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.deciding import cadence_words, decide
from wellkept.domain.cadence.models import Standing
from wellkept.domain.cadence.stepping import reschedule
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting
from wellkept.domain.recall.keeping import circle_of
from wellkept.domain.recall.models import Remembered, Source
from wellkept.domain.recall.reconnecting import Reconnection, to_reconnect, why
from wellkept.domain.recall.walking import walk_of
from wellkept.interfaces.web import gate
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.interview.sitting import onward

MOST = 30  # shown at the end
YEAR = timedelta(days=365)


@require_http_methods(["GET", "HEAD", "POST"])
def cadences(request: Any, pk: int) -> HttpResponse:
    """The circle's cadence for those of the source on whom nothing is decided; the user confirms, or lets it be."""
    at = gate.find(request, Source, pk)
    circle = circle_of(at)
    people = _undecided(at) if circle is not None and circle.cadence_days else []
    if request.method == "POST" or not people:
        chosen = gate.chosen(request, Contact, request.POST.getlist("contact"))
        if chosen:
            attempt(request, lambda act: _decide(request, chosen, act))
        return onward(request)
    context = {
        "source": at,
        "circle": circle,
        "words": cadence_words(circle.cadence_days) if circle else "",
        "people": people,
        "walk": walk_of(request.network),
    }
    return render(request, "interview/cadences.html", context)


def _decide(request: Any, people: list[Contact], act: Acting) -> None:
    decide(contacts=people, kind="circle", by=act, today=request.network.today())


def _undecided(at: Source) -> list[Remembered]:
    rows = at.remembered.filter(
        kept_on__isnull=False, contact__archived_at=None, contact__standing__decided="undecided"
    )
    seen: dict[int, Remembered] = {}
    for row in rows.select_related("contact"):
        seen.setdefault(row.contact_id or 0, row)
    return list(seen.values())


@require_safe
def end(request: Any) -> HttpResponse:
    people = _still_silent(request)
    context = {
        "walk": walk_of(request.network),
        "people": [(one, _choices()[one.spoken], planned) for one, planned in people[:MOST]],
        "more": max(0, len(people) - MOST),
    }
    return render(request, "interview/end.html", context)


def _choices() -> dict[str, Any]:
    return dict(Remembered.Spoken.choices)


def _still_silent(request: Any) -> list[tuple[Reconnection, Any]]:
    """Whom to reconnect with, and the day on which they are in the week already; nobody who is on never, or whom one spoke to since."""
    today = request.network.today()
    found = to_reconnect(network=request.network, today=today, most=4 * MOST)
    rows = Standing.objects.visible().filter(network=request.network, pk__in=[one.contact for one in found])
    standings = {row.pk: row for row in rows.exclude(decided="never")}
    silent = []
    for one in found:
        row = standings.get(one.contact)
        if row is not None and (row.last_touch_on is None or row.last_touch_on < today - YEAR):
            silent.append((one, row.due_on if row.due_kind == "chosen" else None))
    return silent


@require_POST
def into_week(request: Any, pk: int) -> HttpResponse:
    """Reconnecting becomes the next step, in the week that is now."""
    row = gate.find(request, Remembered, pk)

    def step(act: Acting) -> None:
        if row.contact is None:
            raise Refusal(_("%(name)s is no contact any more.") % {"name": row.name})
        today = request.network.today()
        reschedule(contact=row.contact, on=today, what=_("Reconnect. %(why)s") % {"why": why(row)}, by=act, today=today)

    attempt(request, step)
    return redirect("interview-end")
