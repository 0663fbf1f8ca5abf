"""Where a contact stands: what is due and when, how warm, how promising. Pure.

Nothing here asks what day it is: a standing changes when something happened or was decided, never by the clock alone,
so it can be stored and ranked from an index.

* **Due** is the date the user chose; else the follow-up within 48 hours of meeting, and a second touch within 14 days
  of it; else the last touch plus the cadence. A skip counts as a turn taken, a snooze only holds the date back.
* **Warmth** is log2 of Σ 2^(d/60) over the days d (as ordinals) with a touch: contact-days that lose half their weight
  every 60 days. The common factor 2^(-today/60) is left out, which changes no order; subtracting today/60
  gives log2 of the weight that is left. A contact without a touch has warmth 0, below everybody else.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

HALF_LIFE = 60  # days
DEFAULT_CADENCE = 90  # days, for 'as the circle' where no circle has one
FOLLOW_UP = timedelta(days=2)
SECOND = timedelta(days=14)
BREATH = timedelta(days=7)  # at least so long after a late follow-up
NEWLY = timedelta(days=30)  # somebody entered so soon after a meeting is a new acquaintance
LAPSED = timedelta(days=60)  # a meeting so long ago is no follow-up any more
IN_PERSON = frozenset({"met", "lunch", "coffee", "event"})
YEAR_ZERO = date(2000, 1, 1)


class Passed(NamedTuple):
    """One interaction of the contact."""

    on: date
    kind: str
    touch: bool
    direction: str
    sent: int
    received: int


class Chosen(NamedTuple):
    on: date
    what: str


class PutOff(NamedTuple):
    on: date
    until: date


class Bond(NamedTuple):
    """An employer or school that the contact shares with the user."""

    words: str
    score: float


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one contact. ``key`` never changes; ``met_on`` is the whole date of meeting, and ``met_known``
    that at least something of it (a year) is; ``by_hand``: entered by the user, not imported."""

    key: str
    added_on: date
    by_hand: bool = True
    decision: str = ""  # circle, own, never, '' while not decided
    own_days: int | None = None
    decided_on: date | None = None
    circle_days: tuple[int, ...] = ()
    passed: Sequence[Passed] = ()
    chosen: Chosen | None = None
    put_off: PutOff | None = None  # the newest
    skips: tuple[date, ...] = ()
    met_on: date | None = None
    met_known: bool = False
    connected_on: date | None = None
    bonds: tuple[Bond, ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    on: date
    kind: str  # followup, second, chosen, cadence
    what: str = ""


@dataclass(slots=True)
class StandingValues:
    """The columns of a Standing."""

    decided: str
    cadence_days: int | None
    new_on: date | None
    first_touch_on: date | None
    last_touch_on: date | None
    last_sent_on: date | None
    last_received_on: date | None
    contact_days: int
    sent: int
    received: int
    warmth: float
    due_on: date | None
    due_kind: str
    due_what: str
    snoozed_until: date | None
    promise_score: float
    promise_reason: str


def stand(facts: Facts) -> StandingValues:
    """All that is computed of a contact."""
    touches = sorted({passed.on for passed in facts.passed if passed.touch})
    last = touches[-1] if touches else None
    cadence = cadence_of(facts)
    met = meeting(facts)
    due = next_due(facts, touches, cadence, met)
    until = facts.put_off.until if facts.put_off and not (last and last > facts.put_off.on) else None
    held = max(due.on, until) if due and until else due.on if due else None
    score, reason = promise(facts, touches)
    return StandingValues(
        decided=facts.decision or "undecided",
        cadence_days=cadence,
        new_on=new_since(facts, met),
        first_touch_on=touches[0] if touches else None,
        last_touch_on=last,
        last_sent_on=max((p.on for p in facts.passed if p.sent or p.direction == "mine"), default=None),
        last_received_on=max((p.on for p in facts.passed if p.received or p.direction == "theirs"), default=None),
        contact_days=len(touches),
        sent=sum(passed.sent for passed in facts.passed),
        received=sum(passed.received for passed in facts.passed),
        warmth=warmth(touches),
        due_on=held,
        due_kind=due.kind if due else "",
        due_what=due.what if due else "",
        snoozed_until=until,
        promise_score=round(score, 4),
        promise_reason=reason,
    )


def cadence_of(facts: Facts) -> int | None:
    """The cadence that holds: the contact's own, else the shortest of the circles'."""
    if facts.decision == "own":
        return facts.own_days
    if facts.decision == "circle":
        return min(facts.circle_days, default=DEFAULT_CADENCE)
    return None


def meeting(facts: Facts) -> date | None:
    """The day a new acquaintance was met, if this is one."""
    if facts.met_on:
        return facts.met_on if facts.added_on <= facts.met_on + NEWLY else None
    if facts.met_known or not facts.by_hand or not facts.passed:
        return None
    first = min(facts.passed, key=lambda passed: (passed.on, passed.kind not in IN_PERSON))
    fresh = first.touch and first.kind in IN_PERSON and facts.added_on <= first.on + NEWLY
    return first.on if fresh else None


def new_since(facts: Facts, met: date | None) -> date | None:
    """The day from which the contact counts as a new connection, where one is known."""
    if met or facts.met_on or facts.connected_on:
        return met or facts.met_on or facts.connected_on
    return facts.added_on if facts.by_hand and not facts.met_known else None


def next_due(facts: Facts, touches: list[date], cadence: int | None, met: date | None) -> Due | None:
    """The next step, before anything that was put off."""
    if facts.decision == "never":
        return None
    if facts.chosen and not _fulfilled(facts.chosen, touches):
        return Due(facts.chosen.on, "chosen", facts.chosen.what)
    keeping = _by_cadence(facts, touches, cadence)
    fresh = _after_meeting(facts, touches, met) if met else None
    if fresh and keeping and fresh.kind == "second" and keeping.on < fresh.on:
        return keeping
    return fresh or keeping


def _fulfilled(chosen: Chosen, touches: list[date]) -> bool:
    """A bare date to be in touch is met by any touch on it or later; a task stands until it is said to be done."""
    return not chosen.what and bool(touches) and touches[-1] >= chosen.on


def _after_meeting(facts: Facts, touches: list[date], met: date) -> Due | None:
    if facts.decided_on and facts.decided_on > met + LAPSED:
        return None
    wrote_at_once = any(p.on == met and p.touch and p.kind not in IN_PERSON for p in facts.passed)
    later = [day for day in touches if day > met]
    turns = sorted([met] * wrote_at_once + later + [day for day in facts.skips if day >= met])
    if not turns:
        return Due(met + FOLLOW_UP, "followup")
    if len(turns) == 1 and turns[0] <= met + LAPSED:
        return Due(max(met + SECOND, turns[0] + BREATH), "second")
    return None


def _by_cadence(facts: Facts, touches: list[date], cadence: int | None) -> Due | None:
    if cadence is None:
        return None
    turns = [*touches[-1:], *facts.skips]
    if turns:
        return Due(max(turns) + timedelta(days=cadence), "cadence")
    # Never in touch: the first turns are spread over one cadence, so that a morning's decisions are not a week's debts.
    start = facts.decided_on or facts.added_on
    return Due(start + timedelta(days=spread(facts.key, cadence)), "cadence")


def spread(key: str, days: int) -> int:
    """A number below ``days``, always the same for the same key."""
    return int.from_bytes(hashlib.blake2s(key.encode(), digest_size=4).digest(), "big") % max(1, days)


def warmth(touches: Sequence[date]) -> float:
    if not touches:
        return 0.0
    last = touches[-1].toordinal()
    total = sum(2.0 ** ((day.toordinal() - last) / HALF_LIFE) for day in touches)
    return last / HALF_LIFE + math.log2(total)


def dormant_after(cadence_days: int | None) -> int:
    """Days of silence after which a tie is dormant: eight cadences or a year, but never less than two cadences."""
    if cadence_days is None:
        return 365
    return max(2 * cadence_days, min(8 * cadence_days, 365))


def promise(facts: Facts, touches: list[date]) -> tuple[float, str]:
    """How promising it is to decide on this contact, and why in words.

    Points: 4·log2(1+m) for m messages each way; 2·log2(1+days in touch); what is shared (see bonds.py);
    .4 a year for how recently something was heard. Weights are product choices, not measured.
    """
    sent = sum(passed.sent for passed in facts.passed)
    received = sum(passed.received for passed in facts.passed)
    heard = max(
        [*(passed.on for passed in facts.passed), *([facts.connected_on] if facts.connected_on else [])], default=None
    )
    score = 4 * math.log2(1 + min(sent, received)) + 2 * math.log2(1 + len(touches))
    score += max((bond.score for bond in facts.bonds), default=0.0) + 0.5 * max(0, len(facts.bonds) - 1)
    score += 0.4 * max(0.0, ((heard or facts.added_on) - YEAR_ZERO).days / 365.25) * (1.0 if heard else 0.5)
    reasons = [_messages(sent, received)] if sent + received else []
    if len(touches) > 1 and not reasons:
        reasons.append(f"in touch on {len(touches)} days")
    reasons.extend(bond.words for bond in sorted(facts.bonds, key=lambda bond: -bond.score)[:1])
    if touches and len(reasons) < 2:
        reasons.append(f"last in touch in {touches[-1]:%B %Y}")
    elif facts.connected_on and len(reasons) < 2:
        reasons.append(f"connected in {facts.connected_on:%B %Y}")
    return score, "; ".join(reasons or [f"added in {facts.added_on:%B %Y}"])[:200]


def _messages(sent: int, received: int) -> str:
    total = sent + received
    number = "1 message" if total == 1 else f"{total} messages"
    if sent and received:
        return f"{number} both ways"
    return f"{number} from you" if sent else f"{number} from them"
