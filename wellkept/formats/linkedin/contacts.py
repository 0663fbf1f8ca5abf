"""Contacts.csv, ImportedContacts.csv and 'Imported Contacts.csv': the address book the owner once let LinkedIn read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wellkept.formats.csvs.columns import (
    Cells,
    add_date,
    add_email,
    add_link,
    add_phone,
    finish,
    name_in_parts,
    order_of,
    rows_of,
)
from wellkept.formats.csvs.table import read_table
from wellkept.formats.linkedin.slugs import slug_of
from wellkept.formats.names import parse_name
from wellkept.formats.person import Address, Labelled, Person, Position

_PARTS = re.compile(r"\s*[;|\n]\s*|\s*,\s+")


def _parts(text: str) -> list[str]:
    return [part for part in _PARTS.split(text) if part]


def read_contacts(data: bytes, region: str = "") -> Iterator[Person]:
    """One Person for each row; those with a LinkedIn profile have its slug as ``source_key``."""
    table = read_table(data)
    birthdays = [i for i, cell in enumerate(table.header) if cell.strip().lower() == "birthday"]
    order = order_of(table, birthdays, region)
    for cells in rows_of(table):
        yield finish(_read_row(cells, order), cells)


def _read_row(cells: Cells, order: str) -> Person:
    person, take = Person(row=cells.number), cells.take
    person.name = name_in_parts(take("first name"), "", take("last name"), "", "")
    whole = take("full name")
    if whole and not (person.name.given and person.name.family):
        person.name = parse_name(whole)
    for part in _parts(cells.take_text("emails", "email address")):
        add_email(person, cells, part)
    for part in _parts(cells.take_text("phone numbers")):
        add_phone(person, part)
    companies, title = _parts(cells.take_text("companies")), take("title")
    for index, company in enumerate(companies):
        person.positions.append(Position(company, title if index == 0 else ""))
    if title and not companies:
        person.positions.append(Position("", title))
    if address := cells.take_text("addresses"):
        person.addresses.append(Address(formatted=address))
    for part in _parts(cells.take_text("sites")):
        add_link(person, part)
    for part in _parts(cells.take_text("profiles")):
        add_link(person, part, "LinkedIn" if slug_of(part) else "")
        person.source_key = person.source_key or (f"linkedin:{slug_of(part)}" if slug_of(part) else "")
    for part in _parts(cells.take_text("instant message handles")):
        person.custom.append(Labelled(part, "chat"))
    add_date(person, cells, take("birthday"), order, "birthday")
    person.location = take("location")
    for word in ("source", "created at", "bookmarked at"):
        take(word)
    return person
