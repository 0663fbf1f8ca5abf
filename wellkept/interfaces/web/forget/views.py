"""Forgetting a person: what names them, a copy of it to give, and two questions before it goes for good."""

from __future__ import annotations

from typing import Any

from django.contrib import messages as flash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.backups.keeping import DAYS, MONTHS, WEEKS, backups_in
from wellkept.domain.exchange.backups.planning import plan
from wellkept.domain.exchange.forgetting.erasing import forget
from wellkept.domain.exchange.forgetting.surveying import document, survey
from wellkept.domain.exchange.forgetting.tombstones import known_by, lift
from wellkept.domain.exchange.models import Forgotten
from wellkept.interfaces.web import gate, messages

SHARED_SHOWN = 20


@require_http_methods(["GET", "HEAD", "POST"])
def forget_contact(request: Any, pk: int) -> HttpResponse:
    person = gate.find(request, Contact, pk)
    if person.is_me:
        return redirect("own-card")
    context: dict[str, Any] = {"contact": person}
    if request.method == "POST" and request.POST.get("name") is not None:
        if _names(request.POST["name"], person):
            return _forget(request, person)
        messages.refused(request, _("That is not the name. Nothing was erased."))
    if request.method == "POST":
        context["sure"] = [(name, value) for name in ("shared", "keep", "also") for value in request.POST.getlist(name)]
    elif request.GET.get("look"):
        context |= _look(person)
    return render(request, "forget/forget.html", context)


def _look(person: Contact) -> dict[str, Any]:
    found = survey(person)
    backups = backups_in(plan().place)
    return {
        "found": found,
        "shared": found.shared[:SHARED_SHOWN],
        "more": max(0, len(found.shared) - SHARED_SHOWN),
        "files": list({run.file.pk: run for run in found.runs if run.file is not None}.values()),
        "backups": len(backups),
        "kept": {"days": DAYS, "weeks": WEEKS, "months": MONTHS},
    }


def _names(typed: str, person: Contact) -> bool:
    return " ".join(typed.split()).casefold() == " ".join(person.display.split()).casefold()


def _forget(request: Any, person: Contact) -> HttpResponse:
    """Texts that were shown with a tick lose the name; what has none is kept as it is."""
    ticked = set(request.POST.getlist("also"))
    untouched = {one.key for one in survey(person).mentions if one.key not in ticked}
    blank = request.POST.get("shared") == "blank"
    try:
        erased = forget(contact=person, by=request.actor, blank_shared=blank, keep=untouched, also=ticked)
    except Refusal as refusal:
        messages.refused(request, refusal)
        return redirect("contact", person.pk)
    words = ngettext("Forgotten: %(rows)d row is gone.", "Forgotten: %(rows)d rows are gone.", erased.rows)
    flash.success(request, words % {"rows": erased.rows})
    return redirect("forgotten")


@require_safe
def give_document(request: Any, pk: int) -> HttpResponse:
    """All that is kept of them, to be given to them."""
    person = gate.find(request, Contact, pk, is_me=False)
    answer = HttpResponse(document(survey(person)), content_type="application/json; charset=utf-8")
    name = slugify(person.display) or "contact"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return answer


@require_safe
def forgotten(request: Any) -> HttpResponse:
    address = request.GET.get("address", "").strip()[:300]
    people = known_by(network=request.network, address=address) if address else list(Forgotten.objects.all())
    return render(request, "forget/forgotten.html", {"people": people, "address": address})


@require_POST
def lift_forgotten(request: Any, pk: int) -> HttpResponse:
    lift(network=request.network, forgotten=gate.find(request, Forgotten, pk))
    flash.info(request, _("An import may bring this person again."))
    return redirect("forgotten")
