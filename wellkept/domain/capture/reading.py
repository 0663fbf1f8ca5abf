"""What a capture says, held against who and what is there: everybody with who it may be, the event, and what must be asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.capture.choosing import ChosenFact, ChosenOccasion, ChosenPromise
from wellkept.domain.capture.marking import Mark, marks_of
from wellkept.domain.capture.matching import Meant, who_is
from wellkept.domain.capture.newly import New, news_of, other_name
from wellkept.domain.contacts.models import Contact
from wellkept.domain.events.models import Event
from wellkept.domain.search.searching import find_named
from wellkept.domain.timeline.models import Fact, Interaction
from wellkept.formats.line import LONGEST, Line, TooLong, parse
from wellkept.formats.line import Contact as LinePerson
from wellkept.formats.names import fold
from wellkept.formats.person import Labelled, Name, Person, Position

UNKNOWN = -1  # of several people, whom it is about has to be said
KINDS = {"card": Interaction.Kind.LETTER.value}  # kinds of a line that are called otherwise in the timeline
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
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
class Question:
    """Words that can be read in more than one way. ``field``: what stays empty until they are answered, as the line calls it:
    'interaction.on', 'promises.0.due', 'follow_up_on'; '' where nothing hangs on them. ``may``: what they could mean."""

    words: str
    field: str = ""
    may: Sequence[str] = ()

    @property
    def days(self) -> list[date]:
        """What they could mean, where that is a day."""
        return [date.fromisoformat(each) for each in self.may if _DAY.fullmatch(each)]


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
    marks: Sequence[Mark] = ()

    @property
    def asked(self) -> bool:
        """Whether something has to be answered before it can be kept."""
        people = [*self.people, *([self.introduced_by] if self.introduced_by else [])]
        return bool(self.questions) or not self.people or any(each.meant.asked for each in people)


def read_line(*, network: Network, line: str, on: date, region: str = "") -> Reading:
    """A line typed (or said) on a day, with who and which event is meant. What is unsure stays empty and is asked."""
    known = [contact.display for contact in find_named(network=network, text=line)]
    try:
        read = parse(line, today=on, region=region or network.phone_region, known=known)
    except TooLong as error:
        raise Refusal(_("A line takes at most %(most)d characters.") % {"most": LONGEST}, field="line") from error
    return read_parsed(network=network, read=read, on=on)


def read_parsed(*, network: Network, read: Line, on: date) -> Reading:
    people = [read_person(network=network, person=_person(each)) for each in read.contacts]
    places = {each.name: place for place, each in reversed(list(enumerate(read.contacts)))}

    def whom(name: str | None) -> int:
        return places.get(name or "", 0 if len(people) == 1 else UNKNOWN)

    kinds = ((read.facts, Fact.Kind.FACT), (read.needs, Fact.Kind.NEED), (read.offers, Fact.Kind.OFFER))
    through = Person(name=Name(display=read.introduced_by or ""))
    return Reading(
        people=people,
        talk=_talk(network, read, on),
        facts=[ChosenFact(said.words, kind, whom(said.contact)) for parts, kind in kinds for said in parts],
        occasions=[
            ChosenOccasion(each.kind, each.month or 0, each.day or 0, each.year, whom(each.contact))
            for each in read.occasions
        ],
        promises=[ChosenPromise(each.by, each.text, each.due, whom(each.contact)) for each in read.promises],
        introduced_by=read_person(network=network, person=through) if read.introduced_by else None,
        follow_up_on=read.follow_up_on,
        questions=[Question(doubt.words, doubt.field, doubt.candidates) for doubt in read.doubts],
        marks=marks_of(read),
    )


def _person(said: LinePerson) -> Person:
    position = Position(said.organization or "", title=said.title or "")
    return Person(
        name=Name(display=said.name),
        positions=[position] if position.organization or position.title else [],
        emails=[Labelled(address) for address in said.emails],
        phones=[Labelled(number) for number in said.phones],
        location=said.location or "",
    )


def _talk(network: Network, read: Line, on: date) -> TalkReading | None:
    if read.interaction is None:
        return None
    said = read.interaction
    kind = KINDS.get(said.kind, said.kind)
    event, events = read_event(network=network, name=said.event or "", on=said.on or on)
    return TalkReading(kind, said.on, said.event or "", event, events)


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
    if not date.min + BESIDE <= on <= date.max - BESIDE:
        return None, []
    near = Event.objects.filter(network=network, starts_on__lte=on + BESIDE, ends_on__gte=on - BESIDE)
    today = list(near.select_related("series").order_by("starts_on", "pk")[:50])
    named = [event for event in today if _called(event, name)]
    if len(named) == 1:
        return named[0], named
    return None, (named or today)[:MOST_EVENTS]


def _called(event: Event, name: str) -> bool:
    """'PyCon' means 'PyCon Austria 2026'; no name means none."""
    said = set(fold(name).replace("-", " ").split())
    names = [event.name, *([event.series.name] if event.series else [])]
    return any(said <= set(fold(each).replace("-", " ").split()) for each in names) if said else False
