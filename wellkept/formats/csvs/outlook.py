"""Outlook's CSV in its versions (desktop, Outlook.com, Google's 'Outlook CSV') and languages."""

from __future__ import annotations

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
    key,
    name_in_parts,
    order_of,
    rows_of,
)
from wellkept.formats.csvs.outlook_words import column
from wellkept.formats.csvs.table import Table
from wellkept.formats.names import parse_name
from wellkept.formats.person import Address, Labelled, Person, Position

_PHONES = (
    ("primary_phone", "main"),
    ("mobile 1", "mobile"),
    ("mobile 2", "mobile"),
    ("business phone 1", "work"),
    ("business phone 2", "work"),
    ("home phone 1", "home"),
    ("home phone 2", "home"),
    ("other phone 1", "other"),
    ("phone 1", ""),
    ("company_phone", "company"),
    ("assistant_phone", "assistant"),
    ("car_phone", "car"),
    ("business fax 1", "work fax"),
    ("home fax 1", "home fax"),
    ("other fax 1", "other fax"),
    ("fax 1", "fax"),
    ("pager 1", "pager"),
)
_PLACES = (("business", "work"), ("home", "home"), ("other", "other"))


def recognises(header: list[str]) -> float:
    """From 0 to 1: how sure it is that this is Outlook's. Its columns are many, and say where a telephone or street is."""
    found = [column(cell) for cell in header]
    known = sum(1 for name in found if name)
    placed = sum(1 for name in found if name.startswith(("business ", "home ", "other ", "mobile", "primary_phone")))
    named = {"given", "family"} <= set(found)
    addressed = any(name.startswith("email") for name in found)
    if not (named and addressed and placed >= 2 and known >= 5):
        return 0.0
    return min(0.95, 0.3 + known / max(len(header), 1) * 0.65)


def read(table: Table, region: str = "") -> Iterator[Person]:
    """One Person for each row; ``region`` settles how dates are read where the file does not show it."""
    at: dict[str, int] = {}
    for index, cell in enumerate(table.header):
        name = column(cell)
        if name == "prefix" and name in at:  # French Outlook has two columns 'Titre': how to address, and the job
            name = "job_title"
        if name:
            at.setdefault(name, index)
    if "birthday" not in at and "anniversary" in at and key(table.header[at["anniversary"]]) == "aniversario":
        at["birthday"] = at.pop("anniversary")  # the word is Spanish for anniversary, Portuguese for birthday
    order = order_of(table, [at[name] for name in ("birthday", "anniversary") if name in at], region)
    for cells in rows_of(table, at):
        yield finish(_read_row(cells, table, order), cells)


def _read_row(cells: Cells, table: Table, order: str) -> Person:
    person, take = Person(row=cells.number), cells.take
    parts = [take(n) for n in ("given", "additional", "family", "prefix", "suffix", "nickname")]
    person.name = name_in_parts(*parts)
    filed = take("file_as")
    if not (person.name.given or person.name.family) and filed:
        person.name = replace(parse_name(filed), nickname=person.name.nickname)
    phonetic = take("phonetic_given"), take("phonetic_family")
    person.name = replace(person.name, phonetic_given=phonetic[0], phonetic_family=phonetic[1])
    for which in "123":
        kind, shown = take(f"email type {which}"), take(f"email shown {which}")
        value = take(f"email {which}")
        if value and kind.upper() in ("EX", "X400"):
            cells.refuse(
                "email", "the address is one of an Exchange server inside a company; nobody outside can use it"
            )
            person.extras.append(f"E-mail: {value}")
        elif value:
            add_email(person, cells, value)
        if not person.name.display and shown and "@" not in shown:
            person.name = parse_name(shown)
    for name, label in _PHONES:
        add_phone(person, take(name), label)
    for place, label in _PLACES:
        _read_address(person, cells, place, label)
    _read_work(person, cells)
    add_date(person, cells, take("birthday"), order, "birthday")
    add_date(person, cells, take("anniversary"), order, "anniversary")
    _read_rest(person, cells, table)
    return person


def _read_address(person: Person, cells: Cells, place: str, label: str) -> None:
    streets = [cells.take_text(f"{place} street {which}") for which in "123"]
    street = "\n".join(part for part in streets if part)
    rest = [cells.take(f"{place} {what} 1") for what in ("city", "region", "postcode", "country", "po_box")]
    if street or any(rest):
        city, region, postcode, country, box = rest
        person.addresses.append(Address(label, box, "", street, city, region, postcode, country))


def _read_work(person: Person, cells: Cells) -> None:
    company, department, title = cells.take("company"), cells.take("department"), cells.take("job_title")
    office = cells.take("office")
    if company or department or title:
        person.positions.append(Position(company, title, department, location=office))
    elif office:
        person.location = office


def _read_rest(person: Person, cells: Cells, table: Table) -> None:
    add_link(person, cells.take("web"))
    add_groups(person, cells.take("groups"))
    person.notes = cells.take_text("notes")
    person.location = cells.take("location") or person.location
    if hobby := cells.take("hobby"):
        person.interests.append(hobby)
    for name in ("spouse", "children", "manager", "assistant"):
        if value := cells.take(name):
            person.custom.append(Labelled(value, name))
    cells.take("initials")
    for index, cell in enumerate(table.header):
        if column(cell) == "boring":
            cells.take_at(index)
