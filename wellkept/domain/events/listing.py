"""Who is on the list of an event: put there from a list, one by one, taken off, said to be a contact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.belonging import check_ours
from wellkept.domain.contacts.models import Contact
from wellkept.domain.events.matching import Matched, line_key, match_lines, own_key
from wellkept.domain.events.models import Attendance, Event
from wellkept.domain.history.acting import Acting, acting
from wellkept.formats.attendees import AttendeeLine
from wellkept.formats.emails import normal_email
from wellkept.formats.names import tidy

MOST = 10_000  # attendances of one event


@dataclass(slots=True)
class Listed:
    """What a list does to an event: lines put on its list, those filled in or found to be a contact, those there already."""

    added: list[Attendance] = field(default_factory=list)
    filled: int = 0
    there: int = 0
    me: int = 0


def list_attendees(*, event: Event, lines: Sequence[AttendeeLine], by: Actor | Acting) -> Listed:
    """Put a list on an event's list. Nobody stands there twice: what is new about somebody who is there is filled in.

    The user's own line is left out."""
    summary = ngettext("Listed %(count)d attendee of %(event)s", "Listed %(count)d attendees of %(event)s", len(lines))
    with acting(by, event.network, "list", summary=summary % {"count": len(lines), "event": event}) as act:
        return _put(event, match_lines(network=event.network, lines=lines), act)


def _put(event: Event, matched: Iterable[Matched], act: Acting) -> Listed:
    done, fresh = Listed(), list[Attendance]()
    rows = list(Attendance.objects.filter(network=event.network_id, event=event))
    people = {row.contact_id: row for row in rows if row.contact_id}
    lines = {key: row for row in rows for key in line_key(row.name, row.organization, row.email)}
    me, filling = own_key(event.network), list[tuple[Attendance, dict[str, object]]]()
    for one in matched:
        if me is not None and one.contact == me:
            done.me += 1
            continue
        keys = list(line_key(one.line.name, one.line.organization, one.line.email))
        known = people.get(one.contact or 0) or next((lines[key] for key in keys if key in lines), None)
        row = known if known is not None and _may_be(known, one) else None
        if row is None:
            row = Attendance(event=event, contact_id=one.contact, **_words(one.line))
            fresh.append(row)
        elif row.pk is not None and (missing := _missing(row, one, people)):
            filling.append((row, missing))
            done.filled += 1
        else:
            done.there += 1
        if one.contact and (row.contact_id or one.contact) == one.contact:
            people.setdefault(one.contact, row)
        lines.update((key, row) for key in keys if key not in lines)
    if len(rows) + len(fresh) > MOST:
        raise Refusal(_("An event takes at most %(most)d attendees.") % {"most": MOST}, field="list")
    act.edit_each(filling)
    done.added = act.add_all(fresh)
    return done


def _may_be(row: Attendance, one: Matched) -> bool:
    """Namesakes at one organization with other addresses are two."""
    if row.contact_id and one.contact:
        return row.contact_id == one.contact
    return not (row.email and one.line.email) or normal_email(row.email) == one.line.email


def _words(line: AttendeeLine) -> dict[str, str]:
    return {"name": line.name, "organization": line.organization, "email": line.email}


def _missing(row: Attendance, one: Matched, people: dict[int, Attendance]) -> dict[str, object]:
    """What the line knows of somebody who is on the list and the list does not."""
    found: dict[str, object] = {
        name: value for name, value in _words(one.line).items() if value and not getattr(row, name)
    }
    if one.contact and row.contact_id is None and one.contact not in people:
        found["contact_id"] = one.contact
    return {name.removesuffix("_id"): value for name, value in found.items()}


def list_contacts(*, event: Event, contacts: Sequence[Contact], by: Actor | Acting) -> list[Attendance]:
    """Put contacts on the list; answers theirs, also of those who were there."""
    check_ours(event.network, contacts)
    if any(contact.is_me for contact in contacts):
        raise Refusal(_("You need not list yourself."), field="contact")
    summary = _("Listed %(who)s for %(event)s") % {"who": contacts[0] if contacts else "", "event": event}
    with acting(by, event.network, "list", summary=summary) as act:
        rows = Attendance.objects.filter(network=event.network_id, event=event, contact__in=contacts)
        there = {row.contact_id: row for row in rows}
        fresh = [Attendance(event=event, contact=contact) for contact in contacts if contact.pk not in there]
        act.add_all(fresh)
        there |= {row.contact_id: row for row in fresh}
        return [there[contact.pk] for contact in contacts]


def list_name(*, event: Event, name: str, by: Actor | Acting, organization: str = "", email: str = "") -> Attendance:
    """One more name on the list, who may turn out to be a contact or to be there already."""
    line = AttendeeLine(1, tidy(name)[:200], tidy(organization)[:200], normal_email(email))
    if not line.name and not line.email:
        raise Refusal(_("Say who it is."), field="name")
    if email.strip() and not line.email:
        raise Refusal(_("This is no e-mail address."), field="email")
    with acting(by, event.network, "list", summary=_("Listed %(who)s for %(event)s") % {"who": line.name or line.email, "event": event}) as act:  # fmt: skip
        (one,) = match_lines(network=event.network, lines=[line])
        done = _put(event, [one], act)
        if done.me:
            raise Refusal(_("You need not list yourself."), field="name")
        if done.added:
            return done.added[0]
    rows = Attendance.objects.filter(network=event.network_id, event=event)
    if one.contact and (known := rows.filter(contact=one.contact).first()):
        return known
    wanted = set(line_key(line.name, line.organization, line.email))
    return next(row for row in rows if wanted & set(line_key(row.name, row.organization, row.email)))


def link_attendance(*, attendance: Attendance, contact: Contact, by: Actor | Acting) -> Attendance:
    """Say that a name on the list is this contact. Where they are on the list already, the two become one."""
    event = attendance.event
    check_ours(event.network, [contact])
    if contact.is_me:
        raise Refusal(_("You need not list yourself."), field="contact")
    if attendance.contact_id not in (None, contact.pk):
        raise Refusal(_("This is %(who)s already.") % {"who": attendance.contact}, field="contact")
    summary = _("%(name)s at %(event)s is %(who)s") % {"name": attendance.name, "event": event, "who": contact}
    with acting(by, event.network, "link", summary=summary) as act:
        twin = Attendance.objects.filter(network=event.network_id, event=event, contact=contact).first()
        if twin is None or twin.pk == attendance.pk:
            act.edit(attendance, contact=contact)
            return attendance
        missing = {name: getattr(attendance, name) for name in ("name", "organization", "email", "why") if not getattr(twin, name)}  # fmt: skip
        act.edit(twin, **missing)
        act.remove(attendance)
        return twin


def take_off_list(*, attendance: Attendance, by: Actor | Acting) -> None:
    """The talk that was had there stays."""
    who = attendance.contact or attendance.name or attendance.email
    summary = _("Took %(who)s off the list of %(event)s") % {"who": who, "event": attendance.event}
    with acting(by, attendance.network, "list", summary=summary) as act:
        act.remove(attendance)
