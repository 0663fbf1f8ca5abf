"""Which pairs are compared at all: those that share something rare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from wellkept.domain.contacts.likeness.traits import Traits

LARGEST = 60  # a block of more records says too little


def blocks_of(traits: Traits) -> Iterator[str]:
    """The keys under which a record stands; two records are compared when they share one."""
    for address in traits.emails:
        yield f"e {address}"
    for part in traits.local_parts:
        if len(part) > 4:
            yield f"l {part}"
    for number in traits.phones:
        yield f"p {number[-9:]}"
    for profile in traits.profiles:
        yield f"u {profile}"
    if traits.joined:
        yield f"n {traits.joined}"
    if traits.given and traits.family:
        yield f"f {traits.family} {traits.given[0]}"
        yield f"f {traits.given} {traits.family[0]}"
        yield f"3 {traits.given[:3]} {traits.family[:4]}"
        yield f"3 {traits.family[:3]} {traits.given[:4]}"
    for name in (traits.given, traits.family):
        if name and traits.birthday:
            yield f"b {name} {traits.birthday[1:]}"
        if name and traits.postcode:
            yield f"z {name} {traits.postcode}"
        if name and traits.street:
            yield f"s {name} {traits.street}"
    if traits.birthday and traits.birthday[0]:
        yield f"d {traits.birthday}"
    if traits.street and (traits.postcode or traits.city):
        yield f"a {traits.street} {traits.postcode or traits.city}"


def pairs(records: Iterable[Traits], *, fresh: frozenset[int] | None = None) -> Iterator[tuple[Traits, Traits]]:
    """Each pair that shares a block, once. With ``fresh``, only pairs of which one key is in it."""
    blocks: dict[str, list[Traits]] = defaultdict(list)
    for record in records:
        for block in set(blocks_of(record)):
            blocks[block].append(record)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        if not 1 < len(members) <= LARGEST:
            continue
        for place, one in enumerate(members):
            for other in members[place + 1 :]:
                if fresh is not None and one.key not in fresh and other.key not in fresh:
                    continue
                pair = (one.key, other.key) if one.key < other.key else (other.key, one.key)
                if pair not in seen:
                    seen.add(pair)
                    yield one, other
