"""Something is pasted or dropped: one person goes straight to the inbox, several are listed first."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.capture.jobs import read_photos_job
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.photos import take_photos
from wellkept.domain.capture.receiving import receive
from wellkept.domain.history.acting import acting
from wellkept.formats.pasted import MOST_PEOPLE
from wellkept.interfaces.web import messages
from wellkept.interfaces.web.paste.reading import Taken, opened, read_all


@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: Any) -> HttpResponse:
    """Read what came. Nothing is written for a list; it is taken with ``paste-take``."""
    key = _key(request)
    if request.method != "POST":
        return render(request, "paste/paste.html", {"key": key})
    text = request.POST.get("text", "")
    taken = read_all(request.network, text, request.FILES.getlist("file"))
    if taken.pictures:
        return _pictures(request, taken)
    if len(taken.lines) == 1 and not taken.refusals:
        return _one(request, taken.lines[0].token, key)
    context = {"key": key, "taken": taken, "text": text if len(text) < 50_000 else ""}
    return render(request, "paste/paste.html", context, status=200 if taken.lines else 422)


def _key(request: Any) -> str:
    """Made with the page, so that a form that is sent twice is taken once."""
    try:
        return str(uuid.UUID(request.POST.get("key", "")))
    except ValueError:
        return str(uuid.uuid4())


def _one(request: Any, token: str, key: str) -> HttpResponse:
    rows = _received(request, [token], key)
    return redirect("inbox-item", pk=rows[0].pk) if rows else redirect("paste")


def _pictures(request: Any, taken: Taken) -> HttpResponse:
    """Photos and screenshots are read by the reader of cards; people beside them wait in the inbox too."""
    network = request.network
    photos = take_photos(network=network, photos=taken.pictures, on=network.today(), by=request.actor)
    if photos.captured:
        read_photos_job.enqueue(network.pk)
    if taken.lines:
        _received(request, [line.token for line in taken.lines], _key(request))
    refused = [*taken.refusals, *photos.refused]
    if not photos.captured and not taken.lines:
        said = Taken(refusals=refused)
        return render(request, "paste/paste.html", {"key": _key(request), "taken": said}, status=422)
    for refusal in refused:
        messages.refused(request, refusal)
    return redirect("cards" if photos.captured else "inbox")


@require_POST
def take(request: Any) -> HttpResponse:
    """Those chosen from a list, into the inbox."""
    tokens = request.POST.getlist("who")[:MOST_PEOPLE]
    if not tokens:
        messages.refused(request, _("Nobody was chosen."))
        return redirect("paste")
    rows = _received(request, tokens, _key(request))
    if not rows:
        return redirect("paste")
    return redirect("inbox-item", pk=rows[0].pk) if len(rows) == 1 else redirect("inbox")


def _received(request: Any, tokens: list[str], key: str) -> list[Captured]:
    """One act for all, so that it is undone at once; [] where it was refused, and the flash says why."""
    network = request.network
    said = ngettext("%(n)d person into the inbox", "%(n)d people into the inbox", len(tokens)) % {"n": len(tokens)}
    rows = []
    try:
        with acting(request.actor, network, "capture", summary=said) as act:
            for token in tokens:
                told = opened(network, token)
                each = str(uuid.uuid5(uuid.UUID(key), str(told["read"])))
                rows.append(receive(network=network, key=each, on=network.today(), by=act, **told))
    except Refusal as refusal:
        messages.refused(request, refusal)
        return []
    if act.row is not None and len(rows) > 1:
        messages.done(request, act.row)
    return rows
