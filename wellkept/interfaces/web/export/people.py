"""Contacts in the format of another program: some at once, many as an order that is made in the background."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wellkept.domain.contacts.listing import ContactFilter
from wellkept.domain.contacts.models import Circle, Contact, SavedView, Tag
from wellkept.domain.exchange.exporting.choosing import AT_ONCE, Choice, everybody, keys_of, of_contacts, of_list
from wellkept.domain.exchange.exporting.jobs import make_export_job
from wellkept.domain.exchange.exporting.ordering import order_people
from wellkept.domain.exchange.exporting.writers import FORMATS, Format
from wellkept.interfaces.web import gate, messages

GROUPS: dict[str, tuple[Any, str]] = {"circle": (Circle, "circle"), "tag": (Tag, "tag")}
CHOSEN = ("who", "format", "archived")


@require_POST
def export_people(request: Any) -> HttpResponse:
    """``format``, and of whom: ``contact`` (some), ``everything`` of the list ``query``, or ``who`` of the export page."""
    format = FORMATS.get(request.POST.get("format", ""))
    if format is None:
        raise Http404
    choice, name = _chosen(request)
    keys = keys_of(network=request.network, choice=choice)
    if not keys:
        messages.refused(request, _("Nobody is chosen, so there is nothing to export."))
        return redirect(_back(request))
    if len(keys) <= AT_ONCE:
        return _at_once(format, keys, name)
    run, new = order_people(network=request.network, format=format.name, choice=choice)
    if new:
        make_export_job.enqueue(request.network.pk, run.pk)
    return redirect(f"{reverse('export')}#people")


def _chosen(request: Any) -> tuple[Choice, str]:
    """Who is meant, and what the file is called after."""
    post = request.POST
    if post.get("everything") == "1":
        return of_list(_listed(request)), ""
    if "who" not in post:
        people = gate.chosen(request, Contact, post.getlist("contact"))
        return of_contacts([one.pk for one in people]), people[0].display if len(people) == 1 else ""
    what, _colon, about = post["who"].partition(":")
    archived = post.get("archived") == "1"
    if what == "all":
        return everybody(archived=archived), ""
    key = int(about) if about.isdecimal() and len(about) < 19 else 0
    if what == "view":
        view = gate.find(request, SavedView, key)
        return of_list(view.query, archived=archived), view.name
    if what not in GROUPS:
        raise Http404
    model, said = GROUPS[what]
    group = gate.find(request, model, key)
    return of_list(f"{said}={group.pk}", archived=archived), group.name


def _at_once(format: Format, keys: list[int], name: str) -> HttpResponse:
    answer = HttpResponse(b"".join(format.write(keys)), content_type=format.media_type)
    stem = slugify(name) or f"contacts-{timezone.localdate():%Y-%m-%d}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{stem}.{format.ending}"'
    return answer


def _back(request: Any) -> str:
    """The list, or the export page with what was chosen there."""
    if "who" not in request.POST:
        return f"{reverse('contacts')}?{_listed(request)}"
    chosen = {name: request.POST[name] for name in CHOSEN if name in request.POST}
    return f"{reverse('export')}?{urlencode(chosen)}#people"


def _listed(request: Any) -> str:
    """The list that the form came from."""
    return ContactFilter.parse(QueryDict(request.POST.get("query", "")[:2000])).query()


def offered(request: Any) -> dict[str, Any]:
    """What the form offers to choose, and what of it was chosen before."""
    kept = (
        ("circle", _("Circles"), Circle.objects.all()),
        ("tag", _("Tags"), Tag.objects.all()[:200]),
        ("view", _("Views"), SavedView.objects.all()),
    )
    groups = [(label, [(f"{what}:{one.pk}", one.name) for one in found]) for what, label, found in kept]
    return {
        "formats": FORMATS.values(),
        "whom": [(label, options) for label, options in groups if options],
        "chosen": {name: request.GET.get(name, "") for name in CHOSEN},
    }
