"""What passed between the owner and their connections: found people, recorded interactions, told what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact, Link
from wellkept.domain.exchange.contract import Outcome, Taker, Unit, Verdict
from wellkept.domain.exchange.fingerprints import digest
from wellkept.domain.exchange.forgetting.tombstones import FORGOTTEN, Graves, profile_sign
from wellkept.domain.exchange.forgetting.tombstones import WHY as WHY_FORGOTTEN
from wellkept.domain.exchange.models import SourceRecord
from wellkept.domain.exchange.naming import name_key
from wellkept.domain.history.acting import Acting
from wellkept.domain.timeline.models import Interaction
from wellkept.domain.timeline.recording import NewInteraction, check_day, record_interactions
from wellkept.formats.person import Name

SOURCE = "linkedin"
DRAFT, SPONSORED, SPAM, NO_CONNECTION, NO_DATE = "draft", "sponsored", "spam", "no connection", "no date"
HIDDEN = "hidden"
WHY = {
    DRAFT: gettext_noop("A draft that was never sent."),
    SPONSORED: gettext_noop("Sponsored mail."),
    SPAM: gettext_noop("Lies in the spam folder."),
    HIDDEN: gettext_noop("Hidden on the profile."),
    NO_CONNECTION: gettext_noop("With somebody who is no connection."),
}
LONGEST_BODY = 4000  # characters of a day's text that are kept


@dataclass(slots=True)
class Passed:
    """Something that passed with others, or the reason why it is left out."""

    others: tuple[tuple[str, str], ...] = ()  # (name, slug)
    key: str = ""
    at: datetime | None = None
    body: str = ""
    direction: str = Interaction.Direction.BOTH
    kind: str = Interaction.Kind.MESSAGE
    touch: bool | None = None  # None: when something of mine was sent
    sent: int = 0
    received: int = 0
    left_out: str = ""
    field: str = ""
    message: str = ""


@dataclass(slots=True)
class People:
    """The contacts of a network by profile and by name."""

    by_profile: dict[str, int] = field(default_factory=dict)
    by_name: dict[str, set[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, network: Network) -> People:
        people = cls()
        links = Link.objects.filter(network=network, kind="linkedin").exclude(key="")
        people.by_profile = dict(links.values_list("key", "contact_id"))
        records = SourceRecord.objects.filter(network=network, source=SOURCE)
        people.by_profile |= dict(records.values_list("key", "contact_id"))
        connected = Contact.objects.filter(network=network, is_me=False).exclude(connected_on=None)
        for pk, given, family, display in connected.values_list("pk", "given", "family", "display"):
            for name in {name_key(Name(given=given, family=family, display=display)), name_key(Name(display=display))}:
                people.by_name.setdefault(name, set()).add(pk)
        return people

    def find(self, name: str, slug: str) -> int | None:
        """By profile; where the file is too old to give one, by name among the connections, if only one bears it."""
        if slug:
            return self.by_profile.get(f"linkedin:{slug}")
        bearers = self.by_name.get(name_key(Name(display=name)), set())
        return next(iter(bearers)) if len(bearers) == 1 else None


class PassedTaker(Taker):
    people: People

    def begin(self) -> None:
        self.people = People.of(self.network)
        self.graves = Graves(self.network)
        self.today = self.network.today()

    def judge(self, units: Sequence[Unit]) -> list[Verdict]:
        passed: list[Passed] = [unit.value for unit in units]
        there = set(self._there(passed))
        verdicts = []
        for unit in units:
            left_out = self._left_out(unit.value, upcoming=True)
            if left_out is not None:
                verdicts += _all_rows(unit, left_out)
            else:
                outcome = Outcome.UNCHANGED if unit.value.key in there else Outcome.ADDED
                verdicts += _all_rows(unit, Verdict(0, outcome))
        return verdicts

    def take(self, units: Sequence[Unit], act: Acting) -> list[Verdict]:
        there = self._there([unit.value for unit in units])
        wanted = {pk for unit in units for pk in self._ids(unit.value)}
        contacts = {contact.pk: contact for contact in Contact.objects.filter(network=self.network, pk__in=wanted)}
        verdicts: list[Verdict] = []
        fresh: list[NewInteraction] = []
        for unit in units:
            passed: Passed = unit.value
            with_whom = [contacts[pk] for pk in self._ids(passed) if pk in contacts]
            left_out = self._left_out(passed) or (None if with_whom else _refused(NO_CONNECTION))
            if left_out is not None:
                verdicts += _all_rows(unit, left_out)
                continue
            known = there.get(passed.key)
            if known is None:
                fresh.append(self._new(passed, with_whom))
                outcome = Outcome.ADDED
            else:
                outcome = Outcome.MERGED if _update(known, passed, act) else Outcome.UNCHANGED
            verdicts += _all_rows(
                unit, Verdict(0, outcome, contact=with_whom[0], message=passed.message, field=passed.field)
            )
        if fresh:
            record_interactions(network=self.network, rows=fresh, by=act, today=self.today)
        return verdicts

    def _there(self, passed: Sequence[Passed]) -> dict[str, Interaction]:
        keys = [one.key for one in passed if one.key]
        found = Interaction.objects.filter(network=self.network, source=SOURCE, source_key__in=keys)
        return {interaction.source_key: interaction for interaction in found}

    def _ids(self, passed: Passed) -> list[int]:
        found = (self.people.find(name, slug) for name, slug in passed.others)
        return list(dict.fromkeys(pk for pk in found if pk is not None))

    def _left_out(self, passed: Passed, *, upcoming: bool = False) -> Verdict | None:
        if passed.left_out or passed.at is None:
            return _refused(passed.left_out or NO_DATE, passed)
        try:
            check_day(self._day(passed.at), today=self.today)
        except Refusal as refusal:
            return Verdict(0, Outcome.REFUSED, field="date", message=str(refusal))
        if self.graves and self.graves.hold(profile_sign(f"linkedin:{slug}") for _name, slug in passed.others if slug):
            return Verdict(0, Outcome.REFUSED, rule=FORGOTTEN, message=_(WHY_FORGOTTEN))
        soon = upcoming and any(_sign(name, slug) in self.upcoming for name, slug in passed.others)
        return None if soon or self._ids(passed) else _refused(NO_CONNECTION)

    def _day(self, at: datetime) -> date:
        return at.astimezone(self.network.zone).date()

    def _new(self, passed: Passed, contacts: list[Contact]) -> NewInteraction:
        at = passed.at
        assert at is not None  # what has no date was left out
        return NewInteraction(
            contacts=contacts,
            kind=passed.kind,
            on=self._day(at),
            at=at,
            direction=passed.direction,
            body=passed.body,
            touch=passed.sent > 0 if passed.touch is None else passed.touch,
            sent=passed.sent,
            received=passed.received,
            source=SOURCE,
            source_key=passed.key,
        )


def _sign(name: str, slug: str) -> str:
    """What the preview of the connections calls somebody, found as ``People.find`` finds them."""
    return f"linkedin:{slug}" if slug else f"name:{name_key(Name(display=name))}"


def _update(known: Interaction, passed: Passed, act: Acting) -> bool:
    """A newer file may hold more of the same day: the counts follow, the text only where the user left it as it came."""
    if (known.sent_count, known.received_count) == (passed.sent, passed.received):
        return False
    columns: dict[str, Any] = {
        "sent_count": max(known.sent_count, passed.sent),
        "received_count": max(known.received_count, passed.received),
        "touch": known.touch or passed.sent > 0,
    }
    if passed.body.startswith(known.body):
        columns["body"] = passed.body
    return act.edit(known, **columns)


def _refused(rule: str, passed: Passed | None = None) -> Verdict:
    message = (passed.message if passed else "") or (_(WHY[rule]) if rule in WHY else "")
    return Verdict(0, Outcome.REFUSED, rule=rule, message=message, field=passed.field if passed else "")


def _all_rows(unit: Unit, said: Verdict) -> list[Verdict]:
    return [
        Verdict(row, said.outcome, unit.label, said.contact, said.rule, said.field, said.message) for row in unit.rows
    ]


def shortened(text: str) -> str:
    """The beginning of a long day, cut between words."""
    text = text.strip()
    if len(text) <= LONGEST_BODY:
        return text
    return f"{text[:LONGEST_BODY].rsplit(None, 1)[0]} …"


def key_of(*parts: str) -> str:
    """A key of at most 200 characters, the same for the same parts."""
    whole = ":".join(parts)
    return whole if len(whole) <= 200 else f"{whole[:160]}~{digest(whole)}"
