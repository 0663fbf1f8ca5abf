"""All events, coming and past, and which of them are worth it."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wellkept.domain.events import reading
from wellkept.domain.events.models import Event
from wellkept.domain.events.worth import worth as worth_of

PAGE = 30
MOST_SHOWN = 40  # events, series and organizers that are compared


@require_safe
def events(request: Any) -> HttpResponse:
    today = request.network.today()
    coming = reading.coming(network=request.network, today=today)
    page = Paginator(reading.past(network=request.network, today=today), PAGE).get_page(request.GET.get("page"))
    waiting = reading.waiting(network=request.network, today=today)
    debriefs = [(event, len(waiting[event.pk])) for event in [*coming, *page.object_list] if event.pk in waiting]
    years = worth_of(network=request.network, today=today).by_year[:5] if page.paginator.count or coming else []
    context = {
        "now": [event for event in coming if event.starts_on <= today],
        "coming": [event for event in coming if event.starts_on > today],
        "page": page,
        "debriefs": debriefs,
        "years": [("year", year) for year in years if year.met],
        "today": today,
    }
    return render(request, "events/events.html", context)


@require_safe
def worth(request: Any) -> HttpResponse:
    found = worth_of(network=request.network, today=request.network.today())
    context = {
        "events": [(kind, row) for kind, row in found.by_event if row.met][:MOST_SHOWN],
        "organizers": [("organization", row) for row in found.by_organizer if row.met][:MOST_SHOWN],
        "years": [("year", row) for row in found.by_year if row.met],
        "unmet": sum(1 for _kind, row in found.by_event if not row.met),
        "any": Event.objects.filter(network=request.network).exists(),
    }
    return render(request, "events/worth.html", context)
