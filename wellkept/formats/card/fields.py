"""Which part of a card is the name, which the title, the organization, the address: the choice that together is worth most."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from wellkept.formats.card.naming import as_named, bare_name, name_worth
from wellkept.formats.card.numbers import is_of_a_register
from wellkept.formats.card.organizing import (
    as_organization,
    as_title,
    is_rest_of_organization,
    legal_form,
    organization_worth,
    title_worth,
)
from wellkept.formats.card.parts import Part, aligned, distance, in_order, joined, under_each_other
from wellkept.formats.card.places import is_foundation, place_worth
from wellkept.formats.names import fold

LEAST = 2.0  # points from which a part is taken for a name or an organization
A_PLACE = 2.5
CLEAR_LEAD = 1.5  # points by which the choice must be ahead to be sure
CLEARLY_READ = 0.85
CONSIDERED = 6


@dataclass(slots=True)
class Found:
    name: str | None = None
    title: str | None = None
    organization: str | None = None
    address: str | None = None
    unsure: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Worth:
    part: Part
    name: float
    organization: float
    title: float
    place: float


def choose(parts: Sequence[Part], *, locals_: Collection[str], sites: Collection[str], given: Collection[str]) -> Found:
    """``parts`` in reading order; ``locals_`` and ``sites``: the halves of the card's e-mail addresses and websites."""
    if not parts:
        return Found()
    largest = max(part.height for part in parts)
    weighed = [_weigh(part, largest, locals_, sites, given) for part in [*parts, *_blocks(parts)]]
    name, organization, lead = _best_pair(weighed)
    taken = [one.part for one in (name, organization) if one]
    title = _title(weighed, name, taken)
    found = Found()
    if name:
        found.name = as_named(name.part.text)
        if name.name < 5.0 or name.part.sure < CLEARLY_READ or lead < CLEAR_LEAD:
            found.unsure.append("name")
    if organization:
        organization = _gone_on(organization, [one for one in weighed[: len(parts)] if one is not name])
        taken = [one.part for one in (name, organization) if one]
        found.organization = as_organization(_spaced(organization.part.text))
        if organization.organization < 4.5 or organization.part.sure < CLEARLY_READ:
            found.unsure.append("organization")
    if title:
        taken.append(title.part)
        found.title = as_title(_spaced(title.part.text))
        if title.title < 4.0 or title.part.sure < CLEARLY_READ:
            found.unsure.append("title")
    found.address = _address([one for one in weighed[: len(parts)] if not _overlaps(one.part, taken)])
    return found


def _spaced(text: str) -> str:
    """A space behind each comma: engines often see none."""
    return re.sub(r",(?=[^\W\d_])", ", ", text)


def _blocks(parts: Sequence[Part]) -> Iterator[Part]:
    """Two or three parts under each other that look like one."""
    for at, upper in enumerate(parts):
        for lower in parts[at + 1 : at + 6]:
            if under_each_other(upper, lower):
                both = joined(upper, lower)
                yield both
                yield from (
                    joined(both, third)
                    for third in parts[at + 2 : at + 8]
                    if third.top > lower.top and under_each_other(lower, third)
                )


def _weigh(
    part: Part, largest: float, locals_: Collection[str], sites: Collection[str], given: Collection[str]
) -> _Worth:
    size = part.height / largest
    place = place_worth(part.text)
    name = name_worth(part.text, locals_, given)
    organization = organization_worth(part.text, sites)
    title = title_worth(part.text)
    if legal_form(part.text)[0]:
        name -= 6.0
    if len(part.lines) > 1:
        name, organization, title = name - 0.6, organization - 0.6, title - 0.8
    name += 2.0 * size - 0.6 * max(place, 0.0)
    organization += 1.5 * size - 0.7 * max(place, 0.0) + (0.3 if part.is_capitals else 0.0)
    organization -= 0.5 * max(title, 0.0)
    return _Worth(part, name, organization, title - 0.6 * max(place, 0.0), place)


def _best_pair(weighed: Sequence[_Worth]) -> tuple[_Worth | None, _Worth | None, float]:
    """The name and the organization that are worth most together, and by how much the name leads the next."""
    titles = [one.part for one in weighed if one.title >= 4.0]
    names = sorted(((_near(one, titles) + one.name, one) for one in weighed), key=lambda pair: -pair[0])
    names = [pair for pair in names if pair[0] >= LEAST][:CONSIDERED]
    organizations = sorted(((one.organization, one) for one in weighed), key=lambda pair: -pair[0])
    organizations = [pair for pair in organizations if pair[0] >= LEAST][:CONSIDERED]
    best: tuple[float, _Worth | None, _Worth | None] = (0.0, None, None)
    for (name_points, name), (points, organization) in product([*names, (0.0, None)], [*organizations, (0.0, None)]):
        if name and organization and _overlaps(name.part, [organization.part]):
            continue
        worth = name_points + points
        if worth > best[0]:
            best = (worth, name, organization)
    _worth, name, organization = best
    others = [points for points, one in names if name and not _overlaps(one.part, [name.part])]
    mine = next((points for points, one in names if one is name), 0.0)
    return name, organization, mine - max(others, default=0.0)


def _gone_on(organization: _Worth, weighed: Sequence[_Worth]) -> _Worth:
    """With the next line, where that is only a legal form or words that stand in names of organizations."""
    part = organization.part
    for one in sorted(weighed, key=lambda one: one.part.top):
        if _overlaps(one.part, [part]) or not is_rest_of_organization(one.part.text):
            continue
        size = max(part.height, one.part.height)
        below = -0.6 * size < one.part.top - part.bottom < 0.9 * size and aligned(part, one.part, size)
        beside = (
            abs(one.part.bottom - part.bottom) < 0.5 * size and -0.2 * size < one.part.left - part.right < 1.5 * size
        )
        if below or beside:
            part = joined(part, one.part)
    return _Worth(part, organization.name, organization.organization, organization.title, organization.place)


def _near(one: _Worth, titles: Sequence[Part]) -> float:
    return 1.5 if any(distance(one.part, title) < 1.2 for title in titles if not _overlaps(title, [one.part])) else 0.0


def _title(weighed: Sequence[_Worth], name: _Worth | None, taken: Sequence[Part]) -> _Worth | None:
    free = [one for one in weighed if not _overlaps(one.part, taken) and one.place < A_PLACE]
    best: tuple[float, _Worth | None] = (1.9, None)
    for one in free:
        worth = one.title
        if name:
            gap = distance(name.part, one.part)
            worth += 2.0 if gap < 1.2 else 0.5 if gap < 2.5 else 0.0
            if worth == 2.0 and not (one.part.top > name.part.top and _could_be_title(one.part, name.part)):
                continue
        if worth > best[0]:
            best = (worth, one)
    return best[1]


def _could_be_title(part: Part, name: Part) -> bool:
    """Directly under the name, smaller, some words of letters."""
    words = part.text.split()
    return (
        part.height < 0.95 * name.height
        and 1 <= len(words) <= 7
        and not any(char.isdigit() for char in part.text)
        and len(part.text) > 3
    )


def _overlaps(part: Part, taken: Sequence[Part]) -> bool:
    return any(
        set(part.lines) & set(other.lines) and part.left < other.right - 1 and other.left < part.right - 1
        for other in taken
    )


def _address(weighed: Sequence[_Worth]) -> str | None:
    """The parts that are of a place, and the short ones that stand among or directly under them."""
    places = [one.part for one in weighed if one.place >= A_PLACE and one.title < 4.0]
    if not places:
        return None
    rest = [one.part for one in weighed if one.part not in places and one.title < 4.0 and _could_be_place(one.part)]
    grown = True
    while grown:
        grown = False
        for part in rest:
            if any(_joins(part, place) for place in places):
                places.append(part)
                rest.remove(part)
                grown = True
                break
    texts = [re.sub(r",(?=\S)", ", ", part.text).strip(" ,;|·•-") for part in in_order(places)]
    return ", ".join(dict.fromkeys(text for text in texts if text)) or None


def _could_be_place(part: Part) -> bool:
    return (
        len(part.text) > 2
        and (part.text[0].isupper() or part.text[0].isdigit())
        and len(part.text.split()) <= 5
        and not is_of_a_register(part.text)
        and not is_foundation(part.text)
        and organization_worth(part.text, []) < 2.5
    )


def _joins(part: Part, place: Part) -> bool:
    if part.lines == place.lines:
        return True
    size = max(place.height, 1.0)
    near = -0.6 * size < part.top - place.bottom < 0.9 * size or -0.6 * size < place.top - part.bottom < 0.9 * size
    return near and 0.75 < part.height / size < 1.35 and aligned(part, place, size)


def letters(text: str) -> str:
    return fold(bare_name(text))
