"""What has been read of a line so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from wellkept.formats.line.day_makers import Day
from wellkept.formats.line.flat import flat
from wellkept.formats.line.jobs import Job
from wellkept.formats.line.people import Person, Words
from wellkept.formats.line.record import Contact, Doubt, Interaction, Line, Occasion, Promise, Said, Span

Place = tuple[int, int]


@dataclass
class Passed:
    kind: str
    at: Place
    day: Day | None = None
    asked: bool = False
    event: str | None = None
    event_at: Place | None = None
    perhaps: bool = False  # nobody said how: 'Tom introduced me to Ana'


@dataclass
class Draft:
    words: Words
    today: date
    days: list[Day]
    people: list[Person] = field(default_factory=list)
    passed: Passed | None = None
    facts: list[tuple[Said, Place]] = field(default_factory=list)
    needs: list[tuple[Said, Place]] = field(default_factory=list)
    offers: list[tuple[Said, Place]] = field(default_factory=list)
    promises: list[tuple[Promise, Place, Day | None]] = field(default_factory=list)
    occasions: list[tuple[Occasion, Place]] = field(default_factory=list)
    introduced_by: tuple[str, Place] | None = None
    follow_up: tuple[date | None, Place] | None = None
    doubts: list[Doubt] = field(default_factory=list)
    ahead: list[Day] = field(default_factory=list)  # a day that stood before what passed on it
    leading: tuple[Day, int] | None = None  # a day before what is to be done, and where that ends
    there: tuple[str, int, int] | None = None  # a gathering that stood before who was met at it
    whose: str = ""  # 'me' or 'them': whom the last statement was about
    post: tuple[Job, Place] | None = None  # told before who holds it: 'the CEO of Acme, Ana Souza, rang'
    used: set[int] = field(default_factory=set)  # beginnings of days that were taken

    def days_in(self, start: int, end: int) -> list[Day]:
        before = [self.leading[0]] if self.leading and self.leading[0].end <= start and self.leading[1] == end else []
        within = [day for day in self.days if start <= day.core < end]
        return [day for day in before + within if day.start not in self.used]

    def without_days(self, start: int, end: int) -> str:
        """The words of a statement as ``flat`` spells them, blanks where the days are."""
        plain = list(self.words.plain[start:end])
        for day in self.days:
            if start <= day.core < end:
                plain[max(day.start - start, 0) : day.end - start] = " " * (min(day.end, end) - max(day.start, start))
        return "".join(plain)

    def doubt(self, start: int, end: int, field_name: str = "", candidates: tuple[str, ...] = ()) -> None:
        text = self.words.text
        while start < end and text[end - 1] in " .,;:?!":
            end -= 1
        while start < end and text[start] in " .,;:":
            start += 1
        if start < end and all(one.start != start or one.end != end for one in self.doubts):
            self.doubts.append(Doubt(text[start:end], start, end, field_name, candidates))

    def doubt_day(self, day: Day, field_name: str, *, past: bool = False) -> None:
        may = [one for one in day.candidates if (one <= self.today if past else one >= self.today)]
        self.doubt(day.core, day.end, field_name, tuple(one.isoformat() for one in may))

    def person_named(self, name: str) -> Person | None:
        """The contact of this line that the name or first name means, if it is one alone."""
        plain = flat(name)
        exact = [one for one in self.people if flat(one.name) == plain]
        first = [one for one in self.people if flat(one.name).split()[0] == plain]
        found = exact or first
        return found[0] if len(found) == 1 else None

    def add_person(self, person: Person, *, involved: bool = False) -> Person:
        known = self.person_named(person.name)
        if known is None:
            for one in self.people:  # 'Ana', later 'Ana Souza'
                if flat(person.name).startswith(flat(one.name) + " "):
                    one.name, known = person.name, one
        if known is None:
            self.people.append(person)
            known = person
        known.involved = known.involved or involved
        return known

    @property
    def about(self) -> str | None:
        """Whom a statement without a name is about."""
        return self.people[0].name if len(self.people) == 1 else None

    def line(self) -> Line:
        people = tuple(
            Contact(one.name, one.organization, one.title, tuple(one.emails), tuple(one.phones), one.location)
            for one in self.people
        )
        return Line(
            text=self.words.text, contacts=people, interaction=self._interaction(),
            facts=tuple(said for said, _ in self.facts), occasions=tuple(one for one, _ in self.occasions),
            promises=tuple(one for one, _, _ in self.promises),
            introduced_by=self.introduced_by[0] if self.introduced_by else None,
            follow_up_on=self.follow_up[0] if self.follow_up else None,
            needs=tuple(said for said, _ in self.needs), offers=tuple(said for said, _ in self.offers),
            doubts=tuple(sorted(self.doubts, key=lambda doubt: doubt.start)), spans=tuple(sorted(self._spans(), key=lambda span: (span.start, span.end))),
            language=self.words.language,
        )  # fmt: skip

    def _interaction(self) -> Interaction | None:
        if self.passed is None:
            return None
        day = None if self.passed.asked else self.passed.day.past if self.passed.day else self.today
        return Interaction(self.passed.kind, day, self.passed.event)

    def _spans(self) -> list[Span]:
        spans = []
        for number, one in enumerate(self.people):
            spans.append(Span(one.start, one.end, f"contacts.{number}.name"))
            spans += [Span(*at, f"contacts.{number}.{name}") for name, at in one.at.items()]
        if self.passed:
            spans.append(Span(*self.passed.at, "interaction.kind"))
            if self.passed.day:
                spans.append(Span(self.passed.day.core, self.passed.day.end, "interaction.on"))
            if self.passed.event_at:
                spans.append(Span(*self.passed.event_at, "interaction.event"))
        for name, listed in (
            ("facts", self.facts),
            ("needs", self.needs),
            ("offers", self.offers),
            ("occasions", self.occasions),
        ):
            spans += [Span(*at, f"{name}.{number}") for number, (_, at) in enumerate(listed)]
        for number, (_, at, due) in enumerate(self.promises):
            spans.append(Span(*at, f"promises.{number}.text"))
            if due:
                spans.append(Span(due.core, due.end, f"promises.{number}.due"))
        for name, single in (("introduced_by", self.introduced_by), ("follow_up_on", self.follow_up)):
            if single:
                spans.append(Span(*single[1], name))
        return [span for span in spans if span.start < span.end]
