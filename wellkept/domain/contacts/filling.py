"""What a file says of somebody already known: what is missing is added, what the user wrote stays.

``previous`` is what the same source said the time before (``values_of``). A value of the contact that still equals it came
from there and follows it; one that differs is the user's. What the user took away is not brought back.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor
from wellkept.domain.contacts import parts
from wellkept.domain.contacts.digest import date_values, values_of
from wellkept.domain.contacts.models import Contact, ContactDate, CustomField, File, OfContact, Phone
from wellkept.domain.contacts.places import fill_positions
from wellkept.domain.contacts.tagging import file_under, tag_key
from wellkept.domain.history.acting import Acting, acting
from wellkept.formats import person as formats
from wellkept.formats.names import display_name, fold, sort_key

__all__ = ["fill_contact", "values_of"]

Row = TypeVar("Row", bound=OfContact)
_FOLLOWING = (*parts.NAME_PARTS, "pronouns", "location", "about", "closeness")


def fill_contact(
    *,
    contact: Contact,
    person: formats.Person,
    by: Actor | Acting,
    previous: dict[str, Any] | None,
    photo: File | None = None,
) -> bool:
    """Fill in what is missing. True when something of the contact changed."""
    summary = _("Filled in %(name)s") % {"name": contact.display}
    said = previous or {}
    with acting(by, contact.network, "fill contact", summary=summary) as act:
        before = len(act.changes)
        act.edit(contact, **_columns(contact, person, said, photo))
        _fill_emails(act, contact, person, said)
        _fill_phones(act, contact, person, said)
        _fill_keyed(
            act, contact, contact.addresses, parts.addresses(person), parts.address_key, said.get("addresses", {})
        )
        _fill_keyed(act, contact, contact.links, parts.links(person), parts.link_identity, said.get("links", {}))
        fill_positions(act=act, contact=contact, person=person, previous=previous)
        _fill_dates(act, contact, person, said)
        _fill_custom(act, contact, person, said)
        before_groups = set(said.get("groups", []))
        groups = [group for group in person.groups if tag_key(group) not in before_groups]
        file_under(groups={contact: groups}, network=contact.network, by=act)
        return len(act.changes) > before


def _columns(contact: Contact, person: formats.Person, said: dict[str, Any], photo: File | None) -> dict[str, Any]:
    now = parts.contact_columns(person)
    columns = {
        name: now[name]
        for name in _FOLLOWING
        if now[name] and now[name] != getattr(contact, name) and _follows(getattr(contact, name), said.get(name))
    }
    if "about" not in columns and (longer := _notes_added(contact, now["about"], said.get("about", ""))):
        columns["about"] = longer
    columns.update(_display(contact, person, now, columns, said))
    if now["connected_on"] and not contact.connected_on:
        columns["connected_on"] = now["connected_on"]
    interests = _together(contact.interests, now["interests"], said.get("interests", []), key=fold)
    extras = _together([e for e in contact.extras if e not in said.get("extras", [])], now["extras"], [], key=str)
    columns.update(interests=interests, extras=extras)
    if photo is not None and contact.photo_id is None:
        columns["photo_id"] = photo.pk
    return columns


def _follows(present: Any, before: Any) -> bool:
    """True when the source may set a column: nothing is there, or what stands there is what the source said before."""
    return (not present and not before) or (bool(present) and present == before)


def _notes_added(contact: Contact, note: str, before: str) -> str:
    """The user's own text with a note below it that is new in the source."""
    if not note or note == before or note in contact.about or not contact.about:
        return ""
    if before and before in contact.about:
        return contact.about.replace(before, note, 1)
    return "" if before else f"{contact.about}\n\n{note}"


def _display(
    contact: Contact, person: formats.Person, now: dict[str, Any], columns: dict[str, Any], said: dict[str, Any]
) -> dict[str, Any]:
    """The name as it is written follows its parts as long as the user has not written it otherwise."""
    if contact.flag == parts.NO_NAME:
        return {} if now["flag"] else {name: now[name] for name in ("display", "sort_key", "flag")}
    if now["flag"] or not any(part in columns for part in (*parts.NAME_PARTS, "display")):
        if now["flag"] or now["display"] == contact.display or contact.display != said.get("display"):
            return {}
        return {"display": now["display"], "sort_key": now["sort_key"]}
    stood = formats.Name(**{part: getattr(contact, part) for part in parts.NAME_PARTS})
    after = formats.Name(**{part: columns.get(part, getattr(contact, part)) for part in parts.NAME_PARTS})
    named = {"sort_key": sort_key(after)[:300]}
    if contact.display in (said.get("display"), display_name(stood)):
        named["display"] = now["display"] if contact.display == said.get("display") else display_name(after)[:300]
    return named


def _together(present: list[str], now: list[str], before: list[str], *, key: Callable[[str], str]) -> list[str]:
    there = {key(text) for text in (*present, *before)}
    return [*present, *(text for text in now if key(text) not in there)]


def _fill_keyed(
    act: Acting, contact: Contact, manager: Any, rows: Sequence[Row], key: Callable[[Any], Hashable], before: Any
) -> None:
    """Add the rows that are neither there nor taken away by the user."""
    present = list(manager.all())
    there = {key(row) for row in present}
    _append(act, contact, present, [row for row in rows if key(row) not in there and key(row) not in before])


def _append(act: Acting, contact: Contact, present: Sequence[OfContact], rows: Sequence[Row]) -> None:
    place = max((row.position for row in present), default=-1) + 1
    for offset, row in enumerate(rows):
        row.contact, row.position = contact, place + offset
    act.add_all(rows)


def _fill_emails(act: Acting, contact: Contact, person: formats.Person, said: dict[str, Any]) -> None:
    before: dict[str, list[str]] = said.get("emails", {})
    present = list(contact.emails.all())
    there = {row.key: row for row in present}
    now = {row.key: row for row in parts.emails(person)}
    gone = [there[key] for key in before if key not in now and key in there]
    fresh = [row for key, row in now.items() if key not in there and key not in before]
    for old in gone:
        new = next((row for row in fresh if row.label == old.label), None)
        if new is not None:
            act.edit(old, address=new.address, key=new.key)
            fresh.remove(new)
    _append(act, contact, present, fresh)


def _fill_phones(act: Acting, contact: Contact, person: formats.Person, said: dict[str, Any]) -> None:
    region = contact.network.phone_region

    def identity(row: Phone) -> str:
        return row.key or row.number

    before = {parts.phone_key(number, region) or number: label for number, label in said.get("phones", [])}
    present = list(contact.phones.all())
    there = {identity(row): row for row in present}
    now = {identity(row): row for row in parts.phones(person, region)}
    fresh = [row for key, row in now.items() if key not in there and key not in before]
    for old in [there[key] for key in before if key not in now and key in there]:
        new = next((row for row in fresh if row.label == old.label), None)
        if new is not None:
            act.edit(old, number=new.number, key=new.key)
            fresh.remove(new)
    _append(act, contact, present, fresh)


def _fill_dates(act: Acting, contact: Contact, person: formats.Person, said: dict[str, Any]) -> None:
    before = [list(values) for values in said.get("dates", [])]
    present = list(contact.dates.all())
    fresh: list[ContactDate] = []
    for row in parts.dates(person):
        twin = next(
            (p for p in present if p.kind == row.kind and (p.kind == "birthday" or fold(p.label) == fold(row.label))),
            None,
        )
        if twin is None:
            if date_values(row) not in before:
                fresh.append(row)
        elif date_values(twin) in before or (twin.year is None and (twin.month, twin.day) == (row.month, row.day)):
            act.edit(
                twin, year=row.year or twin.year if _same_day(twin, row) else row.year, month=row.month, day=row.day
            )
    _append(act, contact, present, fresh)


def _same_day(one: ContactDate, other: ContactDate) -> bool:
    return (one.month, one.day) == (other.month, other.day)


def _fill_custom(act: Acting, contact: Contact, person: formats.Person, said: dict[str, Any]) -> None:
    before = {(name, value) for name, value in said.get("custom", [])}
    present = list(contact.custom_fields.all())
    there = {(row.name, row.value) for row in present}
    now = [row for row in parts.custom_fields(person) if (row.name, row.value) not in there | before]
    kept = {(row.name, row.value) for row in parts.custom_fields(person)}
    fresh: list[CustomField] = []
    for row in now:
        old = next(
            (
                p
                for p in present
                if p.name == row.name and (p.name, p.value) in before and (p.name, p.value) not in kept
            ),
            None,
        )
        if old is None:
            fresh.append(row)
        else:
            act.edit(old, value=row.value)
    _append(act, contact, present, fresh)
