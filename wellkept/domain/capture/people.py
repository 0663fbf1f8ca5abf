"""What was read of people, as it lies in a capture: JSON from ``formats.Person`` values and back. Empty parts are left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from wellkept.formats.person import Address, DatedOccasion, Labelled, Name, PartialDate, Person, Position

_LABELLED = ("emails", "phones", "links", "custom")
_WORDS = ("groups", "interests", "extras")
_TEXTS = ("notes", "pronouns", "location")


def as_json(
    people: Sequence[Person], *, unsure: Iterable[str] = (), more: dict[str, Any] | None = None
) -> dict[str, Any]:
    """What ``receiving.receive`` takes as ``read``. ``unsure``: the fields ('name', 'organization') or words to be asked
    about; ``more``: whatever else the page that asks wants to have again (confidences, places on the picture)."""
    return {"people": [_of(person) for person in people], "unsure": list(unsure), **({"more": more} if more else {})}


def from_json(read: dict[str, Any]) -> list[Person]:
    """The people of a capture. What is no such thing is left out; nothing raises."""
    people = read.get("people") if isinstance(read, dict) else None
    return [_person(said) for said in people if isinstance(said, dict)] if isinstance(people, list) else []


def unsure_of(read: dict[str, Any]) -> list[str]:
    unsure = read.get("unsure") if isinstance(read, dict) else None
    return [str(words) for words in unsure] if isinstance(unsure, list) else []


def _of(person: Person) -> dict[str, Any]:
    said: dict[str, Any] = {"name": _filled(asdict(person.name))}
    for field in _LABELLED:
        said[field] = [_filled(asdict(one)) for one in getattr(person, field)]
    said["addresses"] = [_filled(asdict(one)) for one in person.addresses]
    said["positions"] = [_filled(asdict(one)) for one in person.positions]
    said["dates"] = [_filled(asdict(one)) for one in person.dates]
    for field in (*_WORDS, *_TEXTS):
        said[field] = getattr(person, field)
    return _filled(said)


def _filled(said: dict[str, Any]) -> dict[str, Any]:
    dates = {name: _filled(value) for name, value in said.items() if isinstance(value, dict) and name != "name"}
    return {name: value for name, value in {**said, **dates}.items() if value or value is False}


def _person(said: dict[str, Any]) -> Person:
    person = Person(name=Name(**_texts(said.get("name"), Name)))
    for field in _LABELLED:
        setattr(person, field, [Labelled(**_texts(one, Labelled)) for one in _rows(said, field) if one.get("value")])
    person.addresses = [Address(**_texts(one, Address)) for one in _rows(said, "addresses")]
    person.positions = [_position(one) for one in _rows(said, "positions")]
    person.dates = [
        DatedOccasion(date=_partial(one.get("date")), **_texts(one, DatedOccasion))
        for one in _rows(said, "dates")
        if one.get("kind")
    ]
    for field in _WORDS:
        values = said.get(field)
        setattr(person, field, [str(value) for value in values] if isinstance(values, list) else [])
    for field in _TEXTS:
        setattr(person, field, str(said.get(field) or ""))
    return person


def _position(said: dict[str, Any]) -> Position:
    columns: dict[str, Any] = {"organization": "", **_texts(said, Position)}
    columns |= {part: _partial(said.get(part)) for part in ("started", "ended")}
    return Position(current=said.get("current") is not False, **columns)


def _partial(said: Any) -> PartialDate:
    if not isinstance(said, dict):
        return PartialDate()
    parts = {part: said.get(part) for part in ("year", "month", "day")}
    return PartialDate(**{part: value for part, value in parts.items() if isinstance(value, int)})


def _rows(said: dict[str, Any], field: str) -> list[dict[str, Any]]:
    rows = said.get(field)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _texts(said: Any, model: type[Any]) -> dict[str, str]:
    """The values of a row that are text columns of this type."""
    if not isinstance(said, dict):
        return {}
    return {name: str(said[name]) for name in model.__dataclass_fields__ if isinstance(said.get(name), str)}
