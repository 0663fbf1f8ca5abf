"""What was deleted: brought back, or erased for good."""

from __future__ import annotations

from typing import Any

from django.contrib import messages as flash
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.history.models import Change
from wellkept.domain.history.trash import bring_back_deleted, empty_trash, trash_count, trash_of
from wellkept.interfaces.web import messages
from wellkept.interfaces.web.gate import find

ROWS = 100


@require_safe
def trash(request: Any) -> HttpResponse:
    deleted = trash_of(request.network)
    page = Paginator(deleted, ROWS).get_page(request.GET.get("page"))
    return render(request, "history/trash.html", {"page": page, "count": len(deleted)})


@require_POST
def bring_back(request: Any, pk: int) -> HttpResponse:
    change = find(request, Change, pk)
    try:
        messages.done(request, bring_back_deleted(network=request.network, change=change.pk, by=request.actor))
    except Refusal as refusal:
        messages.refused(request, refusal)
    return redirect("trash")


@require_http_methods(["GET", "HEAD", "POST"])
def empty(request: Any) -> HttpResponse:
    """Asks with the count; what was deleted after the question stays."""
    count = trash_count(request.network)
    if request.method != "POST" or request.POST.get("count") != str(count) or not count:
        return render(request, "history/empty-trash.html", {"count": count})
    gone = empty_trash(network=request.network, by=request.actor)
    flash.success(
        request, ngettext("%(n)d thing is gone for good.", "%(n)d things are gone for good.", gone) % {"n": gone}
    )
    return redirect("trash")
