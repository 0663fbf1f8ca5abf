"""The occasions of a network, read from the dates of its contacts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db.models import Q

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import Contact, ContactDate, Position
from wellkept.domain.occasions.yearly import Occasion, YearlyDate, between

LATELY = timedelta(days=21)  # so long is a new position news to congratulate on
YEARLY = ("birthday", "anniversary", "other")


def occasions_between(
    *, network: Network, start: date, end: date, contacts: Iterable[int] | None = None
) -> list[Occasion]:
    """The occasions of contacts in sight from ``start`` to ``end``, of the kinds the user wants; at most four queries."""
    wanted = set(network.occasion_kinds)
    those = None if contacts is None else list(contacts)
    yearly: list[YearlyDate] = []
    if wanted & set(YEARLY):
        yearly += _dates(network, start, end, those, wanted)
    if "met" in wanted:
        yearly += _met(network, start, end, those)
    if "work" in wanted:
        yearly += _at_work(network, start, end, those)
    found = between(yearly, start, end, leap=network.birthday_29_february)
    return [each for each in found if each.kind not in COUNTED or each.turning]


def new_positions(*, network: Network, since: date, until: date) -> list[Occasion]:
    """Positions that an import has shown between two days, of contacts in sight who were there before. One query."""
    if "job" not in network.occasion_kinds:
        return []
    rows = Position.objects.filter(
        network=network, since__gte=since, since__lte=until, current=True, kind=Position.Kind.JOB, **IN_SIGHT
    ).select_related("organization")
    return [
        Occasion(row.contact_id, "job", str(row), row.since, None) for row in rows.order_by("since", "pk") if row.since
    ]


IN_SIGHT = {"contact__archived_at": None, "contact__is_me": False}
COUNTED = {"met", "work"}  # come only after a whole year


def _dates(
    network: Network, start: date, end: date, contacts: list[int] | None, wanted: set[str]
) -> Iterator[YearlyDate]:
    rows = ContactDate.objects.filter(days_of(start, end), network=network, **IN_SIGHT)
    if wanted.isdisjoint(YEARLY) or not wanted >= set(YEARLY):
        rows = rows.filter(kind__in=wanted)
    if contacts is not None:
        rows = rows.filter(contact__in=contacts)
    for row in rows.order_by().values_list("contact_id", "kind", "label", "year", "month", "day"):
        yield YearlyDate(*row)


def _met(network: Network, start: date, end: date, contacts: list[int] | None) -> Iterator[YearlyDate]:
    """The day we first met, where the whole of it is known."""
    rows = Contact.objects.filter(
        days_of(start, end, "met_on_"), network=network, archived_at=None, is_me=False, met_on_day__isnull=False
    ).exclude(met_on_year=None)
    if contacts is not None:
        rows = rows.filter(pk__in=contacts)
    for key, year, month, day in rows.order_by().values_list("pk", "met_on_year", "met_on_month", "met_on_day"):
        yield YearlyDate(key, "met", "", year, month, day)


def _at_work(network: Network, start: date, end: date, contacts: list[int] | None) -> Iterator[YearlyDate]:
    """Present jobs that began in a known month; the first of it stands for the day nobody knows."""
    months = {start.month, end.month} | {(start + timedelta(days=n)).month for n in range((end - start).days + 1)}
    rows = Position.objects.filter(
        network=network, started_month__in=months, current=True, kind=Position.Kind.JOB, **IN_SIGHT
    ).exclude(started_year=None)
    if contacts is not None:
        rows = rows.filter(contact__in=contacts)
    columns = ("contact_id", "organization__name", "started_year", "started_month")
    for key, organization, year, month in rows.order_by().values_list(*columns):
        yield YearlyDate(key, "work", organization, year, month, 1)


def days_of(start: date, end: date, prefix: str = "") -> Q:
    """Dates that can fall between two days (in columns ``prefix``month and ``prefix``day): by day for a few weeks, by month beyond. 29 February goes with its stand-in."""
    span = (end - start).days
    if span >= 366:
        return Q()
    days = [start + timedelta(days=offset) for offset in range(span + 1)]
    if span > 40:
        return Q(**{f"{prefix}month__in": {day.month for day in days} | {2}})
    pairs = {(day.month, day.day) for day in days}
    if (2, 28) in pairs or (3, 1) in pairs:
        pairs.add((2, 29))
    where = Q()
    for month in sorted({month for month, _day in pairs}):
        of_month = sorted(day for each, day in pairs if each == month)
        where |= Q(**{f"{prefix}month": month, f"{prefix}day__in": of_month})
    return where
