"""One source: names in a column, and beside each what the user knows. Every press saves what stands there first."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact, Position
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.recall import remembering
from wellkept.domain.recall.keeping import circle_of, keep_source
from wellkept.domain.recall.models import Remembered, Source
from wellkept.domain.recall.recognizing import name_key, people_called
from wellkept.domain.recall.remembering import Said
from wellkept.domain.recall.walking import walk_of
from wellkept.interfaces.web import gate, messages
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.interview.prompts import prompts_of, span_of
from wellkept.interfaces.web.interview.sitting import onward, seconds_since_shown, sit

NEW = "new"


@dataclass(frozen=True, slots=True)
class Line:
    """A name with those of that name who are here: (key, who it is in words)."""

    row: Remembered
    alike: list[tuple[int, str]]

    @property
    def asked(self) -> bool:
        """Whether the user has to say who is meant."""
        return bool(self.alike) and self.row.contact_id is None and not self.row.somebody_new


@require_http_methods(["GET", "HEAD", "POST"])
def source(request: Any, pk: int) -> HttpResponse:
    at = gate.find(request, Source, pk)
    if request.method == "POST":
        return _said(request, at)
    lines = _lines(request, at)
    walk = walk_of(request.network)
    context = {
        "source": at,
        "span": span_of(at),
        "prompts": prompts_of(at),
        "waiting": [line for line in lines if line.row.kept_on is None],
        "kept": [line for line in lines if line.row.kept_on is not None],
        "walk": walk,
        "place": walk.place_of(at),
        "circle": circle_of(at),
        "spoken": Remembered.Spoken.choices,
        "would": Remembered.Would.choices,
        "shown": int(time.time()),
    }
    return render(request, "interview/source.html", context)


@require_POST
def again(request: Any, pk: int) -> HttpResponse:
    at = gate.find(request, Source, pk)
    attempt(request, lambda act: remembering.reopen(source=at, by=act))
    return redirect("interview-source", pk=pk)


def _said(request: Any, at: Source) -> HttpResponse:
    do, seconds = request.POST.get("do", ""), seconds_since_shown(request)
    if request.htmx:
        _save(request, at, 0)
        return HttpResponse(status=204)
    sit(request, seconds)
    ending = do in {"keep", "skip"}
    saved = _save(request, at, 0 if ending else seconds)
    if request.POST.get("drop"):
        row = gate.find(request, Remembered, _number(request.POST["drop"]), source=at)
        attempt(request, lambda act: remembering.take_off(remembered=row, by=act))
    elif do == "later":
        return redirect("interview")
    elif saved and do == "skip" and attempt(request, lambda act: remembering.skip(source=at, by=act, seconds=seconds)):
        return onward(request)
    elif saved and do == "keep" and attempt(request, lambda act: _keep(request, at, act, seconds)):
        return redirect("interview-cadences", pk=at.pk)
    return redirect("interview-source", pk=at.pk)


def _keep(request: Any, at: Source, act: Acting, seconds: int) -> None:
    keep_source(source=at, by=act, today=request.network.today(), seconds=seconds)


def _save(request: Any, at: Source, seconds: int) -> bool:
    """What was typed and said, in one act; says why where it was refused."""
    today, text, said = request.network.today(), request.POST.get("names", ""), _answers(request, at)
    try:
        with acting(request.actor, request.network) as act:
            if text.strip():
                remembering.remember(source=at, text=text, by=act, today=today, seconds=seconds)
            remembering.say(source=at, said=said, by=act, today=today, seconds=0 if act.changes else seconds)
    except Refusal as refusal:
        messages.refused(request, refusal)
        return False
    return True


def _answers(request: Any, at: Source) -> dict[int, Said]:
    """What the form says of each name of this source; a name that it does not show stays as it is."""
    rows = {row.pk: row for row in at.remembered.select_related("contact")}
    shown = {key for key in rows if f"spoken-{key}" in request.POST}
    chosen = [_number(request.POST.get(f"who-{key}", "")) for key in shown]
    people = {one.pk: one for one in Contact.objects.filter(network=request.network, pk__in=filter(None, chosen))}
    return {key: _answer(request.POST, rows[key], people) for key in shown}


def _answer(said: Mapping[str, str], row: Remembered, people: Mapping[int, Contact]) -> Said:
    spoken, would, who = (said.get(f"{name}-{row.pk}", "") for name in ("spoken", "would", "who"))
    if f"who-{row.pk}" not in said:
        return Said(spoken, would, row.contact, row.somebody_new)
    if who in {"", NEW}:
        return Said(spoken, would, None, who == NEW)
    if _number(who) not in people:
        raise Http404
    return Said(spoken, would, people[_number(who)])


def _lines(request: Any, at: Source) -> list[Line]:
    rows = list(at.remembered.select_related("contact"))
    called = people_called(network=request.network, names=[row.name for row in rows if row.kept_on is None])
    everybody = {one.pk: one for alike in called.values() for one in alike}
    everybody |= {row.contact_id: row.contact for row in rows if row.contact is not None and row.contact_id}
    words = _in_words(everybody)
    lines = []
    for row in rows:
        alike = [one.pk for one in called.get(name_key(row.name), [])]
        if row.contact_id and row.contact_id not in alike:
            alike.append(row.contact_id)
        lines.append(Line(row, [(key, words[key]) for key in alike]))
    return lines


def _in_words(people: Mapping[int, Contact]) -> dict[int, str]:
    """'Ana Souza, Engineer · Acme': what tells people of one name apart."""
    jobs: dict[int, str] = {}
    for job in Position.objects.filter(contact__in=people, current=True).select_related("organization"):
        jobs.setdefault(job.contact_id, str(job))
    found = {}
    for key, one in people.items():
        more = [jobs.get(key) or one.location, _("archived") if one.archived_at else ""]
        found[key] = ", ".join(filter(None, [one.display, *more]))
    return found


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 19 else 0
