"""What a source said of a person, as JSON: kept beside the contact so that the next file of that source can be compared."""

from __future__ import annotations

from typing import Any

from wellkept.domain.contacts import parts
from wellkept.domain.contacts.models import ContactDate, Position
from wellkept.domain.contacts.organizations import organization_key
from wellkept.domain.contacts.tagging import tag_key
from wellkept.formats import person as formats
from wellkept.formats.names import fold


def values_of(person: formats.Person) -> dict[str, Any]:
    """The digest of a person's values; empty ones are left out, so that two digests are equal when nothing changed."""
    columns = parts.contact_columns(person)
    connected = columns.pop("connected_on")
    values: dict[str, Any] = {
        **columns,
        "connected_on": connected.isoformat() if connected else "",
        "emails": {row.key: [row.address, row.label] for row in parts.emails(person)},
        "phones": [[phone.value, phone.label] for phone in person.phones],
        "addresses": {parts.address_key(row): row.label for row in parts.addresses(person)},
        "links": {parts.link_identity(row): [row.url, row.label] for row in parts.links(person)},
        "positions": [position_values(said) for said in person.positions if organization_key(said.organization)],
        "dates": [date_values(row) for row in parts.dates(person)],
        "custom": [[row.name, row.value] for row in parts.custom_fields(person)],
        "groups": sorted({tag_key(group) for group in person.groups} - {""}),
    }
    if person.photo is not None and person.photo.url:
        values["photo_url"] = person.photo.url
    return {key: value for key, value in values.items() if value}


def position_values(said: formats.Position) -> dict[str, Any]:
    row = {
        "organization": organization_key(said.organization),
        "kind": said.kind if said.kind in Position.Kind.values else "job",
        "title": said.title,
        "department": said.department,
        "started": parts.written_date(said.started),
        "ended": parts.written_date(said.ended),
        "current": said.current and not said.ended,
    }
    return {key: value for key, value in row.items() if value}


def date_values(row: ContactDate) -> list[Any]:
    return [row.kind, fold(row.label), row.year, row.month, row.day]
