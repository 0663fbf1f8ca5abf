"""Which pairs are compared at all: those that share something rare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from wellkept.domain.contacts.likeness.letters import loose
from wellkept.domain.contacts.likeness.nicknames import full_forms
from wellkept.domain.contacts.likeness.traits import Traits

LARGEST = 60  # a block of more records says too little


def blocks_of(traits: Traits) -> set[str]:
    """The keys under which a record stands; two records are compared when they share one."""
    return {*_by_signs(traits), *_by_names(traits), *_by_birthday(traits), *_by_place(traits)}


def _by_signs(traits: Traits) -> Iterator[str]:
    for address in traits.emails:
        local, _at, host = address.partition("@")
        yield f"e {address}"
        yield f"o {local}"
        yield f"h {host}"
        yield f"m {_letters(address)}"
        yield f"x {''.join(filter(str.isalnum, address))[:7]}"
    if traits.emails:
        for part in traits.local_parts:
            if len(part) > 4:
                yield f"l {part}"
    if traits.phones:
        for digits in traits.last_digits:
            yield f"p {digits}"
    for profile in traits.profiles:
        yield f"u {profile}"


def _by_names(traits: Traits) -> Iterator[str]:
    given, family = traits.given, traits.family
    if traits.joined:
        yield f"n {traits.joined}"
    if not given or not family:
        return
    yield f"f {family} {given[0]}"
    yield f"f {given} {family[0]}"
    yield f"3 {given[:3]} {family[:4]}"
    yield f"3 {family[:3]} {given[:4]}"
    yield f"t {_letters(given)} {family[0]}"
    yield f"t {_letters(family)} {given[0]}"
    yield f"s {loose(given)} {loose(family)}"
    for name in (given.split()[0], *traits.other_names):
        for full in full_forms(name):
            yield f"k {full} {family}"


def _by_birthday(traits: Traits) -> Iterator[str]:
    if not traits.birthday:
        return
    year, month, day = traits.birthday
    for name in filter(None, (traits.given, traits.family)):
        yield f"b {name} {month}-{day}"
        yield f"y {name} {month}"
        yield f"a {_letters(name)} {month}-{day}"
        if year:
            yield f"b {name} {year}"
            yield f"a {_letters(name)} {year}"
            yield f"b {name[:4]} {year}-{month}"
    if year:
        yield f"d {year}-{month}-{day}"


def _by_place(traits: Traits) -> Iterator[str]:
    for name in filter(None, (traits.given, traits.family)):
        if traits.postcode:
            yield f"z {name} {traits.postcode}"
        if traits.street:
            yield f"r {name} {traits.street}"
        if traits.city:
            yield f"c {name} {traits.city}"
            yield f"c {name[:3]} {_letters(traits.city)}"
    if traits.street and (traits.postcode or traits.city):
        yield f"w {traits.street} {traits.postcode or traits.city}"
    if traits.city and traits.birthday:
        year, month, day = traits.birthday
        yield f"v {traits.city} {month}-{day}"
        if year:
            yield f"v {traits.city} {year}-{month}"
            yield f"q {traits.city} {year}-{day}"


@lru_cache(maxsize=65536)
def _letters(text: str) -> str:
    """Which letters there are, whatever their order and number: what typing errors leave alone most often."""
    return "".join(sorted(set(text) - {" ", ".", "@"}))


def pairs(records: Iterable[Traits], *, fresh: frozenset[int] | None = None) -> Iterator[tuple[Traits, Traits]]:
    """Each pair that shares a block, once, the lower key first. With ``fresh``, only pairs of which one key is in it."""
    everybody = list(records)
    for place, others in neighbours(everybody, fresh=fresh):
        one = everybody[place]
        for other in map(everybody.__getitem__, others):
            yield (one, other) if one.key < other.key else (other, one)


def neighbours(everybody: Sequence[Traits], *, fresh: frozenset[int] | None = None) -> Iterator[tuple[int, list[int]]]:
    """The places of those who share a block: one, and all further down that it has a block with. With ``fresh``, only of
    those of which one key is in it; then one may come more than once, but no pair does."""
    if fresh is None:
        chosen: Sequence[int] = range(len(everybody))
    else:
        chosen = [place for place, record in enumerate(everybody) if record.key in fresh]
    near: dict[int, list[list[int]]] = {place: [] for place in chosen}
    for members in _blocks(everybody, None if fresh is None else chosen):
        if 1 < len(members) <= LARGEST:
            for place in members:
                if place in near:
                    near[place].append(members)
    for place, blocks in near.items():
        others = sorted(set().union(*blocks))
        if fresh is not None:
            yield from ((other, [place]) for other in others if other < place and other not in near)
        further = [other for other in others if other > place]
        if further:
            yield place, further


def _blocks(everybody: Sequence[Traits], chosen: Iterable[int] | None) -> Iterable[list[int]]:
    """Who stands in each block, by their places; of the blocks of the chosen alone, where some are."""
    blocks: dict[str, list[int]] = defaultdict(list)
    wanted = None if chosen is None else {block for place in chosen for block in blocks_of(everybody[place])}
    for place, record in enumerate(everybody):
        keys = blocks_of(record)
        for block in keys if wanted is None else keys & wanted:
            blocks[block].append(place)
    return blocks.values()
