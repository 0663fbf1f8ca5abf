"""What was done, by whom and through which door; and taking it back."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.models import ImportRun
from wellkept.domain.exchange.undoing import acts_of_upload, undo_upload
from wellkept.domain.history import undoing
from wellkept.domain.history.models import Act
from wellkept.domain.history.reading import changes_of, entry_of, history_page
from wellkept.domain.history.telling import tell
from wellkept.interfaces.web import messages
from wellkept.interfaces.web.gate import chosen, find
from wellkept.interfaces.web.history.showing import about, chosen_answers, days, is_gone, with_contacts, with_people
from wellkept.interfaces.web.imports.uploads import Upload
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


@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: Any, pk: int) -> HttpResponse:
    """What belongs together (an import) is taken back together. What clashes is asked; a GET shows what would be."""
    taken_back = find(request, Act, pk)
    if request.method != "POST":
        return _ask(request, taken_back)
    try:
        undone = _undo(request, taken_back)
    except undoing.Clash as clash:
        return _questions(request, taken_back, clash.questions, clash.count, status=409)
    except Refusal as refusal:
        messages.refused(request, refusal)
    else:
        messages.done(request, undone)
    address = wanted_next(request)
    return redirect("history") if not address or is_gone(address, request.network) else redirect(address)


def _undo(request: Any, taken_back: Act) -> Act:
    network, by = request.network, request.actor
    said = chosen_answers(request.POST)
    if not taken_back.batch:
        return undoing.undo(act=taken_back, by=by, **said)
    run = _run_of(request, taken_back)
    if run is not None:
        return undo_upload(network=network, upload=run.upload, by=by, **said)[-1]
    return undoing.undo_batch(acts=undoing.batch_of(taken_back), by=by, **said)[-1]


def _run_of(request: Any, act: Act) -> ImportRun | None:
    number = act.batch.removeprefix("import:")
    if number == act.batch or not number.isdecimal():
        return None
    return ImportRun.objects.filter(network=request.network, pk=number).first()


def _ask(request: Any, taken_back: Act) -> HttpResponse:
    run, acts = _run_of(request, taken_back), undoing.batch_of(taken_back)
    try:
        if run is not None:
            acts = acts_of_upload(network=request.network, upload=run.upload, by=request.actor)
        questions, count = undoing.questions_of(acts=acts, by=request.actor)
    except Refusal as refusal:
        messages.refused(request, refusal)
        return redirect("history")
    return _questions(request, taken_back, questions, count)


def _questions(request: Any, act: Act, questions: Any, count: int, status: int = 200) -> HttpResponse:
    run = _run_of(request, act)
    context = {
        "act": act,
        "upload": Upload.of(run).name if run else "",
        "asked": with_people(questions, request.network),
        "count": count,
        "more": count - len(questions),
        "next": wanted_next(request),
    }
    return render(request, "history/clash.html", context, status=status)
