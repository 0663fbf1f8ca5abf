"""The weekly review."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.plan.history_of_weeks import weeks_back
from wellkept.domain.plan.review import review_of
from wellkept.domain.plan.weeks import week_of
from wellkept.interfaces.web.triage.choosing import day_of
from wellkept.interfaces.web.week.chart import chart_of
from wellkept.interfaces.web.week.showing import filled

HOW = {"not_now": lazy("not now"), "swap": lazy("swapped"), "skip": lazy("skipped")}


@require_safe
def past(request: Any) -> HttpResponse:
    """The chart of the past weeks: the week page asks for it once it is there. By itself, it is part of the review."""
    if not request.htmx:
        return redirect("week-review")
    network, today = request.network, request.network.today()
    weeks = weeks_back(network=network, on=today)
    chart = chart_of(weeks, touch_goal=network.touch_goal, new_goal=network.new_goal)
    return render(request, "week/past.html", {"chart": chart, "shown": {"weeks": weeks}})


@require_safe
def review(request: Any) -> HttpResponse:
    """``?on=`` is any day of the week that is looked back on; without it, this week."""
    today: date = request.network.today()
    try:
        on = day_of(request.GET, "on") or today
    except Refusal as refusal:
        raise Http404 from refusal
    if on > today:
        raise Http404
    on = min(today, week_of(on, request.network.week_start).ends)
    found = review_of(network=request.network, on=on)
    weeks = weeks_back(network=request.network, on=on)
    context = {
        "review": found,
        "week": found.week,
        "water": filled(found.week),
        "weeks": weeks,
        "chart": chart_of(weeks, touch_goal=found.touches.goal, new_goal=found.week.new.goal),
        "shown": {"weeks": weeks},
        "let_go": [(one, HOW[one.how]) for one in found.let_go],
        "circles_touched": sum(1 for _name, count in found.circles if count),
        "earlier": found.week.starts - timedelta(days=7),
        "later": found.week.starts + timedelta(days=7) if found.week.ends < today else None,
    }
    return render(request, "week/review.html", context)
