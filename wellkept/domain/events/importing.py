"""Events out of a calendar file: the same one again is brought up to date, and never there twice."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.contacts.models import Organization
from wellkept.domain.contacts.organizations import organization_key
from wellkept.domain.events.adding import LONGEST, LONGEST_NAME, add_event, edit_event
from wellkept.domain.events.listing import list_attendees
from wellkept.domain.events.models import Event
from wellkept.domain.history.acting import Acting, acting
from wellkept.formats.attendees import AttendeeLine
from wellkept.formats.calendars import CalendarEvent

LONGEST_UID = 255


@dataclass(slots=True)
class Taken:
    added: list[Event] = field(default_factory=list)
    changed: list[Event] = field(default_factory=list)
    same: list[Event] = field(default_factory=list)


def take_events(*, network: Network, events: Sequence[CalendarEvent], by: Actor | Acting) -> Taken:
    """Add the events of a calendar, with who was invited. Those that are there, by their UID, get the calendar's name, place
    and days; what the user wrote about them stays. Days of one series are put in a series of its name."""
    summary = ngettext("Took %(count)d event from a calendar", "Took %(count)d events from a calendar", len(events))
    taken = Taken()
    with acting(by, network, "take events", summary=summary % {"count": len(events)}) as act:
        there = known_events(network=network, events=events)
        names = {told.uid: name_of(told) for told in reversed(events) if told.uid and told.repeats}
        for told in events:
            uid = uid_of(told)
            event = there.get(uid)
            before = len(act.changes)
            if event is None:
                event = there[uid] = add_event(
                    network=network, by=act, uid=uid, series=_series_of(told, names), **_columns(network, told)
                )
                taken.added.append(event)
            else:
                edit_event(event=event, by=act, **_newer(event, told))
            list_attendees(event=event, lines=_lines(told), by=act)
            if event not in taken.added:
                (taken.changed if len(act.changes) > before else taken.same).append(event)
    return taken


def known_events(*, network: Network, events: Iterable[CalendarEvent]) -> dict[str, Event]:
    """Those of the network that came from these, by ``uid_of``. What was taken before it repeated, or as the first day of its
    series, is that day of it."""
    told = {uid_of(one): one for one in events}
    uids = {*told, *(_short(other) for one in told.values() for other in _other_uids(one))}
    rows = Event.objects.filter(network=network, uid__in=uids).select_related("series", "organizer", "network")
    there = {row.uid: row for row in rows}
    found = {uid: there[uid] for uid in told if uid in there}
    for uid, one in told.items():
        for other in map(_short, _other_uids(one)):
            row = there.get(other)
            if uid not in found and row is not None and other not in told and _day_of(one) == row.starts_on.isoformat():
                found[uid] = row
    return found


def _other_uids(told: CalendarEvent) -> list[str]:
    """By what else the same day of a series may have been taken."""
    if not told.uid:
        return []
    return [told.uid] if told.recurrence else [f"{told.uid}#{told.starts_on}"]


def _day_of(told: CalendarEvent) -> str:
    return told.recurrence or told.starts_on.isoformat()


def uid_of(told: CalendarEvent) -> str:
    """What names the event in every version of the file; one day of a series that was moved has its own. Without a UID, the name
    and the day."""
    uid = f"{told.uid}#{told.recurrence}" if told.uid and told.recurrence else told.uid
    return _short(uid or f"{told.starts_on}#{told.name}")


def _short(uid: str) -> str:
    return uid if len(uid) <= LONGEST_UID else hashlib.sha256(uid.encode()).hexdigest()


def _series_of(told: CalendarEvent, names: dict[str, str]) -> str:
    """Of a day that was moved, the name of the whole."""
    return name_of(told) if told.repeats else names.get(told.uid, "") if told.recurrence else ""


def name_of(told: CalendarEvent) -> str:
    return told.name[:LONGEST_NAME] or _("Event without a name")


def _columns(network: Network, told: CalendarEvent) -> dict[str, Any]:
    ends_on = min(told.ends_on, told.starts_on + LONGEST)
    return {
        "name": name_of(told), "place": told.place[:LONGEST_NAME], "starts_on": told.starts_on, "ends_on": ends_on,
        "organizer": _organizer(network, told), "url": told.url, "notes": told.notes,
    }  # fmt: skip


def _newer(event: Event, told: CalendarEvent) -> dict[str, Any]:
    columns = _columns(event.network, told)
    newer = {name: columns[name] for name in ("name", "place", "starts_on", "ends_on")}
    for name in ("url", "notes"):
        if not getattr(event, name):
            newer[name] = columns[name]
    return newer


def _organizer(network: Network, told: CalendarEvent) -> str:
    """The organizer's name where an organization of the network is called so: mostly it is a person."""
    key = organization_key(told.organizer.name) if told.organizer else ""
    known = Organization.objects.filter(network=network, key=key).first() if key else None
    return known.name if known else ""


def _lines(told: CalendarEvent) -> list[AttendeeLine]:
    """Who was invited and did not decline."""
    people = [one for one in told.attendees if not one.declined]
    return [AttendeeLine(place, one.name[:200], "", one.email) for place, one in enumerate(people, start=1)]
