"""Notices in the browser: turned on with the name of the host they go through in sight, and removed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages as flash
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wellkept.domain.accounts.devices import describe_device
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.reminders.models import PushDevice
from wellkept.domain.reminders.pushing import add_device, remove_device, service_at
from wellkept.interfaces.web import gate, messages
from wellkept.interfaces.web.reminders.views import own


@require_POST
def add(request: Any) -> HttpResponse:
    network = own(request)
    said = {name: request.POST.get(name, "")[:1000] for name in ("endpoint", "p256dh", "auth", "through")}
    try:
        add_device(network=network, name=describe_device(request.headers.get("User-Agent", "")), **said)
    except Refusal as refusal:
        messages.refused(request, refusal)
    else:
        host = service_at(said["endpoint"]).host
        flash.success(request, _("This browser says when your week is ready, through %(host)s.") % {"host": host})
    return redirect("reminders")


@require_POST
def remove(request: Any, pk: int) -> HttpResponse:
    own(request)
    device = gate.find(request, PushDevice, pk)
    remove_device(device=device)
    flash.success(request, _("%(device)s is told nothing any more.") % {"device": device.name})
    return redirect("reminders")
