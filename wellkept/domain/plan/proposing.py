"""Choosing the week's cards from all that could be proposed. Pure.

Dated things first and on their day (follow-ups, promises, occasions, chosen steps); then as many as are left of the
week's touches to keep ties warm: those due by cadence, one reconnection, and the not decided; then whom to meet.
Never more minutes than the budget has left, never more than ten cards, one card a contact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from wellkept.domain.plan.cards import KEEPING, Kind

MOST_CARDS = 10
UNTIL_DECIDED = 40  # so many decided, and the not decided no longer fill the week
RECONNECT_CANDIDATES = 3  # of whom the week picks one: not always the most familiar
# The dated, in the order in which they are taken: (kind, whether it is for them to do).
DATED: tuple[tuple[Kind, bool], ...] = (
    ("followup", False),
    ("promise", False),
    ("occasion", False),
    ("second", False),
    ("chosen", False),
    ("promise", True),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could be proposed. What is not dated comes in the order in which it should be taken.

    ``subject`` tells one promise or occasion from another; ``theirs``: a promise that is for them to keep.
    """

    contact: int
    kind: Kind
    why: str
    minutes: int
    due: date | None = None
    subject: str = ""
    theirs: bool = False

    @property
    def key(self) -> str:
        return ".".join(filter(None, [self.kind, str(self.contact), self.subject]))


@dataclass(frozen=True, slots=True)
class Said:
    """What the user answered to a proposal: not before ``until``; or swapped, not in the week that begins on ``week``."""

    contact: int
    kind: str
    subject: str
    answer: str  # done, not_now, swap
    week: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the week can hold: the goals that are left, the minutes that are left, and how many are decided."""

    starts: date
    today: date
    touches_left: int
    new_left: int
    minutes_left: int
    decided: int
    touched: frozenset[int] = field(default_factory=frozenset)  # in touch this week already


@dataclass(frozen=True, slots=True)
class Proposed:
    chosen: tuple[Candidate, ...]
    rest: tuple[Candidate, ...]

    @property
    def minutes(self) -> int:
        return sum(candidate.minutes for candidate in self.chosen)


def propose(candidates: Iterable[Candidate], answers: Sequence[Said], bounds: Bounds) -> Proposed:
    """The week's cards, in order, and everybody else who would have been one. Deterministic."""
    open_ones = [candidate for candidate in candidates if not _answered(candidate, answers, bounds)]
    queue = _in_order(open_ones, bounds, reconnected=_reconnected(answers, bounds))
    chosen = _Chosen(bounds)
    left = [candidate for candidate in queue if not chosen.take(candidate)]
    there = {candidate.contact for candidate in chosen.cards}
    rest: dict[int, Candidate] = {}
    for candidate in left:
        if candidate.contact not in there:
            rest.setdefault(candidate.contact, candidate)
    return Proposed(tuple(chosen.cards), tuple(rest.values()))


class _Chosen:
    """The cards taken so far, and what is still free."""

    def __init__(self, bounds: Bounds) -> None:
        self.cards: list[Candidate] = []
        self.minutes = max(0, bounds.minutes_left)
        self.places = {"keeping": bounds.touches_left, "meet": bounds.new_left, "reconnect": 1}
        self.places["decide"] = bounds.touches_left if bounds.decided < UNTIL_DECIDED else 1
        self.people: set[int] = set()

    def take(self, candidate: Candidate) -> bool:
        if len(self.cards) >= MOST_CARDS or candidate.contact in self.people or candidate.minutes > self.minutes:
            return False
        needed = self._places_of(candidate.kind)
        if any(self.places[place] <= 0 for place in needed):
            return False
        for place in needed:
            self.places[place] -= 1
        self.minutes -= candidate.minutes
        self.people.add(candidate.contact)
        self.cards.append(candidate)
        return True

    def _places_of(self, kind: str) -> list[str]:
        own = [kind] if kind in {"reconnect", "decide", "meet"} else []
        return [*own, "keeping"] if kind in KEEPING else own


def _in_order(candidates: Sequence[Candidate], bounds: Bounds, *, reconnected: bool) -> list[Candidate]:
    """Dated ones by kind and day; then one reconnection before the last of the places to keep ties warm."""
    by_kind: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        by_kind[candidate.kind].append(candidate)
    dated: list[Candidate] = []
    for kind, theirs in DATED:
        of_kind = [each for each in by_kind[kind] if each.theirs == theirs]
        dated += sorted(of_kind, key=lambda each: (each.due or date.max, each.contact, each.subject))
    warm = by_kind["cadence"]
    dormant = [] if reconnected else _rotated(by_kind["reconnect"], bounds.starts)
    # With room for two or more, the last place is the reconnection's; the rest of the dormant waits behind the due.
    before = max(0, bounds.touches_left - 1) if dormant and bounds.touches_left > 1 else len(warm)
    dormant_ids = {each.contact for each in dormant[:1]}
    head = [each for each in warm if each.contact not in dormant_ids][:before]
    tail = [each for each in warm if each not in head]
    return [*dated, *head, *dormant, *tail, *by_kind["decide"], *by_kind["meet"]]


def _rotated(dormant: list[Candidate], week: date) -> list[Candidate]:
    """Begin with another of the first three each week."""
    first = dormant[:RECONNECT_CANDIDATES]
    if not first:
        return []
    start = week.toordinal() // 7 % len(first)
    return [*first[start:], *first[:start], *dormant[RECONNECT_CANDIDATES:]]


def _reconnected(answers: Sequence[Said], bounds: Bounds) -> bool:
    """Whether this week's reconnection was made already."""
    return any(said.kind == "reconnect" and said.answer == "done" and said.week == bounds.starts for said in answers)


def _answered(candidate: Candidate, answers: Collection[Said], bounds: Bounds) -> bool:
    """Done, swapped out of this week, or put off until a day that has not come."""
    if candidate.kind in KEEPING | {"meet"} and candidate.contact in bounds.touched:
        return True
    return any(_answers(said, candidate, bounds) for said in answers if said.contact == candidate.contact)


def _answers(said: Said, candidate: Candidate, bounds: Bounds) -> bool:
    dated = bool(candidate.subject) or bool(said.subject)
    if dated and (said.kind, said.subject) != (candidate.kind, candidate.subject):
        return False
    if said.answer == "swap":
        return said.week == bounds.starts
    if said.until is not None and said.until > bounds.today:
        return True
    if said.answer == "not_now":
        return False
    return said.week == bounds.starts and (dated or said.kind == candidate.kind)
