"""The contact-days of contacts, out of the timeline. Whatever passed counts, touch or not: both directions say something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Count, OuterRef, Subquery

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import CircleMembership
from wellkept.domain.rhythm.days import Passed, contact_days, unpacked
from wellkept.domain.rhythm.learning import Tie
from wellkept.domain.rhythm.models import Rhythm
from wellkept.domain.timeline.models import Participation

COLUMNS = ("contact_id", "interaction_id", "on", "interaction__kind", "interaction__direction",
           "interaction__sent_count", "interaction__received_count")  # fmt: skip


def ties_of(network: Network, contacts: Collection[int] | None = None) -> dict[int, Tie]:
    """Of these contacts (of all in sight when None), by contact; who has no contact-day is left out. Three queries at most."""
    parts = Participation.objects.filter(network=network, contact__is_me=False).order_by()
    members = CircleMembership.objects.filter(network=network)
    if contacts is None:
        parts = parts.filter(contact__archived_at=None)
        together = _together(network)
    else:
        parts, members = parts.filter(contact__in=contacts), members.filter(contact__in=contacts)
        parts, together = parts.annotate(together=_of_its_interaction(network)), {}
    circles: dict[int, int] = {}
    for contact, circle in members.order_by("circle__position", "circle_id").values_list("contact_id", "circle_id"):
        circles.setdefault(contact, circle)
    passed: dict[int, list[Passed]] = defaultdict(list)
    columns = COLUMNS if contacts is None else (*COLUMNS, "together")
    for contact, interaction, on, kind, direction, sent, received, *count in parts.values_list(*columns).iterator():
        others = (count[0] if count else together.get(interaction, 1)) - 1
        passed[contact].append(_passed(on, kind, direction, sent, received, others))
    return {contact: Tie(contact_days(told), circles.get(contact)) for contact, told in passed.items()}


def stored_ties(network: Network, contacts: Collection[int]) -> dict[int, Tie]:
    """As ``ties_of``, from what was stored when something last passed. Two queries, however much passed."""
    members = CircleMembership.objects.filter(network=network, contact__in=contacts)
    circles: dict[int, int] = {}
    for contact, circle in members.order_by("circle__position", "circle_id").values_list("contact_id", "circle_id"):
        circles.setdefault(contact, circle)
    rows = Rhythm.objects.filter(network=network, contact__in=contacts).values_list(
        "contact_id", "contact_days", "days"
    )
    ties, behind = {}, []
    for contact, count, days in rows:
        if len(days) == count:
            ties[contact] = Tie(unpacked(days), circles.get(contact))
        else:
            behind.append(contact)  # stored before contact-days were
    return {**ties, **ties_of(network, behind)} if behind else ties


def _together(network: Network) -> dict[int, int]:
    """Of the interactions with several contacts, how many took part."""
    parts = Participation.objects.filter(network=network)
    counted = parts.order_by().values("interaction_id").annotate(n=Count("pk")).filter(n__gt=1)
    found: dict[int, int] = dict(counted.values_list("interaction_id", "n"))
    return found


def _of_its_interaction(network: Network) -> Subquery:
    """How many took part in the interaction of a row: quicker than ``_together`` for the rows of a few contacts."""
    beside = Participation.objects.filter(network=network, interaction=OuterRef("interaction")).order_by()
    return Subquery(beside.values("interaction").annotate(n=Count("pk")).values("n"))


def _passed(on: date, kind: str, direction: str, sent: int, received: int, others: int) -> Passed:
    mine = direction in ("mine", "both") or sent > 0
    theirs = direction in ("theirs", "both") or received > 0
    return Passed(on.toordinal(), kind, mine, theirs, others, max(1, sent + received))
