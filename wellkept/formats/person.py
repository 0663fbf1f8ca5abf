"""What any file says about one person: the values every reader gives and every writer takes.

Pure data. A reader never guesses silently: what it could not read goes into ``problems``,
and what it read but does not model goes into ``extras`` as it stood.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that could not be taken as it stood.

    ``row`` counts from 1 as a person would count the rows (or cards) of the file;
    ``field`` is the column or property, '' when it is the whole row.
    """

    row: int
    field: str
    message: str


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which parts may be missing: 1990, May 1990, 29 February, 4 March 1990."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __bool__(self) -> bool:
        return bool(self.year or self.month)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value with what its owner calls it ('work', 'mobile', 'Summer house')."""

    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """Parts of a name; ``display`` is the name as it is written, in any script, and wins."""

    display: str = ""
    given: str = ""
    additional: str = ""
    family: str = ""
    prefix: str = ""
    suffix: str = ""
    nickname: str = ""
    phonetic_given: str = ""
    phonetic_family: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    label: str = ""
    po_box: str = ""
    extended: str = ""
    street: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    formatted: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """A job or a time at a school; dates may be years or months only."""

    organization: str
    title: str = ""
    department: str = ""
    kind: str = "job"  # or "education"
    started: PartialDate = PartialDate()
    ended: PartialDate = PartialDate()
    current: bool = True
    location: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class DatedOccasion:
    """A yearly date; ``kind`` is 'birthday', 'anniversary' or 'other' (named by ``label``)."""

    kind: str
    date: PartialDate
    label: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """Picture bytes as they stood in the file, or the address it was said to be at (never fetched)."""

    data: bytes = b""
    media_type: str = ""
    url: str = ""


@dataclass(slots=True)
class Person:
    """One row or card. ``row`` counts from 1. ``source_key`` is stable between exports of one source."""

    row: int = 0
    source_key: str = ""
    name: Name = Name()
    emails: list[Labelled] = field(default_factory=list)
    phones: list[Labelled] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    links: list[Labelled] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    dates: list[DatedOccasion] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    interests: list[str] = field(default_factory=list)
    custom: list[Labelled] = field(default_factory=list)
    notes: str = ""
    pronouns: str = ""
    photo: Photo | None = None
    connected_on: PartialDate = PartialDate()
    location: str = ""
    closeness: int | None = None  # 1 (distant) to 5 (very close), the writer's own word
    extras: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    # '' for a person; otherwise why this entry is no person ('shared mailbox', 'shop', 'group').
    set_aside: str = ""

    @property
    def empty(self) -> bool:
        """True when nothing usable is known: no name, organization, e-mail, phone, link, address or note."""
        return not (
            self.name.display
            or self.name.given
            or self.name.family
            or self.name.nickname
            or self.emails
            or self.phones
            or self.links
            or self.positions
            or self.notes
            or any(a.formatted or a.street or a.city for a in self.addresses)
        )
