"""Taking an account in: contacts as any source's, then each record once, and what a newer file says otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.filling import fill_contact
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.contract import Outcome, Reading, Stale, Taker, Unit, Verdict
from wellkept.domain.exchange.linkedin.own import OWN_CARD
from wellkept.domain.exchange.matching import SAME_KEY
from wellkept.domain.exchange.models import BESIDE, SourceRecord
from wellkept.domain.exchange.monica.account import Told, is_taken
from wellkept.domain.exchange.monica.facts import apply_facts
from wellkept.domain.exchange.monica.keeping import Keeper
from wellkept.domain.exchange.monica.records import Record
from wellkept.domain.exchange.people import PeopleTaker
from wellkept.domain.history.acting import Acting
from wellkept.domain.timeline.recording import check_day

(KEPT,), OWN = BESIDE, "monica-own"  # what was last said of records, and of the user
WITH_CONTACT = gettext_noop("said with its contact")
NO_CONTACT = "no contact"


class MonicaTaker(Taker):
    of_people = True

    def begin(self) -> None:
        told = [unit for unit in self.reading.units if isinstance(unit.value, Told)]
        people = [unit for unit in told if not unit.value.own]
        self.people = PeopleTaker(network=self.network, run=self.run, source=self.source, reading=Reading(units=people))
        self.today = self.network.today()
        self.card = own_card(network=self.network)
        self.own_keys = {unit.value.key for unit in told if unit.value.own}
        self.coming = {unit.value.key for unit in people if is_taken(unit.value.person)}  # in a preview
        known = SourceRecord.objects.filter(network=self.network, source=self.source.origin)
        self.known = dict(known.values_list("key", "contact_id")) | dict.fromkeys(self.own_keys, self.card.pk)
        here = {unit.value.key for unit in self.reading.units if isinstance(unit.value, Record)}
        kept = SourceRecord.objects.filter(network=self.network, source=KEPT)
        # Monica's two exports name one record differently: what stands there from the other one is known by what it says.
        self.signs = {values.get("sign") for key, values in kept.values_list("key", "values") if key not in here}

    def judge(self, units: Sequence[Unit]) -> list[Verdict]:
        people = _people(units)
        before = self._said_of(people)
        verdicts = []
        for unit, verdict in zip(people, self.people.judge(people), strict=True):
            verdicts += _with_folded(unit, verdict, before.get(unit.value.key))
        verdicts += [self._own_verdict(unit) for unit in units if _is_own(unit)]
        records = [unit for unit in units if isinstance(unit.value, Record)]
        stored = self._stored(records)
        return verdicts + [self._judged(unit, stored.get(unit.value.key)) for unit in records]

    def take(self, units: Sequence[Unit], act: Acting) -> list[Verdict]:
        self.coming = set()
        people = _people(units)
        before = self._said_of(people)
        verdicts = []
        for unit, verdict in zip(people, self.people.take(people, act), strict=True):
            said = before.get(unit.value.key)
            self._apply(unit.value, verdict, said, act)
            verdicts += _with_folded(unit, verdict, said)
        verdicts += [self._take_own(unit, act) for unit in units if _is_own(unit)]
        return verdicts + self._take_records([unit for unit in units if isinstance(unit.value, Record)], act)

    def missing(self) -> list[Contact]:
        return self.people.missing()

    def _said_of(self, units: Sequence[Unit]) -> dict[str, dict[str, Any]]:
        """What the file before said of these contacts."""
        keys = [unit.value.key for unit in units]
        found = SourceRecord.objects.filter(network=self.network, source=self.source.origin, key__in=keys)
        return dict(found.values_list("key", "values"))

    def _apply(self, told: Told, verdict: Verdict, before: dict[str, Any] | None, act: Acting) -> None:
        contact = verdict.contact
        if contact is None or verdict.outcome == Outcome.REFUSED:
            return
        self.known[told.key] = contact.pk
        if before is not None and (before == told.values or self.people.known_file):
            return
        facts = dict(told.facts)
        if verdict.outcome != Outcome.ADDED and before is None:
            facts.pop("archived", None)  # somebody the user has in sight stays there
        said = (before or {}).get("facts", {})
        if apply_facts(contact=contact, facts=facts, before=said, act=act, today=self.today):
            verdict.outcome = Outcome.MERGED if verdict.outcome == Outcome.UNCHANGED else verdict.outcome

    def _own_verdict(self, unit: Unit) -> Verdict:
        record = SourceRecord.objects.filter(network=self.network, source=OWN, key=unit.value.key).first()
        same = record is not None and record.values == unit.value.values
        outcome = Outcome.UNCHANGED if same else Outcome.MERGED
        return Verdict(unit.rows[0], outcome, unit.label, self.card, rule=OWN_CARD)

    def _take_own(self, unit: Unit, act: Acting) -> Verdict:
        verdict = self._own_verdict(unit)
        if verdict.outcome == Outcome.UNCHANGED:
            return verdict
        told: Told = unit.value
        record = SourceRecord.objects.filter(network=self.network, source=OWN, key=told.key).first()
        previous = record.values if record is not None else None
        if not fill_contact(contact=self.card, person=told.person, by=act, previous=previous):
            verdict.outcome = Outcome.UNCHANGED
        if record is None:
            act.add(SourceRecord(contact=self.card, source=OWN, key=told.key, values=told.values))
        else:
            act.edit(record, values=told.values)
        return verdict

    def _stored(self, units: Sequence[Unit]) -> dict[str, SourceRecord]:
        keys = [unit.value.key for unit in units]
        return {one.key: one for one in SourceRecord.objects.filter(network=self.network, source=KEPT, key__in=keys)}

    def _judged(self, unit: Unit, stored: SourceRecord | None) -> Verdict:
        record: Record = unit.value
        row, label = unit.rows[0], unit.label
        if refusal := self._refusal(record):
            return Verdict(row, Outcome.REFUSED, label, rule=refusal[0], message=refusal[1])
        if record.shape == "settled":
            return Verdict(row, Outcome.UNCHANGED, label, rule=WITH_CONTACT)
        if stored is None:
            known = record.values["sign"] in self.signs
            return Verdict(row, Outcome.UNCHANGED if known else Outcome.ADDED, label, rule=SAME_KEY if known else "")
        same = stored.values == record.values or self.people.known_file
        return Verdict(row, Outcome.UNCHANGED if same else Outcome.MERGED, label)

    def _refusal(self, record: Record) -> tuple[str, str] | None:
        there = [key for key in record.contacts if key in self.known or key in self.coming]
        if record.shape == "interaction" and not record.contacts:
            return NO_CONTACT, _("It names nobody who was there.")
        if (record.contacts and not there) or (record.shape == "through" and len(there) < 2):
            return NO_CONTACT, _("It belongs to somebody who was not taken.")
        if record.shape == "settled":
            return None
        if record.shape == "file" and not record.data:
            return "empty", _("The export names this file and does not hold it; Monica's JSON export does.")
        if record.shape in ("note", "promise", "step") and not record.body:
            return "empty", _("Nothing stands in it.")
        if record.shape == "interaction" and record.on is not None:
            try:
                check_day(record.on, today=self.today)
            except Refusal as refusal:
                return "date", str(refusal)
        return None

    def _take_records(self, units: Sequence[Unit], act: Acting) -> list[Verdict]:
        stored = self._stored(units)
        contacts = self._contacts(units)
        keeper = Keeper(network=self.network, act=act, today=self.today, dry=bool(self.run.options.get("dry")))
        keeper.look_up([unit.value for unit in units])
        fresh: list[SourceRecord] = []
        verdicts = []
        for unit in units:
            record: Record = unit.value
            verdict = self._judged(unit, stored.get(record.key))
            verdicts.append(verdict)
            if verdict.outcome == Outcome.REFUSED:
                continue
            who = [contacts[pk] for pk in self._ids(record)]
            verdict.contact = who[0]
            said = stored.get(record.key)
            if verdict.outcome == Outcome.ADDED:
                verdict.outcome = Outcome.ADDED if keeper.keep(record, who) else Outcome.UNCHANGED
                fresh.append(SourceRecord(contact=who[0], source=KEPT, key=record.key[:200], values=record.values))
            elif verdict.outcome == Outcome.MERGED and said is not None:
                verdict.outcome = Outcome.MERGED if keeper.follow(record, who, said.values) else Outcome.UNCHANGED
                act.edit(said, values=record.values)
        keeper.close()
        act.add_all(fresh)
        return verdicts

    def _ids(self, record: Record) -> list[int]:
        found = dict.fromkeys(self.known[key] for key in record.contacts if key in self.known)
        return list(found) or [self.card.pk]

    def _contacts(self, units: Sequence[Unit]) -> dict[int, Contact]:
        wanted = {pk for unit in units for pk in self._ids(unit.value)}
        found = {one.pk: one for one in Contact.objects.filter(network=self.network, pk__in=wanted)}
        if len(found) != len(wanted):
            raise Stale
        return found


def _people(units: Sequence[Unit]) -> list[Unit]:
    return [unit for unit in units if isinstance(unit.value, Told) and not unit.value.own]


def _is_own(unit: Unit) -> bool:
    return isinstance(unit.value, Told) and unit.value.own


def _with_folded(unit: Unit, verdict: Verdict, before: dict[str, Any] | None) -> list[Verdict]:
    """The contact's own row, and those that became part of it."""
    verdicts = [verdict]
    for row, part in zip(unit.rows[1:], unit.value.folded, strict=True):
        outcome = verdict.outcome
        if outcome not in (Outcome.ADDED, Outcome.REFUSED):
            known = before is not None and part.value in before.get(part.table, [])
            outcome = Outcome.UNCHANGED if known or outcome == Outcome.UNCHANGED else Outcome.MERGED
        message = _("It belongs to somebody who was not taken.") if outcome == Outcome.REFUSED else ""
        rule = "" if outcome == Outcome.REFUSED else WITH_CONTACT
        verdicts.append(Verdict(row, outcome, part.label, verdict.contact, rule, message=message))
    return verdicts
