"""Search while typing, and the palette, which also acts."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.search.commanding import understand
from wellkept.domain.search.searching import search
from wellkept.interfaces.web import messages
from wellkept.interfaces.web.gate import find
from wellkept.interfaces.web.search.carrying_out import Order, carry_out
from wellkept.interfaces.web.search.places import modes_named, places_named


@require_safe
def search_page(request: Any) -> HttpResponse:
    text = request.GET.get("q", "").strip()[:300]
    found = search(network=request.network, text=text, most=20)
    template = "search/search.html#found" if request.htmx and not request.htmx.boosted else "search/search.html"
    return render(request, template, {"q": text, "found": found})


@require_safe
def palette(request: Any) -> HttpResponse:
    text = request.GET.get("q", "").strip()[:300]
    network = request.network
    command = understand(network=network, line=text, today=network.today())
    found = None if command else search(network=network, text=text, most=7, said=False)
    context = {"q": text, "command": command, "found": found, "places": places_named(text)}
    context["modes"] = [] if command else modes_named(network, text)
    return render(request, "search/palette.html", context)


@require_POST
def do(request: Any) -> HttpResponse:
    """Carry out what the palette proposed, for the contact that was picked there."""
    key = request.POST.get("contact", "")
    contact = find(request, Contact, int(key) if key.isdecimal() and len(key) < 19 else 0)
    try:
        order = Order.of(request.POST)
        act = carry_out(order=order, contact=contact, by=request.actor, today=request.network.today())
    except Refusal as refusal:
        messages.refused(request, refusal)
    else:
        messages.done(request, act)
    return redirect("contact", pk=contact.pk)
