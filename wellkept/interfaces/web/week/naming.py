"""A name out of the notes becomes somebody to add; that it is nobody is said like 'never' (see answering.py)."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting
from wellkept.domain.plan.mentioned import keep_mention
from wellkept.domain.timeline.models import Referral
from wellkept.interfaces.web import gate
from wellkept.interfaces.web.attempting import attempt


@require_POST
def keep(request: Any) -> HttpResponse:
    """Kept as a name that the contact gave; leads to the form of a new contact, with what is known filled in."""
    number = request.POST.get("contact", "")
    contact = gate.find(request, Contact, int(number) if number.isdecimal() and len(number) < 19 else 0)
    subject, kept = request.POST.get("subject", ""), list[Referral]()

    def do(act: Acting) -> None:
        kept.append(keep_mention(contact=contact, subject=subject, by=act, today=request.network.today()))

    if not attempt(request, do):
        return redirect("week")
    return redirect(f"{reverse('contact-add')}?referral={kept[0].pk}")
