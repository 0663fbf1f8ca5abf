"""The contact-days of contacts, out of the timeline. Whatever passed counts, touch or not: both directions say something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Count

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import CircleMembership
from wellkept.domain.rhythm.days import Passed, contact_days
from wellkept.domain.rhythm.learning import Tie
from wellkept.domain.timeline.models import Participation

COLUMNS = ("contact_id", "interaction_id", "on", "interaction__kind", "interaction__direction",
           "interaction__sent_count", "interaction__received_count")  # fmt: skip


def ties_of(network: Network, contacts: Collection[int] | None = None) -> dict[int, Tie]:
    """Of these contacts (of all in sight when None), by contact; who has no contact-day is left out. Three queries."""
    parts = Participation.objects.filter(network=network, contact__is_me=False).order_by()
    members = CircleMembership.objects.filter(network=network)
    if contacts is None:
        parts = parts.filter(contact__archived_at=None)
    else:
        parts, members = parts.filter(contact__in=contacts), members.filter(contact__in=contacts)
    circles: dict[int, int] = {}
    for contact, circle in members.order_by("circle__position", "circle_id").values_list("contact_id", "circle_id"):
        circles.setdefault(contact, circle)
    passed: dict[int, list[Passed]] = defaultdict(list)
    rows = list(parts.values_list(*COLUMNS))
    together = _together(network, {row[1] for row in rows} if contacts is not None else None)
    for contact, interaction, on, kind, direction, sent, received in rows:
        passed[contact].append(_passed(on, kind, direction, sent, received, together.get(interaction, 1) - 1))
    return {contact: Tie(contact_days(told), circles.get(contact)) for contact, told in passed.items()}


def _together(network: Network, interactions: set[int] | None) -> dict[int, int]:
    """Of the interactions with several contacts, how many took part."""
    parts = Participation.objects.filter(network=network)
    if interactions is not None:
        parts = parts.filter(interaction__in=interactions)
    counted = parts.order_by().values("interaction_id").annotate(n=Count("pk")).filter(n__gt=1)
    found: dict[int, int] = dict(counted.values_list("interaction_id", "n"))
    return found


def _passed(on: date, kind: str, direction: str, sent: int, received: int, others: int) -> Passed:
    mine = direction in ("mine", "both") or sent > 0
    theirs = direction in ("theirs", "both") or received > 0
    return Passed(on.toordinal(), kind, mine, theirs, others, max(1, sent + received))
