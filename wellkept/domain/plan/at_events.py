"""What events give the week: whom to arrange a meeting with beforehand, and whom to write to afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Q

from wellkept.domain.cadence.standing import FOLLOW_UP
from wellkept.domain.correspondence.channels import MINUTES
from wellkept.domain.events.models import Event
from wellkept.domain.events.reading import near, waiting
from wellkept.domain.plan import reasons
from wellkept.domain.plan.proposing import Candidate
from wellkept.domain.plan.worth import AWAITED

if TYPE_CHECKING:
    from wellkept.domain.plan.reading import Reading

MOST = 60  # candidates
JUST_TOUCHED = timedelta(days=7)
EVENT = "event-"  # begins the subject of a card about somebody wanted at an event
WRITING = MINUTES["email"]


def awaited(of: Reading) -> Iterator[Candidate]:
    """On the list of an event of the coming two weeks, and wanted: written to beforehand, it is a meeting."""
    found = near(network=of.network, today=of.today)[:MOST]
    if not found:
        return
    rows = {
        row["contact_id"]: row for row in of.read(of.those({each.contact for each in found}).exclude(decided="never"))
    }
    for each in found:
        row = rows.get(each.contact)
        if row is None or (row["last_touch_on"] and row["last_touch_on"] > of.today - JUST_TOUCHED):
            continue
        if each.place:
            of.trips.setdefault(each.contact, (each.place, max(each.starts_on, of.today)))
        why = reasons.awaited(each.event, each.starts_on, each.ends_on, each.why)
        yield Candidate(each.contact, "meet", why, WRITING, None, f"{EVENT}{each.key}", more=AWAITED)


def met_at_events(of: Reading) -> Iterator[Candidate]:
    """Met at an event of the last two weeks and not written to since; whoever is new has it as their next step already."""
    found = waiting(network=of.network, today=of.today)
    if not found:
        return
    met = {each.contact: each for meetings in found.values() for each in meetings}
    events = dict(Event.objects.filter(network=of.network, pk__in=found).values_list("pk", "name"))
    awake = Q(snoozed_until=None) | Q(snoozed_until__lte=of.today)
    rows = of.those(set(met)).filter(awake).exclude(decided="never").exclude(due_kind__in=("followup", "second"))
    for row in of.read(rows):
        each = met[row["contact_id"]]
        due = each.on + FOLLOW_UP
        why = reasons.met_at(events[each.event], each.on, due, of.today)
        yield Candidate(each.contact, "followup", why, WRITING, due)
