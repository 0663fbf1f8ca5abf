"""The occasions of a network, read from the dates of its contacts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import ContactDate
from wellkept.domain.occasions.yearly import Occasion, YearlyDate, between


def occasions_between(
    *, network: Network, start: date, end: date, contacts: Iterable[int] | None = None
) -> list[Occasion]:
    """The occasions of contacts in sight from ``start`` to ``end``, in one query."""
    rows = ContactDate.objects.filter(
        days_of(start, end), network=network, contact__archived_at=None, contact__is_me=False
    )
    if contacts is not None:
        rows = rows.filter(contact__in=list(contacts))
    dates = rows.order_by().values_list("contact_id", "kind", "label", "year", "month", "day")
    return between((YearlyDate(*row) for row in dates), start, end, leap=network.birthday_29_february)


def days_of(start: date, end: date) -> Q:
    """Dates that can fall between two days: by day for a few weeks, by month beyond. 29 February goes with its stand-in."""
    span = (end - start).days
    if span >= 366:
        return Q()
    days = [start + timedelta(days=offset) for offset in range(span + 1)]
    if span > 40:
        return Q(month__in={day.month for day in days} | {2})
    pairs = {(day.month, day.day) for day in days}
    if (2, 28) in pairs or (3, 1) in pairs:
        pairs.add((2, 29))
    where = Q()
    for month in sorted({month for month, _day in pairs}):
        where |= Q(month=month, day__in=sorted(day for of_month, day in pairs if of_month == month))
    return where
