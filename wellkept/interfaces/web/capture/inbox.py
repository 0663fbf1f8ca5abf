"""What waits: listed, opened, kept, let go."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.capture.inbox import inbox, kept_in, open_captured, talk_of
from wellkept.domain.capture.keeping import drop, keep, reopen
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.people import from_json
from wellkept.domain.capture.photos import WAYS
from wellkept.domain.contacts.files import open_file
from wellkept.interfaces.web import messages
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.capture.after import WhoElse
from wellkept.interfaces.web.capture.sheet import Sheet
from wellkept.interfaces.web.gate import find
from wellkept.interfaces.web.headers import FILE_POLICY

ROWS = 50
OWN_WORDS = (Captured.Way.LINE, *WAYS)  # ways in which the text is what the user said
SHOWN = ("image/png", "image/jpeg", "image/webp", "image/gif")  # what every browser draws


@require_safe
def inbox_page(request: Any) -> HttpResponse:
    waiting = inbox(request.network).select_related("event")
    return render(request, "capture/inbox.html", {"page": Paginator(waiting, ROWS).get_page(request.GET.get("page"))})


@require_http_methods(["GET", "HEAD", "POST"])
def item(request: Any, pk: int) -> HttpResponse:
    """One capture: to be looked at and kept while it waits; what became of it afterwards."""
    row = find(request, Captured, pk)
    if row.state != Captured.State.WAITING:
        if request.method == "POST":
            messages.refused(request, Refusal(_already(row)))
            return redirect("inbox-item", pk=pk)
        return render(request, "capture/kept.html", _kept(request, row))
    today = request.network.today()
    reading = open_captured(row)
    if request.method == "POST":
        sheet = Sheet.posted(request.network, today, request.POST, base=from_json(row.read))
        if request.POST.get("do") == "keep" and _keep(request, row, sheet):
            return redirect("inbox-item", pk=pk)
    else:
        sheet = Sheet.of(request.network, today, reading, body=row.text if row.way in OWN_WORDS else "")
    sheet.blank()
    template = "capture/item.html#sheet" if request.htmx and not request.htmx.boosted else "capture/item.html"
    unread = row.way in WAYS and row.picture_id is not None and not (row.read or row.problem)
    context = {"captured": row, "sheet": sheet, "marks": reading.marks, "drawn": _drawn(row), "unread": unread}
    return render(request, template, context, status=422 if sheet.errors else 200)


def _keep(request: Any, row: Captured, sheet: Sheet) -> bool:
    choice = sheet.choice()
    if choice is None:
        return False
    try:
        done = keep(captured=row, choice=choice, by=request.actor, today=request.network.today())
    except Refusal as refusal:
        sheet.refused(refusal)
        return False
    messages.done(request, done.act)
    return True


def _already(row: Captured) -> str:
    return gettext("This was kept already.") if row.state == Captured.State.KEPT else gettext("This was let go.")


def _kept(request: Any, row: Captured) -> dict[str, Any]:
    """What became of it, and the question after a good talk."""
    talk = talk_of(row)
    rest = inbox(request.network).first()
    asked = WhoElse(request, talk) if talk else None
    return {"captured": row, "act": kept_in(row), "asked": asked, "following": rest, "drawn": _drawn(row)}


def _drawn(row: Captured) -> bool:
    return row.picture is not None and row.picture.media_type in SHOWN


@require_POST
def drop_item(request: Any, pk: int) -> HttpResponse:
    row = find(request, Captured, pk)
    attempt(request, lambda act: drop(captured=row, by=act))
    return redirect("inbox")


@require_POST
def reopen_item(request: Any, pk: int) -> HttpResponse:
    row = find(request, Captured, pk)
    attempt(request, lambda act: reopen(captured=row, by=act))
    return redirect("inbox-item", pk=pk)


@require_safe
def picture(request: Any, pk: int) -> HttpResponse:
    row = find(request, Captured, pk)
    if not _drawn(row) or row.picture is None:
        raise Http404
    try:
        answer = FileResponse(open_file(row.picture), content_type=row.picture.media_type)
    except Refusal as refusal:
        raise Http404 from refusal
    answer.headers["Content-Security-Policy"] = FILE_POLICY
    return answer
