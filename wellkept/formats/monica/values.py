"""What an account of Monica holds. Contacts are named by the ``source_key`` of their Person.

A key is 'monica:' and the record's uuid; where the file gives none (most tables of the SQL export),
'monica:id:', the account, the table (left out for contacts) and the id.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from wellkept.formats.person import PartialDate, Person, Problem


@dataclass(frozen=True, slots=True)
class Facts:
    """What Monica knows of a contact that a Person has no place for."""

    cadence_days: int = 0  # 'stay in touch' every so many days; 0 is never asked
    next_touch_on: date | None = None
    last_talked_on: date | None = None
    archived: bool = False
    starred: bool = False
    partial: bool = False  # exists only as somebody's relative, never shown as a contact of its own
    dead: bool = False
    died: PartialDate = field(default_factory=PartialDate)
    first_met: PartialDate = field(default_factory=PartialDate)
    first_met_through: str = ""
    first_met_where: str = ""
    first_met_note: str = ""
    created_at: datetime | None = None
    photos: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    mine: bool
    text: str


@dataclass(frozen=True, slots=True)
class Interaction:
    """An activity, a call, or one day of a conversation.

    ``kind`` is 'met', 'call', 'email' or 'message'; ``what`` the activity type or the medium by Monica's name.
    ``direction`` is 'mine', 'theirs' or 'both'. ``at`` is None when only the day is known.
    """

    key: str
    kind: str
    on: date
    at: datetime | None = None
    contacts: tuple[str, ...] = ()
    direction: str = "both"
    what: str = ""
    title: str = ""
    text: str = ""
    emotions: tuple[str, ...] = ()
    messages: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    key: str
    contact: str
    text: str
    on: date | None = None
    favourite: bool = False


@dataclass(frozen=True, slots=True)
class Reminder:
    """``unit`` is 'one_time', 'week', 'month' or 'year'. Monica makes those of birthdays and deaths itself: ``automatic``."""

    key: str
    contact: str
    title: str
    text: str = ""
    starts_on: date | None = None
    unit: str = "one_time"
    every: int = 1
    active: bool = True
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    key: str
    contact: str  # '' when it is about nobody
    title: str
    text: str = ""
    done: bool = False
    done_on: date | None = None
    created_on: date | None = None


@dataclass(frozen=True, slots=True)
class Money:
    """``value`` is a decimal number; when ``minor`` it counts the smallest unit of a currency that the file does not name."""

    value: str
    currency: str = ""
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Gift:
    """``status`` is 'idea', 'offered' (I gave it) or 'received' (they gave it)."""

    key: str
    contact: str
    name: str
    status: str = "idea"
    text: str = ""
    url: str = ""
    money: Money | None = None
    on: date | None = None
    recipient: str = ""
    photos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Debt:
    key: str
    contact: str
    mine: bool  # I owe them
    money: Money | None = None
    reason: str = ""
    settled: bool = False
    created_on: date | None = None


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """``when`` leaves out what Monica says is unknown; its JSON does not say so, and has the first of the month or year."""

    key: str
    contact: str
    name: str
    what: str = ""
    text: str = ""
    when: PartialDate = field(default_factory=PartialDate)
    details: str = ""


@dataclass(frozen=True, slots=True)
class Relationship:
    """``of_contact`` is the ``kind`` (father, friend, boss) of ``contact_is``: so Monica's pages read it, against its names.

    Monica keeps each relationship twice, once from either side.
    """

    key: str
    contact_is: str
    of_contact: str
    kind: str


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A photo or document; the SQL export has no bytes."""

    key: str
    name: str
    media_type: str
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Pet:
    key: str
    contact: str
    name: str
    category: str = ""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """A page of the user's own diary, or a day with its rating ('1' bad to '3' good)."""

    key: str
    on: date | None
    title: str = ""
    text: str = ""
    rating: str = ""


@dataclass(frozen=True, slots=True)
class Unmodelled:
    """Records that were not taken: their kind by Monica's name, and how many."""

    kind: str
    count: int


@dataclass(slots=True)
class MonicaExport:
    """``people`` are the contacts but for ``own``, the contact that the user said they are (or the account's user)."""

    people: list[Person] = field(default_factory=list)
    own: Person | None = None
    facts: dict[str, Facts] = field(default_factory=dict)
    interactions: list[Interaction] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    reminders: list[Reminder] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    gifts: list[Gift] = field(default_factory=list)
    debts: list[Debt] = field(default_factory=list)
    life_events: list[LifeEvent] = field(default_factory=list)
    relationships: list[Relationship] = field(default_factory=list)
    photos: list[StoredFile] = field(default_factory=list)
    documents: list[StoredFile] = field(default_factory=list)
    pets: list[Pet] = field(default_factory=list)
    journal: list[JournalEntry] = field(default_factory=list)
    unmodelled: list[Unmodelled] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
