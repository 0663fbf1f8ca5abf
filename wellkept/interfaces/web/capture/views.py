"""One line, typed or said: previewed with every part to be edited, and kept in one go."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.capture.keeping import keep_at_once
from wellkept.domain.capture.marking import Mark
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.reading import read_line
from wellkept.domain.capture.receiving import LONGEST_TEXT, receive
from wellkept.interfaces.web import messages
from wellkept.interfaces.web.capture.sheet import Sheet

SHARED = ("line", "title", "text", "url")  # what another app hands over (the manifest's share_target)


class Entry:
    """The line with its sheet, as the page shows them."""

    def __init__(self, request: Any) -> None:
        self.request, self.network = request, request.network
        self.today = self.network.today()
        said = request.POST if request.method == "POST" else request.GET
        parts = dict.fromkeys(part for name in SHARED if (part := said.get(name, "").strip()))
        self.line = "\n".join(parts)[:LONGEST_TEXT]
        self.key = said.get("key") or str(uuid.uuid4())
        self.sheet: Sheet | None = None
        self.marks: list[Mark] = []
        self.error = ""  # why the line cannot be read
        self.do = said.get("do", "look") if request.method == "POST" else "look"

    def look(self) -> None:
        """Read the line, or take the sheet as it was edited if the line is still the one it was read from."""
        if not self.line:
            return
        try:
            reading = read_line(network=self.network, line=self.line, on=self.today)
        except Refusal as refusal:
            self.error = str(refusal)
            return
        self.marks = list(reading.marks)
        if self.do == "look" or self.request.POST.get("line-read", "").split() != self.line.split():
            self.do = "look"
            self.sheet = Sheet.of(self.network, self.today, reading, body=self.line)
        else:
            self.sheet = Sheet.posted(self.network, self.today, self.request.POST)


@require_http_methods(["GET", "HEAD", "POST"])
def capture(request: Any) -> HttpResponse:
    entry = Entry(request)
    if request.POST.get("do") == "later":
        return _later(request, entry)
    if request.method == "POST" and (there := _kept_before(entry)):
        messages.refused(request, _("This was kept already."))
        return redirect("inbox-item", pk=there.pk)
    entry.look()
    if entry.sheet and entry.do == "keep" and (answer := _keep(request, entry, entry.sheet)):
        return answer
    if entry.sheet:
        entry.sheet.blank()
    part = "capture/capture.html#sheet" if request.htmx and not request.htmx.boosted else "capture/capture.html"
    refused = bool(entry.sheet and entry.sheet.errors)
    return render(request, part, {"entry": entry, "sheet": entry.sheet}, status=422 if refused else 200)


def _kept_before(entry: Entry) -> Captured | None:
    """What was kept with this key: the button was pressed twice, or in another tab."""
    return Captured.objects.filter(network=entry.network, key=entry.key, state=Captured.State.KEPT).first()


def _keep(request: Any, entry: Entry, sheet: Sheet) -> HttpResponse | None:
    """None where something is missing; the sheet then says what."""
    choice = sheet.choice()
    if choice is None:
        return None
    given = {"network": entry.network, "key": entry.key, "line": entry.line, "on": entry.today, "today": entry.today}
    try:
        done = keep_at_once(choice=choice, by=request.actor, **given)
    except Refusal as refusal:
        sheet.refused(refusal)
        return None
    messages.done(request, done.act)
    return redirect("inbox-item", pk=done.captured.pk)


def _later(request: Any, entry: Entry) -> HttpResponse:
    try:
        row = receive(
            network=entry.network, key=entry.key, way="line", text=entry.line, on=entry.today, by=request.actor
        )
    except Refusal as refusal:
        messages.refused(request, refusal)
        return redirect("capture")
    messages.leading(request, _("It waits in the inbox."), reverse("inbox-item", args=[row.pk]), _("Open"))
    return redirect("capture")
