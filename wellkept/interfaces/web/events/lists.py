"""The list of an event, and bringing one: pasted or a file, looked at before it is kept."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wellkept.domain.contacts.models import Contact
from wellkept.domain.events import reading
from wellkept.domain.events.listing import list_attendees
from wellkept.domain.events.matching import match_lines
from wellkept.domain.events.models import Event
from wellkept.formats.attendees import AttendeeList, read_attendees, text_of
from wellkept.interfaces.web import gate
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.events.one import counts

PAGE = 50
MOST_PREVIEWED = 100
MOST_BYTES = 2 << 20  # of a file
MOST_TEXT = 1_500_000  # characters that the form sends back


@require_http_methods(["GET", "HEAD", "POST"])
def attendees(request: Any, pk: int) -> HttpResponse:
    event = gate.find(request, Event, pk)
    if request.method != "POST":
        return _shown(request, event, {})
    text, refusal = _given(request)
    read = read_attendees(text)
    if not refusal and not read.lines:
        refusal = _("There is nobody on this list. One a line: a name, an organization, an e-mail.")
    if refusal:
        return _shown(request, event, {"refusal": refusal, "text": text[:MOST_TEXT]}, status=422)
    if "keep" in request.POST:
        attempt(request, lambda act: list_attendees(event=event, lines=read.lines, by=act))
        return redirect("event-list", pk=pk)
    return render(request, "events/preview.html", {"event": event, "text": text, **_preview(event, read)})


def _given(request: Any) -> tuple[str, str]:
    """(the text, why it cannot be taken)."""
    upload = request.FILES.get("file")
    if upload is None:
        text = request.POST.get("text", "")
    elif upload.size > MOST_BYTES:
        return "", _("A list of attendees takes at most 2 MB.")
    elif not (text := text_of(upload.read())):
        return "", _("“%(name)s” is no list that can be read. Save it as CSV, or copy the names and paste them.") % {"name": upload.name}  # fmt: skip
    if len(text) > MOST_TEXT:
        return "", _("That is more than one list holds.")
    return text, ""


def _preview(event: Event, read: AttendeeList) -> dict[str, Any]:
    matched = match_lines(network=event.network, lines=read.lines)
    keys = {one.contact for one in matched if one.contact} | {
        key for one in matched[:MOST_PREVIEWED] for key in one.maybe
    }
    people = Contact.objects.filter(network=event.network_id, pk__in=keys).in_bulk()
    known = [one for one in matched if one.contact]
    shown = sorted(matched, key=lambda one: (one.contact is None, not one.maybe))[:MOST_PREVIEWED]
    rows = [
        (one, people.get(one.contact or 0), [people[key] for key in one.maybe[:3] if key in people]) for one in shown
    ]
    return {
        "rows": rows,
        "problems": read.problems[:20],
        "all": len(matched),
        "known": len(known),
        "hidden": len(matched) - len(shown),
    }


def _shown(request: Any, event: Event, context: dict[str, Any], status: int = 200) -> HttpResponse:
    words, only = request.GET.get("words", "").strip()[:200], request.GET.get("only", "")
    page = Paginator(reading.listed(event, words=words, only=only), PAGE).get_page(request.GET.get("page"))
    rows = list(page.object_list)
    maybe = reading.namesakes(event, rows)
    context |= {
        "event": event, "page": page, "rows": [(row, maybe.get(row.pk, [])) for row in rows], "words": words,
        "only": only, "counts": counts(event), "today": request.network.today(),
    }  # fmt: skip
    part = "#listed" if request.htmx and request.htmx.target == "listed" else ""
    return render(request, f"events/list.html{part}", context, status=status)
