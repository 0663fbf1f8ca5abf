"""Writing a contact by hand: a new one, or all that is known of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts import parts
from wellkept.domain.contacts.belonging import check_ours
from wellkept.domain.contacts.links import link_key
from wellkept.domain.contacts.models import (
    CircleMembership,
    Contact,
    ContactDate,
    CustomField,
    Email,
    File,
    Link,
    OfContact,
    Phone,
    PostalAddress,
    Tagging,
)
from wellkept.domain.contacts.organizations import get_or_add_organizations, organization_key
from wellkept.domain.contacts.tagging import get_or_add_tags
from wellkept.domain.contacts.written import Sheet, columns_of
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.history.values import columns_of as table_columns
from wellkept.formats.emails import normal_email
from wellkept.formats.names import fold, tidy
from wellkept.formats.person import PartialDate, Person

Wanted = Sequence[tuple[int | None, OfContact]]


def write_contact(*, network: Network, sheet: Sheet, by: Actor | Acting) -> Contact:
    """A new contact out of what the user wrote. Having met today starts the follow-up now."""
    named = _named(sheet)
    with acting(by, network, "add contact", summary=_("Added %(name)s") % {"name": named["display"]}) as act:
        contact = Contact(
            network=network, source="hand", met_at=_moment(sheet.met_on, network), **named, **columns_of(sheet)
        )
        act.add(contact)
        _settle(act, contact, sheet)
    return contact


def edit_contact(*, contact: Contact, sheet: Sheet, by: Actor | Acting) -> bool:
    """Make a contact what the sheet says; rows that are not in it any more are taken away. True when something changed."""
    if sheet.met_through is not None and sheet.met_through.pk == contact.pk:
        raise Refusal(_("Nobody is met through themselves."), field="met_through")
    named = _named(sheet)
    with acting(by, contact.network, "edit contact", summary=_("Edited %(name)s") % {"name": named["display"]}) as act:
        before = len(act.changes)
        columns = {**named, **columns_of(sheet)}
        met = PartialDate(contact.met_on_year, contact.met_on_month, contact.met_on_day)
        if sheet.met_on != met:
            columns["met_at"] = _moment(sheet.met_on, contact.network)
        act.edit(contact, **columns)
        _settle(act, contact, sheet)
        return len(act.changes) > before


def set_photo(*, contact: Contact, photo: File | None, by: Actor | Acting) -> bool:
    """Give a contact a picture, or take it away."""
    summary = _("New picture of %(name)s") if photo else _("Took the picture of %(name)s away")
    with acting(by, contact.network, "photo", summary=summary % {"name": contact.display}) as act:
        check_ours(contact.network, [photo] if photo else [])
        return act.edit(contact, photo_id=photo.pk if photo else None)


def _moment(met: PartialDate, network: Network) -> datetime | None:
    """The moment from which a follow-up is counted: now for today, noon for another full date."""
    day = parts.full_date(met)
    if day is None:
        return None
    now = timezone.now()
    return now if day == network.today(now) else datetime.combine(day, time(12), tzinfo=network.zone)


def _named(sheet: Sheet) -> dict[str, str]:
    person = Person(
        name=sheet.name,
        emails=[entry.value for entry in sheet.emails],
        phones=[entry.value for entry in sheet.phones],
        links=[entry.value for entry in sheet.links],
        positions=[entry.value for entry in sheet.positions],
        addresses=[entry.value for entry in sheet.addresses],
        notes=sheet.about,
    )
    if person.empty:
        raise Refusal(_("A contact needs a name, or at least an organization, an e-mail or a phone."), field="display")
    return parts.name_columns(person)


def _settle(act: Acting, contact: Contact, sheet: Sheet) -> None:
    check_ours(contact.network, [*sheet.circles, *([sheet.met_through] if sheet.met_through else [])])
    region = contact.network.phone_region
    _rows(act, contact, contact.emails, [(e.row, _email(e.value.value, e.value.label)) for e in sheet.emails])
    _rows(act, contact, contact.phones, [(e.row, _phone(e.value.value, e.value.label, region)) for e in sheet.phones])
    _rows(act, contact, contact.links, [(e.row, _link(e.value.value, e.value.label)) for e in sheet.links])
    _rows(act, contact, contact.addresses, [(e.row, _address(e.value)) for e in sheet.addresses])
    _rows(act, contact, contact.dates, [(e.row, _date(e.value)) for e in sheet.dates])
    _rows(act, contact, contact.custom_fields, [(e.row, _custom(e.value.label, e.value.value)) for e in sheet.custom])
    _positions(act, contact, sheet)
    _circles(act, contact, sheet)
    _tags(act, contact, sheet)


def _positions(act: Acting, contact: Contact, sheet: Sheet) -> None:
    names = [entry.value.organization for entry in sheet.positions]
    for place, name in enumerate(names):
        if not organization_key(name):
            raise Refusal(_("Which organization is this at?"), field=f"positions-{place}-organization")
    organizations = get_or_add_organizations(network=contact.network, names=names, by=act)
    wanted = [(e.row, parts.position_row(e.value, organizations[e.value.organization])) for e in sheet.positions]
    _rows(act, contact, contact.positions, wanted, leave=("since",))


def _circles(act: Acting, contact: Contact, sheet: Sheet) -> None:
    there = {membership.circle_id: membership for membership in contact.circle_memberships.all()}
    wanted = {circle.pk: circle for circle in sheet.circles}
    act.remove_all([membership for key, membership in there.items() if key not in wanted])
    act.add_all([CircleMembership(contact=contact, circle=wanted[key]) for key in wanted if key not in there])


def _tags(act: Acting, contact: Contact, sheet: Sheet) -> None:
    there = {tagging.tag_id: tagging for tagging in contact.taggings.all()}
    wanted = {tag.pk: tag for tag in get_or_add_tags(network=contact.network, names=sheet.tags, by=act).values()}
    act.remove_all([tagging for key, tagging in there.items() if key not in wanted])
    act.add_all([Tagging(contact=contact, tag=wanted[key]) for key in wanted if key not in there])


def _rows(act: Acting, contact: Contact, manager: Any, wanted: Wanted, *, leave: tuple[str, ...] = ()) -> None:
    """Make the rows of one table what is wanted, in that order; a row that is kept keeps its key."""
    there: dict[int, OfContact] = {row.pk: row for row in manager.all()}
    kept: set[int] = set()
    fresh: list[OfContact] = []
    for place, (key, row) in enumerate(wanted):
        row.position = place
        if key in there and key not in kept:
            kept.add(key)
            act.edit(there[key], **_columns(row, leave))
        else:
            row.contact = contact
            fresh.append(row)
    act.remove_all([row for key, row in there.items() if key not in kept])
    act.add_all(fresh)


def _columns(row: OfContact, leave: tuple[str, ...]) -> dict[str, Any]:
    skipped = {"network", "contact", *leave}
    return {f.attname: getattr(row, f.attname) for f in table_columns(type(row)) if f.name not in skipped}


def _email(address: str, label: str) -> Email:
    address = tidy(address)
    key = normal_email(address) or fold(address)
    return Email(address=address[:254], key=key[:254], label=tidy(label)[:60])


def _phone(number: str, label: str, region: str) -> Phone:
    return Phone(number=tidy(number)[:80], key=parts.phone_key(tidy(number), region), label=tidy(label)[:60])


def _link(url: str, label: str) -> Link:
    kind, key = link_key(url)
    return Link(url=url.strip()[:600], kind=kind, key=key, label=tidy(label)[:60])


def _address(value: Any) -> PostalAddress:
    columns = {part: getattr(value, part).strip() for part in (*parts.ADDRESS_PARTS, "label")}
    return PostalAddress(**{part: parts.cut(PostalAddress, part, text) for part, text in columns.items()})


def _date(value: Any) -> ContactDate:
    return ContactDate(
        kind=value.kind,
        label=tidy(value.label)[:80],
        year=value.date.year,
        month=value.date.month,
        day=value.date.day,
    )


def _custom(name: str, value: str) -> CustomField:
    return CustomField(name=tidy(name)[:100], value=value.strip()[:1000])
