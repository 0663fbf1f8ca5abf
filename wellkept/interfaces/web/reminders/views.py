"""The reminders' page: when and how the user is told of the week. Each of its sections is a form of its own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages as flash
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from wellkept.domain.accounts.entering import check_allowance
from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.reminders import settling
from wellkept.domain.reminders.calendar import address_of
from wellkept.domain.reminders.delivering import send_trial
from wellkept.domain.reminders.links import site
from wellkept.domain.reminders.mail_server import is_from_environment, mail_server, settle_mail_server
from wellkept.domain.reminders.models import Delivery, PushDevice
from wellkept.domain.reminders.moments import next_moment
from wellkept.domain.reminders.pushing import application_key, service_of
from wellkept.interfaces.web import messages
from wellkept.interfaces.web.accounts.forms import refuse
from wellkept.interfaces.web.phone.views import picture, reachable
from wellkept.interfaces.web.reminders.forms import DigestForm, PauseForm, ServerForm

TRIALS = (10, 3600)
SHOWN = 5  # deliveries


def own(request: Any) -> Network:
    """A user's own network; what is sent by itself is never of a sample."""
    if request.user.is_guest or request.network.kind != Network.Kind.OWN:
        raise Http404
    return request.network


@require_safe
def show(request: Any) -> HttpResponse:
    return page(request)


def page(request: Any, status: int = 200, **forms_shown: forms.Form) -> HttpResponse:
    network = request.network
    if request.user.is_guest or network.kind != Network.Kind.OWN:
        return render(request, "reminders/reminders.html", {"not_here": True})
    context = _context(request, network)
    return render(request, "reminders/reminders.html", context | forms_shown, status=status)


def _context(request: Any, network: Network) -> dict[str, Any]:
    row, server = settling.reminders_of(network), mail_server()
    address = address_of(network)
    return {
        "row": row,
        "server": server,
        "from_environment": is_from_environment(),
        "next": next_moment(row.timetable, timezone.now()),
        "paused": row.paused_on(network.today()),
        "digest": DigestForm.of(row),
        "server_form": ServerForm.of(server),
        "pause": PauseForm(),
        "address": address,
        "site": site(),
        "reachable": bool(reachable()),
        "picture": picture(address) if address and reachable() else "",
        "feed_lost": bool(row.feed_sha256 and not address),
        "devices": PushDevice.objects.filter(network=network),
        "service": service_of(request.headers.get("User-Agent", "")),
        "push_key": application_key(),
        "sent": Delivery.objects.filter(network=network).order_by("-period", "way")[:SHOWN],
    }


@require_POST
def digest(request: Any) -> HttpResponse:
    network, form = own(request), DigestForm(request.POST)
    if form.is_valid():
        try:
            settling.settle(network=network, **form.said())
        except Refusal as refusal:
            refuse(form, refusal)
        else:
            flash.success(request, _("Settled."))
            return redirect("reminders")
    return page(request, 422, digest=form)


@require_POST
def end_links(request: Any) -> HttpResponse:
    settling.end_links(network=own(request))
    flash.success(request, _("The links in the mails sent so far do nothing any more."))
    return redirect("reminders")


@require_POST
def pause(request: Any) -> HttpResponse:
    network, form = own(request), PauseForm(request.POST)
    if request.POST.get("do") == "end":
        settling.end_pause(network=network)
        flash.success(request, _("Welcome back."))
        return redirect("week" if request.POST.get("next") == "week" else "reminders")
    if form.is_valid():
        try:
            settling.pause(network=network, until=form.cleaned_data["until"], today=network.today())
        except Refusal as refusal:
            refuse(form, refusal)
        else:
            flash.success(request, _("Nothing is asked of you until then."))
            return redirect("reminders")
    return page(request, 422, pause=form)


@require_POST
def server(request: Any) -> HttpResponse:
    """For everybody but the host this address is not there."""
    if not request.user.is_host:
        raise Http404
    own(request)
    form = ServerForm(request.POST)
    if form.is_valid():
        try:
            settle_mail_server(**form.cleaned_data)
        except Refusal as refusal:
            refuse(form, refusal)
        else:
            flash.success(request, _("Settled. Send yourself a test mail."))
            return redirect("reminders")
    return page(request, 422, server_form=form)


@require_POST
def trial(request: Any) -> HttpResponse:
    """A test mail to oneself, on whoever's behalf the mail server was set up."""
    network = own(request)
    try:
        check_allowance(f"test-mail:{request.user.pk}", TRIALS)
        send_trial(network=network, now=timezone.now())
    except Refusal as refusal:
        messages.refused(request, refusal)
    else:
        flash.success(request, _("A test mail is on its way to %(to)s.") % {"to": network.owner.email})
    return redirect("reminders")
