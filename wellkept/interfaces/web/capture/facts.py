"""Facts, needs and offers of a contact: added, edited, over, removed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.timeline.learning import LONGEST, edit_fact, end_fact, learn_fact, remove_fact, reopen_fact
from wellkept.domain.timeline.models import Fact
from wellkept.interfaces.web import messages
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.gate import find
from wellkept.interfaces.web.returning import back, wanted_next
from wellkept.interfaces.web.timeline.forms import refuse

SIDES = [
    (Fact.Kind.FACT, _("about them")),
    (Fact.Kind.NEED, _("they need it")),
    (Fact.Kind.OFFER, _("they could give it")),
]


class FactForm(forms.Form):
    words = forms.CharField(label=_("What is so"), max_length=LONGEST, widget=forms.TextInput(attrs={"class": "words"}))
    kind = forms.ChoiceField(
        label=_("What it is"), choices=[(kind, capfirst(label)) for kind, label in SIDES], widget=forms.RadioSelect
    )


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Any, pk: int) -> HttpResponse:
    contact = find(request, Contact, pk)
    form = FactForm(request.POST or None, initial={"kind": Fact.Kind.FACT})
    today = request.network.today()
    return _page(
        request, form, contact, lambda act, said: learn_fact(contact=contact, on=today, today=today, by=act, **said)
    )


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Any, pk: int) -> HttpResponse:
    fact = find(request, Fact, pk)
    form = FactForm(request.POST or None, initial={"words": fact.words, "kind": fact.kind})
    return _page(request, form, fact.contact, lambda act, said: edit_fact(fact=fact, by=act, **said), fact)


def _page(request: Any, form: FactForm, contact: Contact, do: Any, fact: Fact | None = None) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            with acting(request.actor, request.network) as act:
                do(act, form.cleaned_data)
        except Refusal as refusal:
            refuse(form, refusal)
        else:
            messages.done(request, act.row)
            return back(request, "contact", contact.pk)
    context = {"contact": contact, "fact": fact, "form": form, "next": wanted_next(request)}
    return render(request, "capture/fact.html", context, status=422 if request.method == "POST" else 200)


@require_POST
def over(request: Any, pk: int) -> HttpResponse:
    return _do(request, pk, lambda fact, act: end_fact(fact=fact, on=request.network.today(), by=act))


@require_POST
def again(request: Any, pk: int) -> HttpResponse:
    return _do(request, pk, lambda fact, act: reopen_fact(fact=fact, by=act))


@require_POST
def remove(request: Any, pk: int) -> HttpResponse:
    return _do(request, pk, lambda fact, act: remove_fact(fact=fact, by=act))


def _do(request: Any, pk: int, verb: Callable[[Fact, Acting], Any]) -> HttpResponse:
    fact = find(request, Fact, pk)
    attempt(request, lambda act: verb(fact, act))
    return back(request, "contact", fact.contact_id)
