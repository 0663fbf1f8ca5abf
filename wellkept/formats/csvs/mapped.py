"""Any other CSV: the user says which column is what, after a proposal made from its words and contents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from wellkept.formats.csvs.columns import (
    Cells,
    add_date,
    add_email,
    add_groups,
    add_link,
    add_phone,
    finish,
    key,
    keys,
    name_in_parts,
    order_of,
    read_date,
    rows_of,
)
from wellkept.formats.csvs.outlook_words import column
from wellkept.formats.csvs.table import Table
from wellkept.formats.dates import parse_partial
from wellkept.formats.emails import normal_email
from wellkept.formats.names import parse_name
from wellkept.formats.person import Address, Labelled, Person, Position

# What a column can be, and what it is called. Several columns may be the same: their values add up.
FIELDS: dict[str, str] = {
    "name": "Full name",
    "given": "First name",
    "additional": "Middle name",
    "family": "Last name",
    "prefix": "Title before the name",
    "suffix": "Suffix after the name",
    "nickname": "Nickname",
    "pronouns": "Pronouns",
    "email": "E-mail",
    "email_work": "E-mail (work)",
    "email_home": "E-mail (home)",
    "phone": "Phone",
    "phone_mobile": "Phone (mobile)",
    "phone_work": "Phone (work)",
    "phone_home": "Phone (home)",
    "organization": "Organization",
    "title": "Job title",
    "department": "Department",
    "address": "Address (in one cell)",
    "street": "Street",
    "city": "City",
    "region": "State or region",
    "postcode": "Postcode",
    "country": "Country",
    "location": "Location",
    "birthday": "Birthday",
    "anniversary": "Anniversary",
    "connected_on": "Connected on",
    "link": "Website or profile",
    "groups": "Circles, groups or tags",
    "interests": "Interests",
    "notes": "Notes",
    "custom": "Keep under the column's own name",
    "ignore": "Leave out",
}

_WORDS = {
    "name": "name|full name|contact|contact name|person|display name|vollstandiger name|nom complet|nombre completo"
    "|nome completo|nome e cognome|volledige naam|imie i nazwisko|name und vorname|vor und nachname",
    "link": "url|link|linkedin|linked in|linkedin url|linked in url|linkedin profile|profile url|profile|twitter|website"
    "|homepage|web site|blog|xing|github",
    "groups": "tags|tag|labels|label|group|groups|circle|circles|category|categories|gruppe|gruppen|etiquetas|list|lists",
    "notes": "comment|comments|note|remarks|description|memo|bemerkung|bemerkungen|kommentar|how we met",
    "interests": "interest|interests|interessen",
    "pronouns": "pronouns|pronoun",
    "title": "role|job|rolle|funktion|jobtitel|occupation|title",
    "organization": "employer|account|account name|arbeitgeber|employeur|school|university|organisation|current company",
    "connected_on": "connected on|connected|met|met on|first met|date added|verbunden am|date de connexion",
    "birthday": "dob|date of birth|born|bday|birth date|birthdate",
    "street": "street|street address|address line 1|address line 2|strasse|rue|calle|via|ulica|straat|rua",
    "city": "city|town|ort|stadt|wohnort|ville|ciudad|citta|cidade|plaats|miasto",
    "region": "state|region|province|county|bundesland|kanton",
    "postcode": "zip|zip code|postcode|postal code|plz|postleitzahl|code postal|cap|cep",
    "country": "country|land|pays|pais|paese|kraj",
    "address": "address|anschrift|adresse|direccion|indirizzo|endereco|adres|full address",
}
_PHRASES = {phrase: field for field, phrases in _WORDS.items() for phrase in phrases.split("|")}
_FROM_OUTLOOK = {
    "company": "organization", "job_title": "title", "web": "link", "groups": "groups", "hobby": "interests",
    "primary_phone": "phone", "company_phone": "phone_work", "office": "location", "file_as": "name", "boring": "custom",
}  # fmt: skip
_SINGLE_WORDS = {
    "whatsapp": "phone_mobile", "cell": "phone_mobile", "cellphone": "phone_mobile", "handynummer": "phone_mobile",
    "telefonnummer": "phone", "rufnummer": "phone", "phone": "phone", "email": "email", "mail": "email",
}  # fmt: skip
_URL = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_PHONE = re.compile(r"(?=(?:\D*\d){7,15}\D*$)\+?[\d\s().\-/]{7,24}(?:\s*(?:x|ext\.?)\s*\d+)?$")
_MOST_OF = 0.7
# Fields of which a person has one.
_ONCE = frozenset(
    {"name", "given", "family", "additional", "birthday", "anniversary", "connected_on", "street", "city", "country"}
)


@dataclass(frozen=True, slots=True)
class _Column:
    index: int
    field: str
    header: str


def propose_mapping(header: Sequence[str], sample_rows: Sequence[Sequence[str]]) -> dict[int, str]:
    """For every column the field it most likely is, by its words, else by what stands in it; 'custom' when in doubt."""
    proposed: dict[int, str] = {}
    taken: set[str] = set()
    for index, cell in enumerate(header):
        field = _by_words(cell)
        values = [row[index].strip() for row in sample_rows[:200] if index < len(row) and row[index].strip()]
        seen = _by_content(values)
        if not field or (seen in ("email", "link") and field in ("name", "custom", "address", "title")):
            field = seen or ("custom" if cell.strip() or values else "ignore")
        if field in _ONCE and field in taken:
            field = "custom"
        proposed[index] = field
        taken.add(field)
    if {"name", "given", "family"} <= taken:
        proposed = {i: ("custom" if f == "name" else f) for i, f in proposed.items()}
    return proposed


def _by_words(header: str) -> str:
    spelt = key(header)
    if not spelt:
        return ""
    if spelt in _PHRASES:
        return _PHRASES[spelt]
    found = column(header)
    if found in FIELDS:
        return found
    if found in _FROM_OUTLOOK:
        return _FROM_OUTLOOK[found]
    words = found.split()
    if words and words[0] == "email":
        return "" if len(words) > 2 else {"work": "email_work", "business": "email_work"}.get(spelt.split()[0], "email")
    if "mobile" in words:
        return "phone_mobile"
    if "phone" in words:
        return {"business": "phone_work", "home": "phone_home"}.get(words[0], "phone")
    for name in ("street", "city", "region", "postcode", "country"):
        if name in words:
            return name
    return next((_SINGLE_WORDS[w] for w in spelt.split() if w in _SINGLE_WORDS), "")


def _by_content(values: list[str]) -> str:
    if not values:
        return ""

    def most(test: Callable[[str], object]) -> bool:
        return sum(1 for value in values if test(value)) >= _MOST_OF * len(values)

    if most(normal_email):
        return "email"
    if most(_URL.match):
        return "link"
    if most(lambda v: any(parse_partial(v, order) for order in ("dmy", "mdy")) and len(v) > 5):
        return "custom"  # a date of what, only the user can say
    if most(_PHONE.match):
        return "phone"
    return ""


def read(table: Table, mapping: Mapping[int, str] | Mapping[str, str], region: str = "") -> Iterator[Person]:
    """One Person for each row. ``mapping`` gives columns (by index or header) their field of ``FIELDS``.

    Columns it does not name are kept as extras; a field it misspells counts as 'custom'.
    """
    columns = _columns(table, mapping)
    order = order_of(
        table, [c.index for c in columns if c.field in ("birthday", "anniversary", "connected_on")], region
    )
    for cells in rows_of(table):
        person = Person(row=cells.number)
        given: dict[str, list[str]] = {}
        for each in columns:
            value = cells.take_at(each.index)
            if value and each.field != "ignore":
                _take(person, cells, each, value, given, order)
        _assemble(person, given)
        yield finish(person, cells)


def _columns(table: Table, mapping: Mapping[int, str] | Mapping[str, str]) -> list[_Column]:
    spelt = keys(table.header)
    found = []
    for where, field in mapping.items():
        index = where if isinstance(where, int) else spelt.index(key(where)) if key(where) in spelt else -1
        if 0 <= index < len(table.header):
            found.append(_Column(index, field if field in FIELDS else "custom", table.header[index]))
    return sorted(found, key=lambda each: each.index)


def _take(person: Person, cells: Cells, each: _Column, value: str, given: dict[str, list[str]], order: str) -> None:
    what, _, label = each.field.partition("_")
    if what == "email":
        add_email(person, cells, value, label)
    elif what == "phone":
        add_phone(person, value, label)
    elif each.field == "link":
        add_link(person, value)
    elif each.field in ("birthday", "anniversary"):
        add_date(person, cells, value, order, each.field)
    elif each.field == "connected_on":
        person.connected_on = read_date(cells, value, order, each.field)
    elif each.field == "groups":
        add_groups(person, value)
    elif each.field == "interests":
        person.interests += [part.strip() for part in re.split(r"[;,]", value) if part.strip()]
    elif each.field == "custom":
        person.custom.append(Labelled(value, each.header))
    else:
        given.setdefault(each.field, []).append(value)


def _assemble(person: Person, given: dict[str, list[str]]) -> None:
    def one(field: str, between: str = " ") -> str:
        return between.join(given.get(field, []))

    parts = [one(f) for f in ("given", "additional", "family", "prefix", "suffix", "nickname")]
    person.name = name_in_parts(*parts)
    if whole := one("name"):
        if not (person.name.given or person.name.family):
            read_name = parse_name(whole)
            kept = {f: v for f, v in zip(("prefix", "suffix", "nickname"), parts[3:], strict=True) if v}
            person.name = replace(read_name, **kept)
        else:
            person.name = replace(person.name, display=whole)
    if any(given.get(f) for f in ("organization", "title", "department")):
        person.positions.append(Position(one("organization", ", "), one("title", ", "), one("department", ", ")))
    places = [one(f, "\n" if f == "street" else " ") for f in ("street", "city", "region", "postcode", "country")]
    if any(places) or given.get("address"):
        street, city, state, postcode, country = places
        person.addresses.append(Address("", "", "", street, city, state, postcode, country, one("address", "\n")))
    person.location, person.pronouns = one("location"), one("pronouns")
    person.notes = one("notes", "\n\n")
