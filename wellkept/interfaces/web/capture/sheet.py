"""The sheet on which a capture is looked at: made of what was read or of what was posted, it gives what is to be kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.capture.choosing import Choice, ChosenPerson, ChosenTalk
from wellkept.domain.capture.reading import PersonReading, Reading, against, read_event, read_person
from wellkept.domain.contacts.models import Contact
from wellkept.domain.contacts.written import as_text
from wellkept.domain.events.models import Event
from wellkept.domain.timeline.models import Fact, Interaction
from wellkept.formats.person import PartialDate, Person
from wellkept.interfaces.web.capture.rows import (
    NAME,
    NEW,
    OUT,
    FactRow,
    OccasionRow,
    PersonRow,
    PromiseRow,
    QuestionRow,
    day_of,
)

THROUGH = "through"
MOST = {"p": 50, "f": 60, "r": 30, "o": 20, "q": 20}  # rows of a kind in one form
_OF_ROW = re.compile(r"(promises|contacts|occasions)\.(\d+)\.(\w+)")


class Missing(NamedTuple):
    """What stands in the way of keeping it, and where on the page that is."""

    words: str
    at: str = ""


class Sheet:
    """``errors``: what stands in the way, above the form; each row has its own too."""

    def __init__(self, network: Network, today: date) -> None:
        self.network, self.today = network, today
        self.people: list[PersonRow] = []
        self.through: PersonRow | None = None
        self.kind = self.on = self.at = self.event = self.body = ""
        self.events: Sequence[Event] = ()
        self.facts: list[FactRow] = []
        self.promises: list[PromiseRow] = []
        self.occasions: list[OccasionRow] = []
        self.questions: list[QuestionRow] = []
        self.step_on = self.step_what = ""
        self.errors: list[Missing] = []

    @classmethod
    def of(cls, network: Network, today: date, reading: Reading, *, body: str = "") -> Sheet:
        sheet = cls(network, today)
        sheet.people = [_read_row(f"p{place}", each) for place, each in enumerate(reading.people)]
        sheet.through = _read_row(THROUGH, reading.introduced_by) if reading.introduced_by else None
        if sheet.through and not sheet.through.meant.candidates:
            sheet.through.who = ""  # nobody here is called that: added, or the name alone, is for the user to say
        if reading.talk is not None:
            talk = reading.talk
            sheet.kind, sheet.on, sheet.at = talk.kind, _iso(talk.on), talk.at
            sheet.event, sheet.events = str(talk.event.pk) if talk.event else "", talk.events
        sheet.body = body
        sheet.facts = [FactRow(each.words, each.kind, str(each.whom)) for each in reading.facts]
        sheet.promises = [
            PromiseRow(each.text, each.by_whom, _iso(each.due_on), str(each.whom)) for each in reading.promises
        ]
        sheet.occasions = [
            OccasionRow(as_text(PartialDate(each.year, each.month, each.day)), each.kind, str(each.whom))
            for each in reading.occasions
        ]
        sheet.questions = [QuestionRow(each) for each in reading.questions]
        sheet.step_on = _iso(reading.follow_up_on)
        return sheet

    @classmethod
    def posted(cls, network: Network, today: date, data: Any, *, base: Sequence[Person] = ()) -> Sheet:
        """``base``: the people as they were read, for what the page does not show."""
        sheet = cls(network, today)
        rows = [
            PersonRow.posted(f"p{place}", data, base[place] if place < len(base) else Person())
            for place in range(_count(data, "p"))
        ]
        sheet.people = [sheet._matched(row) for row in rows]
        if f"{THROUGH}-name" in data:
            sheet.through = sheet._matched(PersonRow.posted(THROUGH, data, Person()))
        for part in ("kind", "on", "at", "event"):
            setattr(sheet, part, " ".join(data.get(part, "").split())[:200])
        sheet.body = data.get("body", "").strip()
        sheet.facts = [FactRow.posted(f"f{place}", data) for place in range(_count(data, "f"))]
        sheet.promises = [PromiseRow.posted(f"r{place}", data) for place in range(_count(data, "r"))]
        sheet.occasions = [OccasionRow.posted(f"o{place}", data) for place in range(_count(data, "o"))]
        sheet.questions = [QuestionRow.posted(f"q{place}", data) for place in range(_count(data, "q"))]
        sheet.step_on, sheet.step_what = data.get("step-on", ""), " ".join(data.get("step-what", "").split())
        sheet._find_events()
        return sheet

    def _matched(self, row: PersonRow) -> PersonRow:
        """Who it may be by the fields as they stand now; an answer that no longer stands there is asked again."""
        reading = read_person(network=self.network, person=row.person)
        row.meant, row.news, row.written = reading.meant, reading.news, reading.written
        answers = {str(each.contact.pk) for each in row.meant.candidates} | {NEW, OUT}
        answers |= {NAME} if row.place == THROUGH else set()
        unseen = {str(each.contact.pk) for each in row.meant.candidates} - set(row.seen.split())
        if row.who not in answers or (row.who in (NEW, NAME) and unseen):
            row.who = ""  # 'somebody new' was said before it was shown who it may be
        if row.chosen and row.chosen.contact != row.meant.contact:
            row.news, row.written = against(row.chosen.contact, row.person)
        return row

    def _find_events(self) -> None:
        try:
            on = day_of(self.on) or self.today
        except Refusal:
            return
        _event, self.events = read_event(network=self.network, name=self.at, on=on)
        if self.event.isdecimal() and not any(str(each.pk) == self.event for each in self.events):
            self.event = ""

    @property
    def kinds(self) -> list[tuple[str, str]]:
        return list(Interaction.Kind.choices)

    @property
    def several(self) -> bool:
        """Whether it has to be said whom a fact is about."""
        return len(self.people) > 1

    @property
    def asked(self) -> int:
        """How many questions wait for an answer."""
        rows = [*self.people, *([self.through] if self.through else [])]
        unsaid = [row for row in (*self.facts, *self.promises, *self.occasions) if self.several and row.whom == "-1"]
        return sum(row.asked for row in rows) + sum(not row.answer for row in self.questions) + len(unsaid)

    def blank(self) -> None:
        """An empty row of each kind, to add what was not read."""
        self.people = self.people or [PersonRow("p0", who=NEW)]
        self.facts.append(FactRow())
        self.promises.append(PromiseRow())

    def choice(self) -> Choice | None:
        """What is to be kept; None where something is missing, which each row then says."""
        more_facts, more_promises = self._answer()
        self._check_people()
        whom = self._places()
        promises = self._rows([*self.promises, *more_promises], lambda row, place: row.choice(place), whom)
        facts = self._rows([*self.facts, *more_facts], lambda row, place: row.choice(place), whom)
        region = self.network.phone_region
        occasions = self._rows(self.occasions, lambda row, place: row.choice(place, region), whom)
        talk, step_on = self._talk(), self._day(self.step_on)
        if self.errors:
            return None
        return Choice(
            people=[self._person(row) for row in self.people if row.who != OUT],
            talk=talk,
            facts=facts,
            promises=promises,
            occasions=occasions,
            introduced_by=self._person(self.through) if self.through and self.through.who not in (NAME, OUT) else None,
            through=self.through.name if self.through and self.through.who == NAME else "",
            follow_up_on=step_on,
            follow_up=self.step_what,
        )

    def refused(self, refusal: Refusal) -> None:
        self.errors.append(Missing(str(refusal)))

    def _answer(self) -> tuple[list[FactRow], list[PromiseRow]]:
        """What the questions were answered with goes where it hangs; words that are kept as something are given."""
        facts, promises = [], []
        for place, row in enumerate(self.questions):
            if not row.answer:
                row.error = _("Say what “%(words)s” means.") % {"words": row.question.words}
                self.errors.append(Missing(row.error, f"q{place}"))
            elif row.answer == "fact":
                facts.append(FactRow(row.question.words))
            elif row.answer == "promise":
                promises.append(PromiseRow(row.question.words))
            elif row.meaning:
                self._set(row.question.field, row.meaning)
        return facts, promises

    def _set(self, name: str, value: str) -> None:
        """A field that was filled in by hand stays as it is."""
        found = _OF_ROW.fullmatch(name)
        if name == "interaction.on":
            self.on = self.on or value
        elif name == "follow_up_on":
            self.step_on = self.step_on or value
        elif found and found[1] == "promises" and int(found[2]) < len(self.promises):
            row = self.promises[int(found[2])]
            row.due = row.due or value
        elif found and found[1] == "occasions" and int(found[2]) < len(self.occasions):
            occasion = self.occasions[int(found[2])]
            occasion.date = occasion.date or value
        elif found and found[1] == "contacts" and int(found[2]) < len(self.people):
            self._set_of(self.people[int(found[2])], found[3], value)

    def _set_of(self, row: PersonRow, part: str, value: str) -> None:
        if part in ("emails", "phones"):
            getattr(row, part).append(value)
        elif part in ("name", "organization", "title", "location"):
            setattr(row, part, value)

    def _check_people(self) -> None:
        for row in [*self.people, *([self.through] if self.through else [])]:
            if row.asked:
                row.error = _("Say who “%(name)s” is.") % {"name": row.name} if row.name else _("Say who it is.")
                self.errors.append(Missing(row.error, row.place))
            elif row.who in (NEW, NAME) and row.person.empty:
                row.error = _("Say who it is about.")
                self.errors.append(Missing(row.error, row.place))
            elif row.who != OUT and (refusal := row.why_not()):
                row.error = refusal
                self.errors.append(Missing(refusal, row.place))
        if all(row.who == OUT for row in self.people):
            self.errors.append(Missing(_("Everybody is left out: nothing is left to keep.")))

    def _places(self) -> dict[str, int]:
        """Where each person stands among those who are not left out."""
        there = [place for place, row in enumerate(self.people) if row.who != OUT]
        return {str(place): at for at, place in enumerate(there)}

    def _rows(self, rows: Sequence[Any], choose: Callable[[Any, int], Any], whom: dict[str, int]) -> list[Any]:
        found = []
        for row in rows:
            if not row.keep or not row.words:
                continue
            at = whom.get(row.whom if self.several else "0")
            if at is None and row.whom != "-1":
                continue  # about somebody who is left out
            try:
                if at is None:
                    raise Refusal(_("Say whom “%(words)s” is about.") % {"words": row.words})
                found.append(choose(row, at))
            except Refusal as refusal:
                row.error = str(refusal)
                self.errors.append(Missing(row.error, "said"))
        return found

    def _talk(self) -> ChosenTalk | None:
        if not self.kind:
            return None
        on = self._day(self.on)
        if on is None:
            self.errors.append(Missing(_("Say on which day that was."), "on"))
            return None
        event = next((each for each in self.events if str(each.pk) == self.event), None)
        return ChosenTalk(self.kind, on, event, self.at, self.event == NEW and bool(self.at), self.body)

    def _day(self, text: str) -> date | None:
        try:
            return day_of(text)
        except Refusal as refusal:
            self.errors.append(Missing(str(refusal)))
            return None

    def _person(self, row: PersonRow) -> ChosenPerson:
        contact: Contact | None = None
        if row.who != NEW:
            contact = Contact.objects.get(network=self.network, pk=int(row.who))
        return ChosenPerson(row.person, contact)


def _read_row(place: str, reading: PersonReading) -> PersonRow:
    row = PersonRow.of(place, reading.person)
    contact = reading.meant.contact
    who = str(contact.pk) if contact else "" if reading.meant.asked else NEW
    return replace(row, meant=reading.meant, news=reading.news, written=reading.written, unsure=reading.unsure, who=who)


def _count(data: Any, kind: str) -> int:
    """How many rows of a kind the form has."""
    said = data.get(f"rows-{kind}", "0")
    return min(int(said), MOST[kind]) if said.isdecimal() and len(said) < 4 else 0


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


FACT_KINDS = Fact.Kind.choices
