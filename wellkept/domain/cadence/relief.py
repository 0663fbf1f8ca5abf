"""When more was promised than the week can carry: the smallest steps that bring it back within the goal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.cadence.models import Standing
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting, acting

LADDER = (7, 14, 30, 45, 60, 90, 120, 180, 365)  # days; each step asks for one turn less


class Tie(NamedTuple):
    """A contact with a cadence, and how warm the tie is (see standing.py)."""

    contact: int
    days: int
    warmth: float


@dataclass(frozen=True, slots=True)
class Move:
    """Contacts who would go from one cadence to a longer one, the coolest first."""

    before: int  # days
    after: int
    contacts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Relief:
    """``after`` is the load that is left, in touches a week; above ``goal`` where even yearly cadences are too much."""

    before: float
    after: float
    goal: int
    moves: tuple[Move, ...]

    @property
    def enough(self) -> bool:
        return round(self.after, 1) <= self.goal

    @property
    def people(self) -> int:
        return sum(len(move.contacts) for move in self.moves)


def eased(ties: Sequence[Tie], goal: int) -> Relief:
    """Who would get which cadence, that ``goal`` touches a week carry them all. Pure.

    The coolest ties go first and one step at a time, so that the fewest turns are given up with the people who
    are closest; nobody's cadence gets shorter.
    """
    order = sorted(ties, key=lambda tie: (tie.warmth, -tie.contact))
    days = {tie.contact: tie.days for tie in order}
    before = after = sum(7 / tie.days for tie in order)
    moved = True
    while moved and round(after, 1) > goal:
        moved = False
        for tie in order:
            longer = next((step for step in LADDER if step > days[tie.contact]), None)
            if longer is None:
                continue
            after += 7 / longer - 7 / days[tie.contact]
            days[tie.contact], moved = longer, True
            if round(after, 1) <= goal:
                break
    moves: dict[tuple[int, int], list[int]] = defaultdict(list)
    for tie in order:
        if days[tie.contact] != tie.days:
            moves[tie.days, days[tie.contact]].append(tie.contact)
    return Relief(before, after, goal, tuple(Move(*way, tuple(who)) for way, who in sorted(moves.items())))


def relief_for(*, network: Network) -> Relief:
    """What would bring the network within its goal of touches; nothing is changed. One query."""
    rows = Standing.objects.visible().filter(network=network, cadence_days__isnull=False)
    ties = [Tie(*row) for row in rows.values_list("contact_id", "cadence_days", "warmth")]
    return eased(ties, network.touch_goal)


def relieve(*, network: Network, by: Actor | Acting, today: date) -> Relief:
    """Give those of ``relief_for`` their longer cadences, in one act."""
    relief = relief_for(network=network)
    if not relief.moves:
        return relief
    summary = _("Longer cadences for %(count)d contacts") % {"count": relief.people}
    with acting(by, network, "relieve", summary=summary) as act:
        for move in relief.moves:
            people = list(Contact.objects.filter(network=network, pk__in=move.contacts))
            decide(contacts=people, kind="own", days=move.after, by=act, today=today)
    return relief
