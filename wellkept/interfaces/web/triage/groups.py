"""Triage in groups: one decision for everybody at a company, of a circle, of a year."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.cadence.triaging import groups, members, progress
from wellkept.interfaces.web import messages
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.triage.choosing import Decided, cadence_buttons

ASK_ABOVE = 20  # a decision for more than so many is confirmed with their number
WAYS = {
    "organization": _("Organization"),
    "circle": _("Circle"),
    "connected": _("Year connected"),
    "message": _("Last message"),
}


@require_safe
def groups_page(request: Any) -> HttpResponse:
    by: Any = request.GET.get("by") or "organization"
    if by not in WAYS:
        raise Http404
    context = {
        "by": by,
        "ways": WAYS.items(),
        "groups": groups(network=request.network, by=by),
        "progress": progress(network=request.network),
        "buttons": cadence_buttons(),
    }
    return render(request, "triage/groups.html", context)


@require_POST
def decide_on_group(request: Any) -> HttpResponse:
    """Asks first where it is about many, and again where their number has changed since."""
    by, key = request.POST.get("by", ""), request.POST.get("key", "")
    back = f"{reverse('triage-groups')}?by={by if by in WAYS else ''}"
    try:
        people = members(network=request.network, by=by, key=key)
        said = Decided.of(request.POST.get("cadence", ""))
    except Refusal as refusal:
        messages.refused(request, refusal)
        return redirect(back)
    if len(people) > ASK_ABOVE and request.POST.get("confirmed") != str(len(people)):
        context = {"by": by, "key": key, "label": request.POST.get("label", ""), "said": said, "people": people}
        return render(request, "triage/confirm.html", context | {"cadence": request.POST["cadence"], "back": back})
    today = request.network.today()
    attempt(request, lambda act: decide(contacts=people, kind=said.kind, days=said.days, by=act, today=today))
    return redirect(back)
