"""Photos of business cards come in, and how far each has been read. They are looked at and kept in the inbox."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import messages as flash
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from wellkept.domain.capture.inbox import inbox
from wellkept.domain.capture.jobs import read_photos_job
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.people import from_json, unsure_of
from wellkept.domain.capture.photos import MOST_PHOTOS, WAYS, read_again, take_photos, unread
from wellkept.domain.capture.seeing import engine_is_there
from wellkept.formats.names import display_name
from wellkept.interfaces.web import messages
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.gate import find

ROWS = 30


@require_http_methods(["GET", "HEAD", "POST"])
def cards(request: Any) -> HttpResponse:
    if request.method != "POST":
        return _page(request)
    files = request.FILES.getlist("photo")
    if not files:
        return _page(request, [_("Choose a photo first.")])
    if len(files) > MOST_PHOTOS:
        return _page(request, [_("At most %(most)d photos at a time.") % {"most": MOST_PHOTOS}])
    network = request.network
    taken = take_photos(network=network, photos=_each(files), on=network.today(), by=request.actor)
    if not taken.captured:
        return _page(request, taken.refused)
    read_photos_job.enqueue(network.pk)
    if before := sum(row.state != Captured.State.WAITING for row in taken.captured):
        flash.info(
            request,
            ngettext("%(n)d photo was taken in before.", "%(n)d photos were taken in before.", before) % {"n": before},
        )
    for refusal in taken.refused:
        messages.refused(request, refusal)
    return redirect("cards")


def _each(files: list[Any]) -> Iterator[tuple[str, bytes]]:
    """One after the other: twenty photos are not in memory at once."""
    for file in files:
        yield file.name, file.read()
        file.close()


def _page(request: Any, refusals: list[str] | None = None) -> HttpResponse:
    waiting = inbox(request.network).filter(way__in=WAYS, picture__isnull=False)
    page = Paginator(waiting.select_related("picture", "event"), ROWS).get_page(request.GET.get("page"))
    for row in page:
        row.shown = _shown(row)
    context = {
        "page": page,
        "reading": unread(request.network).count(),
        "refusals": refusals or [],
        "engine": engine_is_there(),
        "most": MOST_PHOTOS,
    }
    template = "cards/cards.html#waiting" if request.htmx and not request.htmx.boosted else "cards/cards.html"
    return render(request, template, context, status=422 if refusals else 200)


def _shown(row: Captured) -> dict[str, Any]:
    """Who a card is of, as far as it was read."""
    person = next(iter(from_json(row.read)), None)
    job = person.positions[0] if person and person.positions else None
    return {
        "read": bool(row.read) or bool(row.problem),
        "name": display_name(person.name) if person else "",
        "at": ", ".join(filter(None, (job.title, job.organization))) if job else "",
        "unsure": len(unsure_of(row.read)),
    }


@require_POST
def again(request: Any, pk: int) -> HttpResponse:
    row = find(request, Captured, pk)
    if attempt(request, lambda act: read_again(captured=row, by=act)):
        read_photos_job.enqueue(request.network.pk)
    return redirect("cards")
