"""Photos of cards: taken in (made small in the process that looks at them), then read, one after the other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.capture.cards import NOTHING_FOUND, card_of, person_of_card, word_for
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.people import as_json
from wellkept.domain.capture.receiving import receive
from wellkept.domain.capture.seeing import Eye, Seen, engine_is_there
from wellkept.domain.contacts.files import open_file, store_bytes
from wellkept.domain.contacts.models import File
from wellkept.domain.events.models import Event
from wellkept.domain.history.acting import Acting, acting
from wellkept.formats.person import Person
from wellkept.formats.pictures import MOST_BYTES

MOST_PHOTOS = 20  # in one go
NO_ENGINE = "The engine that reads cards is not installed: type what stands on it, or install it with make setup-cards."
WAYS = (Captured.Way.CARD, Captured.Way.CODE)


@dataclass(slots=True)
class Taken:
    """``refused``: a clear word for each photo of which nothing was written."""

    captured: list[Captured] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def take_photos(
    *, network: Network, photos: Iterable[tuple[str, bytes]], on: date, by: Actor | Acting, event: Event | None = None
) -> Taken:
    """Keep our own small JPEG of each photo (name, bytes), to be read later. A photo that was taken in before is not again."""
    taken, small = Taken(), []
    with Eye() as eye:
        for name, data in photos:
            seen = eye.made_small(data) if len(data) <= MOST_BYTES else Seen(problem="bytes")
            if seen.problem:
                taken.refused.append(f"{name}: {_(word_for(seen.problem))}")
            else:
                small.append((name, hashlib.sha256(data).hexdigest()[:32], seen.jpeg))
    if not small:
        return taken
    with acting(by, network, "capture", summary=_("Captured photos of cards")) as act:
        for name, key, jpeg in small:
            file = _stored(network, jpeg, name, act)
            taken.captured.append(
                receive(network=network, key=key, way=Captured.Way.CARD, picture=file, on=on, event=event, by=act)
            )
    return taken


def unread(network: Network) -> QuerySet[Captured]:
    """Photos that wait to be read, the oldest first."""
    rows: QuerySet[Captured] = Captured.objects.filter(
        network=network, state=Captured.State.WAITING, way__in=WAYS, read={}, problem="", picture__isnull=False
    )
    return rows.order_by("at", "pk")


def read_photos(*, network: Network, by: Actor) -> int:
    """Read what waits to be read, each in an act of its own; answers how many."""
    count = 0
    with Eye() as eye:
        while row := unread(network).select_related("picture").first():
            _read(row, eye, by)
            count += 1
    return count


def read_again(*, captured: Captured, by: Actor | Acting) -> Captured:
    """Let go of what was read of a photo, so that it is read anew."""
    if captured.state != Captured.State.WAITING or captured.picture is None:
        raise Refusal(_("There is no photo here that waits."))
    with acting(by, captured.network, "read again", summary=_("A photo is read again")) as act:
        act.edit(captured, read={}, problem="", way=Captured.Way.CARD)
    return captured


def _read(row: Captured, eye: Eye, by: Actor) -> None:
    """Looking takes seconds, in which the database must not be kept from anybody: so it is done before the act,
    and an answer that nobody waits for any more is let go."""
    assert row.picture is not None
    try:
        with open_file(row.picture) as opened:
            seen = eye.read(opened.read(), encode=True)
        columns = _columns(row.network, seen)
    except Refusal as refusal:
        seen, columns = Seen(), {"problem": str(refusal)[:500], "read": as_json([])}
    with acting(by, row.network, "read", summary=_("Read a photo")) as act:
        there = unread(row.network).filter(pk=row.pk, picture=row.picture).first()
        if there is None:
            return
        if seen.jpeg:
            columns["picture"] = _stored(row.network, seen.jpeg, row.picture.name, act)
        act.edit(there, **columns)


def _columns(network: Network, seen: Seen) -> dict[str, object]:
    """What becomes of a capture by what was seen. It never stays unread: it would be read for ever."""
    if seen.problem:
        return {"problem": _(word_for(seen.problem)).capitalize(), "read": as_json([], unsure=[])}
    card = card_of(seen, region=network.phone_region)
    if not engine_is_there() and card.empty:
        return {"problem": _(NO_ENGINE), "read": as_json([])}
    if card.empty:
        return {"problem": _(NOTHING_FOUND).capitalize(), "read": as_json([])}
    people: list[Person] = [person_of_card(card)]
    way = Captured.Way.CARD if seen.lines else Captured.Way.CODE
    return {"read": as_json(people, unsure=card.unsure), "way": way}


def _stored(network: Network, jpeg: bytes, name: str, act: Acting) -> File:
    stem = name.rpartition(".")[0] or name or "card"
    return store_bytes(network=network, data=jpeg, name=f"{stem[:200]}.jpg", media_type="image/jpeg", by=act)
