"""The values a week is made of. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from wellkept.domain.cadence.load import Counters
from wellkept.domain.correspondence.channels import Channel

Kind = Literal[
    "followup", "thanks", "promise", "occasion", "second", "chosen", "cadence", "reconnect", "decide", "meet", "visit"
]
# Those that keep a tie warm take a place of the week's touches; the others are dated and come on their day.
KEEPING: frozenset[str] = frozenset({"cadence", "reconnect", "decide"})


@dataclass(frozen=True, slots=True)
class Rest:
    """Somebody who would also have been proposed; can be seen, does not nag."""

    contact: int
    name: str
    kind: Kind
    subject: str
    why: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """One card. ``key`` is stable within the week and names it in forms (see answering.find_proposal)."""

    key: str
    contact: int
    name: str
    kind: Kind
    subject: str  # which promise ('12'), which occasion ('birthday:2026-11-20'), else ''
    why: str
    due: date | None
    last: str  # what was last said, cut at a word
    last_on: date | None
    last_kind: str  # a kind of interaction, '' when nothing ever passed
    act: str  # the suggested act in words: 'Write an e-mail'
    minutes: int
    opening: str
    evidence: str  # the fact that the opening rests on
    mail_subject: str
    draft: str  # the whole letter
    short: str  # the same for a message; fits a LinkedIn invitation (300 characters)
    channels: tuple[Channel, ...]  # the best first
    headline: str = ""  # title and organization
    photo: int | None = None
    instead: tuple[Rest, ...] = ()  # whom one could reconnect with rather
    mentions: str = ""  # a name in the user's notes that may be somebody to meet
    cadence_days: int | None = None
    decided: str = "undecided"


@dataclass(frozen=True, slots=True)
class Goal:
    goal: int
    done: int

    @property
    def left(self) -> int:
        return max(0, self.goal - self.done)


@dataclass(frozen=True, slots=True)
class Minutes:
    """``planned`` is what the cards ask for, ``spent`` what this week already took; together never above ``budget``
    (unless more was spent than the budget had, when nothing is planned)."""

    budget: int
    planned: int
    spent: int


@dataclass(frozen=True, slots=True)
class Touched:
    """Somebody the user was in touch with this week, through whatever door it was recorded."""

    contact: int
    name: str
    on: date
    kind: str


@dataclass(frozen=True, slots=True)
class Week:
    name: str  # '2026-W47'
    starts: date
    ends: date
    on: date
    new: Goal
    touches: Goal
    minutes: Minutes
    proposals: tuple[Proposal, ...]
    rest: tuple[Rest, ...]
    rest_more: int  # how many more there are than ``rest`` names
    touched: tuple[Touched, ...]
    counters: Counters
