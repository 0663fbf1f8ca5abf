"""The weekly review: what was done, what it changed, and what was let go. Nothing in it is a debt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.cadence.models import Skip, Standing
from wellkept.domain.contacts.models import Circle, CircleMembership
from wellkept.domain.plan.cards import Goal, Minutes, Touched, Week
from wellkept.domain.plan.models import Answer
from wellkept.domain.plan.reading import names_of
from wellkept.domain.plan.week import this_week
from wellkept.domain.rhythm.keeping import lesson_of
from wellkept.domain.rhythm.models import Lesson
from wellkept.domain.rhythm.strength import percentile
from wellkept.domain.rhythm.ties import stored_ties
from wellkept.domain.timeline.models import Promise

MOST = 60  # people and promises named


@dataclass(frozen=True, slots=True)
class Warmer:
    """What the week did to one tie: how many of a hundred ties are weaker, the day before the week and at its end.
    ``before`` is None where nothing had passed before."""

    touched: Touched
    before: int | None
    after: int


@dataclass(frozen=True, slots=True)
class LetGo:
    """Put off, swapped or skipped: without guilt, and on its day again."""

    contact: int
    name: str
    how: str  # not_now, swap, skip
    until: date | None


@dataclass(frozen=True, slots=True)
class Review:
    week: Week
    warmer: tuple[Warmer, ...]
    new: tuple[tuple[int, str], ...]  # contact, name
    circles: tuple[tuple[str, int], ...]  # name, touched; circles of whom nobody was are there with 0
    kept: tuple[Promise, ...]  # promises of mine and thank-yous, settled this week
    forgiven: tuple[Promise, ...]
    let_go: tuple[LetGo, ...]
    next_starts: date
    next_cards: int
    next_minutes: int

    @property
    def touches(self) -> Goal:
        return self.week.touches

    @property
    def minutes(self) -> Minutes:
        return self.week.minutes


def review_of(*, network: Network, on: date) -> Review:
    """The review of the week that ``on`` is in, as far as it has come."""
    with inside(network):
        week = this_week(network=network, on=on)
        promises = list(
            Promise.objects.filter(network=network, by=Promise.By.ME)
            .filter(Q(settled_on__range=(week.starts, on)) | Q(forgiven_on__range=(week.starts, on)))
            .select_related("contact")
            .order_by("pk")[:MOST]
        )
        ahead = this_week(network=network, on=week.ends + timedelta(days=1))
        return Review(
            week=week,
            warmer=_warmer(network, week, on),
            new=_new(network, week, on),
            circles=_circles(network, week),
            kept=tuple(promise for promise in promises if promise.settled_on),
            forgiven=tuple(promise for promise in promises if promise.forgiven_on),
            let_go=_let_go(network, week, on),
            next_starts=ahead.starts,
            next_cards=len(ahead.proposals),
            next_minutes=ahead.minutes.planned,
        )


def _warmer(network: Network, week: Week, on: date) -> tuple[Warmer, ...]:
    ties = stored_ties(network, [touched.contact for touched in week.touched])
    learned = lesson_of(network)
    stored = Lesson.objects.filter(network=network).values_list("strengths", flat=True).first() or []
    told = []
    for touched in week.touched:
        tie = ties.get(touched.contact)
        if tie is None:
            continue
        before = learned.strength(tie, week.starts.toordinal() - 1)
        after = percentile(learned.strength(tie, on.toordinal()), stored)
        told.append(Warmer(touched, percentile(before, stored) if before else None, after))
    return tuple(told)


def _new(network: Network, week: Week, on: date) -> tuple[tuple[int, str], ...]:
    rows = Standing.objects.visible().filter(network=network, new_on__gte=week.starts, new_on__lte=on)
    keys = list(rows.order_by("new_on", "pk").values_list("contact_id", flat=True)[:MOST])
    names = names_of(network, set(keys))
    return tuple((key, names[key]) for key in keys if key in names)


def _circles(network: Network, week: Week) -> tuple[tuple[str, int], ...]:
    """Only circles that have anybody in them."""
    people = [touched.contact for touched in week.touched]
    touched = Counter(
        CircleMembership.objects.filter(network=network, contact__in=people).values_list("circle_id", flat=True)
    )
    circles = Circle.objects.filter(network=network, memberships__isnull=False).distinct().order_by("position", "pk")
    return tuple((circle.name, touched[circle.pk]) for circle in circles)


def _let_go(network: Network, week: Week, on: date) -> tuple[LetGo, ...]:
    answers = Answer.objects.filter(network=network, week=week.starts).exclude(answer__in=("done", "pick"))
    said = [(row.contact_id, str(row.answer), row.until) for row in answers.order_by("pk")]
    skips = Skip.objects.filter(network=network, on__range=(week.starts, on)).order_by("pk")
    said += [(row.contact_id, "skip", None) for row in skips]
    touched = {each.contact for each in week.touched}
    last = {contact: (how, until) for contact, how, until in said if contact not in touched}
    names = names_of(network, set(last))
    return tuple(LetGo(key, names[key], how, until) for key, (how, until) in last.items() if key in names)
