"""The rhythm of contacts, for lists, the plan and a contact's page.

``rhythms`` reads stored columns: thirty thousand in one query. ``chances`` reads contact-days: for some hundred at a time.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import QuerySet

from wellkept.domain.accounts.models import Network
from wellkept.domain.cadence.models import Standing
from wellkept.domain.contacts.models import Contact
from wellkept.domain.rhythm.keeping import lesson_of
from wellkept.domain.rhythm.models import Lesson, Rhythm
from wellkept.domain.rhythm.silence import Limits, State
from wellkept.domain.rhythm.strength import Reason, percentile, reasons
from wellkept.domain.rhythm.ties import stored_ties

SET = frozenset({str(Standing.Decided.CIRCLE.value), str(Standing.Decided.OWN.value)})
COLUMNS = (
    "contact_id", "gap_days", "window_low", "window_high", "at_risk_gaps", "dormant_gaps", "last_on", "strength", "gaps",
    "contact__standing__decided", "contact__standing__cadence_days",
)  # fmt: skip


class RhythmOf(NamedTuple):
    """``gap_days`` is what holds: what the user ``set``, else what was learned; ``usual_days`` and the window (days after
    ``last_on``) are always learned.

    ``strength`` is for ranking only (log2); ``gaps``: from how many of its own gaps the rhythm was learned.
    """

    gap_days: float
    window: tuple[int, int]
    state: State
    last_on: date
    strength: float
    gaps: int
    set: bool
    usual_days: float


class Chance(NamedTuple):
    p30: float
    strength: float


def rhythms(*, network: Network, today: date, contacts: Collection[int] | None = None) -> dict[int, RhythmOf]:
    """By contact; who has no contact-day is not in it. One query."""
    rows: QuerySet[Rhythm] = Rhythm.objects.filter(network=network)
    if contacts is not None:
        rows = rows.filter(contact__in=contacts)
    found: dict[int, RhythmOf] = {}
    days: dict[Any, date] = {}
    limits: dict[tuple[float, float], Limits] = {}
    with connection.cursor() as cursor:  # past Django's converters: a third of the time for a whole network
        cursor.execute(*rows.order_by().values_list(*COLUMNS).query.sql_with_params())
        for contact, gap, low, high, risk, dormant, on, strong, gaps, decided, cadence in cursor.fetchall():
            if (last := days.get(on)) is None:
                last = days[on] = on if isinstance(on, date) else date.fromisoformat(on)
            if (limit := limits.get((risk, dormant))) is None:
                limit = limits[risk, dormant] = Limits(risk, dormant)
            meant = cadence if cadence and decided in SET else None
            holds = float(meant or gap)
            state = limit.state(max(0, (today - last).days), holds)
            found[contact] = RhythmOf(holds, (low, high), state, last, strong, gaps, meant is not None, gap)
    return found


def state_of(
    *, last_on: date, gap_days: float, limits: Limits, decided: str | None, cadence_days: int | None, today: date
) -> State:
    """The state of one contact, from columns that were read beside others: what was set holds, as in ``rhythms``."""
    meant = cadence_days if cadence_days and decided in SET else None
    return limits.state(max(0, (today - last_on).days), float(meant or gap_days))


def chances(*, network: Network, contacts: Collection[int], today: date) -> dict[int, Chance]:
    """The chance of being in touch within 30 days, and the strength today. Four queries."""
    learned, now = lesson_of(network), today.toordinal()
    return {
        contact: Chance(learned.chance(tie, now), learned.strength(tie, now))
        for contact, tie in stored_ties(network, contacts).items()
    }


@dataclass(frozen=True)
class Portrait:
    """All that a contact's page says of a tie. ``percentile`` and ``year_ago`` count the weaker of a hundred ties;
    ``year_ago`` is None where the tie is younger. ``days`` are the contact-days, the oldest first."""

    rhythm: RhythmOf
    percentile: int
    year_ago: int | None
    reasons: list[Reason]
    p30: float
    learned: bool  # the chance was learned, not assumed
    began_mine: int
    began_theirs: int
    days: list[date]


def portrait(*, contact: Contact, today: date) -> Portrait | None:
    """None for who has no contact-day."""
    network = contact.network
    rhythm = rhythms(network=network, today=today, contacts=[contact.pk]).get(contact.pk)
    tie = stored_ties(network, [contact.pk]).get(contact.pk)
    if rhythm is None or tie is None:
        return None
    learned, now = lesson_of(network), today.toordinal()
    stored = Lesson.objects.filter(network=network).values_list("strengths", flat=True).first() or []
    before = learned.strength(tie, now - 365)
    days = tie.history.days
    return Portrait(
        rhythm=rhythm,
        percentile=percentile(learned.strength(tie, now), stored),
        year_ago=percentile(before, stored) if before else None,
        reasons=reasons(tie.history, now, learned.kernel),
        p30=learned.chance(tie, now),
        learned=learned.chances is not None,
        began_mine=sum(day.mine and not day.theirs for day in days),
        began_theirs=sum(day.theirs and not day.mine for day in days),
        days=[date.fromordinal(day) for day in tie.history.on],
    )
