"""The rows that make up a contact, out of what a file or a form says of a person.

Nothing is dropped: what has no column of its own becomes a custom field or a line of ``extras``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from wellkept.domain.contacts.links import link_key
from wellkept.domain.contacts.models import (
    Contact,
    ContactDate,
    CustomField,
    Email,
    Link,
    OfContact,
    Organization,
    Phone,
    Position,
    PostalAddress,
)
from wellkept.domain.history.inserting import new_row
from wellkept.formats import person as formats
from wellkept.formats.emails import normal_email
from wellkept.formats.names import display_name, fold, parse_name, sort_key, tidy
from wellkept.formats.phones import normal_phone

NAME_PARTS = (
    "given",
    "additional",
    "family",
    "prefix",
    "suffix",
    "nickname",
    "phonetic_given",
    "phonetic_family",
)
NO_NAME = "no name"


def cut(model: type[Any], column: str, text: str) -> str:
    """``text`` as long as the column takes it."""
    longest = model._meta.get_field(column).max_length
    return text if longest is None else text[:longest]


def whole_name(name: formats.Name) -> formats.Name:
    """The name with its parts, when only the way it is written is known."""
    if name.given or name.family or not name.display:
        return name
    read = parse_name(name.display)
    parts = {part: getattr(name, part) or getattr(read, part) for part in NAME_PARTS}
    return formats.Name(display=name.display, **parts)


def standing_in(person: formats.Person) -> str:
    """What somebody without a name goes by: organization, e-mail, phone, link or place."""
    spoken = [position.organization for position in person.positions]
    spoken += [value.value for value in (*person.emails, *person.phones, *person.links)]
    spoken += [address.formatted or address.street or address.city for address in person.addresses]
    spoken += person.notes.splitlines()[:1]
    return next((tidy(text) for text in spoken if tidy(text)), "")


def name_columns(person: formats.Person) -> dict[str, str]:
    """The columns of Contact that hold the name; ``flag`` says when there is none."""
    name = whole_name(person.name)
    columns = {part: cut(Contact, part, tidy(getattr(name, part))) for part in NAME_PARTS}
    display = tidy(name.display) or display_name(name)
    flag = "" if display else NO_NAME
    display = display or standing_in(person)
    columns["display"] = cut(Contact, "display", display)
    columns["sort_key"] = cut(Contact, "sort_key", sort_key(name) or fold(display))
    columns["flag"] = flag
    return columns


def full_date(value: formats.PartialDate) -> date | None:
    if not (value.year and value.month and value.day):
        return None
    try:
        return date(value.year, value.month, value.day)
    except ValueError:
        return None


def written_date(value: formats.PartialDate) -> str:
    """1990, 1990-05 or --02-29: a partial date as ISO 8601 and vCard write it."""
    year = f"{value.year:04d}" if value.year else "-"
    if not value.month:
        return year if value.year else ""
    return f"{year}-{value.month:02d}" + (f"-{value.day:02d}" if value.day else "")


def contact_columns(person: formats.Person) -> dict[str, Any]:
    """All columns of Contact that a person's values fill."""
    return {
        **name_columns(person),
        "pronouns": cut(Contact, "pronouns", tidy(person.pronouns)),
        "location": cut(Contact, "location", tidy(person.location)),
        "about": person.notes.strip(),
        "interests": list(dict.fromkeys(filter(None, map(tidy, person.interests)))),
        "connected_on": full_date(person.connected_on),
        "closeness": person.closeness,
        "extras": extras(person),
    }


def extras(person: formats.Person) -> list[str]:
    """Lines that no column holds."""
    lines = [*person.extras]
    for position in person.positions:
        at = f"{position.title} · {position.organization}".strip(" ·")
        lines += [f"{at}: {said}" for said in (position.location, position.description) if said]
    for address in (link.value for link in person.links):
        lines += [address] if len(address) > 600 else []
    lines += [f"{field.label}: {field.value}" for field in person.custom if len(field.value) > 1000]
    return list(dict.fromkeys(lines))


def emails(person: formats.Person) -> list[Email]:
    rows: dict[str, Email] = {}
    for email in person.emails:
        address = tidy(email.value)
        key = normal_email(address) or fold(address)
        if key and key not in rows:
            rows[key] = new_row(
                Email,
                address=cut(Email, "address", address),
                key=cut(Email, "key", key),
                label=cut(Email, "label", email.label),
            )
    return list(rows.values())


def phone_key(number: str, region: str) -> str:
    return normal_phone(number, region).e164[:40]


def phones(person: formats.Person, region: str) -> list[Phone]:
    rows: dict[str, Phone] = {}
    for phone in person.phones:
        number = tidy(phone.value)
        key = phone_key(number, region)
        if number and (key or number) not in rows:
            rows[key or number] = new_row(
                Phone, number=cut(Phone, "number", number), key=key, label=cut(Phone, "label", phone.label)
            )
    return list(rows.values())


ADDRESS_PARTS = ("po_box", "extended", "street", "city", "region", "postcode", "country", "formatted")


def address_key(address: Any) -> str:
    """For comparing two addresses: their parts, or the address as written where there are no parts."""
    parts = [fold(getattr(address, part)) for part in ADDRESS_PARTS[:-1]]
    return "|".join(parts) if any(parts) else fold(address.formatted)


def addresses(person: formats.Person) -> list[PostalAddress]:
    rows: dict[str, PostalAddress] = {}
    for address in person.addresses:
        key = address_key(address)
        if key.strip("|") and key not in rows:
            columns = {part: getattr(address, part).strip() for part in (*ADDRESS_PARTS, "label")}
            rows[key] = new_row(
                PostalAddress, **{part: cut(PostalAddress, part, text) for part, text in columns.items()}
            )
    return list(rows.values())


def link_identity(link: Link) -> str:
    return link.key or link.url.rstrip("/").lower()


def links(person: formats.Person) -> list[Link]:
    rows: dict[str, Link] = {}
    for value in person.links:
        url = value.value.strip()
        kind, key = link_key(url)
        row = new_row(Link, url=cut(Link, "url", url), kind=kind, key=key, label=cut(Link, "label", value.label))
        if url:
            rows.setdefault(link_identity(row), row)
    return list(rows.values())


def positions(person: formats.Person, organizations: Mapping[str, Organization]) -> list[Position]:
    """Positions at known organizations; ``custom_fields`` keeps a title without one."""
    rows = []
    for said in person.positions:
        organization = organizations.get(said.organization)
        if organization is not None:
            rows.append(position_row(said, organization))
    return rows


def position_row(said: formats.Position, organization: Organization) -> Position:
    return Position(
        organization=organization,
        kind=said.kind if said.kind in Position.Kind.values else Position.Kind.JOB,
        title=cut(Position, "title", tidy(said.title)),
        department=cut(Position, "department", tidy(said.department)),
        started_year=said.started.year,
        started_month=said.started.month,
        ended_year=said.ended.year,
        ended_month=said.ended.month,
        current=said.current and not said.ended,
    )


def dates(person: formats.Person) -> list[ContactDate]:
    """Yearly dates. One without a day is kept by ``custom_fields``."""
    rows: dict[tuple[str, str, int, int], ContactDate] = {}
    for said in person.dates:
        if said.date.month and said.date.day:
            kind = said.kind if said.kind in ContactDate.Kind.values else ContactDate.Kind.OTHER
            row = new_row(
                ContactDate,
                kind=kind,
                label=cut(ContactDate, "label", tidy(said.label)),
                year=said.date.year,
                month=said.date.month,
                day=said.date.day,
            )
            rows.setdefault((kind, fold(row.label), row.month, row.day), row)
    return list(rows.values())


def custom_fields(person: formats.Person) -> list[CustomField]:
    said = [(tidy(field.label), field.value.strip()) for field in person.custom]
    said += [
        ((p.department and f"title, {p.department}") or "title", p.title)
        for p in person.positions
        if not p.organization
    ]
    said += [
        (date.label or date.kind, written_date(date.date))
        for date in person.dates
        if date.date and not (date.date.month and date.date.day)
    ]
    if person.connected_on and full_date(person.connected_on) is None:
        said.append(("connected", written_date(person.connected_on)))
    return [
        new_row(CustomField, name=cut(CustomField, "name", name or "?"), value=cut(CustomField, "value", value))
        for name, value in dict.fromkeys(said)
        if value
    ]


def organization_names(people: Iterable[formats.Person]) -> list[str]:
    return [position.organization for person in people for position in person.positions if position.organization]


def rows_of(person: formats.Person, *, region: str, organizations: Mapping[str, Organization]) -> list[list[OfContact]]:
    """The rows that hang on the contact, table by table, in the order of the file."""
    tables: list[list[Any]] = [
        emails(person),
        phones(person, region),
        addresses(person),
        links(person),
        positions(person, organizations),
        dates(person),
        custom_fields(person),
    ]
    for rows in tables:
        for place, row in enumerate(rows):
            row.position = place
    return tables
