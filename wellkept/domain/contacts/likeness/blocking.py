"""Which pairs are compared at all: those that share something rare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from wellkept.domain.contacts.likeness.columns import Run, pairs_of
from wellkept.domain.contacts.likeness.letters import loose
from wellkept.domain.contacts.likeness.nicknames import full_forms
from wellkept.domain.contacts.likeness.traits import LOCAL, Traits, mailbox

LARGEST = 60  # a block of more records says too little


def blocks_of(traits: Traits) -> list[str]:
    """The keys under which a record stands, some of them twice; two records are compared when they share one."""
    keys = _by_names(traits)
    if traits.emails or traits.phones or traits.profiles:
        keys += _by_signs(traits)
    if traits.birthday:
        keys += _by_birthday(traits, *traits.birthday)
    if traits.city or traits.street or traits.postcode:
        keys += _by_place(traits)
    return keys


def _by_signs(traits: Traits) -> list[str]:
    keys = [f"u {profile}" for profile in traits.profiles]
    for address in traits.emails:
        local, _at, host = address.partition("@")
        start = "".join(islice(filter(str.isalnum, address), 7))
        keys += (f"e {address}", f"o {local}", f"h {host}", f"m {_letters(address)}", f"x {start}")
        plain = mailbox(local)
        if len(plain) > 4:
            keys.append(f"l {plain}")
    for number in traits.phones:
        keys.append(f"p {number[LOCAL]}")
    return keys


def _by_names(traits: Traits) -> list[str]:
    given, family = traits.given, traits.family
    keys = [f"n {traits.joined}"] if given or family else []
    if not given or not family:
        return keys
    initial, three, four, letters, said, full_names = _spelt(given)
    other_initial, other_three, other_four, other_letters, other_said, _full_names = _spelt(family)
    keys += (
        f"f {family} {initial}",
        f"f {given} {other_initial}",
        f"3 {three} {other_four}",
        f"3 {other_three} {four}",
        f"t {letters} {other_initial}",
        f"t {other_letters} {initial}",
        f"s {said} {other_said}",
    )
    keys += [f"k {full} {family}" for full in full_names]
    for name in traits.other_names:
        keys += [f"k {full} {family}" for full in full_forms(name)]
    return keys


@lru_cache(maxsize=65536)
def _spelt(name: str) -> tuple[str, str, str, str, str, frozenset[str]]:
    """Its first letter, its first three and four, which letters it has, its loose spelling, and what it may be short for."""
    return name[0], name[:3], name[:4], _letters(name), loose(name), full_forms(name.split()[0])


def _by_birthday(traits: Traits, year: int | None, month: int, day: int) -> list[str]:
    keys: list[str] = []
    for name in filter(None, (traits.given, traits.family)):
        letters = _letters(name)
        keys += (f"b {name} {month}-{day}", f"y {name} {month}", f"a {letters} {month}-{day}")
        if year:
            keys += (f"b {name} {year}", f"a {letters} {year}", f"b {name[:4]} {year}-{month}")
    if year:
        keys.append(f"d {year}-{month}-{day}")
    if traits.city:
        keys.append(f"v {traits.city} {month}-{day}")
        if year:
            keys += (f"v {traits.city} {year}-{month}", f"q {traits.city} {year}-{day}")
    return keys


def _by_place(traits: Traits) -> list[str]:
    keys: list[str] = []
    city, street, postcode = traits.city, traits.street, traits.postcode
    for name in filter(None, (traits.given, traits.family)):
        if postcode:
            keys.append(f"z {name} {postcode}")
        if street:
            keys.append(f"r {name} {street}")
        if city:
            keys += (f"c {name} {city}", f"c {name[:3]} {_letters(city)}")
    if street and (postcode or city):
        keys.append(f"w {street} {postcode or city}")
    return keys


@lru_cache(maxsize=65536)
def _letters(text: str) -> str:
    """Which letters there are, whatever their order and number: what typing errors leave alone most often."""
    return "".join(sorted(set(text) - {" ", ".", "@"}))


def pairs(records: Iterable[Traits], *, fresh: frozenset[int] | None = None) -> Iterator[tuple[Traits, Traits]]:
    """Each pair that shares a block, once, the lower key first. With ``fresh``, only pairs of which one key is in it."""
    everybody = list(records)
    for place, another in pairs_of(neighbours(everybody, fresh=fresh)):
        one, other = everybody[place], everybody[another]
        yield (one, other) if one.key < other.key else (other, one)


def neighbours(everybody: Sequence[Traits], *, fresh: frozenset[int] | None = None) -> Iterator[Run]:
    """Who share a block: the place of one, and of those it has a block with, each pair once. With ``fresh``, only the pairs of those whose
    key is in it."""
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
        before = [] if fresh is None else [other for other in others if other < place and other not in near]
        after = [other for other in others if other > place]
        if before or after:
            yield place, before, after


def _blocks(everybody: Sequence[Traits], chosen: Iterable[int] | None) -> Iterable[list[int]]:
    """Who stands in each block, by their places; of the blocks of the chosen alone, where some are."""
    blocks: dict[str, list[int]] = defaultdict(list)
    wanted = None if chosen is None else {block for place in chosen for block in blocks_of(everybody[place])}
    for place, record in enumerate(everybody):
        keys = blocks_of(record)
        for block in set(keys) if wanted is None else wanted.intersection(keys):
            blocks[block].append(place)
    return blocks.values()
