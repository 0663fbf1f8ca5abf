"""Who was merged into whom, and taking a single merge back."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import Clash, undo
from wellkept.interfaces.web import gate, messages
from wellkept.interfaces.web.duplicates.sitting import around

PAGE = 30
VERBS = ("merge", "merge organizations")


@require_safe
def merged(request: Any) -> HttpResponse:
    acts = Act.objects.filter(network=request.network, verb__in=VERBS, undo_of=None).select_related("undone_by")
    page = Paginator(acts.order_by("-pk"), PAGE).get_page(request.GET.get("page"))
    return render(request, "duplicates/merged.html", {"page": page, **around(request)})


@require_POST
def undo_one(request: Any, pk: int) -> HttpResponse:
    """One merge alone, also of many that were merged at one word."""
    act = gate.find(request, Act, pk)
    if act.verb not in VERBS:
        raise Http404
    try:
        undone = undo(act=act, by=request.actor)
    except Clash:
        return redirect("act", pk=pk)
    except Refusal as refusal:
        messages.refused(request, refusal)
    else:
        messages.done(request, undone)
    return redirect("duplicates-merged")
