"""From the preview to the report: one page that shows where an upload stands."""

from __future__ import annotations

from typing import Any

from django.contrib import messages as flash
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from wellkept.domain.accounts.regions import region_choices
from wellkept.domain.contacts.merging import merged_people
from wellkept.domain.exchange.jobs import run_import_job
from wellkept.domain.exchange.models import ImportRun
from wellkept.domain.exchange.previewing import preview_upload
from wellkept.domain.exchange.proposing_circles import propose_circles
from wellkept.domain.exchange.set_aside import ASIDE
from wellkept.domain.exchange.uploading import start
from wellkept.formats.csvs.mapped import FIELDS
from wellkept.interfaces.web import gate
from wellkept.interfaces.web.imports.uploads import (
    Upload,
    columns_of,
    preview_of,
    rows_by_kind,
    rows_shown,
    tabs_of,
)

ROWS = 50  # on a page of the report
CIRCLES = 6  # proposals shown
State = ImportRun.State


@require_safe
def import_run(request: Any, pk: int) -> HttpResponse:
    upload = Upload.of(gate.find(request, ImportRun, pk))
    context = {"upload": upload, "stage": upload.stage}
    if upload.stage == "preview":
        mappable = [run for run in upload.used if run.kind == "mapped"]
        context |= {
            "previews": (previews := preview_of(upload)),
            "sums": rows_by_kind(upload),
            "others": [one for one in previews if not one["open"]],
            "mappings": [_mapping(run) for run in mappable],
            "unmapped": any(run.state == State.MAPPING for run in mappable),
            "regions": region_choices(),
            "region": next((run.options.get("region") for run in upload.used), request.network.phone_region),
        }
    elif upload.stage == "report":
        if request.htmx:
            return HttpResponse(headers={"HX-Refresh": "true"})
        context |= _report(request, upload)
    elif upload.now:
        context["reading"] = upload.called(upload.now)
    if request.htmx:
        return render(request, "imports/progress.html", context)
    return render(request, "imports/import-run.html", context)


def _mapping(run: ImportRun) -> dict[str, Any]:
    columns = columns_of(run)
    return {"run": run, "columns": columns, "more": len(run.options.get("columns", [])) - len(columns)}


def _report(request: Any, upload: Upload) -> dict[str, Any]:
    tab, tabs = tabs_of(upload, request.GET.get("show", ""))
    file = next((run for run in upload.used if str(run.pk) == request.GET.get("file")), None)
    page = Paginator(rows_shown(upload, tab, file.pk if file else 0), ROWS).get_page(request.GET.get("page"))
    _lead_to_people(request.network, list(page))
    for row in page:
        row.file = "" if upload.alone(row.run) else str(row.run)
        row.anyway = row.rule in ASIDE
        row.field_name = _(FIELDS.get(row.field, row.field))
        row.why = _(row.rule) if row.rule and row.rule not in ("empty", *ASIDE) else ""
    return {
        "tab": tab,
        "tabs": tabs,
        "page": page,
        "file": file.pk if file else 0,
        "file_name": upload.called(file) if file else "",
        "files": [{"run": run, "kind": upload.called(run)} for run in upload.used if run.rows or run.problem],
        "remarks": [remark for run in upload.used for remark in run.options.get("remarks", [])],
        "circles": [] if upload.undone else propose_circles(network=request.network)[:CIRCLES],
    }


def _lead_to_people(network: Any, rows: list[Any]) -> None:
    """Who each row is about as they are there now: ``there``, and ``moved`` where they were merged into somebody since."""
    gone = {row.contact_id for row in rows if row.contact_id and row.contact is None}
    kept = merged_people(network, gone) if gone else {}
    for row in rows:
        row.there = row.contact or kept.get(row.contact_id)
        row.moved = row.contact is None and row.there is not None


@require_POST
def start_import(request: Any, pk: int) -> HttpResponse:
    upload = Upload.of(gate.find(request, ImportRun, pk))
    if upload.stage == "preview":
        region = request.POST.get("region", "")
        known = dict(region_choices())
        start(runs=upload.runs, options={"region": region} if region in known else {})
        run_import_job.enqueue(request.network.pk, upload.runs[0].upload)
    return redirect("import-run", pk)


@require_POST
def map_columns(request: Any, pk: int) -> HttpResponse:
    """Take what the user said the columns are, and look through the file again."""
    run = gate.find(request, ImportRun, pk, kind="mapped")
    upload = Upload.of(run)
    if upload.stage == "preview":
        columns = range(len(run.options.get("columns", [])))
        shown = {column["index"] for column in columns_of(run)}
        before = {at: field for at, field in run.options.get("mapping", {}).items() if int(at) not in shown}
        chosen = {str(at): request.POST.get(f"column-{at}", before.get(str(at), "")) for at in columns}
        run = next(one for one in upload.runs if one.pk == run.pk)
        run.options["mapping"] = {index: field for index, field in chosen.items() if field in FIELDS}
        preview_upload(runs=[run])
        if run.state == State.MAPPING:
            run.state = State.PREVIEW
            run.save(update_fields=["state"])
        flash.success(request, _("The columns are read as you said."))
    return redirect("import-run", upload.pk)


@require_POST
def discard(request: Any, pk: int) -> HttpResponse:
    """Let go of an upload that was not started; nothing of it was taken."""
    upload = Upload.of(gate.find(request, ImportRun, pk))
    if upload.stage == "preview":
        ImportRun.objects.filter(pk__in=[run.pk for run in upload.runs]).delete()
        flash.info(request, _("Nothing was imported."))
    return redirect("imports")
