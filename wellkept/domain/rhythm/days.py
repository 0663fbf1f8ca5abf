"""The contact-days of one contact: what passed on a day counts once, whatever there was of it. Pure.

Days with contact say more about a tie than the number of messages (Urena-Carrion, Saramäki, Kivelä 2020).
A day weighs what its weightiest interaction does: the weight of the channel, divided by how many it went to.
The weights of the channels are product choices; nobody has measured them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import log
from typing import NamedTuple

IN_PERSON = 1.0
WEIGHTS = {
    "met": IN_PERSON,
    "lunch": IN_PERSON,
    "coffee": IN_PERSON,
    "event": IN_PERSON,
    "help": IN_PERSON,
    "video": 0.9,
    "call": 0.8,
    "letter": 0.8,
    "gift": 0.8,
    "introduction": 0.8,
    "email": 0.5,
    "message": 0.5,
    "other": 0.5,
}
OTHERWISE = 0.5


class Passed(NamedTuple):
    """Something that passed on the day ``on`` (an ordinal), among ``others`` + 1 people besides the user."""

    on: int
    kind: str
    mine: bool  # the user began, or wrote
    theirs: bool
    others: int = 0
    messages: int = 1


class ContactDay(NamedTuple):
    on: int  # ordinal
    weight: float
    mine: bool
    theirs: bool
    alone: bool  # something passed between the two alone
    messages: int


class History:
    """The contact-days of one contact, the oldest first, with what they sum up to after each of them."""

    __slots__ = ("alone", "days", "gaps", "messages", "mine", "on", "squares", "theirs", "weights")

    def __init__(self, days: Iterable[ContactDay]) -> None:
        self.days = tuple(sorted(days))
        self.on = [day.on for day in self.days]
        self.weights = [day.weight for day in self.days]
        self.mine = [0, *accumulate(int(day.mine) for day in self.days)]
        self.theirs = [0, *accumulate(int(day.theirs) for day in self.days)]
        self.alone = [0, *accumulate(int(day.alone) for day in self.days)]
        self.messages = [0, *accumulate(day.messages for day in self.days)]
        gaps = [log(later - earlier) for earlier, later in zip(self.on, self.on[1:], strict=False)]
        self.gaps = [0.0, 0.0, *accumulate(gaps)][: len(self.on) + 1]  # Σ ln gap among the first n days
        self.squares = [0.0, 0.0, *accumulate(gap * gap for gap in gaps)][: len(self.on) + 1]

    def __len__(self) -> int:
        return len(self.on)

    def until(self, day: int) -> int:
        """How many contact-days there are up to and on this day."""
        return bisect_right(self.on, day)


def packed(history: History) -> list[list[float]]:
    """As lists to store: [days since the one before, weight, signs, messages]; signs: 1 mine, 2 theirs, 4 alone."""
    before, rows = 0, []
    for day in history.days:
        signs = day.mine + 2 * day.theirs + 4 * day.alone
        rows.append([day.on - before, round(day.weight, 6), signs, day.messages])
        before = day.on
    return rows


def unpacked(rows: Iterable[Sequence[float]]) -> History:
    on, days = 0, []
    for step, weight, signs, messages in rows:
        on, told = on + int(step), int(signs)
        days.append(ContactDay(on, float(weight), bool(told & 1), bool(told & 2), bool(told & 4), int(messages)))
    return History(days)


def weight_of(passed: Passed) -> float:
    return WEIGHTS.get(passed.kind, OTHERWISE) / (1 + max(0, passed.others))


def contact_days(passed: Iterable[Passed]) -> History:
    """Collapse what passed into contact-days. The order in which it is given is of no matter."""
    days: dict[int, ContactDay] = {}
    for each in passed:
        weight, alone = weight_of(each), each.others == 0
        there = days.get(each.on)
        if there is None:
            days[each.on] = ContactDay(each.on, weight, each.mine, each.theirs, alone, each.messages)
        else:
            days[each.on] = ContactDay(
                each.on,
                max(weight, there.weight),
                each.mine or there.mine,
                each.theirs or there.theirs,
                alone or there.alone,
                each.messages + there.messages,
            )
    return History(days.values())
