"""Google Contacts: the CSV of the years up to 2024 and the one since; several values in one cell are parted by ' ::: '."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from wellkept.formats.csvs.columns import (
    Cells,
    add_date,
    add_email,
    add_groups,
    add_link,
    add_phone,
    finish,
    keys,
    name_in_parts,
    order_of,
    rows_of,
)  # fmt: skip
from wellkept.formats.csvs.table import Table
from wellkept.formats.names import fold, parse_name, tidy
from wellkept.formats.person import Address, Labelled, Person, Photo, Position

_NUMBERED = re.compile(
    r"(email|phone|address|organization|website|relation|event|custom field|im|jot|calendar link|external id) (\d+) (.+)"
)
_SEPARATOR = re.compile(r"\s*:::\s*")
# Groups that every contact is in, and which therefore say nothing.
_EVERYBODY = frozenset({"mycontacts", "my contacts", "my contacts group", "other contacts", "imported on"})
STANDARD_LABELS = frozenset(
    {
        "home",
        "work",
        "mobile",
        "main",
        "other",
        "home fax",
        "work fax",
        "pager",
        "profile",
        "blog",
        "home page",
        "homepage",
    }
)


def recognises(header: list[str]) -> float:
    """From 0 to 1: how sure it is that Google wrote this header."""
    found = set(keys(header))
    old = {"given name", "family name", "group membership"}
    new = {"first name", "last name", "labels"}
    numbered = sum(1 for word in found if _NUMBERED.fullmatch(word))
    if old <= found or ("name" in found and "yomi name" in found):
        return 1.0
    if new <= found and ("file as" in found or "phonetic first name" in found or numbered):
        return 1.0
    return 0.8 if numbered >= 2 and {"email 1 value", "phone 1 value"} & found else 0.0


def read(table: Table, region: str = "") -> Iterator[Person]:
    """One Person for each row; ``region`` settles how dates are read where the file does not show it."""
    words = keys(table.header)
    numbered: dict[str, set[int]] = {}
    for word in words:
        if found := _NUMBERED.fullmatch(word):
            numbered.setdefault(found[1], set()).add(int(found[2]))
    dated = [i for i, word in enumerate(words) if word == "birthday" or re.fullmatch(r"event \d+ value", word)]
    order = order_of(table, dated, region)
    for cells in rows_of(table):
        person = Person(row=cells.number)
        _read_name(person, cells)
        _read_values(person, cells, numbered)
        _read_organizations(person, cells, numbered.get("organization", set()))
        _read_addresses(person, cells, numbered.get("address", set()))
        _read_dates(person, cells, numbered, order)
        _read_rest(person, cells)
        yield finish(person, cells)


def _split(value: str) -> list[str]:
    return (
        [part.strip() for part in _SEPARATOR.split(value) if part.strip()]
        if ":::" in value
        else [value]
        if value
        else []
    )


def _label(text: str) -> tuple[str, bool]:
    """('work', True) of '* Work': the label, and whether it marks the first choice."""
    first = text.startswith("*")
    bare = text.lstrip("* ").strip()
    return (bare.lower() if bare.lower() in STANDARD_LABELS else bare), first


def _pairs(cells: Cells, what: str, numbers: set[int]) -> list[tuple[str, str]]:
    """(value, label) of every numbered column, first choices first."""
    found: list[tuple[bool, str, str]] = []
    for number in sorted(numbers):
        label, first = _label(cells.take(f"{what} {number} label", f"{what} {number} type"))
        values = _split(cells.take_text(f"{what} {number} value"))
        found += [(not first, tidy(value), label) for value in values]
    return [(value, label) for _, value, label in sorted(found, key=lambda each: each[0])]


def _read_name(person: Person, cells: Cells) -> None:
    take = cells.take
    whole = take("name")
    parts = name_in_parts(
        take("given name", "first name"),
        take("additional name", "middle name"),
        take("family name", "last name"),
        take("name prefix"),
        take("name suffix"),
        take("nickname", "short name"),
    )
    filed = take("file as")
    if parts.given or parts.family:
        person.name = replace(parts, display=whole or parts.display)
    elif whole or filed:
        person.name = replace(parse_name(whole or filed), nickname=parts.nickname)
    else:
        person.name = parts
    person.name = replace(
        person.name,
        phonetic_given=take("given name yomi", "phonetic first name"),
        phonetic_family=take("family name yomi", "phonetic last name"),
    )


def _read_values(person: Person, cells: Cells, numbered: dict[str, set[int]]) -> None:
    for value, label in _pairs(cells, "email", numbered.get("email", set())):
        add_email(person, cells, value, label)
    for value, label in _pairs(cells, "phone", numbered.get("phone", set())):
        add_phone(person, value, label)
    for value, label in _pairs(cells, "website", numbered.get("website", set())):
        add_link(person, value, label)
    for what, fallback in (("relation", "relation"), ("custom field", "custom")):
        for value, label in _pairs(cells, what, numbered.get(what, set())):
            person.custom.append(Labelled(value, label or fallback))
    for number in sorted(numbered.get("im", set())):
        service = cells.take(f"im {number} service") or _label(cells.take(f"im {number} type", f"im {number} label"))[0]
        cells.take(f"im {number} type")
        for handle in _split(cells.take(f"im {number} value")):
            person.custom.append(Labelled(handle, service or "chat"))


def _read_organizations(person: Person, cells: Cells, numbers: set[int]) -> None:
    def position(start: str) -> None:
        cells.take(f"{start} type", f"{start} label")
        organization, title = cells.take(f"{start} name"), cells.take(f"{start} title")
        department = cells.take(f"{start} department")
        place, work = cells.take(f"{start} location"), cells.take(f"{start} job description")
        if organization or title or department:
            person.positions.append(Position(organization, title, department, location=place, description=work))

    position("organization")
    for number in sorted(numbers):
        position(f"organization {number}")


def _read_addresses(person: Person, cells: Cells, numbers: set[int]) -> None:
    for number in sorted(numbers):
        start = f"address {number}"
        label, _ = _label(cells.take(f"{start} label", f"{start} type"))
        names = ("po box", "extended address", "street", "city", "region", "postal code", "country")
        columns = [_SEPARATOR.split(cells.take_text(f"{start} {name}")) for name in names]
        whole = _SEPARATOR.split(cells.take_text(f"{start} formatted"))
        for i in range(max(len(whole), *map(len, columns))):
            parts = [column[i].strip() if i < len(column) else "" for column in columns]
            formatted = whole[i].strip() if i < len(whole) else ""
            if formatted or any(parts):
                box, extended, street, city, state, postcode, country = parts
                person.addresses.append(
                    Address(label, box, extended, street, city, state, postcode, country, formatted)
                )


def _read_dates(person: Person, cells: Cells, numbered: dict[str, set[int]], order: str) -> None:
    add_date(person, cells, cells.take("birthday"), order, "birthday")
    for value, label in _pairs(cells, "event", numbered.get("event", set())):
        kind = {"anniversary": "anniversary", "birthday": "birthday"}.get(fold(label), "other")
        add_date(person, cells, value, order, kind, "" if kind != "other" else label)


def _read_rest(person: Person, cells: Cells) -> None:
    for group in _split(cells.take_text("group membership", "labels")):
        add_groups(person, group.lstrip("* ").strip(), ignored=_EVERYBODY)
    person.notes = cells.take_text("notes")
    person.location = cells.take("location")
    if photo := cells.take("photo"):
        person.photo = Photo(url=photo)
    for value in _split(cells.take("hobby")):
        person.interests.append(value)
    if job := cells.take("occupation"):
        if person.positions and not person.positions[0].title:
            person.positions[0] = replace(person.positions[0], title=job)
        elif not person.positions:
            person.positions.append(Position("", job))
        else:
            person.custom.append(Labelled(job, "occupation"))
