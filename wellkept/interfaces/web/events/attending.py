"""What is done with one who is on the list: to be met, met, not met, taken off, said to be a contact."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.events import listing, meeting
from wellkept.domain.events.models import Attendance, Event
from wellkept.domain.history.acting import Acting
from wellkept.interfaces.web import gate
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.returning import back


@require_POST
def attendance(request: Any, pk: int) -> HttpResponse:
    """``do`` says what."""
    found = gate.find(request, Attendance, pk)
    do = DOING.get(request.POST.get("do", ""))
    if do is None:
        raise Http404
    attempt(request, lambda act: do(request, found, act))
    return back(request, "event", found.event_id)


def _want(request: Any, row: Attendance, act: Acting) -> None:
    meeting.want_to_meet(attendance=row, why=request.POST.get("why", row.why), by=act)


def _met(request: Any, row: Attendance, act: Acting) -> None:
    body = request.POST.get("body", "")
    meeting.meet(attendance=row, body=body, on=_day(request), by=act, today=request.network.today())


def _link(request: Any, row: Attendance, act: Acting) -> None:
    (contact,) = gate.chosen(request, Contact, [request.POST.get("contact", "")])
    listing.link_attendance(attendance=row, contact=contact, by=act)


DOING: dict[str, Callable[[Any, Attendance, Acting], object]] = {
    "want": _want,
    "met": _met,
    "link": _link,
    "listed": lambda request, row, act: meeting.leave_on_list(attendance=row, by=act),
    "missed": lambda request, row, act: meeting.not_met(attendance=row, by=act),
    "off": lambda request, row, act: listing.take_off_list(attendance=row, by=act),
    "let-go": lambda request, row, act: meeting.let_go(attendance=row, by=act, today=request.network.today()),
}


@require_POST
def people(request: Any, pk: int) -> HttpResponse:
    """Put a contact, or a name that is typed, on the list; ``do`` says whether they are wanted or were met."""
    event = gate.find(request, Event, pk)
    contacts = gate.chosen(request, Contact, request.POST.getlist("contact"))
    attempt(request, lambda act: _put(request, event, contacts, act))
    return back(request, "event", pk)


def _put(request: Any, event: Event, contacts: list[Contact], act: Acting) -> None:
    post = request.POST
    if contacts:
        rows = listing.list_contacts(event=event, contacts=contacts, by=act)
    else:
        words = {name: post.get(name, "") for name in ("name", "organization", "email")}
        rows = [listing.list_name(event=event, by=act, **words)]
    do = DOING[post["do"]] if post.get("do") in ("want", "met") else None
    if do is not None:
        act.row.summary = ""
        for row in rows:
            do(request, row, act)


def _day(request: Any) -> date | None:
    told = request.POST.get("on", "")
    if not told:
        return None
    try:
        return date.fromisoformat(told)
    except ValueError as error:
        raise Refusal(_("This is no date."), field="on") from error
