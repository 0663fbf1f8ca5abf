"""What both exports come down to: records of plain names, before they become values."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date, datetime

from wellkept.formats.dates import parse_partial, parse_timestamp
from wellkept.formats.monica.kinds import in_words
from wellkept.formats.person import PartialDate, Problem

LONGEST_KEY = 150
# Texts longer than this are cut; nobody wrote them by hand.
LONGEST_TEXT = 1_000_000

Record = dict[str, object]


@dataclass(slots=True)
class Source:
    """An account. Each record has a 'key'; ``parts`` are a contact's own records, by kind and contact key.

    Contacts have 'tags', 'photos' and 'documents' as lists, 'birthdate', 'deceased_date' and 'first_met_date' as
    records, 'first_met_through' and 'avatar_photo' as keys, 'gender' by name. Activities have 'contacts'.
    """

    user: Record = field(default_factory=dict)
    me: str = ""
    contacts: list[Record] = field(default_factory=list)
    parts: dict[str, dict[str, list[Record]]] = field(default_factory=dict)
    activities: list[Record] = field(default_factory=list)
    relationships: list[Record] = field(default_factory=list)
    photos: list[Record] = field(default_factory=list)
    documents: list[Record] = field(default_factory=list)
    journal: list[Record] = field(default_factory=list)
    minor_units: bool = False
    unmodelled: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add_part(self, kind: str, contact: str, record: Record) -> None:
        self.parts.setdefault(kind, {}).setdefault(contact, []).append(record)

    def parts_of(self, kind: str) -> list[tuple[str, Record]]:
        """Each record of that kind with its contact's key, contacts in their order, those of nobody last."""
        by_contact = self.parts.get(kind, {})
        order = dict.fromkeys([str(contact["key"]) for contact in self.contacts])
        keys = [key for key in order if key in by_contact] + [key for key in by_contact if key not in order]
        return [(key, record) for key in keys for record in by_contact[key]]


def text(record: Record, *names: str) -> str:
    """The first of these that says anything, without blanks around it."""
    for name in names:
        if said := plain(record.get(name)):
            return said
    return ""


def plain(value: object) -> str:
    """A text or number as text; '' for everything else."""
    if isinstance(value, str):
        return value[:LONGEST_TEXT].replace("\0", "").replace("\r\n", "\n").replace("\r", "\n").strip()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    if isinstance(value, float):
        if not math.isfinite(value):
            return ""
        return f"{value:.10f}".rstrip("0").rstrip(".") if abs(value) < 1e15 else repr(value)
    return str(value) if value.bit_length() < 200 else ""


def truth(record: Record, name: str) -> bool:
    value = record.get(name)
    return value is True or plain(value).lower() in {"1", "true", "yes"}


def number(record: Record, name: str) -> int:
    """A whole number of at most six digits, else 0."""
    said = text(record, name)
    return int(said) if said.isascii() and said.isdigit() and len(said) <= 6 else 0


def strings(value: object) -> list[str]:
    return [said for each in value if (said := plain(each))] if isinstance(value, list) else []


def moment(record: Record, *names: str) -> datetime | None:
    said = text(record, *names)
    return parse_timestamp(said) if said else None


def day(record: Record, *names: str) -> date | None:
    at = moment(record, *names)
    return at.date() if at else None


def partial(value: object) -> PartialDate:
    """A record of Monica's special_dates without what is unknown; one that comes of an age is no date."""
    if not isinstance(value, dict) or truth(value, "is_age_based"):
        return PartialDate()
    whole = parse_partial(text(value, "date")[:10]) or PartialDate()
    if truth(value, "is_year_unknown"):
        return PartialDate(None, whole.month, whole.day)
    return whole


def named(record: Record) -> str:
    """The name of a type, or the words of its key where it is one of Monica's own: 'went_bar' is 'went to a bar'."""
    own = text(record, "translation_key", "default_life_event_type_key", "default_life_event_category_key")
    return in_words(text(record, "name") or own)
