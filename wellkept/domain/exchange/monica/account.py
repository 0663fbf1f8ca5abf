"""An account as units: each contact with what becomes part of it, then everything that hangs on contacts."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from wellkept.domain.contacts import parts
from wellkept.domain.contacts.digest import date_values, values_of
from wellkept.domain.exchange.contract import Reading, Unit
from wellkept.domain.exchange.monica.records import Record, Shape, records_of
from wellkept.domain.exchange.people import Said, detail_of, label_of
from wellkept.formats import monica
from wellkept.formats.names import display_name
from wellkept.formats.person import DatedOccasion, Labelled, PartialDate, Person, Problem

RELATIVE = "relative"
DECEASED, STARRED = "deceased", "starred"


@dataclass(slots=True)
class Folded:
    """A row of its own that becomes part of a contact: a relationship, a yearly reminder."""

    label: str
    table: str  # 'custom' or 'dates' of the values
    value: list[Any]


@dataclass(slots=True)
class Told(Said):
    """A contact with the facts beside it. ``folded`` are the rows after its first."""

    facts: dict[str, Any] = field(default_factory=dict)
    folded: list[Folded] = field(default_factory=list)
    own: bool = False


def reading_of(export: monica.MonicaExport) -> Reading:
    """Rows are numbered: the contacts, then what became part of them, then all other records."""
    units = _people(export)
    row = sum(len(unit.rows) for unit in units)
    folded = {key for key, _folded in _yearly(export)}
    others = [record for record in records_of(export) if record.key not in folded]
    others += _loose_relationships(export)
    for number, record in enumerate(others, row + 1):
        units.append(Unit(rows=(number,), value=record, label=record.label[:200], detail=record.body[:200]))
    remarks = list(export.problems)
    remarks += [
        Problem(0, left.kind, f"{left.count} of “{left.kind}” have no place here and were not taken")
        for left in export.unmodelled
    ]
    of_row = {number: unit for unit in units for number in unit.rows}
    return Reading(units=units, remarks=remarks, raw=lambda row: _raw(of_row.get(row)))


def _raw(unit: Unit | None) -> str:
    if unit is None:
        return ""
    values = unit.value.values
    return json.dumps({"label": unit.label, **values}, ensure_ascii=False, default=str)


def _people(export: monica.MonicaExport) -> list[Unit]:
    people = {person.source_key: person for person in export.people}
    _set_relatives_aside(export, people)
    folded: dict[str, list[Folded]] = {}
    for relationship in export.relationships:
        person, other = people.get(relationship.contact_is), people.get(relationship.of_contact)
        if is_taken(person) and person is not None:
            folded.setdefault(person.source_key, []).append(_related(export, relationship, person, other))
    for _key, reminder in _yearly(export):
        person = people[reminder.contact]
        occasion = DatedOccasion("other", _day(reminder), reminder.title)
        person.dates.append(occasion)
        value = date_values(parts.dates(Person(dates=[occasion]))[0])
        folded.setdefault(person.source_key, []).append(Folded(reminder.title, "dates", value))
    everybody = [*export.people]
    if export.own is not None and export.own.row:
        everybody.append(export.own)
    everybody.sort(key=lambda person: person.row)
    next_row = len(everybody)
    units = []
    for number, person in enumerate(everybody, 1):
        person.row = number
        facts = export.facts.get(person.source_key, monica.Facts())
        _mark(person, facts)
        with_it = folded.get(person.source_key, [])
        rows = (number, *range(next_row + 1, next_row + 1 + len(with_it)))
        next_row += len(with_it)
        said = facts_as_values(facts)
        values = {**values_of(person), "facts": said}
        told = Told(person, person.source_key[:150], values, said, with_it, person is export.own)
        units.append(Unit(rows=rows, value=told, label=label_of(person), detail=detail_of(person)))
    return units


def is_taken(person: Person | None) -> bool:
    return person is not None and not person.set_aside and not person.empty


def _set_relatives_aside(export: monica.MonicaExport, people: dict[str, Person]) -> None:
    """Monica has half contacts for children and spouses of others: they are named with those, unless more is known of them."""
    busy = {key for record in records_of(export) if record.shape != "settled" for key in record.contacts}
    for relationship in export.relationships:
        person, other = people.get(relationship.of_contact), people.get(relationship.contact_is)
        facts = export.facts.get(relationship.of_contact)
        whole = other is not None and not export.facts[other.source_key].partial
        if person is not None and facts is not None and facts.partial and whole and person.source_key not in busy:
            person.set_aside = person.set_aside or RELATIVE


def _related(
    export: monica.MonicaExport, relationship: monica.Relationship, person: Person, other: Person | None
) -> Folded:
    known = other or (export.own if export.own and export.own.source_key == relationship.of_contact else None)
    name = (display_name(known.name) if known else "") or "somebody who is not in the file"
    kind = relationship.kind.replace("_", " ") or "related to"
    said = Labelled(name, kind)
    person.custom.append(said)
    if other is not None and other.set_aside == RELATIVE:
        person.dates += [
            DatedOccasion("other", one.date, f"{name} ({kind})") for one in other.dates if one.kind == "birthday"
        ]
    row = parts.custom_fields(Person(custom=[said]))[0]
    return Folded(f"{kind}: {name}", "custom", [row.name, row.value])


def _loose_relationships(export: monica.MonicaExport) -> list[Record]:
    """Those of contacts that are not taken, or of the user: said from the other side, or with nobody to say them of."""
    taken = {person.source_key for person in export.people if is_taken(person)}
    loose: list[Record] = []
    for one in export.relationships:
        if one.contact_is not in taken:
            shape: Shape = "settled" if one.of_contact in taken else "note"
            whose = one.of_contact if shape == "settled" else one.contact_is
            kind = one.kind.replace("_", " ")
            loose.append(Record(one.key, shape, f"relationship: {kind}", (whose,), body=f"Relationship: {kind}"))
    return loose


def _yearly(export: monica.MonicaExport) -> list[tuple[str, monica.Reminder]]:
    """Reminders of every year: occasions of the contact."""
    taken = {person.source_key for person in export.people if is_taken(person)}
    return [
        (one.key, one)
        for one in export.reminders
        if one.unit == "year"
        and one.every == 1
        and one.active
        and not one.automatic
        and one.starts_on
        and one.contact in taken
    ]


def _day(reminder: monica.Reminder) -> PartialDate:
    """The year is that of the first reminder, and says nothing of the occasion."""
    on = reminder.starts_on
    return PartialDate(None, on.month, on.day) if on else PartialDate()


def _mark(person: Person, facts: monica.Facts) -> None:
    if facts.starred:
        person.groups.append(STARRED)
    if facts.dead:
        person.groups.append(DECEASED)
        if facts.died:
            person.custom.append(Labelled(parts.written_date(facts.died), DECEASED))
    if len(facts.first_met_note) > 300:
        person.notes = f"{person.notes}\n\n{facts.first_met_note}".strip()


def facts_as_values(facts: monica.Facts) -> dict[str, Any]:
    """What is set on a contact beside its own values, as JSON; what is not said is left out."""
    met = facts.first_met
    said = {
        "met": [met.year, met.month, met.day] if met else [],
        "where": facts.first_met_where[:200],
        "how": facts.first_met_note if len(facts.first_met_note) <= 300 else "",
        "days": facts.cadence_days,
        "archived": facts.archived,
        "dead": facts.dead,
    }
    return {name: value for name, value in said.items() if value}
