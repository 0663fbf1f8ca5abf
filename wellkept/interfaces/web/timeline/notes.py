"""Notes: edit, pin, remove."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.history.acting import acting
from wellkept.domain.timeline.models import Note
from wellkept.domain.timeline.noting import edit_note, pin_note, remove_note
from wellkept.interfaces.web import messages
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.gate import find
from wellkept.interfaces.web.returning import back, wanted_next
from wellkept.interfaces.web.timeline.forms import NoteForm, refuse


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Any, pk: int) -> HttpResponse:
    note = find(request, Note, pk)
    form = NoteForm(request.POST or None, initial={"body": note.body, "on": note.on})
    if request.method == "POST" and form.is_valid():
        try:
            with acting(request.actor, request.network) as act:
                edit_note(note=note, by=act, today=request.network.today(), **form.cleaned_data)
        except Refusal as refusal:
            refuse(form, refusal)
        else:
            messages.done(request, act.row)
            return back(request, "contact", note.contact_id)
    context = {"note": note, "form": form, "next": wanted_next(request)}
    return render(request, "timeline/note.html", context, status=422 if request.method == "POST" else 200)


@require_POST
def pin(request: Any, pk: int) -> HttpResponse:
    note = find(request, Note, pk)
    attempt(request, lambda act: pin_note(note=note, pinned=not note.pinned, by=act))
    return back(request, "contact", note.contact_id)


@require_POST
def remove(request: Any, pk: int) -> HttpResponse:
    note = find(request, Note, pk)
    attempt(request, lambda act: remove_note(note=note, by=act))
    return back(request, "contact", note.contact_id)
