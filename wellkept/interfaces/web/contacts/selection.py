"""What is done with a selection of the list: one act, undone at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.contacts.archiving import archive, bring_back
from wellkept.domain.contacts.circles import put_in_circle, take_out_of_circle
from wellkept.domain.contacts.listing import contacts_of
from wellkept.domain.contacts.models import Circle, Contact, Tag
from wellkept.domain.contacts.tagging import tag, untag
from wellkept.domain.history.acting import Acting
from wellkept.interfaces.web import gate, messages
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.contacts.listing import posted_filter
from wellkept.interfaces.web.triage.choosing import Decided

SURE_ABOVE = 20  # contacts; more are asked about first

Deed = tuple[str, Callable[[list[Contact], Acting], Any]]


@require_POST
def act_on_selection(request: Any) -> HttpResponse:
    chosen = posted_filter(request)
    back = f"{reverse('contacts')}?{chosen.query()}"
    people = _people(request)
    try:
        words, do = _deed(request)
        if not people:
            raise Refusal(_("Nobody is selected."))
    except Refusal as refusal:
        messages.refused(request, refusal)
        return redirect(back)
    if len(people) > SURE_ABOVE and request.POST.get("sure") != str(len(people)):
        context = {
            "people": people[:5],
            "count": len(people),
            "words": words,
            "back": back,
            "posted": _carried(request),
        }
        return render(request, "contacts/sure.html", context)
    attempt(request, lambda act: do(people, act))
    return redirect(back)


def _people(request: Any) -> list[Contact]:
    """Who is selected: the boxes that were ticked, or everybody the filter shows."""
    if request.POST.get("everything") != "1":
        return gate.chosen(request, Contact, request.POST.getlist("contact"))
    return list(
        contacts_of(request.network, posted_filter(request), today=request.network.today()).order_by("sort_key")
    )


def _deed(request: Any) -> Deed:
    """What the pressed button says: ``do`` is the act, with what it is about after a colon."""
    what, _colon, about = request.POST.get("do", "").partition(":")
    if what not in DEEDS:
        raise Http404
    return DEEDS[what](request, about)


def _into_circle(request: Any, about: str) -> Deed:
    circle = gate.find(request, Circle, _key(about))
    words = _("put in %(name)s") % {"name": circle.name}
    return words, lambda people, act: put_in_circle(contacts=people, circle=circle, by=act)


def _out_of_circle(request: Any, about: str) -> Deed:
    circle = gate.find(request, Circle, _key(about))
    words = _("take out of %(name)s") % {"name": circle.name}
    return words, lambda people, act: take_out_of_circle(contacts=people, circle=circle, by=act)


def _tag(request: Any, about: str) -> Deed:
    name = request.POST.get("tag", "").strip()
    if not name:
        raise Refusal(_("Write the tag first."), field="tag")
    words = _("tag %(name)s") % {"name": name}
    return words, lambda people, act: tag(contacts=people, name=name, by=act, network=request.network)


def _untag(request: Any, about: str) -> Deed:
    known = gate.find(request, Tag, _key(about))
    words = _("take the tag %(name)s off") % {"name": known.name}
    return words, lambda people, act: untag(contacts=people, tag=known, by=act)


def _cadence(request: Any, about: str) -> Deed:
    said, today = Decided.of(about), request.network.today()
    return said.words, lambda people, act: decide(contacts=people, kind=said.kind, days=said.days, by=act, today=today)


def _archive(request: Any, about: str) -> Deed:
    return _("archive"), lambda people, act: archive(contacts=people, by=act)


def _bring_back(request: Any, about: str) -> Deed:
    return _("bring back"), lambda people, act: bring_back(contacts=people, by=act)


DEEDS: dict[str, Callable[[Any, str], Deed]] = {
    "circle": _into_circle,
    "out": _out_of_circle,
    "tag": _tag,
    "untag": _untag,
    "cadence": _cadence,
    "archive": _archive,
    "back": _bring_back,
}


def _key(text: str) -> int:
    if not text.isdecimal() or len(text) > 18:
        raise Http404
    return int(text)


def _carried(request: Any) -> list[tuple[str, str]]:
    """The fields that the question carries along to its answer."""
    names = ("contact", "everything", "query", "do", "tag")
    return [(name, value) for name in names for value in request.POST.getlist(name)]
