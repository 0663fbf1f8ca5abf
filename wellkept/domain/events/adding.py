"""Events written down, changed, and taken away."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Organization
from wellkept.domain.contacts.organizations import get_or_add_organizations, organization_key
from wellkept.domain.events.models import Event, Series
from wellkept.domain.history.acting import Acting, acting
from wellkept.formats.names import tidy

LONGEST_NAME, LONGEST_URL, LONGEST_NOTES = 200, 500, 100_000  # characters
LONGEST = timedelta(days=366)
EARLIEST, LATEST = date(1900, 1, 1), date(2200, 1, 1)
COLUMNS = {"name", "place", "starts_on", "ends_on", "organizer", "series", "url", "notes", "uid"}


def add_event(
    *,
    network: Network,
    name: str,
    starts_on: date,
    by: Actor | Acting,
    ends_on: date | None = None,
    place: str = "",
    organizer: str = "",
    series: str = "",
    url: str = "",
    notes: str = "",
    uid: str = "",
) -> Event:
    """``ends_on`` is the last day. ``organizer`` and ``series`` are names: those not known are added."""
    columns = _checked(
        {"name": name, "place": place, "starts_on": starts_on, "ends_on": ends_on or starts_on, "url": url,
         "notes": notes, "uid": uid}
    )  # fmt: skip
    with acting(by, network, "add event", summary=_("Added the event %(name)s") % {"name": columns["name"]}) as act:
        event = Event(
            organizer=_organizer(network, organizer, act), series=_series(network, series, act), **columns
        )  # fmt: skip
        return act.add(event)


def edit_event(*, event: Event, by: Actor | Acting, **columns: Any) -> Event:
    """Columns: those of ``add_event``. A series without events goes with its last one."""
    if unknown := set(columns) - COLUMNS:
        raise TypeError(f"an event has no {', '.join(sorted(unknown))} to edit")
    network, before = event.network, event.series
    plain = {name: columns[name] for name in columns.keys() - {"organizer", "series"}}
    whole = {name: plain.get(name, getattr(event, name)) for name in COLUMNS - {"organizer", "series"}}
    checked = _checked(whole)
    with acting(by, network, "edit event", summary=_("Edited the event %(name)s") % {"name": checked["name"]}) as act:
        changes: dict[str, Any] = {name: checked[name] for name in plain}
        if "organizer" in columns:
            changes["organizer"] = _organizer(network, columns["organizer"], act)
        if "series" in columns:
            changes["series"] = _series(network, columns["series"], act)
        act.edit(event, **changes)
        if before is not None and not Event.objects.filter(network=network, series=before).exists():
            act.remove(before)
    return event


def remove_event(*, event: Event, by: Actor | Acting) -> None:
    """The event and who was listed for it; the talks that were had there stay."""
    with acting(by, event.network, "remove event", summary=_("Removed the event %(name)s") % {"name": event}) as act:
        act.remove(event)


def _organizer(network: Network, name: str, act: Acting) -> Organization | None:
    words = tidy(name)
    if not organization_key(words):
        return None
    return get_or_add_organizations(network=network, names=[words], by=act)[words]


def _series(network: Network, name: str, act: Acting) -> Series | None:
    words = tidy(name)
    if not words:
        return None
    if len(words) > LONGEST_NAME:
        raise Refusal(
            _("The name of a series takes at most %(most)d characters.") % {"most": LONGEST_NAME}, field="series"
        )
    known = Series.objects.filter(network=network, name__iexact=words).first()
    return known or act.add(Series(name=words))


def _checked(columns: dict[str, Any]) -> dict[str, Any]:
    """The columns, tidied; refuses what no event has."""
    name, place, url = tidy(columns["name"]), tidy(columns["place"]), columns["url"].strip()
    if not name:
        raise Refusal(_("Say what the event is called."), field="name")
    for words, field in ((name, "name"), (place, "place")):
        if len(words) > LONGEST_NAME:
            raise Refusal(_("That is longer than %(most)d characters.") % {"most": LONGEST_NAME}, field=field)
    if len(columns["notes"]) > LONGEST_NOTES:
        raise Refusal(_("That is longer than %(most)d characters.") % {"most": LONGEST_NOTES}, field="notes")
    _check_days(columns["starts_on"], columns["ends_on"])
    return {**columns, "name": name, "place": place, "url": _web_page(url), "notes": columns["notes"].strip()}


def _check_days(starts: date, ends: date) -> None:
    if ends < starts:
        raise Refusal(_("The last day is before the first."), field="ends_on")
    if not EARLIEST <= starts <= LATEST:
        raise Refusal(_("%(day)s is no day of an event.") % {"day": starts.isoformat()}, field="starts_on")
    if ends - starts > LONGEST:
        raise Refusal(_("An event takes a year at most."), field="ends_on")


def _web_page(url: str) -> str:
    if not url:
        return ""
    address = url if "://" in url else f"https://{url}"
    try:
        URLValidator(schemes=["http", "https"])(address)
    except ValidationError as error:
        raise Refusal(_("This is no web address."), field="url") from error
    if len(address) > LONGEST_URL:
        raise Refusal(_("That is longer than %(most)d characters.") % {"most": LONGEST_URL}, field="url")
    return address
