"""Event mode: one page for one thumb, which works without network. It knows the event's name and days, and nobody."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.crypto import salted_hmac
from django.views.decorators.http import require_safe

from wellkept.domain.events.models import Event
from wellkept.interfaces.web import gate


@require_safe
def here(request: Any, pk: int) -> HttpResponse:
    """With ``kept``, as the phone keeps it: rendered without the request, so that no flash and no token gets in."""
    event = gate.find(request, Event, pk)
    context = {"event": event, "seat": seat_of(request), "today": request.network.today(), "key": str(uuid.uuid4())}
    if "kept" in request.GET:
        return HttpResponse(render_to_string("events/here.html", context))
    return render(request, "events/here.html", context)


def seat_of(request: Any) -> str:
    """Says whether two pages are of the same network, and not of which: what waits on a phone is sent to its own alone."""
    return salted_hmac("events.here", f"{request.user.pk}:{request.network.pk}", algorithm="sha256").hexdigest()[:32]
