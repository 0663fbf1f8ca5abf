"""Files come in: the page that takes them, and the imports there were."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wellkept.domain.exchange.models import ImportRun
from wellkept.domain.exchange.previewing import preview_upload
from wellkept.domain.exchange.uploading import receive
from wellkept.interfaces.web.imports.uploads import and_more, past_uploads

PAST = 20  # imports on a page
MOST_FILES = 100  # in one go


@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: Any) -> HttpResponse:
    if request.method != "POST":
        return _page(request)
    files = request.FILES.getlist("file")
    if not files:
        return _page(request, [_("Choose a file first.")])
    if len(files) > MOST_FILES:
        said = _("These are %(n)d files. Choose at most %(most)d at once, or put them into one ZIP; none was taken.")
        return _page(request, [said % {"n": len(files), "most": MOST_FILES}])
    upload = secrets.token_hex(16)
    runs = [run for file in files for run in _received(request, file, upload)]
    if all(run.state == ImportRun.State.FAILED or not run.kind for run in runs):
        ImportRun.objects.filter(pk__in=[run.pk for run in runs]).delete()
        return _page(request, [f"{run.name}: {run.problem}" for run in runs if run.problem])
    preview_upload(runs=runs)
    return redirect("import-run", min(run.pk for run in runs))


def _received(request: Any, file: Any, upload: str) -> list[ImportRun]:
    with _on_disk(file) as path:
        return receive(network=request.network, path=path, name=file.name, by=request.actor, upload=upload)


@contextmanager
def _on_disk(file: Any) -> Iterator[Path]:
    """The upload as a file: a large one was streamed to the disk already, a small one is written now."""
    if hasattr(file, "temporary_file_path"):
        yield Path(file.temporary_file_path())
        return
    with tempfile.NamedTemporaryFile(prefix="wellkept-") as copy:
        for chunk in file.chunks():
            copy.write(chunk)
        copy.flush()
        yield Path(copy.name)


def _page(request: Any, refusals: list[str] | None = None) -> HttpResponse:
    page = Paginator(past_uploads(), PAST).get_page(request.GET.get("page"))
    for one in page:
        one["called"] = and_more(one["name"], one["files"] - 1)
    context = {"page": page, "refusals": refusals or []}
    return render(request, "imports/imports.html", context, status=422 if refusals else 200)
