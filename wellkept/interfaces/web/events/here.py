"""Event mode: one page for one thumb, which works without network. It knows the event's name and days, and nobody."""

from __future__ import annotations

import json
import uuid
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_http_methods

from wellkept.domain.events.models import Event
from wellkept.interfaces.web import gate
from wellkept.interfaces.web.capture.door import receive_one
from wellkept.interfaces.web.templatetags.seats import seat_of


@require_http_methods(["GET", "HEAD", "POST"])
def here(request: Any, pk: int) -> HttpResponse:
    """With ``kept``, as the phone keeps it: rendered without the request, so that no token gets in. A POST is the form of a browser
    without JavaScript."""
    event = gate.find(request, Event, pk)
    context: dict[str, Any] = {"event": event, "seat": seat_of(request)}
    if request.method != "POST" and "kept" in request.GET:
        return HttpResponse(render_to_string("events/here.html", context))
    context |= {"today": request.network.today(), "key": str(uuid.uuid4()), "sent": "sent" in request.GET}
    if request.method == "POST":
        answer = receive_one(request)
        if answer.status_code == HTTPStatus.OK:
            return redirect(f"{request.path}?sent=1")
        context["refused"] = json.loads(answer.content)["refused"]
    return render(request, "events/here.html", context, status=422 if "refused" in context else 200)
