"""Where the user will be: said on the week page, taken back there."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.history.acting import Acting
from wellkept.domain.plan.models import Trip
from wellkept.domain.plan.travelling import cancel_trip, plan_trip
from wellkept.interfaces.web import gate
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.triage.choosing import day_of


@require_POST
def add(request: Any) -> HttpResponse:
    attempt(request, lambda act: _plan(request, act))
    return redirect("week")


@require_POST
def cancel(request: Any, pk: int) -> HttpResponse:
    trip = gate.find(request, Trip, pk)
    attempt(request, lambda act: cancel_trip(trip=trip, by=act))
    return redirect("week")


def _plan(request: Any, act: Acting) -> None:
    starts = day_of(request.POST, "starts")
    if starts is None:
        raise Refusal(_("Say from which day."), field="starts")
    plan_trip(
        network=request.network,
        place=request.POST.get("place", ""),
        starts=starts,
        ends=day_of(request.POST, "ends") or starts,
        by=act,
        today=request.network.today(),
    )
