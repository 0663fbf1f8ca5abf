"""Whom one wants to meet at an event, who was met, who was not, and who needs no follow-up."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.belonging import check_ours
from wellkept.domain.contacts.models import Contact
from wellkept.domain.events.listing import list_contacts
from wellkept.domain.events.models import Attendance, Event
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.timeline.meeting import meet as meet_somebody_new
from wellkept.domain.timeline.models import Interaction
from wellkept.domain.timeline.recording import record_interaction
from wellkept.formats.names import tidy

LONGEST_WHY = 300  # characters
IN_PERSON = ("met", "event", "coffee", "lunch")
State = Attendance.State


def want_to_meet(*, attendance: Attendance, by: Actor | Acting, why: str = "") -> Attendance:
    """Somebody on the list is to be met, and why."""
    words = tidy(why)
    if len(words) > LONGEST_WHY:
        raise Refusal(_("A reason takes at most %(most)d characters.") % {"most": LONGEST_WHY}, field="why")
    if attendance.state == State.MET:
        raise Refusal(_("You met %(who)s there already.") % {"who": named(attendance)}, field="state")
    summary = _("Want to meet %(who)s at %(event)s") % {"who": named(attendance), "event": attendance.event}
    with acting(by, attendance.network, "want", summary=summary) as act:
        act.edit(attendance, state=State.WANTED, why=words)
    return attendance


def leave_on_list(*, attendance: Attendance, by: Actor | Acting) -> Attendance:
    """Neither wanted nor missed any more: as the list has them. Somebody who was met stays met."""
    if attendance.state == State.MET:
        raise Refusal(_("You met %(who)s there already.") % {"who": named(attendance)}, field="state")
    summary = _("%(who)s is on the list of %(event)s") % {"who": named(attendance), "event": attendance.event}
    with acting(by, attendance.network, "want", summary=summary) as act:
        act.edit(attendance, state=State.LISTED)
    return attendance


def not_met(*, attendance: Attendance, by: Actor | Acting) -> Attendance:
    if attendance.state == State.MET:
        raise Refusal(_("You met %(who)s there already.") % {"who": named(attendance)}, field="state")
    summary = _("Did not meet %(who)s at %(event)s") % {"who": named(attendance), "event": attendance.event}
    with acting(by, attendance.network, "not met", summary=summary) as act:
        act.edit(attendance, state=State.MISSED)
    return attendance


def meet(
    *,
    attendance: Attendance,
    by: Actor | Acting,
    today: date,
    on: date | None = None,
    body: str = "",
    kind: str = "event",
) -> Attendance:
    """Somebody on the list was met: a talk at the event, on one of its days. Whoever was no contact becomes one, and their
    follow-up is due within 48 hours. A talk of theirs on those days that is written down already is taken for it.

    Raises ``Refusal`` before the event has begun."""
    event = attendance.event
    day = _day(event, today, on)
    if attendance.state == State.MET and attendance.interaction_id is not None:
        return attendance
    summary = _("Met %(who)s at %(event)s") % {"who": named(attendance), "event": event}
    with acting(by, event.network, "meet", summary=summary) as act:
        contact = attendance.contact or _new(attendance, event, day, act, today)
        talk = None if body.strip() else _written_down(event, contact)
        if talk is None:
            talk = record_interaction(
                network=event.network, contacts=[contact], kind=kind, on=day, at=_moment(event, day), body=body,
                place=place_of(event), by=act, today=today,
            )  # fmt: skip
        act.edit(attendance, contact=contact, state=State.MET, interaction=talk, let_go_on=None)
    return attendance


def met_at(*, event: Event, contact: Contact, by: Actor | Acting, interaction: Interaction | None = None) -> Attendance:
    """A contact was met at an event, in a talk that is written down. The same one again changes nothing."""
    check_ours(event.network, [contact, *([interaction] if interaction else [])])
    if interaction is not None and contact.pk not in interaction.contact_ids():
        raise Refusal(_("%(who)s did not take part.") % {"who": contact}, field="interaction")
    summary = _("Met %(who)s at %(event)s") % {"who": contact, "event": event}
    with acting(by, event.network, "meet", summary=summary) as act:
        (attendance,) = list_contacts(event=event, contacts=[contact], by=act)
        talk = attendance.interaction_id or (interaction.pk if interaction else None)
        act.edit(attendance, state=State.MET, interaction=talk)
        return attendance


def let_go(*, attendance: Attendance, by: Actor | Acting, today: date) -> Attendance:
    """No follow-up is needed with somebody who was met."""
    if attendance.state != State.MET:
        raise Refusal(_("You have not met %(who)s there.") % {"who": named(attendance)}, field="state")
    summary = _("No follow-up with %(who)s after %(event)s") % {"who": named(attendance), "event": attendance.event}
    with acting(by, attendance.network, "let go", summary=summary) as act:
        act.edit(attendance, let_go_on=today)
    return attendance


def close_debrief(*, event: Event, by: Actor | Acting, today: date) -> Event:
    """The event has been gone through; whom one wanted to meet and did not is not met."""
    if today < event.starts_on:
        raise Refusal(_("%(event)s has not begun yet.") % {"event": event}, field="event")
    with acting(by, event.network, "debrief", summary=_("Went through %(event)s") % {"event": event}) as act:
        act.edit(event, debriefed_on=today)
        wanted = Attendance.objects.filter(network=event.network_id, event=event, state=State.WANTED)
        act.edit_all(list(wanted), state=State.MISSED)
    return event


def open_debrief(*, event: Event, by: Actor | Acting) -> Event:
    with acting(by, event.network, "debrief", summary=_("Opened the debrief of %(event)s") % {"event": event}) as act:
        act.edit(event, debriefed_on=None)
    return event


def named(attendance: Attendance) -> str:
    """The contact's name, or as the list has it."""
    return str(attendance.contact) if attendance.contact_id else attendance.name or attendance.email


def place_of(event: Event) -> str:
    """Where a talk at the event was: 'PyCon 2026, Lisbon'."""
    parts = [event.name] if event.place in event.name else [event.name, event.place]
    return ", ".join(parts)[:200]


def _day(event: Event, today: date, on: date | None) -> date:
    """The day of a talk: as said, else today during the event, else its last day."""
    if today < event.starts_on:
        raise Refusal(_("%(event)s has not begun yet.") % {"event": event}, field="on")
    day = on or min(today, event.ends_on)
    if not event.starts_on <= day <= event.ends_on:
        raise Refusal(_("That day is not one of %(event)s.") % {"event": event}, field="on")
    return day


def _moment(event: Event, day: date) -> datetime | None:
    """Now, where the talk was today: from then the 24 and the 48 hours run."""
    now = timezone.now()
    return now if day == event.network.today(now) else None


def _new(attendance: Attendance, event: Event, day: date, act: Acting, today: date) -> Contact:
    return meet_somebody_new(
        network=event.network, name=attendance.name or attendance.email, on=day, by=act, today=today,
        organization=attendance.organization, email=attendance.email, where=event.name,
    )  # fmt: skip


def _written_down(event: Event, contact: Contact) -> Interaction | None:
    """A talk of theirs on the event's days that no other event has."""
    found: Interaction | None = (
        Interaction.objects.filter(
            network=event.network_id, participations__contact=contact, kind__in=IN_PERSON,
            on__gte=event.starts_on, on__lte=event.ends_on, attendances=None,
        ).order_by("on", "pk").first()
    )  # fmt: skip
    return found
