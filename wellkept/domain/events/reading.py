"""What the pages and the week ask of events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, Q, QuerySet

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import Contact
from wellkept.domain.events.following import Meeting, meetings
from wellkept.domain.events.matching import match_lines
from wellkept.domain.events.models import Attendance, Event
from wellkept.domain.timeline.models import Promise
from wellkept.formats.attendees import AttendeeLine
from wellkept.formats.names import fold

State = Attendance.State
SOON = timedelta(days=14)  # an event so near is in the week
DEBRIEFING = timedelta(days=14)  # so long after an event its debrief is asked for


def with_counts(events: QuerySet[Event]) -> QuerySet[Event]:
    """Events with how many are ``listed``, ``wanted`` and ``met``."""
    return events.select_related("organizer", "series").annotate(
        listed=Count("attendances"),
        wanted=Count("attendances", filter=Q(attendances__state=State.WANTED)),
        met=Count("attendances", filter=Q(attendances__state=State.MET)),
    )


def coming(*, network: Network, today: date) -> list[Event]:
    """Those that are not over, the next one first."""
    rows: QuerySet[Event] = Event.objects.filter(network=network, ends_on__gte=today)
    return list(with_counts(rows).order_by("starts_on", "pk"))


def past(*, network: Network, today: date) -> QuerySet[Event]:
    rows: QuerySet[Event] = Event.objects.filter(network=network, ends_on__lt=today)
    return with_counts(rows).order_by("-starts_on", "-pk")


def on_or_next(*, network: Network, today: date) -> list[Event]:
    """Those that are on today, at most five; where none is, the next one."""
    near = list(Event.objects.filter(network=network, ends_on__gte=today).order_by("starts_on", "pk")[:5])
    return [event for event in near if event.starts_on <= today] or near[:1]


def waiting(*, network: Network, today: date) -> dict[int, list[Meeting]]:
    """Whom one met lately and has not written to yet, by event; not of those that were gone through."""
    lately = Attendance.objects.filter(
        network=network, event__ends_on__gte=today - DEBRIEFING, event__starts_on__lte=today, event__debriefed_on=None
    )
    found: dict[int, list[Meeting]] = {}
    for meeting in meetings(network=network, attendances=lately):
        if meeting.waits:
            found.setdefault(meeting.event, []).append(meeting)
    return found


def of_event(event: Event) -> QuerySet[Attendance]:
    rows: QuerySet[Attendance] = Attendance.objects.filter(network=event.network_id, event=event)
    return rows.select_related("contact", "contact__standing", "contact__photo")


def wanted(event: Event) -> list[Attendance]:
    return list(of_event(event).filter(state=State.WANTED).order_by("contact__sort_key", "name", "pk"))


def known(event: Event, most: int) -> list[Attendance]:
    """Contacts on the list whom one need not be told to meet: those with whom one talked last come first."""
    rows = of_event(event).filter(contact__archived_at=None, contact__isnull=False).exclude(state=State.WANTED)
    newest = F("contact__standing__last_touch_on").desc(nulls_last=True)
    return list(rows.order_by(newest, "contact__sort_key", "pk")[:most])


def listed(event: Event, *, words: str = "", only: str = "") -> QuerySet[Attendance]:
    """The list by name; ``only``: 'contacts', 'names' or a state."""
    rows = of_event(event)
    if only in State.values:
        rows = rows.filter(state=only)
    elif only in ("contacts", "names"):
        rows = rows.filter(contact__isnull=only == "names")
    for word in fold(words).split()[:6]:
        rows = rows.filter(
            Q(name__icontains=word) | Q(organization__icontains=word) | Q(email__icontains=word)
            | Q(contact__display__icontains=word) | Q(contact__sort_key__contains=word)
        )  # fmt: skip
    return rows.order_by("contact__sort_key", "name", "pk")


def to_thank(event: Event) -> list[Promise]:
    """Thank-yous that are owed to contacts on the list, the oldest first."""
    there = Attendance.objects.filter(network=event.network_id, event=event, contact__isnull=False).values("contact_id")
    rows = Promise.objects.filter(network=event.network_id, thanks=True, settled_on=None, forgiven_on=None)
    return list(rows.filter(contact__in=there).select_related("contact").order_by("due_on", "pk"))


def promised_there(event: Event) -> list[Promise]:
    """What was promised in the talks that were had at the event and is still open."""
    talks = Attendance.objects.filter(network=event.network_id, event=event, interaction__isnull=False)
    rows = Promise.objects.filter(network=event.network_id, settled_on=None, forgiven_on=None)
    rows = rows.filter(interaction__in=talks.values("interaction_id")).select_related("contact")
    return list(rows.order_by(F("due_on").asc(nulls_last=True), "pk"))


def namesakes(event: Event, rows: Sequence[Attendance]) -> dict[int, list[Contact]]:
    """Who the names on the list could be, by attendance, where nothing but the name (or a shared mailbox) says so."""
    names = {row.pk: row for row in rows if row.contact_id is None}
    lines = [AttendeeLine(key, row.name, row.organization, row.email) for key, row in names.items()]
    matched = match_lines(network=event.network, lines=lines)
    told = {one.line.line: [one.contact] if one.contact else list(one.maybe) for one in matched}
    keys = {key for found in told.values() for key in found}
    people = Contact.objects.filter(network=event.network_id, pk__in=keys, is_me=False).in_bulk()
    found = {key: [people[one] for one in some if one in people][:3] for key, some in told.items()}
    return {key: some for key, some in found.items() if some}


@dataclass(frozen=True, slots=True)
class AtEvent:
    """A contact who is to be met at an event that is near. ``key`` is of the attendance."""

    contact: int
    event: str
    place: str
    starts_on: date
    ends_on: date
    why: str
    key: int


def near(*, network: Network, today: date) -> list[AtEvent]:
    """Who is wanted at events of the coming two weeks, the next event first. One query."""
    rows = Attendance.objects.filter(
        network=network, event__ends_on__gte=today, event__starts_on__lte=today + SOON, state=State.WANTED,
        contact__archived_at=None, contact__isnull=False,
    ).order_by("event__starts_on", "pk")  # fmt: skip
    columns = ("contact_id", "event__name", "event__place", "event__starts_on", "event__ends_on", "why", "pk")
    return [AtEvent(*row) for row in rows.values_list(*columns)]


def where_met(*, contact: Contact) -> list[Attendance]:
    """Where one met a contact, the newest event first."""
    rows = Attendance.objects.filter(network=contact.network_id, contact=contact, state=State.MET)
    return list(rows.select_related("event").order_by("-event__starts_on", "-pk"))
