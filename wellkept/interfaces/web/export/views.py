"""Everything the user keeps, as one file to take away: ordered, made in the background, fetched."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from wellkept.domain.contacts.models import Contact, File, Organization
from wellkept.domain.exchange.exporting.jobs import make_export_job
from wellkept.domain.exchange.exporting.ordering import (
    ARCHIVE,
    archive_of,
    latest_export,
    order_export,
    written_so_far,
)
from wellkept.domain.exchange.exporting.writers import FORMATS
from wellkept.domain.exchange.models import ExportRun
from wellkept.domain.timeline.models import Interaction, Note
from wellkept.interfaces.web import gate
from wellkept.interfaces.web.export.people import offered

PARTS = {"making": False, "making-people": True}  # by the element that asks: whether it is about contacts


@require_http_methods(["GET", "HEAD", "POST"])
def export(request: Any) -> HttpResponse:
    if request.method == "POST":
        run, new = order_export(network=request.network)
        if new:
            make_export_job.enqueue(request.network.pk, run.pk)
        return redirect("export")
    if request.htmx and not request.htmx.boosted:
        return _progress(request)
    counts = [model.objects.count() for model in (Organization, Interaction, Note, File)]
    context = dict(zip(("organizations", "interactions", "notes", "files"), counts, strict=True))
    run, people = (latest_export(network=request.network, of_people=of_people) for of_people in (False, True))
    context |= {"contacts": Contact.objects.filter(is_me=False).count(), "run": run, "ordered": people}
    context |= {"written": _written(run), "written_people": _written(people), **offered(request)}
    context["format"] = FORMATS[people.format] if people else None
    return render(request, "export/export.html", context)


def _progress(request: Any) -> HttpResponse:
    """The bar of what is being made; when it is made, the whole page anew."""
    of_people = PARTS.get(request.htmx.target or "making", False)
    run = latest_export(network=request.network, of_people=of_people)
    if run is None or not run.busy:
        return HttpResponse(headers={"HX-Refresh": "true"})
    name = "making-people" if of_people else "making"
    context = {"run": run, "ordered": run, "written": _written(run), "written_people": _written(run)}
    return render(request, f"export/export.html#{name}", context)


def _written(run: ExportRun | None) -> int:
    return written_so_far(run) if run and run.busy else 0


@require_safe
def archive(request: Any, pk: int) -> FileResponse:
    """What was ordered and is made: the archive, or contacts."""
    run = gate.find(request, ExportRun, pk, state=ExportRun.State.DONE)
    try:
        stored = archive_of(run).open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    made = run.created_at.astimezone(request.network.zone)
    name = f"{'wellkept' if run.format == ARCHIVE else 'contacts'}-{made:%Y-%m-%d}{archive_of(run).suffix}"
    kind = "application/zip" if run.format == ARCHIVE else FORMATS[run.format].media_type
    return FileResponse(stored, as_attachment=True, filename=name, content_type=kind)
