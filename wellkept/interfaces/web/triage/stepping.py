"""What one does with a contact's next step, from the contact's page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.cadence.stepping import clear_step, complete, reschedule, skip, snooze
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting
from wellkept.interfaces.web import gate
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.triage.choosing import Decided, day_of


@require_POST
def complete_step(request: Any, pk: int) -> HttpResponse:
    def do(contact: Contact, act: Acting) -> None:
        kind, note = request.POST.get("kind", ""), request.POST.get("note", "").strip()
        today = request.network.today()
        complete(contact=contact, kind=kind, body=note, on=day_of(request.POST, "on"), by=act, today=today)

    return _with_contact(request, pk, do)


@require_POST
def snooze_step(request: Any, pk: int) -> HttpResponse:
    def do(contact: Contact, act: Acting) -> None:
        until = day_of(request.POST, "until")
        if until is None:
            raise Refusal(_("Choose a day."), field="until")
        snooze(contact=contact, until=until, by=act, today=request.network.today())

    return _with_contact(request, pk, do)


@require_POST
def skip_step(request: Any, pk: int) -> HttpResponse:
    return _with_contact(request, pk, lambda contact, act: skip(contact=contact, by=act, today=request.network.today()))


@require_POST
def choose_step(request: Any, pk: int) -> HttpResponse:
    """Another day, and what is to be done; 'clear' lets go of a day that was chosen."""

    def do(contact: Contact, act: Acting) -> None:
        if request.POST.get("clear"):
            clear_step(contact=contact, by=act)
            return
        on = day_of(request.POST, "on")
        if on is None:
            raise Refusal(_("Choose a day."), field="on")
        what = request.POST.get("what", "")
        reschedule(contact=contact, on=on, what=what, by=act, today=request.network.today())

    return _with_contact(request, pk, do)


@require_POST
def decide_cadence(request: Any, pk: int) -> HttpResponse:
    def do(contact: Contact, act: Acting) -> None:
        said = Decided.of(request.POST.get("cadence", ""))
        decide(contacts=[contact], kind=said.kind, days=said.days, by=act, today=request.network.today())

    return _with_contact(request, pk, do)


def _with_contact(request: Any, pk: int, do: Callable[[Contact, Acting], Any]) -> HttpResponse:
    contact = gate.find(request, Contact, pk)
    attempt(request, lambda act: do(contact, act))
    return redirect("contact", pk=contact.pk)
