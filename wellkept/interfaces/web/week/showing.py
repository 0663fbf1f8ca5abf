"""A week as the page shows it: cards with their ways to write, the well, the neighbours of the week."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from wellkept.domain.plan.answering import newest_answer
from wellkept.domain.plan.cards import Proposal, Week
from wellkept.domain.plan.models import Trip
from wellkept.domain.plan.travelling import trips_ahead
from wellkept.domain.plan.week import this_week
from wellkept.domain.timeline.models import Interaction
from wellkept.interfaces.web.triage.choosing import Button, Until, cadence_buttons, snooze_choices

KINDS = {
    "followup": lazy("Follow-up"),
    "second": lazy("Second touch"),
    "thanks": lazy("Thank-you"),
    "promise": lazy("Promise"),
    "occasion": lazy("Occasion"),
    "chosen": lazy("Next step"),
    "cadence": lazy("Keep in touch"),
    "reconnect": lazy("Reconnection"),
    "decide": lazy("Keep in touch?"),
    "meet": lazy("Get to know"),
    "visit": lazy("On your way"),
}
# What each channel opens: its name and sign, and which words go through it.
DOORS = {
    "email": (lazy("Open in mail"), "mail", "email"),
    "call": (lazy("Call"), "phone", "call"),
    "linkedin": (lazy("LinkedIn"), "link", "message"),
    "whatsapp": (lazy("WhatsApp"), "message", "message"),
    "sms": (lazy("SMS"), "sms", "message"),
    "letter": (lazy("Letter"), "letter", "letter"),
}
CARRIES = {"email": "body", "sms": "body", "whatsapp": "text"}
WAYS = {"email": lazy("E-mail"), "call": lazy("Call"), "message": lazy("Message"), "letter": lazy("Letter")}
OFTEN = ("email", "message", "call", "video", "met", "coffee", "lunch", "letter")


@dataclass(frozen=True)
class Door:
    label: str
    icon: str
    href: str
    to: str
    carries: str  # the part of the address that takes the words as they were edited last


@dataclass
class Way:
    """One way to get through: its words and the doors they go out by. ``records`` is the kind of interaction left."""

    kind: str
    label: str
    words: str
    records: str
    doors: list[Door] = field(default_factory=list)
    to: str = ""  # a postal address


@dataclass(frozen=True)
class Card:
    proposal: Proposal
    kind: str
    ways: list[Way]
    last_kind: str

    @property
    def first_kind(self) -> str:
        """The kind of interaction that 'done' records unless another is chosen."""
        return self.ways[0].records if self.ways else "message"


@dataclass(frozen=True)
class Water:
    """What the well holds, and what it can hold: both goals."""

    filled: int
    brim: int

    @property
    def full(self) -> bool:
        return self.filled >= self.brim


def filled(week: Week) -> Water:
    goals = (week.touches, week.new)
    return Water(sum(min(goal.done, goal.goal) for goal in goals), sum(goal.goal for goal in goals))


@dataclass(frozen=True)
class Shown:
    week: Week
    cards: list[Card]
    kinds: list[tuple[str, str]]
    snoozes: list[Until]
    again: date  # the first day of the next week
    buttons: list[Button]
    water: Water
    trips: list[Trip]  # ahead
    seen: int  # the newest answer there was: each card carries it (see answering.done)


def show(network: Any, on: date) -> Shown:
    week = this_week(network=network, on=on)
    return Shown(
        week=week,
        cards=[card_of(proposal) for proposal in week.proposals],
        kinds=kinds(),
        snoozes=snooze_choices(on),
        again=week.ends + timedelta(days=1),
        buttons=cadence_buttons(),
        water=filled(week),
        trips=trips_ahead(network=network, today=on),
        seen=newest_answer(network),
    )


def card_of(proposal: Proposal) -> Card:
    names = dict(Interaction.Kind.choices)
    kind = str(KINDS[proposal.kind])
    if proposal.kind == "occasion" and proposal.subject.startswith("birthday"):
        kind = _("Birthday")
    return Card(proposal=proposal, kind=kind, ways=ways_of(proposal), last_kind=str(names.get(proposal.last_kind, "")))


def ways_of(proposal: Proposal) -> list[Way]:
    """The ways in the order of their best channel; where no channel is known, words to copy."""
    words = {"email": proposal.draft, "letter": proposal.draft, "call": proposal.opening, "message": proposal.short}
    ways: dict[str, Way] = {}
    for channel in proposal.channels:
        label, icon, kind = DOORS[channel.kind]
        way = ways.setdefault(kind, Way(kind, str(WAYS[kind]), words[kind], channel.records))
        if channel.href:
            way.doors.append(Door(str(label), icon, channel.href, channel.to, CARRIES.get(channel.kind, "")))
        else:
            way.to = channel.to
    return list(ways.values()) or [Way("message", str(WAYS["message"]), proposal.short, "message")]


def kinds() -> list[tuple[str, str]]:
    """What 'done' can record, the usual ones first."""
    names = {value: str(label) for value, label in Interaction.Kind.choices}
    return [(value, names[value]) for value in [*OFTEN, *(value for value in names if value not in OFTEN)]]


@dataclass(frozen=True)
class Neighbours:
    """The weeks before and after; ``later`` is None where looking further ahead would tell nothing."""

    earlier: date
    later: date
    now: bool


def neighbours(week: Week, today: date) -> Neighbours:
    return Neighbours(
        earlier=week.starts - timedelta(weeks=1),
        later=week.starts + timedelta(weeks=1),
        now=week.starts <= today <= week.ends,
    )
