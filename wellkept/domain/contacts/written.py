"""What a user may write about a contact, checked value by value. ``Refusal.field`` names the column at fault."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from django.utils.translation import gettext as _

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.links import href
from wellkept.domain.contacts.models import Circle, Contact
from wellkept.formats.dates import order_of_region, parse_partial
from wellkept.formats.emails import normal_email
from wellkept.formats.names import tidy
from wellkept.formats.person import Address, DatedOccasion, Labelled, Name, PartialDate, Position

Value = TypeVar("Value")


@dataclass(frozen=True)
class Entry(Generic[Value]):
    """One row of a form: the row it stands for (None for a new one) and what is written in it."""

    row: int | None
    value: Value


@dataclass
class Sheet:
    """Everything that the form of a contact holds; what is not in a list any more is taken away."""

    name: Name = field(default_factory=Name)
    emails: list[Entry[Labelled]] = field(default_factory=list)
    phones: list[Entry[Labelled]] = field(default_factory=list)
    addresses: list[Entry[Address]] = field(default_factory=list)
    links: list[Entry[Labelled]] = field(default_factory=list)
    positions: list[Entry[Position]] = field(default_factory=list)
    dates: list[Entry[DatedOccasion]] = field(default_factory=list)
    custom: list[Entry[Labelled]] = field(default_factory=list)
    circles: list[Circle] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    interests: list[str] = field(default_factory=list)
    pronouns: str = ""
    location: str = ""
    about: str = ""
    met_on: PartialDate = field(default_factory=PartialDate)
    met_where: str = ""
    met_how: str = ""
    met_through: Contact | None = None
    closeness: int | None = None


def email(address: str) -> str:
    address = tidy(address)
    if not normal_email(address):
        raise Refusal(_("“%(text)s” is no e-mail address.") % {"text": address}, field="address")
    return address


def phone(number: str) -> str:
    number = tidy(number)
    if sum(char.isdigit() for char in number) < 2 or len(number) > 80:
        raise Refusal(_("“%(text)s” is no telephone number.") % {"text": number}, field="number")
    return number


def link(url: str) -> str:
    """The address with its scheme; only http and https are taken."""
    found = href(tidy(url))
    if not found or len(found) > 600:
        raise Refusal(_("“%(text)s” is no web address.") % {"text": url.strip()[:80]}, field="url")
    return found


def partial_date(text: str, region: str, *, column: str = "date") -> PartialDate:
    """1990, May 1990, 4 March or 4/3/1990 as somebody of this region writes it; an empty text is no date."""
    if not text.strip():
        return PartialDate()
    found = parse_partial(text, order_of_region(region))
    if found is None:
        why = _("“%(text)s” is no date that can be read. Write 4 March 1990, March 1990, 4 March or 1990.")
        raise Refusal(why % {"text": text.strip()[:40]}, field=column)
    return found


def yearly_date(text: str, region: str) -> PartialDate:
    """A birthday: day and month, with a year or without."""
    found = partial_date(text, region)
    if not (found.month and found.day):
        raise Refusal(_("This needs a day and a month, such as 4 March; the year may be left out."), field="date")
    return found


def month(text: str, region: str, *, column: str) -> PartialDate:
    """When a position began or ended: a year, or a month and a year."""
    found = partial_date(text, region, column=column)
    if found and not found.year:
        raise Refusal(_("This needs a year, such as May 2019 or 2019."), field=column)
    return PartialDate(found.year, found.month)


def in_order(started: PartialDate, ended: PartialDate) -> None:
    if started.year and ended.year and (ended.year, ended.month or 12) < (started.year, started.month or 1):
        raise Refusal(_("This ends before it began."), field="ended")


def met_on(text: str, region: str, today: date) -> PartialDate:
    """When we met: any part of a date with a year, and not in the future."""
    found = partial_date(text, region, column="met_on")
    if found and not found.year:
        raise Refusal(_("This needs a year, such as May 2019 or 2019."), field="met_on")
    if found.year and (found.year, found.month or 1, found.day or 1) > (today.year, today.month, today.day):
        raise Refusal(_("This day is still to come."), field="met_on")
    return found


def closeness(said: int | None) -> int | None:
    """From 1 to 5, or not said."""
    if said is not None and not 1 <= said <= 5:
        raise Refusal(_("Closeness is a number from 1 to 5."), field="closeness")
    return said


def as_text(value: PartialDate) -> str:
    """A partial date as the form shows it, in a spelling that ``partial_date`` reads back in every region."""
    if not value.month:
        return str(value.year or "")
    if value.year and value.day:
        return f"{value.year:04d}-{value.month:02d}-{value.day:02d}"
    name = calendar.month_name[value.month]
    return f"{value.day} {name}" if value.day else f"{name} {value.year}"


def columns_of(sheet: Sheet) -> dict[str, Any]:
    """The columns of Contact that the sheet fills, the name's apart."""
    return {
        "pronouns": tidy(sheet.pronouns)[:60],
        "location": tidy(sheet.location)[:200],
        "about": sheet.about.strip(),
        "interests": list(dict.fromkeys(filter(None, map(tidy, sheet.interests)))),
        "met_on_year": sheet.met_on.year,
        "met_on_month": sheet.met_on.month,
        "met_on_day": sheet.met_on.day,
        "met_where": tidy(sheet.met_where)[:200],
        "met_how": tidy(sheet.met_how)[:300],
        "met_through_id": sheet.met_through.pk if sheet.met_through else None,
        "closeness": closeness(sheet.closeness),
    }
