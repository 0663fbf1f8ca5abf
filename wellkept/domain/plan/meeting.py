"""Whom to meet: those wanted at events that are near, names that contacts gave, names in the notes, those the user
remembered, organizations with a gap, people known through somebody, and those met once or never spoken to. Each source
takes a few queries with a limit; what they find shares the week's goal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, F, Max, Q

from wellkept.domain.contacts.models import Contact, Position
from wellkept.domain.correspondence.channels import MINUTES
from wellkept.domain.plan import reasons
from wellkept.domain.plan.at_events import awaited
from wellkept.domain.plan.mentioned import mentioned
from wellkept.domain.plan.proposing import Candidate
from wellkept.domain.plan.worth import GAP, MENTION, REFERRAL, REMEMBERED, SURELY, THROUGH
from wellkept.domain.recall.reconnecting import to_reconnect
from wellkept.domain.timeline.models import Referral

if TYPE_CHECKING:
    from wellkept.domain.plan.reading import Reading

FRESH = timedelta(days=28)
YEAR = timedelta(days=365)
RECENT = timedelta(days=180)  # so long is a connection new enough to be met
MOST = 60  # candidates of one source
SEVERAL = 3  # people known at an organization, before that nobody is in touch there is a gap
MOST_GAPS = 12
RECALL = "recall-"  # begins the subject of a card about somebody the user remembered
WRITING = MINUTES["email"]


def to_meet(of: Reading) -> Iterator[Candidate]:
    for source in (awaited, _named, _mentioned, _remembered, _through, _at_gaps, _met_once_or_never):
        yield from source(of)


def _named(of: Reading) -> Iterator[Candidate]:
    """Names that contacts gave, one a contact, the oldest first: by way of who gave it."""
    rows = Referral.objects.filter(network=of.network, met=None, dropped_on=None, on__lte=of.today)
    rows = rows.filter(contact__archived_at=None, contact__is_me=False).order_by("on", "pk")
    oldest: dict[int, Referral] = {}
    for row in rows[: 2 * MOST]:
        oldest.setdefault(row.contact_id, row)
    of.read(of.those(set(oldest)))
    for contact, row in oldest.items():
        why = reasons.named(str(row), of.rows.get(contact, {}).get("contact__display", ""), row.on)
        yield Candidate(contact, "meet", why, WRITING, None, f"referral-{row.pk}", more=REFERRAL)


def _mentioned(of: Reading) -> Iterator[Candidate]:
    """Names in the notes of the last ninety days that nobody here has, by way of the contact they were noted with."""
    found = mentioned(network=of.network, today=of.today)[:MOST]
    if not found:
        return
    there = {row["contact_id"] for row in of.read(of.those({each.contact for each in found}).exclude(decided="never"))}
    for each in found:
        if each.contact in there and (each.contact, each.subject) not in of.mentions:
            of.mentions[each.contact, each.subject] = each
            why = reasons.mentioned(each.quote, each.name, each.on)
            yield Candidate(each.contact, "meet", why, WRITING, None, each.subject, more=MENTION)


def _remembered(of: Reading) -> Iterator[Candidate]:
    """Out of the memory interview: who would answer, was not spoken to for a year or more, and not since they were remembered."""
    found = to_reconnect(network=of.network, today=of.today, most=MOST)
    if not found:
        return
    silent = of.those({each.contact for each in found}).exclude(decided="never")
    by_rule = silent.filter(Q(due_on=None) | Q(due_kind="cadence"))  # nothing else is said of when to be in touch
    awake = by_rule.filter(Q(snoozed_until=None) | Q(snoozed_until__lte=of.today))
    rows = {row["contact_id"]: row for row in of.read(awake)}
    for each in found:
        row = rows.get(each.contact)
        if row is not None and (row["last_touch_on"] is None or row["last_touch_on"] < of.today - YEAR):
            more = REMEMBERED + (SURELY if each.would_answer == "surely" else 0)
            yield Candidate(each.contact, "meet", each.why, WRITING, None, f"{RECALL}{each.key}", more=more)


def _through(of: Reading) -> Iterator[Candidate]:
    """Known through a contact, and nothing has passed yet; those first whom the warmest of the contacts know."""
    # By the index on whom one was met through, which few have: a sum keeps the database from going by the network.
    here = Contact._base_manager.alias(here=F("network_id") + 0).filter(here=of.network.pk, met_through__gt=0)
    known = list(here.order_by().values_list("pk", flat=True)[: 20 * MOST])
    if not known:
        return
    waiting = of.awake().filter(pk__in=known, last_touch_on=None, decided="undecided", due_on=None)
    rows = of.read(waiting.order_by("-promise_score", "pk"))
    people = Contact.objects.filter(pk__in=[row["contact_id"] for row in rows], met_through__standing__in_sight=True)
    columns = ("pk", "met_through__display", "met_through__standing__warmth", "met_through__closeness")
    through = {key: (name, warmth + (close or 0)) for key, name, warmth, close in people.values_list(*columns)}
    for row in sorted(rows, key=lambda row: -through.get(row["contact_id"], ("", 0.0))[1]):
        if row["contact_id"] in through:
            why = reasons.through(through[row["contact_id"]][0])
            yield Candidate(row["contact_id"], "meet", why, WRITING, more=THROUGH)


class _House(NamedTuple):
    """An organization, who is known there now, when one was last in touch, and how many are kept up with."""

    name: str
    people: int
    last_on: date | None
    kept: int


def _at_gaps(of: Reading) -> Iterator[Candidate]:
    """The most promising of those not decided (who are read already) where nobody is kept up with: several people of an
    organization, or anybody at the user's own employers and schools."""
    rows = [of.rows[each.contact] for each in of.candidates if each.kind == "decide"]
    at, own = _whereabouts(of, [row["contact_id"] for row in rows])
    houses = _houses(of, {key for keys in at.values() for key in keys}, own)
    taken: set[int] = set()
    for row in rows:
        gaps = [
            key for key in at.get(row["contact_id"], ()) if key in houses and _is_gap(houses[key], of.today, key in own)
        ]
        if gaps and gaps[0] not in taken and len(taken) < MOST_GAPS:
            taken.add(gaps[0])
            house = houses[gaps[0]]
            why = reasons.gap(house.name, house.people, house.last_on, own=gaps[0] in own)
            yield Candidate(row["contact_id"], "meet", why, WRITING, more=GAP)


def _is_gap(house: _House, today: date, own: bool) -> bool:
    if house.last_on is not None and house.last_on >= today - YEAR:
        return False
    return own or (house.people >= SEVERAL and not house.kept)


def _whereabouts(of: Reading, contacts: list[int]) -> tuple[dict[int, list[int]], set[int]]:
    """Where these contacts are, and were with the user; and the user's own organizations."""
    me = Contact.objects.filter(network=of.network, is_me=True).values("pk")
    rows = Position._base_manager.filter(Q(contact__in=contacts) | Q(contact__in=me)).order_by(
        "-current", "position", "pk"
    )
    found = list(rows.values_list("contact_id", "organization_id", "current"))
    among = set(contacts)
    own = {organization for contact, organization, _current in found if contact not in among}
    at: dict[int, list[int]] = defaultdict(list)
    for contact, organization, current in found:
        if contact in among and (current or organization in own):
            at[contact].append(organization)
    return at, own


def _houses(of: Reading, organizations: set[int], own: set[int]) -> dict[int, _House]:
    """Counted from the index of who is where; who has left counts where the user was too."""
    kept = Count("contact_id", filter=Q(contact__standing__decided__in=("circle", "own")), distinct=True)
    if not organizations:
        return {}
    there = Q(current=True) | Q(organization__in=own)
    rows = Position.objects.filter(there, network=of.network, organization__in=organizations)
    rows = rows.filter(contact__standing__in_sight=True).order_by()
    last_on = Max("contact__standing__last_touch_on")
    counted = rows.values("organization_id").annotate(
        people=Count("contact_id", distinct=True), last=last_on, kept=kept
    )
    columns = ("organization_id", "organization__name", "people", "last", "kept")
    return {key: _House(*house) for key, *house in counted.values_list(*columns)}


def _met_once_or_never(of: Reading) -> Iterator[Candidate]:
    """Met once and never again; connected lately and never spoken to."""
    once = of.awake().filter(
        due_kind__in=("followup", "second"), due_on__lte=of.today - FRESH, due_on__gt=of.today - YEAR
    )
    for row in of.read(once.order_by("-due_on", "pk"), 20):
        yield Candidate(
            row["contact_id"], "meet", reasons.met_once(row["new_on"] or row["last_touch_on"]), WRITING, row["due_on"]
        )
    fresh = of.awake().filter(
        new_on__gt=of.today - RECENT, new_on__lte=of.today, last_touch_on=None, decided="undecided", due_on=None
    )
    for row in sorted(
        of.read(fresh.order_by("-new_on", "pk")), key=lambda row: (-row["promise_score"], row["contact_id"])
    ):
        yield Candidate(row["contact_id"], "meet", reasons.never_spoken(row["new_on"], row["promise_reason"]), WRITING)
