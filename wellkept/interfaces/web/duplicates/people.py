"""The queue of contacts that may be one person, pair by pair. Each act answers with the next pair."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import get_random_string
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from wellkept.domain.contacts.differing import not_the_same
from wellkept.domain.contacts.likening_jobs import begin_merging, begin_search
from wellkept.domain.contacts.merging import CHOICES, Side, merge_contacts
from wellkept.domain.contacts.merging_sure import AT_ONCE, merge_sure, sure_groups
from wellkept.domain.contacts.models import Contact
from wellkept.domain.contacts.reasoning import why
from wellkept.domain.contacts.sameness import Likeness
from wellkept.interfaces.web import gate, messages
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.duplicates.sitting import (
    HOUSES,
    PEOPLE,
    around,
    count_one,
    set_aside,
    sit,
    take_back_last,
    take_up_again,
)


@require_safe
def duplicates(request: Any) -> HttpResponse:
    context = {"sitting": sit(request), **around(request)}
    part = "#state" if request.htmx and request.htmx.target == "state" else ""
    if part and not context["busy"]:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, f"duplicates/duplicates.html{part}", context)


@require_POST
def merge(request: Any) -> HttpResponse:
    kept, gone = (_contact(request, name) for name in ("kept", "gone"))
    reason = why(request.network, kept, gone)
    choices = chosen_sides(request)
    if attempt(request, lambda act: merge_contacts(kept=kept, gone=gone, choices=choices, reason=reason, by=act)):
        count_one(request)
    return _next(request)


@require_POST
def two(request: Any) -> HttpResponse:
    """They are two people, and not asked about again."""
    one, other = (_contact(request, name) for name in ("kept", "gone"))
    if attempt(request, lambda act: not_the_same(one=one, other=other, by=act)):
        count_one(request)
    return _next(request)


@require_POST
def later(request: Any) -> HttpResponse:
    """Not in this sitting. Says nothing of the two, so there is nothing to undo."""
    low, high = sorted(_contact(request, name).pk for name in ("kept", "gone"))
    pair = Likeness.objects.filter(network=request.network, one=low, other=high).first()
    if pair is not None:
        set_aside(request, pair.pk)
    return _next(request)


@require_POST
def again(request: Any) -> HttpResponse:
    """What was put aside is open again: all of it, or the ``last`` of people or houses alone."""
    kind = request.POST.get("last")
    if kind in (PEOPLE, HOUSES):
        take_back_last(request, kind)
    else:
        take_up_again(request)
    return redirect("duplicates-organizations" if HOUSES in (kind, request.POST.get("of")) else "duplicates")


@require_POST
def search(request: Any) -> HttpResponse:
    begin_search(network=request.network)
    return redirect("duplicates")


@require_POST
def sure(request: Any) -> HttpResponse:
    """Merge all that leave no doubt: one word, one undo. Many are merged in the background."""
    batch = f"merge:{get_random_string(12)}"
    if len(sure_groups(request.network)) > AT_ONCE:
        begin_merging(network=request.network, batch=batch)
        return redirect("duplicates")
    acts = merge_sure(network=request.network, by=request.actor, batch=batch)
    said = ngettext("Merged %(count)d sure duplicate", "Merged %(count)d sure duplicates", len(acts))
    messages.done(request, acts[-1] if acts else None, said % {"count": len(acts)} if acts else "")
    return redirect("duplicates")


def chosen_sides(request: Any) -> dict[str, Side]:
    """Whose value stays, of each that was asked: choice-location=gone."""
    return {name: "gone" for name in CHOICES if request.POST.get(f"choice-{name}") == "gone"}


def _next(request: Any) -> HttpResponse:
    if not request.htmx:
        return redirect("duplicates")
    return render(request, "duplicates/duplicates.html#answer", {"sitting": sit(request), **around(request)})


def _contact(request: Any, name: str) -> Contact:
    key = request.POST.get(name, "")
    return gate.find(request, Contact, int(key) if key.isdecimal() and len(key) < 19 else 0)
