"""The home page: this week, and other weeks to look at."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.plan.week import this_week
from wellkept.domain.plan.weeks import week_of
from wellkept.domain.reminders.settling import paused_until
from wellkept.interfaces.web.triage.choosing import day_of
from wellkept.interfaces.web.week.showing import filled, neighbours, show

FURTHEST = 366 * 10  # days that the page looks back or ahead


@require_safe
def week(request: Any) -> HttpResponse:
    """``?on=`` leads to the week of another day; on a pause the week is shown ``?anyway=1`` alone."""
    try:
        on = day_of(request.GET, "on")
    except Refusal as refusal:
        raise Http404 from refusal
    if on is not None:
        return redirect("week-on", on)
    today = request.network.today()
    until = paused_until(request.network, today)
    if until is not None and "anyway" not in request.GET:
        return render(request, "week/paused.html", {"until": until})
    shown = show(request.network, today)
    return render(request, "week/week.html", {"shown": shown, "beside": neighbours(shown.week, today), "today": today})


@require_safe
def other_week(request: Any, on: date) -> HttpResponse:
    """A week gone by or to come; nothing can be done there."""
    today = request.network.today()
    if abs((on - today).days) > FURTHEST:
        raise Http404
    dates = week_of(on, request.network.week_start)
    if dates.starts <= today <= dates.ends:
        return redirect("week")
    past = dates.ends < today
    looked_at = this_week(network=request.network, on=dates.ends if past else dates.starts)
    context = {"week": looked_at, "beside": neighbours(looked_at, today), "past": past, "water": filled(looked_at)}
    return render(request, "week/other.html", context)
