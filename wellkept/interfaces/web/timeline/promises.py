"""Promises: make, edit, keep, let go, open again, remove."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import acting
from wellkept.domain.timeline.models import Promise
from wellkept.domain.timeline.promising import (
    edit_promise,
    forgive_promise,
    make_promise,
    remove_promise,
    reopen_promise,
    settle_promise,
)
from wellkept.interfaces.web import messages
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.gate import find
from wellkept.interfaces.web.returning import back, wanted_next
from wellkept.interfaces.web.timeline.forms import THANKS, PromiseForm, refuse


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Any, pk: int) -> HttpResponse:
    contact = find(request, Contact, pk)
    form = PromiseForm(request.POST or None, initial={"by_whom": Promise.By.ME})
    return _page(request, form, contact, lambda act, data: make_promise(contact=contact, by=act, **data))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Any, pk: int) -> HttpResponse:
    promise = find(request, Promise, pk)
    initial = {"text": promise.text, "by_whom": THANKS if promise.thanks else promise.by, "due_on": promise.due_on}
    form = PromiseForm(request.POST or None, initial=initial)
    change = lambda act, data: edit_promise(promise=promise, by=act, **data)  # noqa: E731
    return _page(request, form, promise.contact, change, promise)


def _page(request: Any, form: PromiseForm, contact: Contact, do: Any, promise: Promise | None = None) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            with acting(request.actor, request.network) as act:
                do(act, form.columns())
        except Refusal as refusal:
            refuse(form, refusal)
        else:
            messages.done(request, act.row)
            return back(request, "contact", contact.pk)
    context = {"contact": contact, "promise": promise, "form": form, "next": wanted_next(request)}
    return render(request, "timeline/promise.html", context, status=422 if request.method == "POST" else 200)


@require_POST
def settle(request: Any, pk: int) -> HttpResponse:
    return _do(request, pk, lambda promise, act: settle_promise(promise=promise, on=request.network.today(), by=act))


@require_POST
def forgive(request: Any, pk: int) -> HttpResponse:
    return _do(request, pk, lambda promise, act: forgive_promise(promise=promise, on=request.network.today(), by=act))


@require_POST
def reopen(request: Any, pk: int) -> HttpResponse:
    return _do(request, pk, lambda promise, act: reopen_promise(promise=promise, by=act))


@require_POST
def remove(request: Any, pk: int) -> HttpResponse:
    return _do(request, pk, lambda promise, act: remove_promise(promise=promise, by=act))


def _do(request: Any, pk: int, verb: Any) -> HttpResponse:
    promise = find(request, Promise, pk)
    attempt(request, lambda act: verb(promise, act))
    return back(request, "contact", promise.contact_id)
