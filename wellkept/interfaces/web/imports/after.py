"""After an import: take it back, take in who was set aside, put people in the circles that follow."""

from __future__ import annotations

from typing import Any

from django.contrib import messages as flash
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.jobs import undo_import_job
from wellkept.domain.exchange.models import ImportRow, ImportRun
from wellkept.domain.exchange.proposing_circles import accept_proposal
from wellkept.domain.exchange.set_aside import add_anyway
from wellkept.domain.exchange.undoing import acts_of_upload, begin_undoing, undo_upload
from wellkept.domain.history.asking import Clash
from wellkept.interfaces.web import gate, messages
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.imports.uploads import Upload
from wellkept.interfaces.web.returning import back

AT_ONCE = 500  # rows: what is undone while the browser waits


@require_POST
def undo_import(request: Any, pk: int) -> HttpResponse:
    """Undo the whole upload: at once when it is small, else as a job whose page shows when it is done."""
    upload = Upload.of(gate.find(request, ImportRun, pk))
    key = upload.runs[0].upload
    try:
        if upload.rows > AT_ONCE:
            begin_undoing(network=request.network, upload=key, by=request.actor)
            undo_import_job.enqueue(request.network.pk, key)
        else:
            undo_upload(network=request.network, upload=key, by=request.actor)
            flash.success(request, _("The import was undone: everything is as it was before."))
    except Clash:  # the page that asks says what came in between
        return redirect("undo", acts_of_upload(network=request.network, upload=key, by=request.actor)[0].pk)
    except Refusal as refusal:
        messages.refused(request, refusal)
    return redirect("import-run", pk)


@require_POST
def add_row_anyway(request: Any, pk: int, row: int) -> HttpResponse:
    found = gate.find(request, ImportRow, row, run=gate.find(request, ImportRun, pk))
    try:
        add_anyway(row=found, by=Actor(request.user, "web"))
    except Refusal as refusal:
        messages.refused(request, refusal)
    else:
        flash.success(request, _("%(who)s was added.") % {"who": found.label})
    return back(request, "import-run", pk)


@require_POST
def accept_circle(request: Any, pk: int) -> HttpResponse:
    gate.find(request, ImportRun, pk)
    organization = request.POST.get("organization", "")

    def put(act: Any) -> None:
        key = int(organization) if organization.isdecimal() and len(organization) < 19 else 0
        accept_proposal(network=request.network, circle=request.POST.get("circle", ""), organization_id=key, by=act)

    attempt(request, put)
    return redirect("import-run", pk)
