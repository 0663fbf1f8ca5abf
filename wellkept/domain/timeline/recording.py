"""Recording what passed between people.

What counts as a touch, unless told otherwise: everything but writing that only they did. An unanswered letter of
theirs is heard, and is no touch of mine (docs/adr/0010-what-is-a-touch.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import formats
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.timeline.models import Interaction, Participation, Promise
from wellkept.domain.timeline.promising import check_promise
from wellkept.domain.timeline.thanking import is_owed, owe_for

Kind, Direction = Interaction.Kind, Interaction.Direction
WRITTEN = {Kind.EMAIL, Kind.MESSAGE, Kind.LETTER}
EARLIEST = date(1500, 1, 1)
LONGEST_BODY = 100_000  # characters
LONGEST_PLACE = 200


@dataclass(frozen=True, slots=True)
class NewPromise:
    """``by`` is 'me' or 'them'. Without ``contact`` it is made with each contact of the interaction."""

    by: str
    text: str
    due_on: date | None = None
    contact: Contact | None = None


@dataclass(frozen=True, slots=True)
class NewInteraction:
    """One interaction of many, for ``record_interactions``. ``sent`` and ``received`` are the messages it stands for."""

    contacts: Sequence[Contact]
    kind: str
    on: date
    at: datetime | None = None
    direction: str = Direction.BOTH
    body: str = ""
    place: str = ""
    touch: bool | None = None
    sent: int = 0
    received: int = 0
    source: str = ""
    source_key: str = ""


def record_interaction(
    *,
    network: Network,
    contacts: Sequence[Contact],
    kind: str,
    on: date,
    by: Actor | Acting,
    today: date,
    at: datetime | None = None,
    direction: str = Direction.BOTH,
    body: str = "",
    place: str = "",
    touch: bool | None = None,
    source: str = "",
    source_key: str = "",
    promises: Iterable[NewPromise] = (),
    thanks: bool | None = None,
) -> Interaction:
    """Record one interaction with those who took part, and the promises that were made in it.

    ``thanks``: whether each of them is owed a thank-you; None for what the kind and the direction say (thanking.py).
    """
    new = NewInteraction(
        contacts=contacts,
        kind=kind,
        on=on,
        at=at,
        direction=direction,
        body=body.strip(),
        place=place.strip(),
        touch=touch,
        sent=int(kind in WRITTEN and direction != Direction.THEIRS),
        received=int(kind in WRITTEN and direction != Direction.MINE),
        source=source,
        source_key=source_key,
    )
    with acting(by, network, "log", summary=summary_of(new)) as act:
        (interaction,) = record_interactions(network=network, rows=[new], by=act, today=today)
        act.add_all([promise for new_one in promises for promise in _promises_of(new_one, interaction, contacts)])
        if thanks or (thanks is None and not source and is_owed(kind=kind, direction=direction)):
            owe_for(interaction=interaction, by=act)
    return interaction


def record_interactions(
    *, network: Network, rows: Sequence[NewInteraction], by: Actor | Acting, today: date
) -> list[Interaction]:
    """Record many interactions with a handful of queries. A row that ``check`` refuses refuses them all."""
    for new in rows:
        check(new, network=network, today=today)
    summary = summary_of(rows[0]) if len(rows) == 1 else _("Recorded %(count)d interactions") % {"count": len(rows)}
    with acting(by, network, "log", summary=summary) as act:
        interactions = [_interaction(new, network) for new in rows]
        for interaction, new in zip(interactions, rows, strict=True):
            parts = [Participation(contact=contact, on=new.on) for contact in _once(new.contacts)]
            interaction._prefetched_objects_cache = {"participations": parts}  # type: ignore[attr-defined]
        act.add_all(interactions)
        act.add_all([part for interaction in interactions for part in _parts(interaction)])
    return interactions


def check(new: NewInteraction, *, network: Network, today: date) -> None:
    """Refuse what cannot have happened: nobody in it, somebody else's contact, a day that has not come."""
    if not new.contacts:
        raise Refusal(_("Say with whom it was."), field="contacts")
    if any(contact.network_id != network.pk for contact in new.contacts):
        raise Refusal(_("This is not in your network."), field="contacts")
    check_words(kind=new.kind, direction=new.direction, body=new.body, place=new.place)
    check_day(new.on, today=today)
    if new.at is not None and new.at.tzinfo is None:
        raise Refusal(_("The time needs a time zone."), field="at")


def check_words(*, kind: str, direction: str, body: str, place: str) -> None:
    if kind not in Kind.values:
        raise Refusal(_("“%(kind)s” is no kind of interaction.") % {"kind": kind}, field="kind")
    if direction not in Direction.values:
        raise Refusal(_("“%(direction)s” is no direction.") % {"direction": direction}, field="direction")
    if len(body) > LONGEST_BODY:
        raise Refusal(
            _("That is longer than %(most)d characters.") % {"most": LONGEST_BODY},
            field="body",
        )
    if len(place) > LONGEST_PLACE:
        raise Refusal(_("The place is longer than %(most)d characters.") % {"most": LONGEST_PLACE}, field="place")


def check_day(on: date, *, today: date) -> None:
    """What happened did so on a day between 1500 and the user's today."""
    if on > today:
        raise Refusal(
            _("%(day)s has not come yet; what is still to come is a next step.") % {"day": formats.date_format(on)},
            field="on",
        )
    if on < EARLIEST:
        raise Refusal(_("%(day)s is too long ago.") % {"day": on.isoformat()}, field="on")


def is_touch(*, kind: str, direction: str) -> bool:
    """Whether such an interaction counts as keeping in touch, if nothing else is said."""
    return not (kind in WRITTEN and direction == Direction.THEIRS)


def summary_of(new: NewInteraction) -> str:
    kind = Kind(new.kind).label if new.kind in Kind.values else new.kind
    return _("Logged: %(kind)s with %(who)s, %(day)s") % {
        "kind": kind,
        "who": names_of(new.contacts),
        "day": formats.date_format(new.on, "SHORT_DATE_FORMAT"),
    }


def names_of(contacts: Sequence[Contact]) -> str:
    """Ana Souza; Ana Souza and Bruno Keller; Ana Souza and 3 others."""
    if len(contacts) > 2:
        return _("%(first)s and %(count)d others") % {"first": contacts[0], "count": len(contacts) - 1}
    return _(" and ").join(str(contact) for contact in contacts)


def _interaction(new: NewInteraction, network: Network) -> Interaction:
    touch = is_touch(kind=new.kind, direction=new.direction) if new.touch is None else new.touch
    return Interaction(
        network=network,
        kind=new.kind,
        on=new.on,
        at=new.at,
        direction=new.direction,
        body=new.body,
        place=new.place,
        touch=touch,
        sent_count=new.sent,
        received_count=new.received,
        source=new.source,
        source_key=new.source_key,
    )


def _parts(interaction: Interaction) -> list[Participation]:
    """The parts that were laid beside the interaction before it had a key."""
    parts: list[Participation] = interaction.__dict__.pop("_prefetched_objects_cache")["participations"]
    for part in parts:
        part.interaction = interaction
    return parts


def _once(contacts: Sequence[Contact]) -> list[Contact]:
    return list({contact.pk: contact for contact in contacts}.values())


def _promises_of(new: NewPromise, interaction: Interaction, contacts: Sequence[Contact]) -> list[Promise]:
    whom = [new.contact] if new.contact is not None else _once(contacts)
    if any(contact not in contacts for contact in whom):
        raise Refusal(_("Who promised did not take part."), field="promises")
    text = check_promise(by_whom=new.by, text=new.text)
    return [
        Promise(contact=contact, interaction=interaction, by=new.by, text=text, due_on=new.due_on) for contact in whom
    ]
