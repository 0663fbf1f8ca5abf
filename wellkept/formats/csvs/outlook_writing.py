"""Outlook's CSV with English headers, which Outlook imports in any language by matching columns; ``outlook`` reads it back.

It holds three e-mails, an address each for home, work and another place, and one telephone of each kind or two. What it
has no room for is said in the notes, a line each.
"""

from __future__ import annotations

from wellkept.formats.names import parse_name
from wellkept.formats.person import Address, Labelled, Name, Person
from wellkept.formats.vcard.moments import write_date

_PHONES = {
    "work": ("Business Phone", "Business Phone 2"),
    "home": ("Home Phone", "Home Phone 2"),
    "mobile": ("Mobile Phone",),
    "iPhone": ("Mobile Phone",),
    "main": ("Primary Phone",),
    "car": ("Car Phone",),
    "pager": ("Pager",),
    "work fax": ("Business Fax",),
    "home fax": ("Home Fax",),
    "fax": ("Business Fax",),
    "": ("Primary Phone", "Mobile Phone", "Other Phone"),
}
_ANY_PHONE = ("Other Phone", "Primary Phone")
_PLACES = {"work": ("Business", "Other"), "home": ("Home", "Other"), "": ("Home", "Other", "Business")}
_EMAILS = ("E-mail Address", "E-mail 2 Address", "E-mail 3 Address")
_WHERE = ("Street", "City", "State", "Postal Code", "Country/Region")
HEADER = [
    "First Name", "Middle Name", "Last Name", "Title", "Suffix", "Nickname", "Given Yomi", "Surname Yomi", *_EMAILS,
    "Home Phone", "Home Phone 2", "Business Phone", "Business Phone 2", "Mobile Phone", "Car Phone", "Other Phone",
    "Primary Phone", "Pager", "Business Fax", "Home Fax", "Job Title", "Department", "Company",
    *(f"{place} {part}" for place in ("Business", "Home", "Other") for part in _WHERE),
    "Web Page", "Location", "Hobby", "Birthday", "Anniversary", "Categories", "Notes",
]  # fmt: skip


def row(person: Person) -> list[str]:
    """The cells of one person."""
    cells = dict.fromkeys(HEADER, "")
    said: list[str] = []
    _name(cells, person.name)
    for column, email in zip(_EMAILS, person.emails, strict=False):
        cells[column] = email.value
    said += [_line("E-mail", one) for one in person.emails[len(_EMAILS) :]]
    for phone in person.phones:
        column = next((one for one in (*_PHONES.get(phone.label, ()), *_ANY_PHONE) if not cells[one]), "")
        if column:
            cells[column] = phone.value
        else:
            said.append(_line("Phone", phone))
    said += [line for address in person.addresses if (line := _place(cells, address))]
    _work(cells, said, person)
    _dates(cells, said, person)
    cells["Web Page"] = person.links[0].value if person.links else ""
    said += [_line("Link", one) for one in person.links[1:]]
    cells["Location"], cells["Hobby"] = person.location, ", ".join(person.interests)
    cells["Categories"] = ";".join(group.replace(";", ",") for group in person.groups)
    said += [f"Pronouns: {person.pronouns}"] if person.pronouns else []
    said += [f"{one.label or 'Field'}: {one.value}" for one in person.custom]
    cells["Notes"] = "\n\n".join(filter(None, [person.notes, "\n".join(said)]))
    return list(cells.values())


def _name(cells: dict[str, str], name: Name) -> None:
    if name.display and not (name.given or name.family):
        parts = parse_name(name.display)
        name = parts if parts.given or parts.family else Name(given=name.display)
    cells["First Name"], cells["Middle Name"], cells["Last Name"] = name.given, name.additional, name.family
    cells["Title"], cells["Suffix"], cells["Nickname"] = name.prefix, name.suffix, name.nickname
    cells["Given Yomi"], cells["Surname Yomi"] = name.phonetic_given, name.phonetic_family


def _line(what: str, value: Labelled) -> str:
    return f"{what} ({value.label}): {value.value}" if value.label else f"{what}: {value.value}"


def _place(cells: dict[str, str], address: Address) -> str:
    """Put an address into the first place that is free; else it is said as a line."""
    street = "\n".join(filter(None, [address.street, address.extended, address.po_box]))
    parts = (street, address.city, address.region, address.postcode, address.country)
    if not any(parts):
        parts = (address.formatted, "", "", "", "")
    for place in (*_PLACES.get(address.label, ()), "Other"):
        columns = [f"{place} {part}" for part in _WHERE]
        if not any(cells[column] for column in columns):
            cells.update(zip(columns, parts, strict=True))
            return ""
    return _line("Address", Labelled(", ".join(filter(None, parts)).replace("\n", ", "), address.label))


def _work(cells: dict[str, str], said: list[str], person: Person) -> None:
    job = next((one for one in person.positions if one.current and one.kind == "job"), None)
    if job is not None:
        cells["Company"], cells["Job Title"], cells["Department"] = job.organization, job.title, job.department
    for position in person.positions:
        if position is not job:
            name = "School" if position.kind == "education" else "Position" if position.current else "Past position"
            said.append(f"{name}: {' · '.join(filter(None, [position.title, position.organization]))}")


def _dates(cells: dict[str, str], said: list[str], person: Person) -> None:
    """Outlook knows whole days only."""
    for occasion in person.dates:
        column = {"birthday": "Birthday", "anniversary": "Anniversary"}.get(occasion.kind, "")
        whole = bool(occasion.date.year and occasion.date.month and occasion.date.day)
        written = write_date(occasion.date, basic=False) if occasion.date else ""
        if column and whole and not cells[column]:
            cells[column] = written
        elif written:
            said.append(f"{occasion.label or column or 'Date'}: {written}")
    if person.connected_on:
        said.append(f"Connected on: {write_date(person.connected_on, basic=False)}")
