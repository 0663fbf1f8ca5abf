"""Thunderbird's CSV, whose columns are always in English."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from wellkept.formats.csvs.columns import Cells, add_email, add_link, add_phone, finish, keys, name_in_parts, rows_of
from wellkept.formats.csvs.table import Table
from wellkept.formats.names import parse_name
from wellkept.formats.person import Address, DatedOccasion, Labelled, PartialDate, Person, Position

_PHONES = (
    ("mobile number", "mobile"),
    ("work phone", "work"),
    ("home phone", "home"),
    ("fax number", "fax"),
    ("pager number", "pager"),
)


def recognises(header: list[str]) -> float:
    """1 for Thunderbird's header, else 0."""
    return 1.0 if {"display name", "primary email", "secondary email"} <= set(keys(header)) else 0.0


def read(table: Table, region: str = "") -> Iterator[Person]:
    """One Person for each row. Dates come in numbers of their own, so ``region`` changes nothing."""
    for cells in rows_of(table):
        person, take = Person(row=cells.number), cells.take
        person.name = name_in_parts(take("first name"), "", take("last name"), "", "", take("nickname"))
        if display := take("display name"):
            named = person.name.given or person.name.family
            person.name = replace(person.name if named else parse_name(display), display=display)
        add_email(person, cells, take("primary email"))
        add_email(person, cells, take("secondary email"))
        for name, label in _PHONES:
            add_phone(person, take(name), label)
        for place in ("work", "home"):
            _read_address(person, cells, place)
        organization, title, department = take("organization"), take("job title"), take("department")
        if organization or title or department:
            person.positions.append(Position(organization, title, department))
        add_link(person, take("web page 1"), "work")
        add_link(person, take("web page 2"), "home")
        _read_birthday(person, cells)
        for name in ("custom 1", "custom 2", "custom 3", "custom 4", "screen name"):
            if value := take(name):
                person.custom.append(Labelled(value, name))
        person.notes = cells.take_text("notes")
        yield finish(person, cells)


def _read_address(person: Person, cells: Cells, place: str) -> None:
    street = "\n".join(filter(None, (cells.take(f"{place} address"), cells.take(f"{place} address 2"))))
    city, region, country = (cells.take(f"{place} {what}") for what in ("city", "state", "country"))
    postcode = cells.take(f"{place} zip code", f"{place} zipcode")
    if street or city or region or postcode or country:
        person.addresses.append(Address(place, "", "", street, city, region, postcode, country))


def _read_birthday(person: Person, cells: Cells) -> None:
    texts = [cells.take(f"birth {part}") for part in ("year", "month", "day")]
    if not any(texts):
        return
    try:
        year, month, day = (int(text) if text else None for text in texts)
        date(year or 2000, month or 1, day or 1)
    except ValueError:
        year = month = day = None
    if whole := PartialDate(year, month, day):
        person.dates.append(DatedOccasion("birthday", whole))
    else:
        cells.refuse("birthday", f"“{'-'.join(texts)[:40]}” is no date")
        person.extras.append(f"birthday: {'-'.join(texts)}")
