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
from wellkept.domain.plan.optimum import Group, Item, best
from wellkept.domain.plan.worth import EXTRA, POINTS, RECONNECTION, THEIRS, UNDECIDED

MOST_CARDS = 10
UNTIL_DECIDED = 40  # so many decided, and the not decided no longer fill the week
FAMILIAR = 2  # of the three offered to reconnect with are those most in touch once; the third is not
# The dated, in the order in which they are taken: (kind, whether it is for them to do).
DATED: tuple[tuple[Kind, bool], ...] = (
    ("followup", False),
    ("thanks", False),
    ("promise", False),
    ("occasion", False),
    ("second", False),
    ("visit", False),
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
    more: int = 0  # points beyond those of its kind, see worth.py

    @property
    def key(self) -> str:
        return ".".join(filter(None, [self.kind, str(self.contact), self.subject]))


@dataclass(frozen=True, slots=True)
class Said:
    """What the user answered to a proposal: not before ``until``; or swapped, not in the week that begins on ``week``."""

    contact: int
    kind: str
    subject: str
    answer: str  # done, not_now, swap, pick
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
    instead: tuple[Candidate, ...] = ()  # whom one could reconnect with rather than with the one chosen

    @property
    def minutes(self) -> int:
        return sum(candidate.minutes for candidate in self.chosen)


def propose(candidates: Iterable[Candidate], answers: Sequence[Said], bounds: Bounds) -> Proposed:
    """The week's cards, in order, and everybody else who would have been one. Deterministic."""
    open_ones = [candidate for candidate in candidates if not _answered(candidate, answers, bounds)]
    reconnected = _reconnected(answers, bounds)
    picked = {said.contact for said in answers if said.answer == "pick" and said.week == bounds.starts}
    dormant = [each for each in open_ones if each.kind == "reconnect"] if not reconnected else []
    three, others = offered_three(dormant, bounds.starts, picked)
    queue = _in_order(open_ones, bounds, [*three, *others])
    chosen = _best(queue, bounds, reconnected=reconnected)
    there = {candidate.contact for candidate in chosen}
    rest: dict[int, Candidate] = {}
    for candidate in queue:
        if candidate.contact not in there:
            rest.setdefault(candidate.contact, candidate)
    asked = any(each.kind == "reconnect" for each in chosen)
    instead = [each for each in three if each.contact not in there] if asked else []
    return Proposed(tuple(chosen), tuple(rest.values()), tuple(instead))


def _best(queue: Sequence[Candidate], bounds: Bounds, *, reconnected: bool) -> list[Candidate]:
    """The optimum, in groups by what they take a place of."""
    items: dict[str, list[Item]] = defaultdict(list)
    for points, place in _one_reason_each(queue, bounds):
        kind = queue[place].kind
        items[kind if kind in KEEPING | {"meet"} else "dated"].append(Item(place, queue[place].minutes, points))
    several = bounds.touches_left if bounds.decided < UNTIL_DECIDED else 1
    keeping = Group(
        items["cadence"],
        bounds.touches_left,
        EXTRA,
        (Group(items["reconnect"], 0 if reconnected else 1), Group(items["decide"], several)),
    )
    groups = [Group(items["dated"], MOST_CARDS), keeping, Group(items["meet"], bounds.new_left, EXTRA)]
    return [queue[place] for place in best(groups, most=MOST_CARDS, minutes=bounds.minutes_left)]


def _one_reason_each(queue: Sequence[Candidate], bounds: Bounds) -> list[tuple[int, int]]:
    """(points, place in the queue) of the reason that each contact is offered with: the weightiest. Whoever could be met
    but is not among as many as the goal leaves is offered with their next reason, where there is one."""
    reasons: dict[int, list[tuple[int, int]]] = defaultdict(list)
    first_dormant = next((place for place, each in enumerate(queue) if each.kind == "reconnect"), -1)
    for place, candidate in enumerate(queue):
        points = _points(candidate, bounds, this_weeks=place == first_dormant)
        reasons[candidate.contact].append((points, place))
    for of_contact in reasons.values():
        of_contact.sort(key=lambda reason: (-reason[0], reason[1]))
    to_meet = [told for told in reasons.values() if queue[told[0][1]].kind == "meet"]
    to_meet.sort(key=lambda told: (-told[0][0], told[0][1]))
    for told in to_meet[max(0, bounds.new_left) :]:
        others = [reason for reason in told if queue[reason[1]].kind != "meet"]
        told[:] = others or told
    return [told[0] for told in reasons.values()]


def _points(candidate: Candidate, bounds: Bounds, *, this_weeks: bool) -> int:
    if candidate.kind == "promise" and candidate.theirs:
        return THEIRS
    if candidate.kind == "reconnect" and this_weeks and bounds.touches_left > 1:
        return RECONNECTION
    if candidate.kind == "decide" and bounds.decided < UNTIL_DECIDED:
        return UNDECIDED
    return POINTS[candidate.kind] + candidate.more


def _in_order(candidates: Sequence[Candidate], bounds: Bounds, dormant: list[Candidate]) -> list[Candidate]:
    """Dated ones by kind and day; then one reconnection before the last of the places to keep ties warm."""
    by_kind: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        by_kind[candidate.kind].append(candidate)
    dated: list[Candidate] = []
    for kind, theirs in DATED:
        of_kind = [each for each in by_kind[kind] if each.theirs == theirs]
        dated += sorted(of_kind, key=lambda each: (each.due or date.max, each.contact, each.subject))
    warm = by_kind["cadence"]
    # With room for two or more, the last place is the reconnection's; the rest of the dormant waits behind the due.
    before = max(0, bounds.touches_left - 1) if dormant and bounds.touches_left > 1 else len(warm)
    dormant_ids = {each.contact for each in dormant[:1]}
    head = [each for each in warm if each.contact not in dormant_ids][:before]
    tail = [each for each in warm if each not in head]
    return [*dated, *head, *dormant, *tail, *by_kind["decide"], *by_kind["meet"]]


def offered_three(
    dormant: Sequence[Candidate], week: date, picked: Collection[int] = ()
) -> tuple[list[Candidate], list[Candidate]]:
    """The three offered for this week's reconnection, the one proposed first, and everybody else.

    Two are the most familiar; the third is not, because people prefer the familiar and the others are worth more to
    them (Walter, Levin and Murnighan 2015). Each week begins with another of the three. Whom the user picked comes first.
    """
    if not dormant:
        return [], []
    turn = week.toordinal() // 7
    beyond = dormant[FAMILIAR:]
    three = [*dormant[:FAMILIAR], *([beyond[turn % len(beyond)]] if beyond else [])]
    start = turn % len(three)
    three = [*three[start:], *three[:start]]
    for_user = [each for each in dormant if each.contact in picked]
    three = [*for_user[-1:], *(each for each in three if each not in for_user[-1:])][: max(len(three), 1)]
    return three, [each for each in dormant if each not in three]


def _reconnected(answers: Sequence[Said], bounds: Bounds) -> bool:
    """Whether this week's reconnection was made already."""
    return any(said.kind == "reconnect" and said.answer == "done" and said.week == bounds.starts for said in answers)


def _answered(candidate: Candidate, answers: Collection[Said], bounds: Bounds) -> bool:
    """Done, swapped out of this week, or put off until a day that has not come."""
    if candidate.kind in KEEPING | {"meet"} and not candidate.subject and candidate.contact in bounds.touched:
        return True
    return any(_answers(said, candidate, bounds) for said in answers if said.contact == candidate.contact)


def _answers(said: Said, candidate: Candidate, bounds: Bounds) -> bool:
    if said.answer == "pick":
        return False
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
