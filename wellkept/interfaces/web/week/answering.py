"""What the user says to a card. Each answer brings the card that takes its place, or the page without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_htmx.http import reswap

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.models import Standing
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting
from wellkept.domain.plan import answering
from wellkept.interfaces.web import gate, messages
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.triage.choosing import Decided, day_of
from wellkept.interfaces.web.week.showing import show


@require_POST
def done(request: Any) -> HttpResponse:
    """Done, once: a card that was done in another tab meanwhile becomes the same line, and leads to what was recorded."""
    said = {"note": request.POST.get("note", "").strip(), "kind": request.POST.get("kind", "")}
    seen = request.POST.get("seen", "")
    said["seen"] = int(seen) if seen.isdecimal() and len(seen) < 19 else None
    try:
        return _answer(request, lambda card, act: answering.done(**card, **said, by=act), line="done")
    except answering.AlreadyDone as already:
        return _was_done(request, already)


@require_POST
def not_now(request: Any) -> HttpResponse:
    def do(card: dict[str, Any], act: Acting) -> None:
        until = day_of(request.POST, "until")
        if until is None:
            raise Refusal(_("Choose a day."), field="until")
        answering.not_now(**card, until=until, by=act)

    return _answer(request, do)


@require_POST
def swap(request: Any) -> HttpResponse:
    return _answer(request, lambda card, act: answering.swap(**card, by=act))


@require_POST
def pick(request: Any) -> HttpResponse:
    """Reconnect rather with another of the three; their card takes the place of the one shown."""
    number = request.POST.get("instead", "")
    other = gate.find(request, Contact, int(number) if number.isdecimal() and len(number) < 19 else 0)
    return _answer(request, lambda card, act: answering.pick(contact=other, today=card["today"], by=act))


@require_POST
def never(request: Any) -> HttpResponse:
    return _answer(
        request,
        lambda card, act: answering.never(
            contact=card["contact"], today=card["today"], subject=card["subject"], by=act
        ),
    )


@require_POST
def decide_on(request: Any) -> HttpResponse:
    """How often, from the card of somebody not decided."""

    def do(card: dict[str, Any], act: Acting) -> None:
        said = Decided.of(request.POST.get("cadence", ""))
        if said.kind is None:
            raise Refusal(_("Choose how often."), field="cadence")
        answering.choose(contact=card["contact"], kind=said.kind, days=said.days, today=card["today"], by=act)

    return _answer(request, do, line="decided")


def _was_done(request: Any, already: answering.AlreadyDone) -> HttpResponse:
    contact, where = _contact(request), ""
    if already.interaction is not None:
        where = reverse("interaction", args=[already.interaction])
    messages.leading(
        request, _("%(who)s: this was done already.") % {"who": contact}, where, _("See what was recorded")
    )
    return _in_place(request, contact, "done") if request.htmx else redirect("week")


def _answer(request: Any, do: Callable[[dict[str, Any], Acting], Any], *, line: str = "") -> HttpResponse:
    contact = _contact(request)
    today = request.network.today()
    card = {
        "contact": contact,
        "proposal": request.POST.get("proposal", ""),
        "subject": request.POST.get("subject", ""),
        "today": today,
    }
    well_done = attempt(request, lambda act: do(card, act))
    if not request.htmx:
        return redirect("week")
    return _in_place(request, contact, line) if well_done else _refused(request)


def _contact(request: Any) -> Contact:
    number = request.POST.get("contact", "")
    return gate.find(request, Contact, int(number) if number.isdecimal() and len(number) < 19 else 0)


def _in_place(request: Any, contact: Contact, line: str) -> HttpResponse:
    """What takes the card's place: a line where it was done, and cards that the page does not show yet."""
    today = request.network.today()
    shown = show(request.network, today)
    there = set(request.POST.getlist("shown")) - {str(contact.pk)}  # who has a card on the page besides this one
    context = {
        "shown": shown,
        "today": today,
        "line": line,
        "contact": contact,
        "standing": Standing.objects.filter(contact=contact).first(),
        "fresh": [card for card in shown.cards if str(card.proposal.contact) not in there],
    }
    return render(request, "week/week.html#answer", context)


def _refused(request: Any) -> HttpResponse:
    """The card stays as it is, with what was typed; the flash says why."""
    return reswap(render(request, "week/week.html#refused"), "none")
