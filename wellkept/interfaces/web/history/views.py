"""What was done, by whom and through which door; and taking it back."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.models import ImportRun
from wellkept.domain.exchange.undoing import undo_upload
from wellkept.domain.history import undoing
from wellkept.domain.history.models import Act
from wellkept.domain.history.reading import changes_of, entry_of, history_page
from wellkept.domain.history.telling import tell
from wellkept.interfaces.web import messages
from wellkept.interfaces.web.gate import chosen, find
from wellkept.interfaces.web.history.showing import about, days, is_gone, with_contacts
from wellkept.interfaces.web.returning import wanted_next

LINES = 100


@require_safe
def history(request: Any) -> HttpResponse:
    """Of the network, or of one contact (?contact=7)."""
    contact = next(iter(chosen(request, Contact, request.GET.getlist("contact")[:1])), None)
    before = request.GET.get("before", "")
    place = int(before) if before.isdecimal() and len(before) < 19 else None
    page = history_page(request.network, about=about(contact), before=place)
    context = {"days": days(page.entries, request.network), "older": page.older, "contact": contact, "before": place}
    return render(request, "history/history.html", context)


@require_safe
def act(request: Any, pk: int) -> HttpResponse:
    """One entry with all its changes."""
    entry = entry_of(find(request, Act, pk))
    page = Paginator(changes_of(entry), LINES).get_page(request.GET.get("page"))
    told = with_contacts(tell(list(page), network=request.network))
    return render(request, "history/act.html", {"entry": entry, "told": told, "page": page})


@require_POST
def undo(request: Any, pk: int) -> HttpResponse:
    """What belongs together (an import) is taken back together."""
    taken_back = find(request, Act, pk)
    try:
        undone = _undo(request, taken_back)
    except undoing.Clash as clash:
        return _clash(request, taken_back, clash)
    except Refusal as refusal:
        messages.refused(request, refusal)
    else:
        messages.done(request, undone)
    address = wanted_next(request)
    return redirect("history") if not address or is_gone(address, request.network) else redirect(address)


def _undo(request: Any, taken_back: Act) -> Act:
    network, by = request.network, request.actor
    if not taken_back.batch:
        return undoing.undo(act=taken_back, by=by)
    number = taken_back.batch.removeprefix("import:")
    if number != taken_back.batch and number.isdecimal():
        run = ImportRun.objects.filter(network=network, pk=number).first()
        if run is not None:
            return undo_upload(network=network, upload=run.upload, by=by)[-1]
    return undoing.undo_batch(acts=undoing.batch_of(taken_back), by=by)[-1]


def _clash(request: Any, taken_back: Act, clash: undoing.Clash) -> HttpResponse:
    people = list(Contact.objects.filter(network=request.network, pk__in=clash.contacts[:50]))
    context = {"act": taken_back, "clash": clash, "people": people, "next": wanted_next(request)}
    return render(request, "history/clash.html", context, status=409)
