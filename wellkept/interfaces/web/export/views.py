"""Everything the user keeps, as one file to take away."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact, File, Organization
from wellkept.domain.exchange.exporting.archive import export_network
from wellkept.domain.timeline.models import Interaction, Note
from wellkept.interfaces.web import messages


@require_http_methods(["GET", "HEAD", "POST"])
def export(request: Any) -> HttpResponse | FileResponse:
    if request.method != "POST":
        counts = [model.objects.count() for model in (Contact, Organization, Interaction, Note, File)]
        names = ("contacts", "organizations", "interactions", "notes", "files")
        return render(request, "export/export.html", dict(zip(names, counts, strict=True)))
    now = timezone.now()
    with tempfile.TemporaryDirectory(prefix="wellkept-export-") as folder:
        target = Path(folder) / "export.zip"
        try:
            export_network(network=request.network, to=target, at=now)
        except Refusal as refusal:
            messages.refused(request, refusal)
            return redirect("export")
        name = f"wellkept-{now.astimezone(request.network.zone):%Y-%m-%d}.zip"
        return FileResponse(target.open("rb"), as_attachment=True, filename=name, content_type="application/zip")
