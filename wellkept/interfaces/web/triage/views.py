"""Triage, card by card. Each act answers with the next card, or goes back to the page without JavaScript."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from wellkept.domain.cadence.deciding import decide
from wellkept.domain.contacts.circles import put_in_circle, take_out_of_circle
from wellkept.domain.contacts.models import Circle, CircleMembership, Contact
from wellkept.domain.history.acting import Acting
from wellkept.interfaces.web import gate
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.triage.choosing import Decided
from wellkept.interfaces.web.triage.sitting import Group, set_aside, sit, take_up_again


@require_safe
def triage(request: Any) -> HttpResponse:
    sitting = sit(request, Group.of(request.GET), contact=_number(request.GET.get("contact", "")) or None)
    return render(request, "triage/triage.html", {"sitting": sitting})


@require_POST
def decide_on(request: Any) -> HttpResponse:
    contact = _contact(request)

    def do(act: Acting) -> None:
        said = Decided.of(request.POST.get("cadence", ""))
        decide(contacts=[contact], kind=said.kind, days=said.days, by=act, today=request.network.today())

    attempt(request, do)
    return _next(request)


@require_POST
def later(request: Any) -> HttpResponse:
    """Not in this sitting. Decides nothing, so there is nothing to undo."""
    set_aside(request, _contact(request))
    return _next(request)


@require_POST
def again(request: Any) -> HttpResponse:
    take_up_again(request)
    return _next(request)


@require_POST
def circle(request: Any) -> HttpResponse:
    """Put the contact in a circle, or take it out of the one it is in; the card stays."""
    contact = _contact(request)
    chosen = gate.find(request, Circle, _number(request.POST.get("circle", "")))
    inside = CircleMembership.objects.filter(contact=contact, circle=chosen).exists()
    move = take_out_of_circle if inside else put_in_circle
    attempt(request, lambda act: move(contacts=[contact], circle=chosen, by=act))
    return _next(request, contact)


def _next(request: Any, stay: Contact | None = None) -> HttpResponse:
    group = Group.of(request.POST)
    if request.htmx:
        sitting = sit(request, group, contact=stay.pk if stay else None)
        return render(request, "triage/triage.html#answer", {"sitting": sitting})
    if stay is None:
        return redirect(group.url)
    return redirect(f"{group.url}{'&' if group.by else '?'}contact={stay.pk}")


def _contact(request: Any) -> Contact:
    return gate.find(request, Contact, _number(request.POST.get("contact", "")))


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 19 else 0
