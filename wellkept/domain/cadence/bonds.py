"""Which employers and schools two people share, in words and points. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .standing import Bond


class Stay(NamedTuple):
    """A time at an organization; years may be unknown."""

    organization: int
    name: str
    kind: str  # job, education
    started: int | None
    ended: int | None
    current: bool


def bonds(mine: Iterable[Stay], theirs: Iterable[Stay]) -> tuple[Bond, ...]:
    """One bond for each shared organization, the strongest first. Years that are known to overlap count more."""
    best: dict[int, Bond] = {}
    own = list(mine)
    for stay in theirs:
        for other in own:
            if other.organization != stay.organization:
                continue
            bond = _bond(other, stay)
            if bond and (stay.organization not in best or bond.score > best[stay.organization].score):
                best[stay.organization] = bond
    return tuple(sorted(best.values(), key=lambda bond: (-bond.score, bond.words)))


def overlap(one: Stay, other: Stay) -> int | None:
    """Years both were there (at least 1 if they met at all), 0 if they missed each other, None if it cannot be told."""
    if one.started is None or other.started is None:
        if one.current and other.current:
            return 1
        missed = (_end(one) or 9999) < (other.started or 0) or (_end(other) or 9999) < (one.started or 0)
        return 0 if missed else None
    ends = (_end(one), _end(other))
    if ends[0] is None or ends[1] is None:
        return None
    return max(0, min(ends[0], ends[1]) - max(one.started, other.started) + 1)


def _end(stay: Stay) -> int | None:
    return 9999 if stay.current and stay.ended is None else stay.ended


def _bond(mine: Stay, theirs: Stay) -> Bond | None:
    years = overlap(mine, theirs)
    base = 6.0 if mine.kind == "job" else 4.0
    if years == 0:
        return Bond(f"both were at {mine.name}, at different times", base - 3)
    if years is None:
        return Bond(_unsure(mine, theirs), base)
    until = min(_end(mine) or 9999, _end(theirs) or 9999)
    when = "now" if until == 9999 else f"until {until}"
    return Bond(f"both at {mine.name} {when}", base + 2 + min(years, 4) * 0.5)


def _unsure(mine: Stay, theirs: Stay) -> str:
    they = "at" if theirs.current else "was at"
    if mine.current:
        return f"{they} {mine.name}, as you are"
    return f"{they} {mine.name}, as you were" + (f" until {mine.ended}" if mine.ended else "")
