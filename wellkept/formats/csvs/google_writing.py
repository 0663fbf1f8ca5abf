"""Google's CSV of today (since 2024), for Google Contacts and whatever else imports it; ``google`` reads it back.

What Google has no column for becomes custom fields. Lines that are kept unread are not written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from wellkept.formats.csvs.google import STANDARD_LABELS
from wellkept.formats.names import parse_name
from wellkept.formats.person import Address, DatedOccasion, Labelled, Name, Person
from wellkept.formats.vcard.labels import RELATIVES
from wellkept.formats.vcard.moments import write_date

FIXED = [
    "First Name", "Middle Name", "Last Name", "Phonetic First Name", "Phonetic Middle Name", "Phonetic Last Name",
    "Name Prefix", "Name Suffix", "Nickname", "File As", "Organization Name", "Organization Title",
    "Organization Department", "Birthday", "Notes", "Photo", "Labels",
]  # fmt: skip
_ADDRESS = ["Formatted", "Street", "City", "PO Box", "Region", "Postal Code", "Country", "Extended Address"]
_PAIRS = ["E-mail", "Phone", "Relation", "Website", "Event", "Custom Field"]
MANY = " ::: "

Widths = Mapping[str, int]


def widths_of(people: Iterable[Person]) -> Widths:
    """How many numbered columns of each kind these people need."""
    most: Counter[str] = Counter()
    for person in people:
        most |= Counter({"Address": len(person.addresses), **{name: len(_pairs(person, name)) for name in _PAIRS}})
    return most


def header(widths: Widths) -> list[str]:
    columns = list(FIXED)
    for name in _PAIRS:
        for number in range(1, widths.get(name, 0) + 1):
            columns += [f"{name} {number} - Label", f"{name} {number} - Value"]
    for number in range(1, widths.get("Address", 0) + 1):
        columns += [f"Address {number} - {part}" for part in ("Label", *_ADDRESS)]
    return columns


def row(person: Person, widths: Widths) -> list[str]:
    name = _named(person.name)
    job = next((one for one in person.positions if one.current and one.kind == "job"), None)
    born = _birthday(person)
    cells = [
        name.given, name.additional, name.family, name.phonetic_given, "", name.phonetic_family, name.prefix, name.suffix,
        name.nickname, "", job.organization if job else "", job.title if job else "", job.department if job else "",
        write_date(born.date, basic=False) if born else "", person.notes,
        person.photo.url if person.photo else "", MANY.join([*map(_one, person.groups), "* myContacts"]),
    ]  # fmt: skip
    for kind in _PAIRS:
        pairs = _pairs(person, kind)
        first = "* " if len(pairs) > 1 and kind in ("E-mail", "Phone") else ""
        for number, pair in enumerate(pairs):
            cells += [("" if number else first) + _label(pair.label), _one(pair.value)]
        cells += [""] * (2 * (widths.get(kind, 0) - len(pairs)))
    for address in person.addresses:
        cells += _address(address)
    return cells + [""] * ((1 + len(_ADDRESS)) * (widths.get("Address", 0) - len(person.addresses)))


def _named(name: Name) -> Name:
    """With its parts: a contact of Google without a first or last name goes by its address."""
    if name.given or name.family or not name.display:
        return name
    parts = parse_name(name.display)
    return parts if parts.given or parts.family else Name(given=name.display)


def _birthday(person: Person) -> DatedOccasion | None:
    return next((one for one in person.dates if one.kind == "birthday" and one.date.month and one.date.day), None)


def _pairs(person: Person, kind: str) -> list[Labelled]:
    if kind == "E-mail":
        return person.emails
    if kind == "Phone":
        return person.phones
    if kind == "Website":
        return person.links
    if kind == "Relation":
        return [one for one in person.custom if one.label in RELATIVES]
    return _events(person) if kind == "Event" else _others(person)


def _events(person: Person) -> list[Labelled]:
    born = _birthday(person)
    found = [
        Labelled(write_date(one.date, basic=False), one.label or one.kind)
        for one in person.dates
        if one is not born and one.date.month and one.date.day
    ]
    met = person.connected_on
    return [*found, Labelled(write_date(met, basic=False), "Connected on")] if met.month and met.day else found


def _others(person: Person) -> list[Labelled]:
    """What Google keeps under names that the user gives."""
    found = [one for one in person.custom if one.label not in RELATIVES]
    jobs = [one for one in person.positions if one.current and one.kind == "job"][1:]
    past = [one for one in person.positions if not (one.current and one.kind == "job")]
    for position in [*jobs, *past]:
        name = "School" if position.kind == "education" else "Position" if position.current else "Past position"
        parts = filter(None, [position.title, position.department, position.organization])
        found.append(Labelled(" · ".join(parts), name))
    found += [
        Labelled(write_date(one.date, basic=False), one.label or one.kind)
        for one in person.dates
        if one.date and not (one.date.month and one.date.day)
    ]
    said = {"Pronouns": person.pronouns, "Place": person.location, "Interests": ", ".join(person.interests)}
    return [*found, *(Labelled(value, name) for name, value in said.items() if value)]


def _label(label: str) -> str:
    return label.title() if label in STANDARD_LABELS else label


def _address(address: Address) -> list[str]:
    parts = (
        address.formatted, address.street, address.city, address.po_box, address.region, address.postcode,
        address.country, address.extended,
    )  # fmt: skip
    return [_label(address.label), *map(_one, parts)]


def _one(value: str) -> str:
    """One value: the mark that parts several would make two of it."""
    return value.replace(":::", "::")
