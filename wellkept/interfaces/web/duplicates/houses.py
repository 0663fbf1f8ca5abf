"""The queue of organizations that may be one."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from wellkept.domain.contacts.differing import organizations_not_the_same
from wellkept.domain.contacts.merging_organizations import merge_organizations
from wellkept.domain.contacts.models import Organization
from wellkept.domain.contacts.sameness import OrganizationLikeness
from wellkept.interfaces.web import gate
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.duplicates.sitting import HOUSES, around, count_one, set_aside, sit_with_houses


@require_safe
def queue(request: Any) -> HttpResponse:
    return render(request, "duplicates/houses.html", {"sitting": sit_with_houses(request), **around(request)})


@require_POST
def merge(request: Any) -> HttpResponse:
    kept, gone = (_organization(request, name) for name in ("kept", "gone"))
    sides = {name: request.POST.get(f"choice-{name}", "") for name in ("name", "website")}
    if attempt(request, lambda act: merge_organizations(kept=kept, gone=gone, by=act, **sides)):
        count_one(request, HOUSES)
    return _next(request)


@require_POST
def two(request: Any) -> HttpResponse:
    one, other = (_organization(request, name) for name in ("kept", "gone"))
    if attempt(request, lambda act: organizations_not_the_same(one=one, other=other, by=act)):
        count_one(request, HOUSES)
    return _next(request)


@require_POST
def later(request: Any) -> HttpResponse:
    low, high = sorted(_organization(request, name).pk for name in ("kept", "gone"))
    pair = OrganizationLikeness.objects.filter(network=request.network, one=low, other=high).first()
    if pair is not None:
        set_aside(request, pair.pk, HOUSES)
    return _next(request)


def _next(request: Any) -> HttpResponse:
    if not request.htmx:
        return redirect("duplicates-organizations")
    context = {"sitting": sit_with_houses(request), **around(request)}
    return render(request, "duplicates/houses.html#answer", context)


def _organization(request: Any, name: str) -> Organization:
    key = request.POST.get(name, "")
    return gate.find(request, Organization, int(key) if key.isdecimal() and len(key) < 19 else 0)
