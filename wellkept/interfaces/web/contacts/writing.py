"""Adding and editing a contact, and the user's own card."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.already import there_already
from wellkept.domain.contacts.editing import edit_contact, write_contact
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.contacts.models import Contact, Organization
from wellkept.domain.history.acting import acting
from wellkept.domain.timeline.models import Referral
from wellkept.domain.timeline.referring import meet_referral
from wellkept.domain.timeline.thanking import owe_for_referral
from wellkept.formats.names import parse_name
from wellkept.interfaces.web import gate, messages
from wellkept.interfaces.web.contacts.forms import ROWS
from wellkept.interfaces.web.contacts.one import whole
from wellkept.interfaces.web.contacts.sheet import Writing

MOST_OFFERED = 300  # organizations and people that a field offers while one types


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Any) -> HttpResponse:
    wanted = {name: request.GET.get(name, "")[:300] for name in ("display", "organization", "tags")}
    referral = _referral(request)
    if referral is not None:
        wanted |= {**_parts(referral.name), "about": referral.about, "met_through": referral.contact.display}
    wanted["circles"] = [key for key in request.GET.getlist("circle") if key.isdecimal()]
    writing = Writing.of(request.network, None, request.POST or None, wanted)
    if request.method == "POST" and writing.is_valid():
        added = _keep(request, writing, None, referral)
        if added is not None:
            _say_who_is_there(request, added)
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


def _referral(request: Any) -> Referral | None:
    """The name that somebody gave, which is about to become a contact."""
    key = request.GET.get("referral", "")
    return gate.find(request, Referral, int(key)) if key.isdecimal() and len(key) < 19 else None


def _parts(written: str) -> dict[str, str]:
    """Given and family name where they make up the whole of it, else the name as it is written."""
    name = parse_name(written)
    whole = f"{name.given} {name.family}" == written
    return {"given": name.given, "family": name.family} if whole else {"display": written}


def _keep(request: Any, writing: Writing, person: Contact | None, referral: Referral | None = None) -> Contact | None:
    """Write what the form says; a refusal stands at its field, and nothing is written."""
    try:
        with acting(request.actor, request.network) as act:
            if person is None:
                person = write_contact(network=request.network, sheet=writing.sheet(), by=act)
                if referral is not None:
                    meet_referral(referral=referral, contact=person, by=act)
                owe_for_referral(contact=person, today=request.network.today(), by=act)
            else:
                edit_contact(contact=person, sheet=writing.sheet(), by=act)
    except Refusal as refusal:
        field = refusal.field if refusal.field in writing.person.fields else None
        writing.person.add_error(field, str(refusal))
        return None
    messages.done(request, act.row)
    return person


def _say_who_is_there(request: Any, added: Contact) -> None:
    """Blocks nothing: two people may well have one name."""
    for other in there_already(added):
        compare = f"{reverse('contact-merge', args=[other.pk])}?with={added.pk}"
        messages.leading(request, _("%(who)s is there already.") % {"who": other}, compare, _("Look at both"))


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
