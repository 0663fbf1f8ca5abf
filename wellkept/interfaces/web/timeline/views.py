"""Logging what passed, setting it right, and the timeline of a contact."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import acting
from wellkept.domain.search.searching import find_contacts
from wellkept.domain.timeline.editing import edit_interaction, remove_interaction
from wellkept.domain.timeline.meeting import meet
from wellkept.domain.timeline.models import Interaction
from wellkept.domain.timeline.noting import add_note
from wellkept.domain.timeline.recording import record_interaction
from wellkept.interfaces.web import messages
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.gate import find
from wellkept.interfaces.web.returning import back, wanted_next
from wellkept.interfaces.web.timeline.forms import InteractionForm, refuse
from wellkept.interfaces.web.timeline.keeping import Log
from wellkept.interfaces.web.timeline.parts import timeline_of
from wellkept.interfaces.web.timeline.who import Who, picked, read_who


@require_http_methods(["GET", "HEAD", "POST"])
def log(request: Any) -> HttpResponse:
    entry = Log(request)
    act = entry.keep() if entry.posted else None
    if act is not None:
        messages.done(request, act)
        if entry.good_talk:
            ask = reverse("who-else", args=[entry.interaction.pk])
            messages.leading(request, _("Did you ask who else you should know?"), ask, _("Who else?"))
        return back(request, "contact", entry.interaction.contact_ids()[0])
    context = {"log": entry, "form": entry.form, "who": entry.who, "next": wanted_next(request)}
    return render(request, "timeline/log.html", context, status=422 if entry.posted else 200)


@require_safe
def who(request: Any) -> HttpResponse:
    """The field 'with whom' after somebody was picked from the suggestions."""
    keys = [*request.GET.getlist("contact"), *request.GET.getlist("add")]
    return render(request, "timeline/who.html", {"who": Who(chosen=picked(request, keys)), "picking": True})


@require_safe
def people(request: Any) -> HttpResponse:
    """Suggestions for the name that is being typed, those left out who are picked already."""
    name = request.GET.get("who", "").split(",")[-1].strip()[:300]
    there = set(request.GET.getlist("contact"))
    found = find_contacts(network=request.network, text=name, most=9)
    suggested = [contact for contact in found if str(contact.pk) not in there and not contact.is_me][:7]
    return render(request, "timeline/who.html#people", {"suggested": suggested, "name": name})


@require_http_methods(["GET", "HEAD", "POST"])
def interaction(request: Any, pk: int) -> HttpResponse:
    row = find(request, Interaction, pk)
    parts = row.participations.select_related("contact").order_by("pk")
    if request.method == "POST":
        form, people_in_it = InteractionForm(request.POST), read_who(request)
        if _edit(request, row, form, people_in_it):
            return back(request, "contact", row.contact_ids()[0])
    else:
        at = row.at.astimezone(request.network.zone).time() if row.at else None
        columns = {name: getattr(row, name) for name in ("kind", "on", "direction", "place", "body", "touch")}
        form, people_in_it = InteractionForm(initial=columns | {"at": at}), Who([part.contact for part in parts])
    context = {"interaction": row, "form": form, "who": people_in_it, "next": wanted_next(request)}
    return render(request, "timeline/interaction.html", context, status=422 if request.method == "POST" else 200)


def _edit(request: Any, row: Interaction, form: InteractionForm, people_in_it: Who) -> bool:
    """Somebody new who is named was met on that day."""
    if not form.is_valid() or people_in_it.questions:
        return False
    network, today = request.network, request.network.today()
    columns = form.columns(network)
    words = _("Edited: %(what)s") % {"what": row}
    try:
        with acting(request.actor, network, "edit log", summary=words) as act:
            met = {"network": network, "on": columns["on"], "where": columns["place"], "by": act, "today": today}
            new = [meet(name=name, **met) for name in people_in_it.new_names]
            contacts = [*people_in_it.chosen, *new]
            edit_interaction(interaction=row, contacts=contacts, by=act, today=today, **columns)
    except Refusal as refusal:
        refuse(form, refusal)
        row.refresh_from_db()
        return False
    messages.done(request, act.row)
    return True


@require_POST
def remove(request: Any, pk: int) -> HttpResponse:
    row = find(request, Interaction, pk)
    contact_id = next(iter(row.contact_ids()), None)
    attempt(request, lambda act: remove_interaction(interaction=row, by=act))
    return back(request, "contact", contact_id) if contact_id else back(request, "week")


@require_http_methods(["GET", "HEAD", "POST"])
def timeline(request: Any, pk: int) -> HttpResponse:
    """GET: the timeline, or a fragment of it. POST: one line for it, a note or an interaction."""
    contact = find(request, Contact, pk)
    if request.method == "POST":
        attempt(request, lambda act: _quick(request, contact, act))
        return back(request, "contact", pk)
    fragment = request.htmx and not request.htmx.boosted
    part = "#older" if request.GET.get("before") else "#moments"
    template = f"timeline/of_contact.html{part}" if fragment else "timeline/timeline.html"
    return render(request, template, timeline_of(request, contact))


def _quick(request: Any, contact: Contact, act: Any) -> None:
    kind, body, today = request.POST.get("kind", "note"), request.POST.get("body", ""), request.network.today()
    if kind == "note":
        add_note(contact=contact, body=body, on=today, by=act, today=today)
    else:
        record_interaction(
            network=request.network, contacts=[contact], kind=kind, on=today, body=body, by=act, today=today
        )
