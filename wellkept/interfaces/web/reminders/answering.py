"""Where the links of a mail lead: a page that asks. It shows a name and nothing else, and acts on a POST alone."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from wellkept.domain.accounts.entering import TooManyTries, check_allowance
from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.contacts.models import Contact
from wellkept.domain.plan import answering
from wellkept.domain.plan.models import Answer
from wellkept.domain.reminders.links import Asked, DeadLink, read_answer, read_stop
from wellkept.domain.reminders.settling import stop_mail
from wellkept.interfaces.web.accounts.letting_in import address_of
from wellkept.interfaces.web.gate import open_to_all
from wellkept.interfaces.web.reminders.calendar import unlogged
from wellkept.interfaces.web.triage.choosing import snooze_choices
from wellkept.interfaces.web.week.showing import kinds

TRIES = (60, 60)


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: Any, token: str, say: str) -> HttpResponse:
    try:
        check_allowance(f"mail-link:{address_of(request)}", TRIES)
        asked = read_answer(token)
    except TooManyTries as refusal:
        return _page(request, {"why": refusal, "wait": refusal.wait}, 429)
    except DeadLink:
        return _page(request, {"dead": True}, 404)
    with inside(asked.network), timezone.override(asked.network.zone):
        contact = Contact.objects.filter(network=asked.network, pk=asked.contact, archived_at=None).first()
        if contact is None or say not in {"done", "not-now"}:
            return _page(request, {"dead": True}, 404)
        context = {"contact": contact, "say": say, "kinds": kinds(), "snoozes": snooze_choices(asked.network.today())}
        if request.method != "POST":
            return _page(request, context)
        return _page(request, context | _said(request, asked, contact, say))


def _said(request: Any, asked: Asked, contact: Contact, say: str) -> dict[str, Any]:
    """What came of it: ``did``, ``already`` or ``why`` not."""
    today = asked.network.today()
    card = {"contact": contact, "proposal": asked.kind, "subject": asked.subject, "today": today}
    by = Actor(asked.network.owner, "mail")
    try:
        if say == "done":
            note = request.POST.get("note", "").strip()[:2000]
            answering.done(**card, note=note, kind=request.POST.get("kind", ""), by=by, seen=asked.seen)
        elif _put_off(asked):
            return {"already": True}
        else:
            answering.not_now(**card, until=_until(request, today), by=by)
    except answering.AlreadyDone:
        return {"already": True}
    except Refusal as refusal:
        return {"why": refusal}
    return {"did": True}


def _put_off(asked: Asked) -> bool:
    said = Answer.objects.filter(network=asked.network, contact=asked.contact, pk__gt=asked.seen)
    return said.filter(proposal=asked.kind, subject=asked.subject, answer=Answer.Kind.NOT_NOW).exists()


def _until(request: Any, today: date) -> date:
    offered = {choice.on.isoformat(): choice.on for choice in snooze_choices(today)}
    if request.POST.get("until") not in offered:
        raise Refusal(_("Choose until when."))
    return offered[request.POST["until"]]


@csrf_exempt  # the signed link is the authority, and mail programs post to it by themselves (RFC 8058)
@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: Any, token: str) -> HttpResponse:
    try:
        check_allowance(f"mail-link:{address_of(request)}", TRIES)
        network = read_stop(token)
    except TooManyTries as refusal:
        return _page(request, {"why": refusal, "wait": refusal.wait}, 429)
    except DeadLink:
        return _page(request, {"dead": True}, 404)
    if request.method == "POST":
        with inside(network):
            stop_mail(network=network)
    return _page(request, {"stopping": True, "did": request.method == "POST"})


def _page(request: Any, context: dict[str, Any], status: int = 200) -> HttpResponse:
    response = render(request, "reminders/answer.html", context, status=status)
    if "wait" in context:
        response["Retry-After"] = str(context["wait"])
    return unlogged(response)
