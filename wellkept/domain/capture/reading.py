"""What a capture says, held against who and what is there: everybody with who it may be, the event, and what must be asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from wellkept.domain.accounts.models import Network
from wellkept.domain.capture.choosing import ChosenFact, ChosenOccasion, ChosenPromise
from wellkept.domain.capture.matching import Meant, who_is
from wellkept.domain.capture.newly import New, news_of, other_name
from wellkept.domain.contacts.models import Contact
from wellkept.domain.events.models import Event
from wellkept.formats.names import fold
from wellkept.formats.person import Person

BESIDE = timedelta(days=1)  # an event is still meant on the day before and after
MOST_EVENTS = 5


@dataclass(frozen=True, slots=True)
class PersonReading:
    """``news``: what would be filled in with ``meant.contact``; ``written``: the name, where it is written otherwise here."""

    person: Person
    meant: Meant
    news: Sequence[New] = ()
    written: str = ""
    unsure: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class TalkReading:
    """``event``: the one that is there by this name on this day; ``events``: which it could be."""

    kind: str
    on: date | None
    at: str = ""
    event: Event | None = None
    events: Sequence[Event] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of the line, and what became of it; ``what`` is '' for words of which nothing was made."""

    text: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Words that can be read in more than one way. ``field``: what stays empty until they are answered: 'on', 'follow_up', or
    'promise-0' for the first promise; '' where no field hangs on them. ``days``: what they may mean."""

    words: str
    field: str = ""
    days: Sequence[date] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    people: Sequence[PersonReading]
    talk: TalkReading | None = None
    facts: Sequence[ChosenFact] = ()
    occasions: Sequence[ChosenOccasion] = ()
    promises: Sequence[ChosenPromise] = ()
    introduced_by: PersonReading | None = None
    follow_up_on: date | None = None
    questions: Sequence[Question] = ()
    marks: Sequence[Mark] = field(default_factory=list)

    @property
    def asked(self) -> bool:
        """Whether something has to be answered before it can be kept."""
        people = [*self.people, *([self.introduced_by] if self.introduced_by else [])]
        return bool(self.questions) or not self.people or any(each.meant.asked for each in people)


def read_person(*, network: Network, person: Person, unsure: Iterable[str] = ()) -> PersonReading:
    """Who it may be already, by which sign, and what would be new."""
    meant = who_is(network=network, person=person)
    contact = meant.contact
    if contact is None:
        return PersonReading(person, meant, unsure=tuple(unsure))
    return PersonReading(person, meant, *against(contact, person), unsure=tuple(unsure))


def against(contact: Contact, person: Person) -> tuple[Sequence[New], str]:
    return news_of(contact=contact, person=person), other_name(contact=contact, person=person)


def read_event(*, network: Network, name: str, on: date) -> tuple[Event | None, list[Event]]:
    """The one event that has this name (or is of a series of this name) and was on that day; else those of the name, and those of the day."""
    near = Event.objects.filter(network=network, starts_on__lte=on + BESIDE, ends_on__gte=on - BESIDE)
    today = list(near.select_related("series").order_by("starts_on", "pk")[:50])
    named = [event for event in today if _called(event, name)]
    if len(named) == 1:
        return named[0], named
    return None, (named or today)[:MOST_EVENTS]


def _called(event: Event, name: str) -> bool:
    """'PyCon' means 'PyCon Austria 2026'; nothing means the only one there is."""
    said = set(fold(name).replace("-", " ").split())
    names = [event.name, *([event.series.name] if event.series else [])]
    return any(said <= set(fold(each).replace("-", " ").split()) for each in names) if said else False
