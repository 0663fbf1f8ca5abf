"""What the user chose to keep of a capture: every part as it stands on the page, each may be left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from wellkept.domain.contacts.models import Contact
from wellkept.domain.events.models import Event
from wellkept.domain.timeline.models import Fact
from wellkept.formats.person import Person


@dataclass(frozen=True, slots=True)
class ChosenPerson:
    """``contact``: who it is, whose missing values are filled in; None adds a new contact."""

    person: Person
    contact: Contact | None = None


@dataclass(frozen=True, slots=True)
class ChosenTalk:
    """``event`` is one that is there; ``at`` a place or gathering by its name alone, which ``new_event`` adds as an event."""

    kind: str
    on: date
    event: Event | None = None
    at: str = ""
    new_event: bool = False
    body: str = ""


@dataclass(frozen=True, slots=True)
class ChosenFact:
    """Of the person at ``whom`` in ``Choice.people``; kind is fact, need or offer."""

    words: str
    kind: str = Fact.Kind.FACT
    whom: int = 0


@dataclass(frozen=True, slots=True)
class ChosenOccasion:
    """kind is birthday, wedding_anniversary or work_anniversary."""

    kind: str
    month: int
    day: int
    year: int | None = None
    whom: int = 0


@dataclass(frozen=True, slots=True)
class ChosenPromise:
    """``by_whom``: me or them."""

    by_whom: str
    text: str
    due_on: date | None = None
    whom: int = 0


@dataclass(frozen=True, slots=True)
class ChosenReferral:
    """A name that the person at ``whom`` gave."""

    name: str
    about: str = ""
    whom: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """``introduced_by``: who made us known to each other: somebody who is there, or somebody new; ``through``: their name,
    where they are to be no contact."""

    people: list[ChosenPerson]
    talk: ChosenTalk | None = None
    facts: list[ChosenFact] = field(default_factory=list)
    occasions: list[ChosenOccasion] = field(default_factory=list)
    promises: list[ChosenPromise] = field(default_factory=list)
    referrals: list[ChosenReferral] = field(default_factory=list)
    introduced_by: ChosenPerson | None = None
    through: str = ""
    follow_up_on: date | None = None
    follow_up: str = ""
