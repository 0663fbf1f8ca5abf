"""Who is at an organization, who was, and which organizations there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import Organization, Position
from wellkept.formats.names import fold

MOST_SHOWN = 120  # people of one organization on its page


@dataclass
class Roster:
    """The people of one organization. ``own`` is the user's own time there."""

    here: list[Position] = field(default_factory=list)
    before: list[Position] = field(default_factory=list)
    studied: list[Position] = field(default_factory=list)
    own: list[Position] = field(default_factory=list)
    more: int = 0  # people beyond MOST_SHOWN


def organization_keys(network: Network, *, words: str = "", by_name: bool = False) -> QuerySet[Organization, int]:
    """The keys of the organizations whose name holds these words, by name or the one with most people first."""
    found: QuerySet[Organization] = Organization.objects.filter(network=network)
    for word in fold(words).split()[:6]:
        found = found.filter(Q(key__contains=word) | Q(name__icontains=word))
    if by_name:
        return found.order_by("key").values_list("pk", flat=True)
    there = Position.objects.filter(network=network, organization=OuterRef("pk"), current__in=(True,)).order_by()
    people = Subquery(there.values("organization").annotate(people=Count("pk")).values("people"))
    return found.order_by(Coalesce(people, 0).desc(), "key").values_list("pk", flat=True)


def with_counts(keys: Sequence[int]) -> list[Organization]:
    """The organizations of these keys, in this order; ``here`` and ``before`` count the people in sight."""
    seen = Q(positions__contact__archived_at=None, positions__contact__is_me=False)
    job = Q(positions__kind=Position.Kind.JOB, positions__current=True)
    counted = Organization.objects.filter(pk__in=keys).annotate(
        here=Count("positions__contact", filter=seen & job, distinct=True),
        everybody=Count("positions__contact", filter=seen, distinct=True),
    )
    place = {key: number for number, key in enumerate(keys)}
    return sorted(counted, key=lambda organization: place[organization.pk])


def roster(organization: Organization) -> Roster:
    """Who is there now, who was, who studied there; a person once in each list, in the order of their names."""
    found = Roster()
    positions = Position.objects.filter(organization=organization, contact__archived_at=None)
    positions = positions.select_related("contact", "contact__photo", "contact__standing")
    positions = positions.order_by("contact__sort_key", "contact_id", "position")
    found.own = list(positions.filter(contact__is_me=True))
    others = positions.filter(contact__is_me=False)
    shown = list(others[: MOST_SHOWN + 1])
    if len(shown) > MOST_SHOWN:
        shown = shown[:MOST_SHOWN]
        found.more = others.count() - MOST_SHOWN
    here = {position.contact_id for position in shown if position.current and position.kind == Position.Kind.JOB}
    for position in shown:
        if position.kind == Position.Kind.EDUCATION:
            found.studied.append(position)
        elif position.current:
            found.here.append(position)
        elif position.contact_id not in here:
            found.before.append(position)
    return found
