"""The door of devices that were without network: each thing is taken once, however often it is sent."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.capture.jobs import read_photos_job
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.receiving import receive
from wellkept.domain.contacts.files import store_bytes
from wellkept.domain.contacts.models import File
from wellkept.domain.events.models import Event
from wellkept.domain.history.acting import Acting, acting
from wellkept.formats.pictures import MOST_BYTES, kind_of, why_refused
from wellkept.interfaces.web.capture.rows import day_of
from wellkept.interfaces.web.gate import find

Way = Captured.Way


@require_POST
def receive_one(request: Any) -> HttpResponse:
    """key, text, on (a day, else today), event (its number), picture. Answers the key once it is stored, and again for a repeat."""
    said, network = request.POST, request.network
    if Captured.objects.filter(network=network, key=said.get("key", "")).exists():
        return JsonResponse({"key": said["key"]})
    event = find(request, Event, int(said["event"])) if _is_number(said.get("event", "")) else None
    try:
        with acting(request.actor, network) as act:
            picture = _picture(request.FILES.get("picture"), network, act)
            row = receive(
                network=network,
                key=said.get("key", ""),
                way=Way.CARD if picture else Way.LINE,
                text=said.get("text", ""),
                picture=picture,
                event=event,
                on=_day(said.get("on", ""), network),
                by=act,
            )
    except Refusal as refusal:
        return JsonResponse({"refused": str(refusal), "field": refusal.field}, status=422)
    if row.picture_id is not None:
        read_photos_job.enqueue(network.pk)
    return JsonResponse({"key": row.key})


def _is_number(text: str) -> bool:
    if text and not (text.isdecimal() and len(text) < 19):
        raise Http404
    return bool(text)


def _day(text: str, network: Network) -> date:
    try:
        return day_of(text) or network.today()
    except Refusal as refusal:
        raise Refusal(str(refusal), field="on") from refusal


def _picture(upload: Any, network: Network, act: Acting) -> File | None:
    if upload is None:
        return None
    if upload.size > MOST_BYTES:
        raise Refusal(_("A picture takes at most %(most)d MB.") % {"most": MOST_BYTES >> 20}, field="picture")
    data = upload.read()
    if why_refused(data):
        raise Refusal(_("This is no picture that can be read."), field="picture")
    kind = kind_of(data).lower()
    name = Path(upload.name or "picture").name
    return store_bytes(network=network, data=data, name=name, media_type=f"image/{kind}", by=act)
