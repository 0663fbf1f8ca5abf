"""Rhythms follow what happens: after each act, those of the contacts it was about; the lesson once in a while."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.contacts.models import Circle
from wellkept.domain.history.models import Act, Change
from wellkept.domain.rhythm.days import packed
from wellkept.domain.rhythm.jobs import learn_job
from wellkept.domain.rhythm.learning import Learned, Tie, learn
from wellkept.domain.rhythm.lessons import as_stored, from_stored
from wellkept.domain.rhythm.models import Lesson, Rhythm
from wellkept.domain.rhythm.strength import in_logarithm
from wellkept.domain.rhythm.ties import ties_of
from wellkept.domain.timeline.models import Participation

CHUNK = 2000  # contacts at a time
OLD = timedelta(days=7)  # a lesson is learned anew after so long, when something happens
FOLLOWED = ("timeline.", "contacts.circlemembership", "contacts.contact")
COLUMNS = [field.name for field in Rhythm._meta.concrete_fields if field.name not in ("network", "contact")]


def follow_act(*, act: Act, contacts: set[int], changes: Sequence[Change], **_signal: Any) -> None:
    """Receiver of ``acted``, in the same transaction."""
    if not any(change.table.startswith(FOLLOWED) for change in changes):
        return
    network = act.network
    with inside(network):
        keep(network=network, contacts=contacts)
        fresh = Lesson.objects.filter(network=network, learned_on__gt=network.today() - OLD).exists()
    if not fresh:
        transaction.on_commit(lambda: learn_job.enqueue(network.pk))


def follow_arrival(*, network: Network, **_signal: Any) -> None:
    """Receiver of ``arrived``."""
    relearn(network=network, today=network.today())


def lesson_of(network: Network) -> Learned:
    stored = Lesson.objects.filter(network=network).values_list("learned", flat=True).first()
    return from_stored(stored or {})


def keep(*, network: Network, contacts: Iterable[int], learned: Learned | None = None) -> None:
    """Compute the rhythms of these contacts; who has no contact-day has none. Four queries a chunk."""
    learned = learned or lesson_of(network)
    ids = sorted(contacts)
    for start in range(0, len(ids), CHUNK):
        part = ids[start : start + CHUNK]
        ties = ties_of(network, part)
        Rhythm.objects.filter(network=network, contact__in=set(part) - set(ties)).delete()
        _write(network, ties, learned)


def relearn(*, network: Network, today: date) -> Learned:
    """Learn from the whole network, and compute every rhythm by it."""
    with inside(network), transaction.atomic():
        ties = ties_of(network)
        cadences: dict[Hashable, int] = {
            circle: days or 0
            for circle, days in Circle.objects.filter(network=network, cadence_days__gt=0).values_list(
                "pk", "cadence_days"
            )
        }
        now = today.toordinal()
        learned = learn(list(ties.values()), now, cadences)
        strengths = sorted(learned.strength(tie, now) for tie in ties.values())
        hundredths = [strengths[(len(strengths) - 1) * i // 99] for i in range(100)] if strengths else []
        Lesson.objects.update_or_create(
            network=network,
            defaults={
                "learned_on": today,
                "contact_days": sum(len(tie.history) for tie in ties.values()),
                "learned": as_stored(learned),
                "strengths": hundredths,
            },
        )
        _write(network, ties, learned)
    return learned


def learn_where_missing() -> int:
    """Networks from before there were lessons get theirs in the background; answers how many."""
    without = Network.objects.exclude(pk__in=Lesson._base_manager.values("network"))
    found = [key for key in without.values_list("pk", flat=True) if _has_contact_days(key)]
    for key in found:
        learn_job.enqueue(key)
    return len(found)


def _has_contact_days(network: int) -> bool:
    return Participation._base_manager.filter(network_id=network).exists()


def _write(network: Network, ties: dict[int, Tie], learned: Learned) -> None:
    rows = [_row(network, contact, tie, learned) for contact, tie in ties.items()]
    Rhythm.objects.bulk_create(
        rows, batch_size=500, update_conflicts=True, unique_fields=["contact"], update_fields=COLUMNS
    )


def _row(network: Network, contact: int, tie: Tie, learned: Learned) -> Rhythm:
    last = tie.history.on[-1]
    gap = learned.gap(tie, last)
    low, high = learned.window(tie, last)
    return Rhythm(
        network=network,
        contact_id=contact,
        first_on=date.fromordinal(tie.history.on[0]),
        last_on=date.fromordinal(last),
        contact_days=len(tie.history),
        gap_days=gap.days,
        gaps=gap.known,
        window_low=low,
        window_high=high,
        at_risk_gaps=learned.limits.at_risk,
        dormant_gaps=learned.limits.dormant,
        strength=in_logarithm(tie.history),
        days=packed(tie.history),
    )
