"""The page that brings what was promised back within what a week can carry."""

from __future__ import annotations

from math import ceil
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from wellkept.domain.cadence.deciding import cadence_words
from wellkept.domain.cadence.relief import Move, relief_for, relieve
from wellkept.domain.contacts.models import Contact
from wellkept.interfaces.web.attempting import attempt

NAMED = 12  # people of each line


@require_safe
def relief(request: Any) -> HttpResponse:
    found = relief_for(network=request.network)
    context = {
        "relief": found,
        "lines": [_line(request, move) for move in found.moves],
        "monthly": found.goal * 52 // 12,
        "quarterly": found.goal * 13,
        "needed": ceil(round(found.before, 1)),  # as it is shown
    }
    return render(request, "week/relief.html", context)


@require_POST
def ease(request: Any) -> HttpResponse:
    attempt(request, lambda act: relieve(network=request.network, by=act, today=request.network.today()))
    return redirect("week")


def _line(request: Any, move: Move) -> dict[str, Any]:
    people = Contact.objects.filter(network=request.network, pk__in=move.contacts[:NAMED]).order_by("sort_key")
    return {
        "before": cadence_words(move.before),
        "after": cadence_words(move.after),
        "count": len(move.contacts),
        "people": people,
        "more": max(0, len(move.contacts) - NAMED),
    }
