"""Laying out the walk: the sources that everybody has, one for each of the user's own jobs and schools, and their own."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact, Position
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.recall.models import Source
from wellkept.formats.names import fold, tidy

Kind = Source.Kind
# In the order of the walk: who is nearest first, then through the years, then those around the work and the home.
EVERYBODYS = (
    Kind.FAMILY, Kind.FRIENDS, Kind.SCHOOL, Kind.JOB, Kind.DEPARTMENTS, Kind.CUSTOMERS, Kind.VENDORS, Kind.PROFESSIONAL,
    Kind.ASSOCIATIONS, Kind.EVENTS, Kind.CLUBS, Kind.COMMUNITY, Kind.NEIGHBOURS,
)  # fmt: skip
BY_NAME = (Kind.SCHOOL, Kind.JOB)  # these are walked one by one where the user's card has them
ROOM = 100  # places for the sources of one kind
MOST_OF_A_KIND = 60
LONGEST = 300  # characters of a name


def own_positions(network: Network) -> list[Position]:
    """The user's jobs and schools, the present ones first, then the latest."""
    mine = Contact.objects.filter(network=network, is_me=True).values("pk")
    places = Position.objects.filter(network=network, contact__in=mine).select_related("organization")
    return sorted(places, key=lambda one: (not one.current, -(one.ended_year or one.started_year or 0), one.position))


def lay_walk(*, network: Network, by: Actor | Acting) -> int:
    """Add what the walk does not go through yet; answers how many sources that were. Nothing is laid twice."""
    there = list(Source.objects.filter(network=network))
    positions = own_positions(network)
    fresh = [*_whole_kinds(there, positions), *_missing(there, positions)]
    summary = _("Went on with the memory interview") if there else _("Began the memory interview")
    with acting(by, network, "recall", summary=summary) as act:
        act.add_all(fresh)
    return len(fresh)


def not_walked(*, network: Network) -> list[Position]:
    """Own jobs and schools that the walk does not go through yet."""
    walked = set(Source.objects.filter(network=network).values_list("of_position", flat=True))
    return [one for one in own_positions(network) if one.pk not in walked][:MOST_OF_A_KIND]


def add_source(*, network: Network, kind: str, name: str, by: Actor | Acting) -> Source:
    """Another school, team, club, … of the user's own words."""
    name = tidy(name)[:LONGEST]
    if kind not in Kind.values:
        raise Refusal(_("“%(kind)s” is no kind of source.") % {"kind": kind}, field="kind")
    if not name:
        raise Refusal(_("Which one is it? Write its name."), field="name")
    alike = list(Source.objects.filter(network=network, kind=kind))
    if any(fold(source.name) == fold(name) for source in alike):
        raise Refusal(_("%(name)s is in the walk already.") % {"name": name}, field="name")
    if len(alike) >= MOST_OF_A_KIND:
        raise Refusal(_("There are %(most)d of this kind already.") % {"most": MOST_OF_A_KIND}, field="name")
    summary = _("%(name)s is in the memory interview") % {"name": name}
    with acting(by, network, "recall", summary=summary) as act:
        return act.add(Source(kind=kind, name=name, place=_place(kind, len(alike))))


def _whole_kinds(there: list[Source], positions: list[Position]) -> list[Source]:
    """The sources that are walked as one; schools and jobs only where the card has none."""
    laid = {source.kind for source in there if not source.name}
    named = {_kind(position) for position in positions} | {source.kind for source in there if source.name}
    wanted = [kind for kind in EVERYBODYS if kind not in laid and not (kind in BY_NAME and kind in named)]
    return [Source(kind=kind, place=_place(kind, ROOM - 1)) for kind in wanted]


def _missing(there: list[Source], positions: list[Position]) -> list[Source]:
    walked = {source.of_position_id for source in there}
    found: list[Source] = []
    for kind in BY_NAME:
        laid = sum(source.kind == kind for source in there)
        of_kind = [one for one in positions if _kind(one) == kind and one.pk not in walked]
        for number, position in enumerate(of_kind[: max(0, MOST_OF_A_KIND - laid)], laid):
            name = position.organization.name[:LONGEST]
            found.append(Source(kind=kind, name=name, of_position=position, place=_place(kind, number)))
    return found


def _kind(position: Position) -> str:
    return Kind.SCHOOL if position.kind == Position.Kind.EDUCATION else Kind.JOB


def _place(kind: str, number: int) -> int:
    return EVERYBODYS.index(Kind(kind)) * ROOM + min(number, ROOM - 1)
