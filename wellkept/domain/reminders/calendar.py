"""The private calendar: next steps, occasions and promises as all-day entries, at an address that only its user knows."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellkept.domain.accounts.models import Network
from wellkept.domain.cadence.models import Standing
from wellkept.domain.contacts.models import ContactDate
from wellkept.domain.occasions.reading import occasions_between
from wellkept.domain.reminders.links import site
from wellkept.domain.reminders.models import CalendarEntry, Reminders
from wellkept.domain.reminders.settling import reminders_of
from wellkept.domain.timeline.models import Promise
from wellkept.formats.ical import AllDay, calendar, yearly

PAST, AHEAD = timedelta(days=30), timedelta(days=366)
MOST = 5000  # entries
REFRESH = "PT6H"
UNKNOWN_YEAR = 2024  # a leap year, for dates whose year is not known
CHOSEN = ("chosen", "followup", "second")


def begin(*, network: Network, cadence: bool = False) -> str:
    """Give the calendar a new address and answer its secret; the address before it is dead at once."""
    row = reminders_of(network)
    row.feed_salt = secrets.token_hex(32)
    row.feed_sha256 = _sha256(_secret(row))
    row.feed_cadence = cadence
    row.save()
    return _secret(row)


def end(*, network: Network) -> None:
    """No calendar any more."""
    row = reminders_of(network)
    row.feed_salt = row.feed_sha256 = ""
    row.save()
    CalendarEntry.objects.filter(network=network).delete()


def choose(*, network: Network, cadence: bool) -> None:
    row = reminders_of(network)
    row.feed_cadence = cadence
    row.save()


def address_of(network: Network) -> str:
    """The address, '' where there is no calendar, or where the installation's secret is another than when it was made."""
    row = reminders_of(network)
    if not row.feed_salt or _sha256(_secret(row)) != row.feed_sha256:
        return ""
    return site() + reverse("calendar-feed", args=[_secret(row)])


def network_at(secret: str) -> Network | None:
    """Whose calendar is at this secret: 160 bits, compared by their hash."""
    row = Reminders._base_manager.filter(feed_sha256=_sha256(secret)).select_related("network__owner").first()
    return row.network if row is not None and row.network.owner.is_active else None


def calendar_of(*, network: Network, now: datetime) -> bytes:
    """The calendar as it stands now. Bytes differ only where something in it changed."""
    today = network.today(now)
    told = list(_entries(network, today, now))[:MOST]
    whole = AllDay(_uid(network, "calendar", 0), date.min, "".join(map(_told, told)), now)  # changes as any entry does
    *entries, itself = _revised(network, [*told, whole], now)
    return calendar(
        name=_("Wellkept"),
        uid=itself.uid,
        product="-//Wellkept//Wellkept//EN",
        refresh=REFRESH,
        changed=itself.changed,
        entries=entries,
    )


def _entries(network: Network, today: date, now: datetime) -> Iterator[AllDay]:
    """Without what was revised when: that is known by comparing."""
    yield from _promises(network, today, now)
    yield from _steps(network, today, now)
    yield from _dates(network, now)
    yield from _anniversaries(network, today, now)


def _promises(network: Network, today: date, now: datetime) -> Iterator[AllDay]:
    rows = Promise.objects.filter(
        network=network, settled_on=None, forgiven_on=None, due_on__gte=today - PAST, contact__archived_at=None
    )
    for promise in rows.select_related("contact").order_by("due_on", "pk")[:MOST]:
        theirs = promise.by == Promise.By.THEM
        form = _("%(who)s promised: %(what)s") if theirs else _("Promised to %(who)s: %(what)s")
        if promise.thanks:
            form = _("Owed to %(who)s: %(what)s")
        if promise.due_on is not None:
            yield AllDay(
                uid=_uid(network, "promise", promise.pk),
                on=promise.due_on,
                summary=form % {"who": promise.contact.display, "what": promise.text},
                changed=now,
                address=_page(promise.contact_id),
                category=_("Promise"),
            )


def _steps(network: Network, today: date, now: datetime) -> Iterator[AllDay]:
    kinds = [*CHOSEN, "cadence"] if reminders_of(network).feed_cadence else list(CHOSEN)
    rows = Standing.objects.visible().filter(
        network=network, due_kind__in=kinds, due_on__gte=today - PAST, due_on__lte=today + AHEAD
    )
    named = {
        "followup": _("Follow up with %(who)s"),
        "second": _("Touch base again with %(who)s"),
        "chosen": _("Next step with %(who)s"),
        "cadence": _("Keep in touch with %(who)s"),
    }
    for row in rows.select_related("contact").order_by("due_on", "pk")[:MOST]:
        summary = named[row.due_kind] % {"who": row.contact.display}
        yield AllDay(
            uid=_uid(network, "step", row.pk),
            on=row.due_on,
            summary=f"{summary}: {row.due_what}" if row.due_what else summary,
            changed=now,
            address=_page(row.pk),
            category=_("Next step"),
        )


def _dates(network: Network, now: datetime) -> Iterator[AllDay]:
    """Birthdays and other yearly dates, of everybody but those who are not to be kept in touch with."""
    rows = ContactDate.objects.filter(
        network=network, kind__in=network.occasion_kinds, contact__archived_at=None, contact__is_me=False
    )
    rows = rows.exclude(contact__standing__decided="never").select_related("contact")
    for row in rows.order_by("month", "day", "pk")[:MOST]:
        on = _begins(row)
        if on is None:
            continue
        label = _("Birthday") if row.kind == "birthday" else row.label or str(row.get_kind_display()).capitalize()
        leap = network.birthday_29_february
        yield AllDay(
            uid=_uid(network, "date", row.pk),
            on=on,
            summary=_("%(what)s: %(who)s") % {"what": label, "who": row.contact.display},
            changed=now,
            rule=yearly(row.month, row.day, leap=leap),
            address=_page(row.contact_id),
            category=_("Occasion"),
        )


def _anniversaries(network: Network, today: date, now: datetime) -> Iterator[AllDay]:
    """First met, and years in a position: each of the coming year by itself, since its words count the years.

    Of those whom the user keeps in touch with, or there would be one for every job a file ever named.
    """
    decided = Standing.objects.visible().filter(network=network).exclude(decided__in=("undecided", "never"))
    names = dict(decided.values_list("pk", "contact__display"))
    for found in occasions_between(network=network, start=today - PAST, end=today + AHEAD, contacts=names):
        if found.kind == "met":
            words = ngettext("%(years)d year since you met", "%(years)d years since you met", found.turning or 0)
        elif found.kind == "work":
            words = ngettext("%(years)d year at %(where)s", "%(years)d years at %(where)s", found.turning or 0)
        else:
            continue
        what = words % {"years": found.turning or 0, "where": found.label}
        yield AllDay(
            uid=_uid(network, f"{found.kind}.{found.label}.{found.on}", found.contact),
            on=found.on,
            summary=_("%(what)s: %(who)s") % {"what": what, "who": names[found.contact]},
            changed=now,
            address=_page(found.contact),
            category=_("Occasion"),
        )


def _begins(row: ContactDate) -> date | None:
    """The first year is the known one, where it has the day; else one that has every day. None for 31 June."""
    for year in (row.year or UNKNOWN_YEAR, UNKNOWN_YEAR):
        try:
            return date(year, row.month, row.day)
        except ValueError:
            continue
    return None


def _revised(network: Network, entries: list[AllDay], now: datetime) -> list[AllDay]:
    """Each entry with the number and moment of its last change. What is as it was, is written nowhere."""
    known = {row.uid: row for row in CalendarEntry.objects.filter(network=network)}
    now = now.replace(microsecond=0)
    revised, fresh, changed = [], [], []
    for entry in entries:
        told = _told(entry)
        row = known.get(entry.uid)
        if row is None:
            row = CalendarEntry(network=network, uid=entry.uid, sha256=told, changed_at=now)
            fresh.append(row)
        elif row.sha256 != told:
            row.sha256, row.sequence, row.changed_at = told, row.sequence + 1, max(now, row.changed_at)
            changed.append(row)
        revised.append(replace(entry, sequence=row.sequence, changed=row.changed_at))
    if fresh or changed:
        with transaction.atomic():
            CalendarEntry.objects.bulk_create(fresh, ignore_conflicts=True)
            CalendarEntry.objects.bulk_update(changed, ["sha256", "sequence", "changed_at"], batch_size=500)
    return revised


def _told(entry: AllDay) -> str:
    return _sha256(repr((entry.uid, entry.on, entry.summary, entry.rule, entry.description, entry.address)))


def _uid(network: Network, kind: str, key: int) -> str:
    """The same for ever, and tells nothing: neither the installation nor the user."""
    name = f"{network.pk}.{network.created_at.isoformat()}.{kind}.{key}"
    return f"{uuid.uuid5(uuid.NAMESPACE_OID, name)}@wellkept"


def _page(contact: int) -> str:
    return site() + reverse("contact", args=[contact])


def _secret(row: Reminders) -> str:
    """160 bits that the database alone does not give away."""
    said = f"calendar.{row.network_id}.{row.feed_salt}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), said, hashlib.sha256).hexdigest()[:40]


def _sha256(said: str) -> str:
    return hashlib.sha256(said.encode()).hexdigest()
