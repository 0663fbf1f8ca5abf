"""The rows of the sheet on which a capture is looked at: each is read from a form, and shown again as it was typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import zip_longest
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.capture.choosing import ChosenFact, ChosenOccasion, ChosenPromise
from wellkept.domain.capture.matching import Meant
from wellkept.domain.capture.newly import New
from wellkept.domain.capture.reading import Question
from wellkept.domain.contacts import written
from wellkept.domain.timeline.models import Fact, Promise
from wellkept.formats.person import Address, Labelled, Name, Person, Position

TAKEN = {
    "organization": _lazy("the organization"),
    "emails": _lazy("the e-mail"),
    "phones": _lazy("the phone"),
    "location": _lazy("the place"),
    "title": _lazy("the title"),
    "name": _lazy("the name"),
}
NEW, OUT, NAME = "new", "out", "name"  # answers to 'who is it' that are no contact


@dataclass
class PersonRow:
    """``who``: a contact's number, 'new', 'out' (left out), for who introduced us 'name' (the name alone), '' not answered.
    ``base``: what was read beside what the row shows."""

    place: str  # its name in the form: 'p0', 'through'
    name: str = ""
    organization: str = ""
    title: str = ""
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    location: str = ""
    addresses: list[str] = field(default_factory=list)
    about: str = ""
    who: str = ""
    seen: str = ""  # who it may be, as the page last showed: numbers of contacts
    meant: Meant = field(default_factory=Meant)
    news: Sequence[New] = ()
    written: str = ""
    unsure: Sequence[str] = ()
    base: Person = field(default_factory=Person)
    error: str = ""

    @classmethod
    def of(cls, place: str, person: Person) -> PersonRow:
        job = next((each for each in person.positions if each.kind == "job"), Position(""))
        name = person.name.display or " ".join(filter(None, (person.name.given, person.name.family)))
        return cls(
            place,
            name=name,
            organization=job.organization,
            title=job.title,
            emails=[each.value for each in person.emails],
            phones=[each.value for each in person.phones],
            links=[each.value for each in person.links],
            location=person.location,
            addresses=[_written(each) for each in person.addresses],
            about=person.notes,
            base=person,
        )

    @classmethod
    def posted(cls, place: str, data: Any, base: Person) -> PersonRow:
        def said(part: str) -> str:
            return " ".join(data.get(f"{place}-{part}", "").split())[:600]

        def all_said(part: str) -> list[str]:
            return [value for each in data.getlist(f"{place}-{part}")[:20] if (value := " ".join(each.split())[:600])]

        about = data.get(f"{place}-about", "").strip()[:20_000]
        lists = {"emails": all_said("email"), "phones": all_said("phone"), "links": all_said("link")}
        if f"{place}-address" in data:
            lists["addresses"] = [_one_line(each)[:600] for each in data.getlist(f"{place}-address")[:20]]
        else:  # a page that does not ask for it leaves it as it was read
            lists["addresses"] = [_written(each) for each in base.addresses]
        return cls(
            place, said("name"), said("organization"), said("title"), **lists, location=said("location"), about=about,
            who=said("who"), seen=said("seen"), base=base,
        )  # fmt: skip

    @property
    def person(self) -> Person:
        """As it stands on the page, with what the page does not show."""
        base, shown = self.base, PersonRow.of("", self.base)
        return replace(
            base,
            name=base.name if self.name == shown.name else Name(display=self.name),
            emails=_labelled(self.emails, base.emails),
            phones=_labelled(self.phones, base.phones),
            links=_labelled(self.links, base.links),
            positions=self._positions(base, shown),
            location=self.location,
            addresses=self._addresses(base, shown),
            notes=self.about,
        )

    def _positions(self, base: Person, shown: PersonRow) -> list[Position]:
        if (self.organization, self.title) == (shown.organization, shown.title):
            return base.positions
        others = [
            each for each in base.positions if (each.organization, each.title) != (shown.organization, shown.title)
        ]
        now = [Position(self.organization, title=self.title)] if self.organization or self.title else []
        return [*now, *others]

    def _addresses(self, base: Person, shown: PersonRow) -> list[Address]:
        """One that was left as it stood keeps its parts; one that was changed is kept as it is written."""
        told = zip_longest(self.addresses, shown.addresses, base.addresses)
        return [
            known if known and text == before else Address(formatted=text, label=known.label if known else "")
            for text, before, known in told
            if text
        ]

    def why_not(self) -> str:
        """What is wrong with an address that was written in; '' where all are right."""
        checks: list[tuple[list[str], Callable[[str], str]]] = [
            (self.emails, written.email),
            (self.phones, written.phone),
            (self.links, written.link),
        ]
        try:
            for values, check in checks:
                for value in values:
                    check(value)
        except Refusal as refusal:
            return str(refusal)
        return ""

    @property
    def more(self) -> bool:
        """Whether the less usual fields say something."""
        return bool(self.emails or self.phones or self.links or self.location or any(self.addresses) or self.about)

    @property
    def chosen(self) -> Any:
        """The candidate that is picked."""
        return next((each for each in self.meant.candidates if str(each.contact.pk) == self.who), None)

    @property
    def asked(self) -> bool:
        return not self.who


def _labelled(values: Sequence[str], base: Sequence[Labelled]) -> list[Labelled]:
    labels = {each.value: each.label for each in base}
    return [Labelled(value, labels.get(value, "")) for value in values]


def _written(address: Address) -> str:
    """An address on one line."""
    town = " ".join(filter(None, (address.postcode, address.city)))
    parts = (address.po_box, address.extended, address.street, town, address.region, address.country)
    return _one_line(address.formatted or "\n".join(parts))[:600]


def _one_line(text: str) -> str:
    lines = (" ".join(line.split()).rstrip(",") for line in text.splitlines())
    return ", ".join(filter(None, lines))


@dataclass
class FactRow:
    words: str = ""
    kind: str = Fact.Kind.FACT
    whom: str = "0"
    keep: bool = True
    error: str = ""

    @classmethod
    def posted(cls, place: str, data: Mapping[str, str]) -> FactRow:
        kind = data.get(f"{place}-kind", "")
        return cls(
            " ".join(data.get(f"{place}-words", "").split()),
            kind if kind in Fact.Kind.values else Fact.Kind.FACT,
            data.get(f"{place}-whom", "0"),
            f"{place}-keep" in data,
        )

    def choice(self, whom: int) -> ChosenFact:
        return ChosenFact(self.words, self.kind, whom)


@dataclass
class PromiseRow:
    text: str = ""
    by: str = Promise.By.ME
    due: str = ""
    whom: str = "0"
    keep: bool = True
    error: str = ""

    @classmethod
    def posted(cls, place: str, data: Mapping[str, str]) -> PromiseRow:
        by = data.get(f"{place}-by", "")
        return cls(
            " ".join(data.get(f"{place}-text", "").split()),
            by if by in Promise.By.values else Promise.By.ME,
            data.get(f"{place}-due", ""),
            data.get(f"{place}-whom", "0"),
            f"{place}-keep" in data,
        )

    @property
    def words(self) -> str:
        return self.text

    def choice(self, whom: int) -> ChosenPromise:
        return ChosenPromise(self.by, self.text, day_of(self.due), whom)


@dataclass
class OccasionRow:
    """``date`` as somebody writes it: 4 March 1990, or without the year."""

    date: str = ""
    kind: str = "birthday"
    whom: str = "0"
    keep: bool = True
    error: str = ""

    @classmethod
    def posted(cls, place: str, data: Mapping[str, str]) -> OccasionRow:
        kind = data.get(f"{place}-kind", "birthday")
        words = " ".join(data.get(f"{place}-date", "").split())[:40]
        return cls(words, kind, data.get(f"{place}-whom", "0"), f"{place}-keep" in data)

    @property
    def words(self) -> str:
        return self.date

    def choice(self, whom: int, region: str) -> ChosenOccasion:
        day = written.yearly_date(self.date, region)
        return ChosenOccasion(self.kind, day.month or 0, day.day or 0, day.year, whom)


@dataclass
class QuestionRow:
    """``answer``: one of what it may mean, 'day' (the one in ``day``), 'take' (the words are what was meant), 'fact' or 'promise'
    (they are kept as that), 'none', or '' not answered."""

    question: Question
    answer: str = ""
    day: str = ""
    error: str = ""

    @classmethod
    def posted(cls, place: str, data: Any) -> QuestionRow:
        said = Question(data.get(f"{place}-words", "")[:300], data.get(f"{place}-field", "")[:60], data.getlist(f"{place}-may")[:9])  # fmt: skip
        row = cls(said, data.get(place, ""), data.get(f"{place}-day", ""))
        row.answer = row.answer or ("day" if row.day else "")
        return row

    @property
    def of_a_day(self) -> bool:
        return self.question.field.rpartition(".")[2] in ("on", "due", "day", "follow_up_on") or bool(
            self.question.days
        )

    @property
    def taken_for(self) -> str:
        """What the words may be taken for, as a page says it."""
        return str(TAKEN.get(self.question.field.rpartition(".")[2], ""))

    @property
    def meaning(self) -> str:
        """The value the answer gives the field, '' for none."""
        if self.answer == "day":
            return self.day
        if self.answer == "take":
            return self.question.words
        return self.answer if self.answer in self.question.may else ""


def day_of(text: str) -> date | None:
    """Refuses what is no day."""
    if not text.strip():
        return None
    try:
        day = parse_date(text.strip())
    except ValueError:
        day = None
    if day is None:
        raise Refusal(_("%(day)s is no day.") % {"day": text[:20]})
    return day
