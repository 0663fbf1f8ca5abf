"""What is known of a contact, each fact with where it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote

from django.utils import formats
from django.utils.translation import gettext as _

from wellkept.domain.contacts import parts
from wellkept.domain.contacts.digest import date_values
from wellkept.domain.contacts.links import href
from wellkept.domain.contacts.models import Contact, ContactDate, Link, Phone, Position
from wellkept.domain.exchange.models import BESIDE, SOURCE_NAMES, ImportRun, SourceRecord
from wellkept.formats.person import PartialDate
from wellkept.interfaces.web.contacts.tracing import Tracing
from wellkept.interfaces.web.templatetags.house import partial_date, phone

LINK_NAMES = {
    "linkedin": "LinkedIn",
    "github": "GitHub",
    "gitlab": "GitLab",
    "codeberg": "Codeberg",
    "x": "X",
    "xing": "XING",
    "instagram": "Instagram",
    "facebook": "Facebook",
    "mastodon": "Mastodon",
    "telegram": "Telegram",
    "orcid": "ORCID",
    "medium": "Medium",
    "youtube": "YouTube",
    "tiktok": "TikTok",
    "threads": "Threads",
}


@dataclass(frozen=True)
class Fact:
    name: str
    value: str
    href: str = ""
    source: str = ""
    outward: bool = False
    label: str = ""
    origin: str = ""  # by whom, which import or merge, when


@dataclass(frozen=True)
class Reach:
    """One way to reach somebody: an address that the device opens."""

    href: str
    icon: str
    words: str
    outward: bool = False


@dataclass
class Origins:
    """Which source told which value of one contact, and when."""

    told: dict[tuple[str, str], str] = field(default_factory=dict)
    traced: Tracing | None = None
    imports: list[tuple[str, int | None]] = field(default_factory=list)  # words, run

    @classmethod
    def of(cls, contact: Contact, region: str) -> Origins:
        records = list(SourceRecord.objects.filter(contact=contact).exclude(source__in=BESIDE).order_by("pk"))
        runs = ImportRun.objects.filter(pk__in=[r.seen_run for r in records if r.seen_run]).in_bulk()
        origins = cls()
        for record in records:
            run = runs.get(record.seen_run or 0)
            day = formats.date_format(run.created_at, "DATE_FORMAT") if run else ""
            name = SOURCE_NAMES.get(record.source, record.source)
            words = f"{name}, {day}" if day else name
            origins.imports.append((words, run.pk if run else None))
            for key in _keys(record.values, region):
                origins.told.setdefault(key, words)
        return origins

    def trace(self, row: Any, column: str = "") -> str:
        """'by you on 4 May 2026', for a row or a column of the contact."""
        return self.traced.words(row, column) if self.traced else ""

    def __call__(self, table: str, key: Any) -> str:
        return self.told.get((table, str(key)), "")


def _keys(values: dict[str, Any], region: str) -> Iterable[tuple[str, str]]:
    for table in ("emails", "addresses", "links"):
        yield from ((table, key) for key in values.get(table, {}))
    yield from (("phones", parts.phone_key(number, region) or number) for number, _label in values.get("phones", []))
    yield from (("positions", said["organization"]) for said in values.get("positions", []))
    yield from (("dates", str(said)) for said in values.get("dates", []))
    yield from (("custom", name) for name, _value in values.get("custom", []))
    yield from ((column, values[column]) for column in ("location", "pronouns", "connected_on") if values.get(column))


def facts_of(contact: Contact, origins: Origins, region: str) -> list[Fact]:
    """How to reach somebody, their dates, and how we met."""
    facts = [(row, _phone(row, origins, region)) for row in contact.phones.all()]
    facts += [
        (e, Fact(_("E-mail"), e.address, _mailto(e.address, e.key), origins("emails", e.key), label=e.label))
        for e in contact.emails.all()
    ]
    facts += [(row, _link(row, origins)) for row in contact.links.all()]
    for row in contact.addresses.all():
        source = origins("addresses", parts.address_key(row))
        facts.append((row, Fact(row.label or _("Address"), _address(row), source=source)))
    if contact.location:
        facts.append(("location", Fact(_("Place"), contact.location, source=origins("location", contact.location))))
    facts += [(row, _date(row, origins)) for row in contact.dates.all()]
    if contact.connected_on:
        words = formats.date_format(contact.connected_on, "DATE_FORMAT")
        source = origins("connected_on", contact.connected_on.isoformat())
        facts.append(("connected_on", Fact(_("Connected"), words, source=source)))
    if contact.interests:
        facts.append(("interests", Fact(_("Interests"), ", ".join(contact.interests))))
    for row in contact.custom_fields.all():
        facts.append((row, Fact(row.name, row.value, source=origins("custom", row.name))))
    return [replace(fact, origin=_traced(contact, what, origins)) for what, fact in facts]


def _traced(contact: Contact, what: Any, origins: Origins) -> str:
    return origins.trace(contact, what) if isinstance(what, str) else origins.trace(what)


def _phone(row: Phone, origins: Origins, region: str) -> Fact:
    dial = f"tel:{row.key}" if row.key else ""
    return Fact(_("Phone"), phone(row, region), dial, origins("phones", row.key or row.number), label=row.label)


def _mailto(address: str, key: str) -> str:
    return f"mailto:{quote(address, safe='@')}" if "@" in key else ""


def _link(row: Link, origins: Origins) -> Fact:
    shown = row.key.partition(":")[2] or re.sub(r"^https?://(?:www\.)?", "", row.url).rstrip("/")
    name = LINK_NAMES.get(row.kind) or row.label or _("Website")
    return Fact(name, shown, href(row.url), origins("links", parts.link_identity(row)), outward=True)


def _address(row: Any) -> str:
    if row.formatted:
        return str(row.formatted)
    town = " ".join(filter(None, [row.postcode, row.city]))
    return ", ".join(filter(None, [row.po_box, row.street, row.extended, town, row.region, row.country]))


def _date(row: ContactDate, origins: Origins) -> Fact:
    words = partial_date(PartialDate(row.year, row.month, row.day))
    name = row.label or str(row.get_kind_display()).capitalize()
    return Fact(name, words, source=origins("dates", str(date_values(row))))


def met_words(contact: Contact) -> str:
    """'September 2021, at the lake symposium' – when, where and how we met, as far as it is known."""
    when = PartialDate(contact.met_on_year, contact.met_on_month, contact.met_on_day)
    return ", ".join(filter(None, [partial_date(when), contact.met_where, contact.met_how]))


def reaches(contact: Contact) -> list[Reach]:
    """Call, write, message: the first of each kind."""
    found: list[Reach] = []
    number = next((row.key for row in contact.phones.all() if row.key), "")
    address = next((row.address for row in contact.emails.all() if "@" in row.key), "")
    if number:
        found.append(Reach(f"tel:{number}", "phone", _("Call %(name)s")))
    if address:
        found.append(Reach(_mailto(address, address), "mail", _("E-mail %(name)s")))
    if number:
        found.append(Reach(f"sms:{number}", "sms", _("Send %(name)s an SMS")))
        found.append(Reach(f"https://wa.me/{number.lstrip('+')}", "message", _("Message %(name)s on WhatsApp"), True))
    linkedin = next((href(row.url) for row in contact.links.all() if row.kind == "linkedin"), "")
    if linkedin:
        found.append(Reach(linkedin, "link", _("%(name)s on LinkedIn"), True))
    return [Reach(r.href, r.icon, r.words % {"name": contact.first_name}, r.outward) for r in found]


def span(position: Position) -> str:
    """'May 2019 – 2022', 'since 2019', '' when nothing is known."""
    started = partial_date(PartialDate(position.started_year, position.started_month)) if position.started_year else ""
    ended = partial_date(PartialDate(position.ended_year, position.ended_month)) if position.ended_year else ""
    if started and ended:
        return f"{started} – {ended}"
    if started:
        return _("since %(when)s") % {"when": started} if position.current else _("from %(when)s") % {"when": started}
    return _("until %(when)s") % {"when": ended} if ended else ""


def places_of(contact: Contact, origins: Origins) -> dict[str, list[dict[str, Any]]]:
    """Positions now, then, and schools."""
    found: dict[str, list[dict[str, Any]]] = {"now": [], "then": [], "schools": []}
    for position in contact.positions.all():
        school = position.kind == Position.Kind.EDUCATION
        kind = "schools" if school else "now" if position.current else "then"
        source = origins("positions", position.organization.key)
        origin = origins.trace(position)
        found[kind].append({"position": position, "span": span(position), "source": source, "origin": origin})
    return found
