"""Everything the user keeps, as one file to take away: ordered, made in the background, fetched."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from wellkept.domain.contacts.models import Contact, File, Organization
from wellkept.domain.exchange.exporting.jobs import make_export_job
from wellkept.domain.exchange.exporting.ordering import archive_of, latest_export, order_export, written_so_far
from wellkept.domain.exchange.models import ExportRun
from wellkept.domain.timeline.models import Interaction, Note
from wellkept.interfaces.web import gate


@require_http_methods(["GET", "HEAD", "POST"])
def export(request: Any) -> HttpResponse:
    if request.method == "POST":
        run, new = order_export(network=request.network)
        if new:
            make_export_job.enqueue(request.network.pk, run.pk)
        return redirect("export")
    run = latest_export(network=request.network)
    if request.htmx and run and run.busy:
        return render(request, "export/export.html#making", {"run": run, "written": written_so_far(run)})
    if request.htmx and not request.htmx.boosted:
        return HttpResponse(headers={"HX-Refresh": "true"})
    people = Contact.objects.filter(is_me=False).count()
    counts = [model.objects.count() for model in (Organization, Interaction, Note, File)]
    context = dict(zip(("organizations", "interactions", "notes", "files"), counts, strict=True))
    context |= {"contacts": people, "run": run, "written": written_so_far(run) if run and run.busy else 0}
    return render(request, "export/export.html", context)


@require_safe
def archive(request: Any, pk: int) -> FileResponse:
    run = gate.find(request, ExportRun, pk, state=ExportRun.State.DONE)
    try:
        stored = archive_of(run).open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    made = run.created_at.astimezone(request.network.zone)
    return FileResponse(
        stored, as_attachment=True, filename=f"wellkept-{made:%Y-%m-%d}.zip", content_type="application/zip"
    )
