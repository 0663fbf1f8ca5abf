"""Rows that are people: matched, added, filled in, left alone or refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wellkept.domain.contacts.adding import add_contacts
from wellkept.domain.contacts.filling import fill_contact, values_of
from wellkept.domain.contacts.models import Contact, File
from wellkept.domain.exchange.contract import SET_ASIDE, Outcome, Stale, Taker, Unit, Verdict
from wellkept.domain.exchange.deleted import DELETED, keys_of_deleted
from wellkept.domain.exchange.deleted import WHY as WHY_DELETED
from wellkept.domain.exchange.exporting.people import dated_notes
from wellkept.domain.exchange.fingerprints import digest, fingerprint
from wellkept.domain.exchange.forgetting.tombstones import FORGOTTEN, WHY, Graves, signs_of_person
from wellkept.domain.exchange.matching import OWN_KEY, Index, Known, Signs, linkedin_of, read_index, signs_of
from wellkept.domain.exchange.models import ImportRow, ImportRun, SourceRecord
from wellkept.domain.exchange.pictures import stored_picture
from wellkept.domain.history.acting import Acting
from wellkept.formats.emails import not_a_person
from wellkept.formats.names import display_name
from wellkept.formats.person import Person

TWIN = "#:"  # between the key of a source and what tells two rows of one key apart
NO_PERSON = {
    "customer service": gettext_noop("This is a customer service, not a person."),
    "automatic sender": gettext_noop("This is an automatic sender, not a person."),
    "shared mailbox": gettext_noop("This is a shared mailbox, not a person."),
    "shop": gettext_noop("This is a shop or a company, not a person."),
    "group": gettext_noop("This is a group, not a person."),
    "relative": gettext_noop("Known only as somebody's relative, and named with them."),
}


@dataclass(slots=True)
class Said:
    """What one row says of a person."""

    person: Person
    key: str
    values: dict[str, Any]


@dataclass(slots=True)
class Row:
    """A row with what was decided of it; what the index knows of its person may not be written yet."""

    unit: Unit
    outcome: str
    signs: Signs | None = None
    known: Known | None = None
    rule: str = ""
    message: str = ""
    record: SourceRecord | None = None
    changed: bool = False

    @property
    def said(self) -> Said:
        said: Said = self.unit.value
        return said


def label_of(person: Person) -> str:
    """What the row goes by in a report."""
    spoken = [display_name(person.name), *(one.organization for one in person.positions)]
    spoken += [one.value for one in (*person.emails, *person.phones, *person.links)]
    return next((text for text in spoken if text), "")[:200]


def detail_of(person: Person) -> str:
    """Position, first e-mail and first phone in one line."""
    position = next(iter(person.positions), None)
    place = [part for part in (position.title, position.organization) if part] if position else []
    reach = [found[0].value for found in (person.emails, person.phones) if found]
    return " · ".join([*place, *reach])[:300]


def units_of(people: Iterable[Person]) -> list[Unit]:
    """A unit for each person. Each gets a key that is its own in the file, and the same when the file is read again
    or its rows stand in another order."""
    said = []
    for person in people:
        values = values_of(person)
        said.append(Said(person, (person.source_key or fingerprint(person, values))[:150], values))
    often = Counter(one.key for one in said)
    twins: Counter[str] = Counter()
    for one in said:
        if often[one.key] > 1:
            one.key = f"{one.key}{TWIN}{digest(one.values)}"
            twins[one.key] += 1
            one.key += f".{twins[one.key]}" if twins[one.key] > 1 else ""
    return [
        Unit(rows=(one.person.row,), value=one, label=label_of(one.person), detail=partial(detail_of, one.person))
        for one in said
    ]


def _not_known_yet(row: Row, contact: Contact) -> Person:
    """What we exported says the notes in one text with what is said about somebody: those that are here stay apart."""
    person = row.said.person
    if not row.said.key.startswith(OWN_KEY) or not person.notes:
        return person
    text = person.notes
    for known in (contact.about.strip(), *dated_notes([contact.pk]).get(contact.pk, [])):
        text = text.replace(known, "", 1) if known else text
    return replace(person, notes=text.strip())


class PeopleTaker(Taker):
    of_people = True
    index: Index

    def begin(self) -> None:
        self.region = self.run.options.get("region") or self.network.phone_region
        self.network.phone_region = self.region  # of this copy alone, which is never saved
        self.anyway = set(self.run.options.get("anyway", ()))
        self.known_file = self._was_imported()
        self.graves = Graves(self.network)
        self.deleted = keys_of_deleted(self.network, self.source.origin)
        self.index = read_index(self.network, self.source.origin, twin=TWIN)
        for unit in self.reading.units:
            if linkedin := linkedin_of(unit.value.person):
                self.index.in_this_file.add(linkedin)

    def judge(self, units: Sequence[Unit]) -> list[Verdict]:
        return [self._verdict(row, None) for row in self._decide(units)]

    def take(self, units: Sequence[Unit], act: Acting) -> list[Verdict]:
        rows = self._decide(units)
        contacts = self._contacts(rows)
        self._add([row for row in rows if row.outcome == Outcome.ADDED], contacts, act)
        for row in rows:
            if row.outcome == Outcome.MERGED and row.known is not None:
                previous = row.record.values if row.record is not None else None
                contact = contacts[row.known.pk]
                photo = None if contact.photo_id else self._picture(row, act)
                changed = fill_contact(
                    contact=contact, person=_not_known_yet(row, contact), by=act, previous=previous, photo=photo
                )
                row.changed = changed
        self._remember(rows, contacts, act)
        for row in rows:
            if row.outcome == Outcome.MERGED and row.record is not None and not row.changed:
                row.outcome = Outcome.UNCHANGED
        return [self._verdict(row, contacts.get(row.known.pk) if row.known else None) for row in rows]

    def missing(self) -> list[Contact]:
        """Files of one kind that came together are one address book, told of after the last of them. Nobody is missing
        from one that names less than half of whom the source knew before, or one person: it is a part, not a newer whole."""
        together = ImportRun.objects.filter(network=self.network, upload=self.run.upload, kind=self.run.kind)
        if (
            together.exclude(pk=self.run.pk)
            .filter(state__in=(ImportRun.State.WAITING, ImportRun.State.RUNNING))
            .exists()
        ):
            return []
        known = SourceRecord.objects.filter(network=self.network, source=self.source.origin)
        seen = known.filter(seen_run__in=together.values("pk")).values("contact_id")
        gone = list(Contact.objects.filter(pk__in=known.values("contact_id")).exclude(pk__in=seen))
        told = ImportRow.objects.filter(run__in=together, outcome__in=(Outcome.UNCHANGED, Outcome.MERGED))
        again = told.exclude(contact=None).values("contact").distinct().count()
        if self.source.whole or again >= max(len(gone), 2):
            return gone
        return []

    def _decide(self, units: Sequence[Unit]) -> list[Row]:
        found = SourceRecord.objects.filter(
            network=self.network, source=self.source.origin, key__in=[unit.value.key for unit in units]
        )
        records = {record.key: record for record in found}
        return [self._decided(unit, records.get(unit.value.key)) for unit in units]

    def _decided(self, unit: Unit, record: SourceRecord | None) -> Row:
        said: Said = unit.value
        if record is None and self.graves and self.graves.hold(self._signs(said)):
            return Row(unit, Outcome.REFUSED, rule=FORGOTTEN, message=_(WHY))
        refusal, rule = self._refusal(said.person)
        if refusal and record is None:
            return Row(unit, Outcome.REFUSED, rule=rule, message=refusal)
        if record is not None:
            known = self.index.by_pk.get(record.contact_id)
            if known is None:
                raise Stale
            if record.values == said.values or self.known_file:
                return Row(unit, Outcome.UNCHANGED, known=known, record=record)
        signs = signs_of(said.person, self.region)
        base = said.key.split(TWIN)[0]
        match = self.index.match((said.key, base), signs)
        if match is None and said.key in self.deleted and unit.rows[0] not in self.anyway:
            return Row(unit, Outcome.REFUSED, rule=DELETED, message=_(WHY_DELETED))
        if match is None:
            known = self.index.meet(signs, (said.key, base))
            return Row(unit, Outcome.ADDED, signs, known)
        self.index.learn(match.known, signs, (said.key, base))
        return Row(unit, Outcome.MERGED, signs, match.known, match.rule, record=record)

    def _was_imported(self) -> bool:
        """Whether this very file was taken before: what it says has been said, even if another file said otherwise since."""
        earlier = ImportRun.objects.filter(
            network=self.network,
            state=ImportRun.State.DONE,
            kind=self.run.kind,
            entry=self.run.entry,
            file__sha256=self.run.options.get("sha256", "none"),
        )
        mapping = self.run.options.get("mapping")
        return any(run.options.get("mapping") == mapping for run in earlier.exclude(pk=self.run.pk))

    def _signs(self, said: Said) -> list[str]:
        return signs_of_person(said.person, self.region, source=self.source.origin, key=said.key.split(TWIN)[0])

    def _refusal(self, person: Person) -> tuple[str, str]:
        if person.empty:
            told = "; ".join(problem.message for problem in person.problems)
            return told or _(
                "Nothing usable stands in this row: no name, organization, e-mail, phone or link."
            ), "empty"
        why = person.set_aside or not_a_person(person)
        if why and person.row not in self.anyway:
            return _(NO_PERSON.get(why, why)), SET_ASIDE
        return "", ""

    def _contacts(self, rows: Sequence[Row]) -> dict[int, Contact]:
        """The contacts that rows were matched with, one object each however many rows name it."""
        wanted = {row.known.pk for row in rows if row.known is not None and row.known.pk}
        contacts = {contact.pk: contact for contact in Contact.objects.filter(network=self.network, pk__in=wanted)}
        if len(contacts) != len(wanted):
            raise Stale
        for contact in contacts.values():
            contact.network = self.network  # with the phone region of this import
        return contacts

    def _picture(self, row: Row, act: Acting) -> File | None:
        """A dry run stores no picture: files are not rolled back."""
        return None if self.run.options.get("dry") else stored_picture(row.said.person, act)

    def _add(self, rows: Sequence[Row], contacts: dict[int, Contact], act: Acting) -> None:
        people = [(row.said.person, self._picture(row, act)) for row in rows]
        added = add_contacts(network=self.network, people=people, by=act, source=self.source.origin) if people else []
        for row, contact in zip(rows, added, strict=True):
            if row.known is not None:
                self.index.settle(row.known, contact.pk)
            contacts[contact.pk] = contact

    def _remember(self, rows: Sequence[Row], contacts: dict[int, Contact], act: Acting) -> None:
        """Keep what the source said, and that it said it in this run."""
        fresh, changed, seen = [], [], []
        for row in rows:
            if row.known is None:
                continue
            if row.record is None:
                fresh.append(
                    SourceRecord(
                        contact=contacts[row.known.pk],
                        source=self.source.origin,
                        key=row.said.key,
                        values=row.said.values,
                        seen_run=self.run.pk,
                    )
                )
                continue
            seen.append(row.record.pk)
            if row.outcome != Outcome.UNCHANGED and row.record.values != row.said.values:
                changed.append((row.record, {"values": row.said.values}))
        act.add_all(fresh)
        act.edit_each(changed)
        # Bookkeeping, not what the source said: it is no change of the history.
        SourceRecord.objects.filter(network=self.network, pk__in=seen).update(seen_run=self.run.pk)

    def _verdict(self, row: Row, contact: Contact | None) -> Verdict:
        problems = [] if row.rule == FORGOTTEN else row.said.person.problems
        message = row.message or "; ".join(problem.message for problem in problems)
        return Verdict(
            row=row.unit.rows[0],
            outcome=row.outcome,
            label=contact.display if contact is not None and row.outcome != Outcome.REFUSED else row.unit.label,
            contact=contact,
            rule=row.rule,
            field=problems[0].field if problems and not row.message else "",
            message=message,
        )
