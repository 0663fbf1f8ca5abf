"""Adding and editing a contact, and the user's own card."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.editing import edit_contact, write_contact
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.contacts.models import Contact, Organization
from wellkept.domain.history.acting import acting
from wellkept.domain.timeline.thanking import owe_for_referral
from wellkept.interfaces.web import messages
from wellkept.interfaces.web.contacts.forms import ROWS
from wellkept.interfaces.web.contacts.one import whole
from wellkept.interfaces.web.contacts.sheet import Writing

MOST_OFFERED = 300  # organizations and people that a field offers while one types


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Any) -> HttpResponse:
    wanted = {name: request.GET.get(name, "")[:300] for name in ("display", "organization", "tags")}
    wanted["circles"] = [key for key in request.GET.getlist("circle") if key.isdecimal()]
    writing = Writing.of(request.network, None, request.POST or None, wanted)
    if request.method == "POST" and writing.is_valid():
        added = _keep(request, writing, None)
        if added is not None:
            return redirect("contact-add") if request.POST.get("again") else redirect("contact", pk=added.pk)
    return _form(request, writing, None)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Any, pk: int) -> HttpResponse:
    person = whole(request, pk)
    writing = Writing.of(request.network, person, request.POST or None)
    if request.method == "POST" and writing.is_valid() and _keep(request, writing, person) is not None:
        return redirect("own-card") if person.is_me else redirect("contact", pk=pk)
    return _form(request, writing, person)


@require_http_methods(["GET", "HEAD", "POST"])
def own_card_page(request: Any) -> HttpResponse:
    return edit(request, own_card(network=request.network).pk)


def _keep(request: Any, writing: Writing, person: Contact | None) -> Contact | None:
    """Write what the form says; a refusal stands at its field, and nothing is written."""
    try:
        with acting(request.actor, request.network) as act:
            if person is None:
                person = write_contact(network=request.network, sheet=writing.sheet(), by=act)
                owe_for_referral(contact=person, today=request.network.today(), by=act)
            else:
                edit_contact(contact=person, sheet=writing.sheet(), by=act)
    except Refusal as refusal:
        field = refusal.field if refusal.field in writing.person.fields else None
        writing.person.add_error(field, str(refusal))
        return None
    messages.done(request, act.row)
    return person


def _form(request: Any, writing: Writing, person: Contact | None) -> HttpResponse:
    bound = writing.person.is_bound
    context = {
        "contact": person,
        "form": writing.person,
        "lists": [(name, writing.rows[name], more) for name, (_form, more) in ROWS.items()],
        "rows": writing.rows,
        "refusals": list(writing.errors()) if bound else [],
        "organizations": Organization.objects.filter(network=request.network).values_list("name", flat=True)[
            :MOST_OFFERED
        ],
        "people": Contact.objects.filter(network=request.network)
        .active()
        .order_by("sort_key")
        .values_list("display", flat=True)[:MOST_OFFERED],
    }
    return render(request, "contacts/form.html", context, status=422 if context["refusals"] else 200)
