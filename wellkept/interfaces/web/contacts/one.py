"""The page of one contact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.archiving import archive, bring_back
from wellkept.domain.contacts.editing import set_photo
from wellkept.domain.contacts.files import open_file
from wellkept.domain.contacts.merging import merged_into
from wellkept.domain.contacts.models import Contact, File, Position
from wellkept.domain.contacts.photos import MOST_BYTES, keep_photo
from wellkept.domain.contacts.removing import remove_contacts
from wellkept.domain.events.reading import where_met
from wellkept.domain.exchange.exporting.people import person_of
from wellkept.domain.exchange.models import SOURCE_NAMES
from wellkept.domain.history.acting import Acting
from wellkept.domain.timeline.learning import facts_of as learned_of
from wellkept.formats.vcard import write
from wellkept.interfaces.web import gate
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.contacts.facts import Origins, facts_of, met_words, places_of, reaches
from wellkept.interfaces.web.contacts.tie import tie_of
from wellkept.interfaces.web.contacts.tracing import Tracing
from wellkept.interfaces.web.headers import FILE_POLICY
from wellkept.interfaces.web.timeline.parts import timeline_of
from wellkept.interfaces.web.triage.parts import next_step_of

PARTS = ("emails", "phones", "addresses", "links", "dates", "custom_fields", "other_photos", "positions__organization")
FILED = ("circle_memberships__circle", "taggings__tag")


def whole(request: Any, pk: int) -> Contact:
    """A contact with all that its page shows; 404 for what is not this network's."""
    people = Contact.objects.filter(network=request.network).select_related("photo", "met_through", "network")
    return get_object_or_404(people.prefetch_related(*PARTS, *FILED), pk=pk)


def following_merges(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The address of a contact that was merged leads to the one it was merged into."""

    @wraps(view)
    def follow(request: Any, pk: int) -> HttpResponse:
        try:
            return view(request, pk)
        except Http404:
            kept = merged_into(request.network, pk)
            if kept is None:
                raise
            return redirect("contact", pk=kept)

    return follow


@require_safe
@following_merges
def contact(request: Any, pk: int) -> HttpResponse:
    person = whole(request, pk)
    if person.is_me:
        return redirect("own-card")
    region = request.network.phone_region
    origins = Origins.of(person, region)
    origins.traced = Tracing.of(person, SOURCE_NAMES)
    places = places_of(person, origins)
    context = {
        "contact": person,
        "today": request.network.today(),
        "current": [place["position"] for place in places["now"]],
        "places": places,
        "facts": facts_of(person, origins, region),
        "known": learned_of(person),
        "met": met_words(person),
        "met_at": where_met(contact=person),
        "name_origin": origins.trace(person, "display"),
        "reaches": reaches(person),
        "imports": origins.imports,
        "next_step": next_step_of(request, person),
        "tie": tie_of(request, person),
        **timeline_of(request, person),
    }
    return render(request, "contacts/contact.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def photo(request: Any, pk: int) -> HttpResponse:
    """The picture; a POST gives another one, or takes it away."""
    person = gate.find(request, Contact, pk)
    if request.method == "POST":
        attempt(request, lambda act: _set_photo(request, person, act))
        return redirect("own-card" if person.is_me else "contact-edit", **({} if person.is_me else {"pk": pk}))
    if person.photo_id is None:
        raise Http404
    file = gate.find(request, File, person.photo_id)
    try:
        answer = FileResponse(open_file(file), content_type=file.media_type)
    except Refusal as refusal:
        raise Http404 from refusal
    answer.headers["Content-Security-Policy"] = FILE_POLICY
    answer.headers["Cache-Control"] = "private, max-age=86400"
    return answer


def _set_photo(request: Any, person: Contact, act: Acting) -> None:
    if request.POST.get("remove"):
        set_photo(contact=person, photo=None, by=act)
        return
    upload = request.FILES.get("photo")
    if upload is None:
        raise Refusal(_("Choose a picture first."), field="photo")
    if upload.size > MOST_BYTES:
        raise Refusal(_("This picture is larger than 30 MB."), field="photo")
    file = keep_photo(network=request.network, data=upload.read(), name=upload.name or "", by=act)
    act.row.summary = ""
    set_photo(contact=person, photo=file, by=act)


@require_POST
def archive_contact(request: Any, pk: int) -> HttpResponse:
    """Out of sight; with ``back``, in sight again."""
    person = gate.find(request, Contact, pk)
    verb = bring_back if request.POST.get("back") else archive
    attempt(request, lambda act: verb(contacts=[person], by=act))
    return redirect("contact", pk=pk)


@require_POST
def delete(request: Any, pk: int) -> HttpResponse:
    person = gate.find(request, Contact, pk)
    done = attempt(request, lambda act: remove_contacts(contacts=[person], by=act))
    return redirect("contacts") if done else redirect("contact", pk=pk)


@require_safe
def vcard(request: Any, pk: int) -> HttpResponse:
    """The contact as a vCard to hand on: without notes, circles, tags and the user's own fields."""
    person = gate.find(request, Contact, pk)
    positions = Position.objects.filter(contact=person).select_related("organization")
    person._prefetched_objects_cache = {"positions": positions}  # type: ignore[attr-defined]
    values = replace(person_of(person), notes="", groups=[], custom=[], extras=[])
    answer = HttpResponse(write(values, "4.0"), content_type="text/vcard; charset=utf-8")
    name = slugify(person.display) or "contact"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.vcf"'
    return answer
