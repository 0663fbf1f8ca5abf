"""An archive comes back: brought, looked through, accepted, restored."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.contrib import messages as flash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.entries import check_size
from wellkept.domain.exchange.restoring.jobs import look_through_job, restore_job
from wellkept.domain.exchange.restoring.putting_back import is_empty
from wellkept.domain.exchange.restoring.staging import accept, copies, copy_of, discard, stage, staged
from wellkept.domain.timeline.models import Interaction
from wellkept.interfaces.web import messages


@require_http_methods(["GET", "HEAD", "POST"])
def restore(request: Any) -> HttpResponse:
    if request.method == "POST":
        return _take(request)
    one = staged(request.network)
    if request.htmx and one is not None and one.busy:
        return render(request, "restore/restore.html#running", {"one": one})
    if request.htmx and not request.htmx.boosted:
        return HttpResponse(headers={"HX-Refresh": "true"})
    context = {"one": one, "copies": copies(request.network), "empty": is_empty(request.network)}
    context["contents"] = _contents(one.counts) if one is not None else []
    context |= {"contacts": Contact.objects.filter(is_me=False).count(), "interactions": Interaction.objects.count()}
    return render(request, "restore/restore.html", context)


def _contents(counts: dict[str, int]) -> list[tuple[str, int]]:
    """What an archive holds, by the names of its tables; the own card is nobody's."""
    said = [
        (_("Contacts"), counts.get("contacts.contact", 1) - 1),
        (_("Organizations"), counts.get("contacts.organization", 0)),
        (_("Interactions"), counts.get("timeline.interaction", 0)),
        (_("Notes"), counts.get("timeline.note", 0)),
        (_("Acts of the history"), counts.get("history.act", 0)),
        (_("Files"), counts.get("contacts.file", 0)),
    ]
    return [(label, count) for label, count in said if count]


def _take(request: Any) -> HttpResponse:
    file = request.FILES.get("file")
    try:
        if file is None:
            raise Refusal(_("Choose a file first."))
        check_size(file.size)
        with on_disk(file) as path:
            stage(network=request.network, path=path, name=Path(file.name.replace("\\", "/")).name)
        look_through_job.enqueue(request.network.pk)
    except Refusal as refusal:
        messages.refused(request, refusal)
    return redirect("restore")


@contextmanager
def on_disk(file: Any) -> Iterator[Path]:
    """The upload as a file: a large one was streamed to the disk already."""
    if hasattr(file, "temporary_file_path"):
        yield Path(file.temporary_file_path())
        return
    with tempfile.NamedTemporaryFile(prefix="wellkept-") as copy:
        for chunk in file.chunks():
            copy.write(chunk)
        copy.flush()
        yield Path(copy.name)


@require_POST
def start(request: Any) -> HttpResponse:
    try:
        accept(network=request.network, replace=bool(request.POST.get("replace")))
        restore_job.enqueue(request.network.pk)
    except Refusal as refusal:
        messages.refused(request, refusal)
    return redirect("restore")


@require_POST
def drop(request: Any) -> HttpResponse:
    one = staged(request.network)
    try:
        discard(network=request.network)
    except Refusal as refusal:
        messages.refused(request, refusal)
    else:
        if one is not None and one.state == "checked":
            flash.info(request, _("Nothing was restored."))
    return redirect("restore")


@require_POST
def bring_copy(request: Any) -> HttpResponse:
    """What stood before the last restore is brought like any other archive."""
    try:
        path = copy_of(request.network, request.POST.get("copy", ""))
        stage(network=request.network, path=path, name=path.name)
        look_through_job.enqueue(request.network.pk)
    except Refusal as refusal:
        messages.refused(request, refusal)
    return redirect("restore")
