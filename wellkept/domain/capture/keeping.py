"""What was captured becomes records: in one act, which undone leaves it waiting again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.stepping import reschedule
from wellkept.domain.capture.choosing import (
    Choice,
    ChosenFact,
    ChosenOccasion,
    ChosenPerson,
    ChosenPromise,
    ChosenReferral,
    ChosenTalk,
)
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.receiving import receive
from wellkept.domain.contacts.adding import add_contact
from wellkept.domain.contacts.filling import fill_contact
from wellkept.domain.contacts.models import Contact, ContactDate
from wellkept.domain.events.adding import add_event
from wellkept.domain.events.meeting import met_at, place_of
from wellkept.domain.events.models import Event
from wellkept.domain.exchange.naming import is_full, name_key
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.history.models import Act
from wellkept.domain.timeline.learning import learn_fact
from wellkept.domain.timeline.meeting import met_columns
from wellkept.domain.timeline.models import Interaction, Referral
from wellkept.domain.timeline.promising import make_promise
from wellkept.domain.timeline.recording import LONGEST_PLACE, record_interaction
from wellkept.domain.timeline.referring import meet_referral, note_referral
from wellkept.domain.timeline.thanking import owe_for_referral
from wellkept.formats.names import fold
from wellkept.formats.person import Name, Person

SOURCE = "capture"
IN_PERSON = frozenset({"met", "lunch", "coffee", "event"})  # kinds in which somebody new was met
MOST_PEOPLE = 50
State = Captured.State


@dataclass(frozen=True, slots=True)
class Kept:
    captured: Captured
    contacts: list[Contact]  # in the order of ``Choice.people``
    interaction: Interaction | None
    act: Act  # what to undo; has no number before the act is closed


def keep(*, captured: Captured, choice: Choice, by: Actor | Acting, today: date) -> Kept:
    """Keep what was chosen of a capture. Refused when it was kept already, or when it names nobody."""
    network = captured.network
    _check(network, choice)
    with acting(by, network, "keep", summary=_("Kept: %(what)s") % {"what": _named(choice)}) as act:
        waiting = Captured.objects.filter(network=network, pk=captured.pk).first()
        if waiting is None or waiting.state == State.KEPT:
            raise Refusal(_("This was kept already."))
        keeping = _Keeping(waiting, choice, act, today)
        contacts, interaction = keeping.people(), keeping.talk()
        keeping.said()
        keeping.introduced()
        keeping.next_step()
        act.edit(waiting, state=State.KEPT, contact=contacts[0])
    captured.refresh_from_db()
    return Kept(captured, contacts, interaction, act.row)


def keep_at_once(*, network: Network, key: str, line: str, on: date, choice: Choice, by: Actor, today: date) -> Kept:
    """Keep a line that was typed and looked at just now: two acts, both or none, so that undoing the second lets it wait."""
    with transaction.atomic():
        captured = receive(network=network, key=key, way=Captured.Way.LINE, text=line, on=on, by=by)
        return keep(captured=captured, choice=choice, by=by, today=today)


def drop(*, captured: Captured, by: Actor | Acting) -> Captured:
    """Nothing of it is to be kept."""
    if captured.state == State.KEPT:
        raise Refusal(_("This was kept already."))
    with acting(
        by, captured.network, "drop", summary=_("Let go of %(what)s") % {"what": captured.get_way_display()}
    ) as act:
        act.edit(captured, state=State.DROPPED)
    return captured


def reopen(*, captured: Captured, by: Actor | Acting) -> Captured:
    """It waits again; what was kept of it stays."""
    with acting(
        by, captured.network, "reopen", summary=_("Waits again: %(what)s") % {"what": captured.get_way_display()}
    ) as act:
        act.edit(captured, state=State.WAITING)
    return captured


def _check(network: Network, choice: Choice) -> None:
    if not choice.people:
        raise Refusal(_("Say who it is about."), field="people")
    if len(choice.people) > MOST_PEOPLE:
        raise Refusal(_("At most %(most)d people at once.") % {"most": MOST_PEOPLE}, field="people")
    through = [choice.introduced_by] if choice.introduced_by else []
    for chosen in (*choice.people, *through):
        if chosen.contact is not None and chosen.contact.network_id != network.pk:
            raise Refusal(_("This is not in your network."), field="people")
        if chosen.contact is not None and chosen.contact.is_me:
            raise Refusal(_("That is your own card."), field="people")
        if chosen.contact is None and chosen.person.empty:
            raise Refusal(_("Say who it is about."), field="people")
    parts: list[ChosenFact | ChosenOccasion | ChosenPromise | ChosenReferral] = [*choice.facts, *choice.occasions]
    parts += [*choice.promises, *choice.referrals]
    if any(not 0 <= part.whom < len(choice.people) for part in parts):
        raise Refusal(_("Say whom it is about."), field="whom")
    if choice.talk and choice.talk.event is not None and choice.talk.event.network_id != network.pk:
        raise Refusal(_("This is not in your network."), field="event")


def _named(choice: Choice) -> str:
    names = [str(chosen.contact) if chosen.contact else _called(chosen.person) for chosen in choice.people]
    return (
        names[0]
        if len(names) == 1
        else _("%(first)s and %(count)d more") % {"first": names[0], "count": len(names) - 1}
    )


def _called(person: Person) -> str:
    name = person.name
    return name.display or " ".join(filter(None, (name.given, name.family))) or name.nickname or _("somebody")


class _Keeping:
    """One capture while it is kept."""

    def __init__(self, captured: Captured, choice: Choice, act: Acting, today: date) -> None:
        self.captured, self.choice, self.act, self.today = captured, choice, act, today
        self.network = captured.network
        self.on = min(choice.talk.on if choice.talk else captured.on, today)
        self.contacts: list[Contact] = []
        self.new: set[int] = set()
        self.interaction: Interaction | None = None

    def people(self) -> list[Contact]:
        self.contacts = [self._person(chosen) for chosen in self.choice.people]
        if len({contact.pk for contact in self.contacts}) < len(self.contacts):
            raise Refusal(_("Two of these are the same contact: leave one of them out."), field="people")
        return self.contacts

    def _person(self, chosen: ChosenPerson) -> Contact:
        if chosen.contact is not None:
            # A name that is written another way is no news: it stays as it is here.
            person = replace(chosen.person, name=Name())
            fill_contact(contact=chosen.contact, person=person, by=self.act, previous=None)
            return chosen.contact
        contact = add_contact(network=self.network, person=chosen.person, by=self.act, source=SOURCE)
        self.new.add(contact.pk)
        self._was_named(contact)
        return contact

    def _was_named(self, contact: Contact) -> None:
        """Somebody had named them as worth meeting."""
        key = name_key(Name(display=contact.display))
        if is_full(key):
            for referral in Referral.objects.filter(network=self.network, met=None, dropped_on=None):
                if name_key(Name(display=referral.name)) == key:
                    meet_referral(referral=referral, contact=contact, by=self.act)

    def talk(self) -> Interaction | None:
        talk = self.choice.talk
        if talk is None:
            return None
        event = talk.event or (self._new_event(talk) if talk.new_event else None)
        where = place_of(event) if event else " ".join(talk.at.split())[:LONGEST_PLACE]
        self.interaction = record_interaction(
            network=self.network,
            contacts=self.contacts,
            kind=talk.kind,
            on=talk.on,
            place=where,
            body=talk.body,
            by=self.act,
            today=self.today,
        )
        for contact in self.contacts:
            if contact.pk in self.new and talk.kind in IN_PERSON:
                self.act.edit(contact, **met_columns(network=self.network, on=talk.on, where=where))
            if event is not None:
                met_at(event=event, contact=contact, interaction=self.interaction, by=self.act)
        return self.interaction

    def _new_event(self, talk: ChosenTalk) -> Event:
        return add_event(network=self.network, name=talk.at, starts_on=talk.on, by=self.act)

    def said(self) -> None:
        """Facts, needs, offers, occasions, promises and names."""
        for fact in self.choice.facts:
            self._learn(fact)
        for occasion in self.choice.occasions:
            self._remember(occasion)
        for promise in self.choice.promises:
            self._promise(promise)
        for referral in self.choice.referrals:
            note_referral(
                contact=self.contacts[referral.whom],
                name=referral.name,
                about=referral.about,
                on=self.on,
                interaction=self.interaction,
                by=self.act,
            )

    def _learn(self, fact: ChosenFact) -> None:
        learn_fact(
            contact=self.contacts[fact.whom],
            words=fact.words,
            kind=fact.kind,
            on=self.on,
            interaction=self.interaction,
            by=self.act,
            today=self.today,
        )

    def _remember(self, occasion: ChosenOccasion) -> None:
        """A birthday that stands otherwise is set right: it was shown, and kept as it was shown."""
        contact = self.contacts[occasion.whom]
        kind, label = _occasion(occasion)
        dates = list(ContactDate.objects.filter(network=self.network, contact=contact))
        twin = next(
            (row for row in dates if row.kind == kind and (kind == "birthday" or fold(row.label) == fold(label))), None
        )
        if twin is not None:
            same_day = (twin.month, twin.day) == (occasion.month, occasion.day)
            year = occasion.year or (twin.year if same_day else None)
            self.act.edit(twin, year=year, month=occasion.month, day=occasion.day)
            return
        place = max((row.position for row in dates), default=-1) + 1
        day = {"year": occasion.year, "month": occasion.month, "day": occasion.day}
        self.act.add(ContactDate(contact=contact, kind=kind, label=label, position=place, **day))

    def _promise(self, promise: ChosenPromise) -> None:
        make_promise(
            contact=self.contacts[promise.whom],
            by_whom=promise.by_whom,
            text=promise.text,
            due_on=promise.due_on,
            interaction=self.interaction,
            by=self.act,
        )

    def introduced(self) -> None:
        """Who made us known is written where nothing is; a thank-you to them is owed for somebody new."""
        chosen = self.choice.introduced_by
        if chosen is None:
            self._through_a_name()
            return
        through = self._person(chosen)
        for contact in self.contacts:
            if contact.met_through_id is None and contact.pk != through.pk:
                self.act.edit(contact, met_through=through)
                if contact.pk in self.new:
                    owe_for_referral(contact=contact, today=self.today, by=self.act)

    def _through_a_name(self) -> None:
        name = " ".join(self.choice.through.split())
        for contact in self.contacts if name else ():
            if not contact.met_how and contact.met_through_id is None:
                self.act.edit(contact, met_how=_("through %(name)s") % {"name": name[:280]})

    def next_step(self) -> None:
        on = self.choice.follow_up_on
        for contact in self.contacts if on else ():
            reschedule(contact=contact, on=on, what=self.choice.follow_up, by=self.act, today=self.today)  # type: ignore[arg-type]


def _occasion(occasion: ChosenOccasion) -> tuple[str, str]:
    """The kind of a date, and its label."""
    try:
        date(2000, occasion.month, occasion.day)
    except ValueError as error:
        raise Refusal(_("No year has such a day."), field="occasions") from error
    if occasion.kind == "birthday":
        return ContactDate.Kind.BIRTHDAY, ""
    if occasion.kind == "wedding_anniversary":
        return ContactDate.Kind.ANNIVERSARY, _("wedding anniversary")
    if occasion.kind == "work_anniversary":
        return ContactDate.Kind.OTHER, _("work anniversary")
    raise Refusal(_("“%(kind)s” is no occasion.") % {"kind": occasion.kind}, field="occasions")
