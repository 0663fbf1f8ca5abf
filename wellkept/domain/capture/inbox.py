"""What waits for the user's word, and how each of it is opened."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import QuerySet

from wellkept.domain.accounts.models import Network
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.people import from_json, unsure_of
from wellkept.domain.capture.reading import Reading, TalkReading, read_line, read_person
from wellkept.domain.history.models import Act, Change
from wellkept.domain.timeline.models import Interaction
from wellkept.formats.line import LONGEST

TABLE = Captured._meta.label_lower


def inbox(network: Network) -> QuerySet[Captured]:
    """The oldest first."""
    waiting: QuerySet[Captured] = Captured.objects.filter(network=network, state=Captured.State.WAITING)
    return waiting.order_by("at", "pk")


def waiting(network: Network) -> int:
    return inbox(network).count()


def open_captured(captured: Captured) -> Reading:
    """What it says, read again: who is known may be more than on the day it came."""
    if captured.way == Captured.Way.LINE and len(captured.text) <= LONGEST:
        reading = read_line(network=captured.network, line=captured.text, on=captured.on)
    else:
        unsure = unsure_of(captured.read)
        people = from_json(captured.read)
        reading = Reading([read_person(network=captured.network, person=person, unsure=unsure) for person in people])
    return _at_its_event(captured, reading)


def kept_in(captured: Captured) -> Act | None:
    """The act in which it was kept, to be looked at or undone; None while it waits."""
    if captured.state != Captured.State.KEPT:
        return None
    told = Change.objects.filter(network=captured.network_id, table=TABLE, row=captured.pk, after__state=captured.state)
    last = told.select_related("act").order_by("pk").last()
    return last.act if last else None


def talk_of(captured: Captured) -> Interaction | None:
    """The interaction that it was kept as."""
    act = kept_in(captured)
    if act is None:
        return None
    added = Change.objects.filter(act=act, table=Interaction._meta.label_lower, op=Change.Op.ADD).values("row")
    return Interaction.objects.filter(network=captured.network_id, pk__in=added).first()


def _at_its_event(captured: Captured, reading: Reading) -> Reading:
    """What was captured at an event was said there, unless it says otherwise."""
    event = captured.event
    if event is None or (reading.talk is not None and reading.talk.event is not None):
        return reading
    talk = reading.talk or TalkReading(Interaction.Kind.MET, captured.on)
    return replace(reading, talk=replace(talk, event=event, events=[event], on=talk.on or captured.on))
