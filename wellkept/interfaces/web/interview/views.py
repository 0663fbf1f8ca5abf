"""The memory interview as a whole: where the walk stands, what comes next, and another source."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from wellkept.domain.recall.laying import add_source, lay_walk, not_walked, own_positions
from wellkept.domain.recall.models import Source
from wellkept.domain.recall.walking import walk_of
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.interview.prompts import span_of

ADDED_BY_NAME = (
    "job",
    "school",
    "clubs",
    "associations",
    "professional",
    "events",
    "community",
    "customers",
    "vendors",
)


@require_safe
def interview(request: Any) -> HttpResponse:
    walk = walk_of(request.network)
    coming = walk.next
    context = {
        "walk": walk,
        "next": coming,
        "next_span": span_of(coming) if coming else "",
        "stretches": [(each, span_of(each.source)) for each in walk.stretches],
        "positions": [] if walk.begun else own_positions(request.network),
        "fresh": not_walked(network=request.network) if walk.begun else [],
        "kinds": [(kind, Source.Kind(kind).label) for kind in ADDED_BY_NAME],
        "enough": "enough" in request.GET,
    }
    return render(request, "interview/interview.html", context)


@require_POST
def begin(request: Any) -> HttpResponse:
    """Lay the walk out, or what of it is missing, and go to the first source."""
    attempt(request, lambda act: lay_walk(network=request.network, by=act))
    coming = walk_of(request.network).next
    return redirect("interview-source", pk=coming.pk) if coming else redirect("interview")


@require_POST
def add(request: Any) -> HttpResponse:
    said = request.POST
    made: list[Source] = []
    attempt(
        request,
        lambda act: made.append(
            add_source(network=request.network, kind=said.get("kind", ""), name=said.get("name", ""), by=act)
        ),
    )
    return redirect("interview-source", pk=made[0].pk) if made else redirect("interview")
