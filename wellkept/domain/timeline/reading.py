"""Reading the timeline: of one contact in pages, of many in one line each, of the network in counts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import Contact
from wellkept.domain.timeline.excerpts import excerpt
from wellkept.domain.timeline.models import Interaction, Note, Participation, Promise

NOTE, PROMISE = "note", "promise"  # beside the kinds of interactions, where a timeline is filtered
_RANK = {"promise": 0, NOTE: 1, "interaction": 2}


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a timeline; exactly one of ``interaction``, ``note`` and ``promise`` is there."""

    on: date
    interaction: Interaction | None = None
    note: Note | None = None
    promise: Promise | None = None
    others: list[Contact] = field(default_factory=list)  # who else took part
    promises: list[Promise] = field(default_factory=list)  # made in this interaction with this contact

    @property
    def what(self) -> str:
        return "interaction" if self.interaction else NOTE if self.note else PROMISE

    @property
    def row(self) -> Any:
        return self.interaction or self.note or self.promise

    @property
    def place_in_order(self) -> tuple[date, int, int]:
        return (self.on, _RANK[self.what], self.row.pk)


@dataclass(frozen=True, slots=True)
class Page:
    items: list[Item]
    older: str  # what to pass as ``before`` for the next page, '' at the end


@dataclass(frozen=True, slots=True)
class WeekCount:
    start: date
    touches: int  # contact-days: one a contact and day
    new: int


def last_words(contact_ids: Iterable[int]) -> dict[int, tuple[Interaction, str]]:
    """The newest interaction in which something was said (or else the newest), with its first words. Two queries."""
    parts = Participation.objects.filter(contact=OuterRef("pk")).order_by("-on", "-interaction_id")
    newest = Subquery(parts.values("interaction_id")[:1])
    said = Subquery(parts.exclude(interaction__body="").values("interaction_id")[:1])
    chosen = dict(
        Contact.objects.filter(pk__in=list(contact_ids))
        .annotate(last_id=Coalesce(said, newest))
        .values_list("pk", "last_id")
    )
    interactions = Interaction.objects.in_bulk({key for key in chosen.values() if key})
    return {pk: (interactions[key], excerpt(interactions[key].body)) for pk, key in chosen.items() if key}


def interaction_ids_of(contact: Contact) -> QuerySet[Any, Any]:
    """For a subquery: the interactions in which a contact took part."""
    query: QuerySet[Any, Any] = Participation.objects.filter(contact=contact).values("interaction_id")
    return query


def pinned_notes(contact: Contact) -> list[Note]:
    return list(Note.objects.filter(contact=contact, pinned=True))


def open_promises(contact: Contact) -> list[Promise]:
    """Of either side, the soonest due first, those without a date last."""
    promises = Promise.objects.filter(contact=contact, settled_on=None, forgiven_on=None)
    return sorted(promises, key=lambda promise: (promise.due_on is None, promise.due_on or date.max, promise.pk))


def timeline_page(contact: Contact, *, before: str = "", kinds: Collection[str] | None = None, limit: int = 20) -> Page:
    """The newest entries first. ``before`` is the ``older`` of the page before; ``kinds`` are kinds of interactions,
    'note' and 'promise'. Promises made in an interaction stand with it; those made without one stand by themselves once
    they are kept or let go, and before that are in ``open_promises``. Asked for promises alone, it has them all."""
    place = _place(before)
    items = _interactions(contact, place, kinds, limit + 1)
    if kinds is None or NOTE in kinds:
        items += _notes(contact, place, limit + 1)
    if kinds is None or PROMISE in kinds:
        items += _promises(contact, place, limit + 1, alone=kinds is None or len(kinds) > 1)
    items.sort(key=lambda item: item.place_in_order, reverse=True)
    shown = items[:limit]
    older = ".".join(map(str, shown[-1].place_in_order)) if len(items) > limit else ""
    return Page(items=_with_company(contact, shown), older=older)


def touches_by_day(network: Network, *, since: date, until: date) -> dict[date, int]:
    """Contact-days: how many contacts were touched on each day, both days included."""
    rows = (
        Participation.objects.filter(
            network=network,
            interaction__network=network,
            interaction__on__gte=since,
            interaction__on__lte=until,
            interaction__touch=True,
        )
        .exclude(contact_id__in=Contact.objects.filter(network=network, is_me=True).values("pk"))
        .values("interaction__on")
        .annotate(people=Count("contact_id", distinct=True))
        .order_by()
    )
    return {row["interaction__on"]: row["people"] for row in rows}


def new_by_day(network: Network, *, since: date, until: date) -> dict[date, list[int]]:
    """Which contacts were new on each day: met on it, or connected, or written down by hand without saying when met.
    Importing an old address book makes nobody new."""
    start = datetime.combine(since, time.min, network.zone)
    found: dict[date, list[int]] = {}
    people = Contact.objects.filter(
        Q(met_at__gte=start)
        | Q(met_on_year__gte=since.year, met_on_year__lte=until.year)
        | Q(connected_on__gte=since, connected_on__lte=until)
        | Q(source="hand", created_at__gte=start),
        network=network,
        is_me=False,
    ).only(
        "pk",
        "met_at",
        "met_on_year",
        "met_on_month",
        "met_on_day",
        "connected_on",
        "source",
        "created_at",
        "network_id",
    )
    for contact in people:
        day = new_on(contact, network)
        if day is not None and since <= day <= until:
            found.setdefault(day, []).append(contact.pk)
    return found


def new_on(contact: Contact, network: Network) -> date | None:
    """The day on which somebody became a new connection; None where it is not known to a day."""
    if contact.met_at is not None:
        return network.today(contact.met_at)
    if contact.met_on_year:
        try:
            return date(contact.met_on_year, contact.met_on_month or 0, contact.met_on_day or 0)
        except ValueError:
            return None
    if contact.connected_on is not None:
        return contact.connected_on
    return network.today(contact.created_at) if contact.source == "hand" else None


def week_of(day: date, *, week_start: int) -> date:
    """The first day of the week that a day is in; ``week_start`` is 0 for Monday."""
    return day - timedelta(days=(day.weekday() - week_start) % 7)


def weekly_counts(network: Network, *, weeks: int, until: date) -> list[WeekCount]:
    """The last ``weeks`` weeks, the oldest first; the last one is that of ``until``, and not counted beyond it."""
    last = week_of(until, week_start=network.week_start)
    starts = [last - timedelta(weeks=back) for back in range(weeks - 1, -1, -1)]
    touches = dict.fromkeys(starts, 0)
    new = dict.fromkeys(starts, 0)
    for day, people in touches_by_day(network, since=starts[0], until=until).items():
        touches[week_of(day, week_start=network.week_start)] += people
    for day, contact_ids in new_by_day(network, since=starts[0], until=until).items():
        new[week_of(day, week_start=network.week_start)] += len(contact_ids)
    return [WeekCount(start=start, touches=touches[start], new=new[start]) for start in starts]


def _place(before: str) -> tuple[date, int, int] | None:
    parts = before.split(".")
    try:
        day, rank, key = parts
        return date.fromisoformat(day), int(rank), int(key)
    except ValueError:
        return None


def _before(place: tuple[date, int, int] | None, what: str, *, on: str, key: str) -> Q:
    if place is None:
        return Q()
    day, rank, last = place
    same_day = Q(**{on: day})
    if _RANK[what] == rank:
        return Q(**{f"{on}__lt": day}) | (same_day & Q(**{f"{key}__lt": last}))
    return Q(**{f"{on}__lte": day}) if _RANK[what] < rank else Q(**{f"{on}__lt": day})


def _interactions(
    contact: Contact, place: tuple[date, int, int] | None, kinds: Collection[str] | None, limit: int
) -> list[Item]:
    parts = Participation.objects.filter(
        _before(place, "interaction", on="on", key="interaction_id"), contact=contact
    ).select_related("interaction")
    if kinds is not None:
        wanted = set(kinds) & set(Interaction.Kind.values)
        if not wanted:
            return []
        parts = parts.filter(interaction__kind__in=wanted)
    return [Item(on=part.on, interaction=part.interaction) for part in parts.order_by("-on", "-interaction_id")[:limit]]


def _notes(contact: Contact, place: tuple[date, int, int] | None, limit: int) -> list[Item]:
    notes = Note.objects.filter(_before(place, NOTE, on="on", key="pk"), contact=contact, pinned=False)
    return [Item(on=note.on, note=note) for note in notes.order_by("-on", "-pk")[:limit]]


def _promises(contact: Contact, place: tuple[date, int, int] | None, limit: int, *, alone: bool) -> list[Item]:
    """Placed on the day they were made. Few enough a contact to be read at once."""
    promises = Promise.objects.filter(contact=contact)
    if alone:
        promises = promises.filter(interaction=None).exclude(settled_on=None, forgiven_on=None)
    zone = contact.network.zone
    items = [Item(on=promise.created_at.astimezone(zone).date(), promise=promise) for promise in promises]
    items.sort(key=lambda item: item.place_in_order, reverse=True)
    return [item for item in items if place is None or item.place_in_order < place][:limit]


def _with_company(contact: Contact, items: Sequence[Item]) -> list[Item]:
    keys = [item.interaction.pk for item in items if item.interaction]
    if not keys:
        return list(items)
    others: dict[int, list[Contact]] = {}
    promises: dict[int, list[Promise]] = {}
    company = Participation.objects.filter(interaction__in=keys).exclude(contact=contact).select_related("contact")
    for part in company:
        others.setdefault(part.interaction_id, []).append(part.contact)
    for promise in Promise.objects.filter(contact=contact, interaction__in=keys):
        promises.setdefault(promise.interaction_id or 0, []).append(promise)
    return [
        item
        if item.interaction is None
        else Item(
            on=item.on,
            interaction=item.interaction,
            others=others.get(item.interaction.pk, []),
            promises=promises.get(item.interaction.pk, []),
        )
        for item in items
    ]
