"""What the user settles about being reminded: when, by what way, and pauses."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.reminders.models import Reminders, fresh_key
from wellkept.domain.reminders.moments import is_quiet

LONGEST_PAUSE = timedelta(days=366)
MINUTES_A_DAY = 24 * 60


def reminders_of(network: Network) -> Reminders:
    """The user's row, or what holds where there is none (not saved)."""
    row = Reminders.objects.filter(network=network).first() or Reminders(network=network)
    row.network = network
    return row


@transaction.atomic
def settle(
    *,
    network: Network,
    by_mail: bool,
    often: str,
    days: Collection[int],
    weekday: int,
    at: int,
    quiet_from: int | None = None,
    quiet_until: int | None = None,
    now: datetime | None = None,
) -> Reminders:
    """Settle the digest and its moment; times are minutes after midnight. What fell due before is not sent any more."""
    if often not in Reminders.Often.values:
        raise Refusal(_("Choose how often."), field="often")
    if not set(days) <= set(range(7)) or weekday not in range(7):
        raise Refusal(_("This is no day of the week."), field="days")
    if often == Reminders.Often.MORNING and not days:
        raise Refusal(_("Choose at least one day."), field="days")
    if not 0 <= at < MINUTES_A_DAY:
        raise Refusal(_("A time of day is needed, such as 07:30."), field="at")
    if (quiet_from is None) != (quiet_until is None):
        raise Refusal(_("Quiet hours have a beginning and an end."), field="quiet_from")
    for name, value in (("quiet_from", quiet_from), ("quiet_until", quiet_until)):
        if value is not None and not 0 <= value < MINUTES_A_DAY:
            raise Refusal(_("A time of day is needed, such as 22:00."), field=name)
    if quiet_from is not None and quiet_from == quiet_until:
        raise Refusal(_("Quiet hours that begin when they end are none. Leave both empty."), field="quiet_until")
    row = reminders_of(network)
    row.by_mail, row.often, row.weekday, row.at = by_mail, often, weekday, at
    row.days = sum(1 << day for day in set(days)) if days else row.days
    row.quiet_from, row.quiet_until = quiet_from, quiet_until
    if is_quiet(row.timetable.at, row.timetable):
        raise Refusal(_("That is within your quiet hours."), field="at")
    row.since = now or timezone.now()
    row.save()
    return row


def pause(*, network: Network, until: date, today: date) -> Reminders:
    """Ask for nothing before ``until``: no digest, no push, no cards on the week page. Nothing piles up meanwhile."""
    if until <= today:
        raise Refusal(_("Choose a day that is still to come."), field="until")
    if until - today > LONGEST_PAUSE:
        raise Refusal(_("A pause lasts a year at most."), field="until")
    row = reminders_of(network)
    row.paused_until = until
    row.save()
    return row


def end_pause(*, network: Network, now: datetime | None = None) -> Reminders:
    """Go on. What would have come on the pause does not come now."""
    row = reminders_of(network)
    row.paused_until, row.since = None, now or timezone.now()
    row.save()
    return row


def paused_until(network: Network, today: date) -> date | None:
    """The first day after the pause that the user is on, None where there is none."""
    found: date | None = (
        Reminders.objects.filter(network=network, paused_until__gt=today).values_list("paused_until", flat=True).first()
    )
    return found


def stop_mail(*, network: Network) -> None:
    """No digest any more; the links in those that were sent are dead."""
    row = reminders_of(network)
    row.by_mail, row.link_key = False, fresh_key()
    row.save()


def end_links(*, network: Network) -> None:
    """The links in all mails sent so far are dead."""
    row = reminders_of(network)
    row.link_key = fresh_key()
    row.save()
