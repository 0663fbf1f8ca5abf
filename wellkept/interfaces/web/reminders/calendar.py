"""The calendar's address, and the calendar itself, which needs nobody signed in: who knows the address may read it."""

from __future__ import annotations

import hashlib
from typing import Any

from django.contrib import messages as flash
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from wellkept.domain.accounts.entering import TooManyTries, check_allowance
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.reminders import calendar
from wellkept.interfaces.web.accounts.letting_in import address_of
from wellkept.interfaces.web.gate import open_to_all
from wellkept.interfaces.web.headers import FILE_POLICY
from wellkept.interfaces.web.reminders.views import own

TRIES = (60, 60)


@require_POST
def settle(request: Any) -> HttpResponse:
    network, cadence = own(request), bool(request.POST.get("cadence"))
    if request.POST.get("do") == "end":
        calendar.end(network=network)
        flash.success(request, _("The calendar is gone; its address leads nowhere."))
    elif request.POST.get("do") == "choose":
        calendar.choose(network=network, cadence=cadence)
        flash.success(request, _("Settled."))
    else:
        calendar.begin(network=network, cadence=cadence)
        flash.success(request, _("This is the calendar’s address. One it had before leads nowhere now."))
    return redirect("reminders")


@open_to_all
@require_safe
def feed(request: Any, secret: str) -> HttpResponse:
    try:
        check_allowance(f"calendar:{address_of(request)}", TRIES)
    except TooManyTries as refusal:
        return unlogged(HttpResponse(str(refusal), status=429, headers={"Retry-After": str(refusal.wait)}))
    network = calendar.network_at(secret)
    if network is None:
        return unlogged(HttpResponse(_("There is no calendar here."), status=404, content_type="text/plain"))
    with inside(network), timezone.override(network.zone):
        content = calendar.calendar_of(network=network, now=timezone.now())
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {
        "Content-Disposition": 'inline; filename="wellkept.ics"',
        "Content-Security-Policy": FILE_POLICY,
        "Cache-Control": "private, no-cache",
        "ETag": etag,
        "X-Robots-Tag": "noindex",
    }
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)
    return get_conditional_response(request, etag=etag, response=answer)


def unlogged(answer: HttpResponse) -> HttpResponse:
    """An answer whose address is not written to the log: there is a secret in it."""
    answer._has_been_logged = True  # type: ignore[attr-defined]
    return answer
