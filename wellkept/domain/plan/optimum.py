"""The best set of cards that fits: an exact optimum, not first come first served. Pure.

The week is a knapsack with quotas: cards have minutes and a worth; at most ten cards, at most the minutes that are left, at
most so many of each group, and the first cards of a group are worth more than the later ones, so that no goal is forgotten
over another. Groups do not share contacts, so each is packed by itself (for every number of cards the sets that no other
set beats in both minutes and worth), and the packs are then joined. That is exact: see ``tests/domain/plan/test_optimum.py``,
which holds it against every subset there is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Keep = Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Item:
    """One card. ``worth`` in points, whole numbers only, so that sums are exact; ``place`` its place in the reading order, which settles ties."""

    place: int
    minutes: int
    worth: int


@dataclass(frozen=True, slots=True)
class Group:
    """Cards of one kind of purpose: at most ``most`` of them; ``extra[n]`` points for having n + 1 rather than n."""

    items: Sequence[Item]
    most: int
    extra: Sequence[int] = ()
    parts: Sequence[Group] = field(default_factory=tuple)  # groups inside this one, with bounds of their own


@dataclass(frozen=True, slots=True)
class Pack:
    """A set of cards: its worth is in points times ``FINE`` less the places, so that of equals the earlier ones win."""

    minutes: int
    worth: int
    places: tuple[int, ...]


FINE = 100_000
Packs = list[list[Pack]]  # by number of cards: those beaten by no other, minutes and worth rising
NOTHING = Pack(0, 0, ())


def best(groups: Sequence[Group], *, most: int, minutes: int) -> tuple[int, ...]:
    """The places of the cards to take, in order. Empty when nothing fits."""
    for limit in (None, max(0, minutes)):
        packs = _joined([_packed(group, most, limit) for group in groups], most, limit)
        found = max((pack for of_number in packs for pack in of_number), key=lambda pack: (pack.worth, -pack.minutes))
        if found.minutes <= minutes or limit is not None:  # what fits without the bound is best with it too
            return tuple(sorted(found.places))
    return ()


def _packed(group: Group, most: int, limit: int | None) -> Packs:
    most = max(0, min(most, group.most))
    packs: Packs = [[NOTHING], *([] for _ in range(most))]
    for item in _worth_a_look(group.items, most, limit):
        for number in range(most, 0, -1):
            with_it = [_and(pack, item) for pack in packs[number - 1]]
            packs[number] = _unbeaten([*packs[number], *with_it], limit)
    if group.parts:
        packs = _joined([packs, *(_packed(part, most, limit) for part in group.parts)], most, limit)
    bonus = 0
    for number in range(1, len(packs)):
        bonus += FINE * (group.extra[number - 1] if number <= len(group.extra) else 0)
        packs[number] = [Pack(pack.minutes, pack.worth + bonus, pack.places) for pack in packs[number]]
    return packs


def _worth_a_look(items: Sequence[Item], most: int, limit: int | None) -> list[Item]:
    """The ``most`` best of each length: whoever takes another could take one of these instead."""
    by_minutes: dict[int, list[Item]] = defaultdict(list)
    for item in sorted(items, key=lambda item: (-item.worth, item.place)):
        alike = by_minutes[item.minutes if limit is not None else 0]
        if len(alike) < most and (limit is None or item.minutes <= limit):
            alike.append(item)
    return [item for alike in by_minutes.values() for item in alike]


def _and(pack: Pack, item: Item) -> Pack:
    return Pack(pack.minutes + item.minutes, pack.worth + FINE * item.worth - item.place, (*pack.places, item.place))


def _joined(several: Sequence[Packs], most: int, limit: int | None) -> Packs:
    joined: Packs = [[NOTHING]]
    for packs in several:
        wider: Packs = [[] for _ in range(min(most, len(joined) + len(packs) - 2) + 1)]
        for here, ours in enumerate(joined):
            for there, theirs in enumerate(packs[: len(wider) - here]):
                wider[here + there] += [
                    Pack(one.minutes + other.minutes, one.worth + other.worth, one.places + other.places)
                    for one in ours
                    for other in theirs
                ]
        joined = [_unbeaten(of_number, limit) for of_number in wider]
    return joined


def _unbeaten(packs: list[Pack], limit: int | None) -> list[Pack]:
    if limit is None:  # minutes do not count: one is the best
        return [max(packs, key=lambda pack: (pack.worth, -pack.minutes))] if packs else []
    kept: list[Pack] = []
    for pack in sorted(packs, key=lambda pack: (pack.minutes, -pack.worth)):
        if pack.minutes <= limit and (not kept or pack.worth > kept[-1].worth):
            kept.append(pack)
    return kept
