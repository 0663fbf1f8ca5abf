"""Profile, positions, education and e-mail addresses: what LinkedIn says of the user goes to their own card."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from wellkept.domain.contacts.filling import fill_contact, values_of
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.contacts.organizations import organization_key
from wellkept.domain.exchange.contract import Outcome, Reading, Taker, Unit, Verdict
from wellkept.domain.exchange.linkedin.export import FileOfExport, lazy_raw
from wellkept.domain.exchange.models import SourceRecord
from wellkept.domain.history.acting import Acting
from wellkept.formats.csvs import read_table
from wellkept.formats.csvs.columns import rows_of
from wellkept.formats.emails import normal_email
from wellkept.formats.linkedin import read_education, read_positions, read_profile
from wellkept.formats.names import display_name, fold
from wellkept.formats.person import Address, DatedOccasion, Labelled, Person, Position

OWN_CARD = gettext_noop("your own card")
_MADE_UP = {"display", "sort_key", "flag"}  # of a row without a name: not what the row says


class OwnTaker(Taker):
    """Takes a whole file at once: which position follows which can only be told from all of them."""

    def begin(self) -> None:
        self.card = own_card(network=self.network)
        self.card.network = self.network

    def judge(self, units: Sequence[Unit]) -> list[Verdict]:
        known = self._known()
        return [self._verdict(unit, known) for unit in units]

    def take(self, units: Sequence[Unit], act: Acting) -> list[Verdict]:
        verdicts = self.judge(units)
        person = merged_person([unit.value for unit in self.reading.units if unit.value is not None])
        if any(verdict.outcome == Outcome.ADDED for verdict in verdicts):
            records = SourceRecord.objects.filter(network=self.network, source="linkedin-own", key=self.run.kind)
            record = records.first()
            previous = record.values if record else None
            changed = fill_contact(contact=self.card, person=person, by=act, previous=previous)
            values = values_of(person)
            if record is None:
                record = SourceRecord(contact=self.card, source="linkedin-own", key=self.run.kind, values=values)
                act.add(record)
            elif record.values != values:
                act.edit(record, values=values)
            if not changed:
                for verdict in verdicts:
                    verdict.outcome = Outcome.UNCHANGED if verdict.outcome == Outcome.ADDED else verdict.outcome
        return verdicts

    def _known(self) -> dict[str, Any]:
        """What the source said of the user before; what it says now is compared with it, signature by signature."""
        record = SourceRecord.objects.filter(network=self.network, source="linkedin-own", key=self.run.kind).first()
        return record.values if record else {}

    def _verdict(self, unit: Unit, known: dict[str, Any]) -> Verdict:
        if unit.value is None:
            return Verdict(unit.rows[0], Outcome.REFUSED, unit.label, message=str(unit.detail))
        values = values_of(unit.value)
        same = all(_within(value, known.get(name)) for name, value in values.items() if name not in _MADE_UP)
        outcome = Outcome.UNCHANGED if same else Outcome.ADDED
        return Verdict(unit.rows[0], outcome, unit.label, self.card, rule=OWN_CARD)


def _within(value: Any, known: Any) -> bool:
    """Whether what a row says stands in what the whole file said before."""
    if isinstance(value, list) and isinstance(known, list):
        return all(one in known for one in value)
    if isinstance(value, dict) and isinstance(known, dict):
        return all(known.get(key) == one for key, one in value.items())
    return bool(value == known)


def merged_person(people: Sequence[Person]) -> Person:
    """All that the rows of one file say of the same person."""
    if len(people) == 1:
        return people[0]
    whole = Person()
    for person in people:
        whole.positions += person.positions
        whole.emails += person.emails
        whole.extras += person.extras
    return whole


class OwnFile(FileOfExport):
    order: ClassVar[int] = 10
    taker = OwnTaker


class Profile(OwnFile):
    kind = "linkedin.profile"
    name = gettext_lazy("Your LinkedIn profile")
    file = "profile"
    order = 5

    def read(self, data: bytes, options: dict[str, Any]) -> Reading:
        profile = read_profile(data)
        if profile is None:
            return Reading()
        person = Person(row=1, name=profile.name, location=profile.location, notes=profile.summary)
        person.links = [Labelled(url) for url in profile.websites]
        person.custom = [Labelled(handle, "Twitter") for handle in profile.twitter]
        if profile.headline:
            person.custom.append(Labelled(profile.headline, "headline"))
        if profile.address or profile.postcode:
            person.addresses = [Address(formatted=profile.address, postcode=profile.postcode)]
        if profile.birthday:
            person.dates = [DatedOccasion("birthday", profile.birthday)]
        unit = Unit(rows=(1,), value=person, label=display_name(profile.name), detail=profile.headline)
        return Reading(units=[unit], raw=lazy_raw(data))


def _places(data: bytes, positions: Sequence[Position], nameless: str) -> Reading:
    units = []
    for row, position in enumerate(positions, start=1):
        if not organization_key(position.organization):
            units.append(Unit(rows=(row,), value=None, label=position.title, detail=nameless))
            continue
        person = Person(row=row, positions=[position])
        units.append(Unit(rows=(row,), value=person, label=position.organization, detail=position.title))
    return Reading(units=units, raw=lazy_raw(data))


class Positions(OwnFile):
    kind = "linkedin.positions"
    name = gettext_lazy("Your positions")
    file = "positions"

    def read(self, data: bytes, options: dict[str, Any]) -> Reading:
        return _places(data, list(read_positions(data)), _("The row names no company."))


class Education(OwnFile):
    kind = "linkedin.education"
    name = gettext_lazy("Your education")
    file = "education"

    def read(self, data: bytes, options: dict[str, Any]) -> Reading:
        return _places(data, list(read_education(data)), _("The row names no school."))


class OwnEmails(OwnFile):
    kind = "linkedin.emails"
    name = gettext_lazy("Your e-mail addresses")
    file = "emails"

    def read(self, data: bytes, options: dict[str, Any]) -> Reading:
        units = []
        for cells in rows_of(read_table(data)):
            written = cells.take("email address")
            address = normal_email(written)
            unconfirmed = fold(cells.take("confirmed")) in ("no", "false")
            why = _("This address was never confirmed.") if unconfirmed else _("This is no e-mail address.")
            person = Person(row=cells.number, emails=[Labelled(address)]) if address and not unconfirmed else None
            units.append(Unit(rows=(cells.number,), value=person, label=written, detail="" if person else why))
        return Reading(units=units, raw=lazy_raw(data))
