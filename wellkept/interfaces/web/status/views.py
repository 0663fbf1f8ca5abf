"""How everything stands. Each user sees that it is safe; the host also sees the machine, and settles the backups."""

from __future__ import annotations

from typing import Any

from django.contrib import messages as flash
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.backups.jobs import back_up_job
from wellkept.domain.exchange.backups.keeping import DAYS, MONTHS, WEEKS
from wellkept.domain.exchange.backups.planning import plan, settle
from wellkept.domain.exchange.backups.status import last_import
from wellkept.domain.exchange.backups.status import status as how
from wellkept.domain.search.checking import missing_from_index
from wellkept.interfaces.web import messages


@require_safe
def status(request: Any) -> HttpResponse:
    now = timezone.now()
    context = {
        "stands": how(now),
        "plan": plan(),
        "host": request.user.is_host,
        "import": last_import(),
        "unindexed": missing_from_index(network=request.network),
        "kept": {"days": DAYS, "weeks": WEEKS, "months": MONTHS},
    }
    return render(request, "status/status.html", context)


def _host_only(request: Any) -> None:
    """For everybody else these addresses are not there."""
    if not request.user.is_host:
        raise Http404


@require_POST
def back_up_now(request: Any) -> HttpResponse:
    _host_only(request)
    back_up_job.enqueue()
    flash.info(request, _("A backup is being made. Reload the page in a moment."))
    return redirect("status")


@require_POST
def settle_plan(request: Any) -> HttpResponse:
    _host_only(request)
    try:
        settle(
            nightly=bool(request.POST.get("nightly")),
            at=request.POST.get("at", "")[:5],
            folder=request.POST.get("folder", "")[:500],
        )
        flash.success(request, _("Settled."))
    except Refusal as refusal:
        messages.refused(request, refusal)
    return redirect("status")
