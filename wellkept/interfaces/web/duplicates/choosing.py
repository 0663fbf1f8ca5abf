"""Merging a contact or an organization with any other that the user names."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.comparing import compare_contacts
from wellkept.domain.contacts.files import open_file
from wellkept.domain.contacts.merging import merge_contacts
from wellkept.domain.contacts.merging_organizations import merge_organizations
from wellkept.domain.contacts.models import Contact, Organization
from wellkept.domain.contacts.rosters import organization_keys
from wellkept.domain.contacts.sameness import OtherPhoto
from wellkept.domain.search.searching import find_contacts
from wellkept.interfaces.web import gate
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.duplicates.people import chosen_sides
from wellkept.interfaces.web.duplicates.sitting import people_of
from wellkept.interfaces.web.headers import FILE_POLICY

MOST = 12


@require_http_methods(["GET", "HEAD", "POST"])
def with_whom(request: Any, pk: int) -> HttpResponse:
    """Search for the other, look at both side by side, merge."""
    contact = gate.find(request, Contact, pk, is_me=False)
    other = _named(request, Contact)
    if request.method == "POST" and other is not None:
        sides = chosen_sides(request)
        attempt(request, lambda act: merge_contacts(kept=contact, gone=other, choices=sides, by=act))
        return redirect("contact", pk=pk)
    words = request.GET.get("words", "").strip()[:200]
    found = find_contacts(network=request.network, text=words, most=MOST) if words else []
    context = {
        "contact": contact,
        "words": words,
        "found": [one for one in found if one.pk != pk and not one.is_me],
        "comparison": compare_contacts(contact, other) if other and other.pk != pk and not other.is_me else None,
    }
    part = "#found" if request.htmx and request.htmx.target == "found" else ""
    return render(request, f"duplicates/with-whom.html{part}", context)


@require_http_methods(["GET", "HEAD", "POST"])
def with_which(request: Any, pk: int) -> HttpResponse:
    house = gate.find(request, Organization, pk)
    other = _named(request, Organization)
    if request.method == "POST" and other is not None:
        sides = {name: request.POST.get(f"choice-{name}", "") for name in ("name", "website")}
        attempt(request, lambda act: merge_organizations(kept=house, gone=other, by=act, **sides))
        return redirect("organization", pk=pk)
    words = request.GET.get("words", "").strip()[:200]
    keys = list(organization_keys(request.network, words=words)[: MOST + 1]) if words else []
    context = {
        "organization": house,
        "words": words,
        "found": [one for one in Organization.objects.filter(pk__in=keys).order_by("name") if one.pk != pk],
        "other": other if other and other.pk != pk else None,
        "people": people_of(house, other) if other else [],
    }
    part = "#found" if request.htmx and request.htmx.target == "found" else ""
    return render(request, f"duplicates/with-which.html{part}", context)


@require_safe
def other_photo(request: Any, pk: int) -> HttpResponse:
    """A picture that another one stands before."""
    row = gate.find(request, OtherPhoto, pk)
    try:
        answer = FileResponse(open_file(row.file), content_type=row.file.media_type)
    except Refusal as refusal:
        raise Http404 from refusal
    answer.headers["Content-Security-Policy"] = FILE_POLICY
    answer.headers["Cache-Control"] = "private, max-age=86400"
    return answer


def _named(request: Any, model: Any) -> Any:
    """The other one, where the address or the form names one; 404 for a number that is not this network's."""
    key = request.POST.get("gone") or request.GET.get("with") or ""
    if not key:
        return None
    return gate.find(request, model, int(key) if key.isdecimal() and len(key) < 19 else 0)
