"""How far two records agree, field by field. Level 0 is 'not comparable'; the names of the levels are the reasons shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from rapidfuzz.distance import OSA, JaroWinkler

from wellkept.domain.contacts.likeness.letters import loose
from wellkept.domain.contacts.likeness.mailboxes import Words, alike_by_name, number_of
from wellkept.domain.contacts.likeness.nicknames import short_for_same
from wellkept.domain.contacts.likeness.traits import Day, Traits, mailbox


class Field(NamedTuple):
    """A compared field: its levels from the closest agreement to none, with the m and u the model begins with
    (and goes back to where a network is too small to learn its own)."""

    name: str
    levels: tuple[str, ...]
    m: tuple[float, ...]
    u: tuple[float, ...]


GIVEN = Field(
    "given name",
    ("same given name", "short form of the given name", "given name all but the same", "given name begins alike", "given name similar",
     "other given name"),
    (0.66, 0.10, 0.12, 0.03, 0.03, 0.06), (0.012, 0.004, 0.004, 0.02, 0.02, 0.94),
)  # fmt: skip
FAMILY = Field(
    "family name",
    ("same family name", "family name all but the same", "family name begins alike", "family name similar", "other family name"),
    (0.78, 0.13, 0.03, 0.02, 0.04), (0.005, 0.002, 0.01, 0.013, 0.97),
)  # fmt: skip
SWAPPED = Field("order of names", ("names in the other order", "names in their order"), (0.03, 0.97), (0.0001, 0.9999))
SUFFIX = Field("suffix", ("same suffix", "other suffix"), (0.95, 0.05), (0.6, 0.4))
EMAIL = Field(
    "e-mail",
    ("same e-mail", "e-mail all but the same", "same e-mail name at another host", "similar e-mail", "other e-mail"),
    (0.55, 0.17, 0.05, 0.05, 0.18), (0.0002, 0.0001, 0.0008, 0.004, 0.9949),
)  # fmt: skip
PHONE = Field(
    "phone", ("same phone", "phone all but the same", "other phone"), (0.7, 0.05, 0.25), (0.0003, 0.001, 0.9987)
)
PROFILE = Field("profile", ("same profile", "other profile"), (0.98, 0.02), (0.00001, 0.99999))
ORGANIZATION = Field("organization", ("same organization", "other organizations"), (0.6, 0.4), (0.02, 0.98))
CITY = Field("city", ("same city", "city all but the same", "other city"), (0.72, 0.18, 0.10), (0.05, 0.01, 0.94))
POSTCODE = Field(
    "postcode", ("same postcode", "postcode all but the same", "other postcode"), (0.8, 0.1, 0.1), (0.005, 0.015, 0.98)
)
STREET = Field(
    "street",
    ("same street", "street all but the same", "street similar", "other street"),
    (0.7, 0.15, 0.07, 0.08),
    (0.001, 0.001, 0.01, 0.988),
)
BIRTHDAY = Field(
    "birthday",
    ("same birthday", "birthday all but one digit", "birthdays within six weeks", "birthdays within thirteen months",
     "same birthday without the year", "same day and month in other years", "birthdays within eleven years", "other birthday"),
    (0.66, 0.12, 0.04, 0.03, 0.04, 0.03, 0.04, 0.04), (0.0001, 0.0006, 0.002, 0.015, 0.0027, 0.0025, 0.17, 0.8071),
)  # fmt: skip
Pattern = tuple[int, ...]
Names = tuple[str, str, frozenset[str]]
Addresses = tuple[frozenset[str], frozenset[str], Words]  # each, its mailbox, and the names of whose it is
Profiles = tuple[frozenset[str], frozenset[str]]  # each, and its place
FIELDS = (GIVEN, FAMILY, SWAPPED, SUFFIX, EMAIL, PHONE, PROFILE, ORGANIZATION, CITY, POSTCODE, STREET, BIRTHDAY)


def compare(one: Traits, other: Traits) -> Pattern:
    """The level of each of FIELDS: 0 where one side is unknown, else 1 for the closest level, and so on."""
    rest = ((value(one), value(other), level) for value, level in COMPARED)
    return (*names(names_of(one), names_of(other)), *(level(a, b) if a and b else 0 for a, b, level in rest))


def names_of(traits: Traits) -> Names:
    return traits.given, traits.family, traits.other_names


def names(one: Names, other: Names) -> tuple[int, int, int]:
    """The levels of the given name, the family name and their order."""
    given, family, also = one
    their_given, their_family, their_also = other
    if not (given and family and their_given and their_family):
        return _given(given, also, their_given, their_also), _family(family, their_family), 0
    if given == their_given:
        return 1, _family(family, their_family), 2
    if family == their_family:
        return _given(given, also, their_given, their_also), 1, 2
    if _swapped(given, family, their_given, their_family):
        if (given, family) > (their_given, their_family):  # the same whichever comes first
            given, family, also, their_given, their_family, their_also = (
                their_given,
                their_family,
                their_also,
                given,
                family,
                also,
            )
        return _given(given, also, their_family, their_also), _family(family, their_given), 1
    return _given(given, also, their_given, their_also), _family(family, their_family), 2


def _swapped(given: str, family: str, their_given: str, their_family: str) -> bool:
    """Given and family name stand the other way round in one of the two: both have to be like those of the other crosswise."""
    crosswise = JaroWinkler.similarity(given, their_family, score_cutoff=0.7)
    if not crosswise:
        return False
    crosswise += JaroWinkler.similarity(family, their_given)
    straight = JaroWinkler.similarity(given, their_given) + JaroWinkler.similarity(family, their_family)
    return crosswise > 1.7 and crosswise > straight + 0.3


def _near(one: str, other: str) -> bool:
    """One typing error apart (two in long words)."""
    return _apart(one, other, 1 if len(one) < 8 or len(other) < 8 else 2)


def _apart(one: str, other: str, most: int) -> bool:
    """Whether there are so many typing errors between them at most."""
    return -most <= len(one) - len(other) <= most and OSA.distance(one, other, score_cutoff=most) <= most


def _similar(one: str, other: str) -> bool:
    return JaroWinkler.similarity(one, other, score_cutoff=0.88) >= 0.88


def _given(mine: str, also: frozenset[str], theirs: str, their_also: frozenset[str]) -> int:
    """``also``: what else they are called by."""
    if not mine or not theirs:
        return 0
    if mine == theirs:
        return 1
    first, second = mine.split()[0], theirs.split()[0]
    if second in also or first in their_also or (first != second and short_for_same(first, second)):
        return 2
    if _near(mine, theirs) or loose(mine) == loose(theirs):
        return 3
    if first == second or first.startswith(second) or second.startswith(first):
        return 4
    return 5 if _similar(mine, theirs) else 6


def _family(one: str, other: str) -> int:
    if not one or not other:
        return 0
    if one == other:
        return 1
    if _near(one, other) or loose(one) == loose(other):
        return 2
    if one.startswith(other) or other.startswith(one):
        return 3
    if (" " in one or " " in other) and not set(one.split()).isdisjoint(other.split()):
        return 3
    return 4 if _similar(one, other) else 5


def _same(one: str, other: str) -> int:
    return 1 if one == other else 2


def _email(one: Addresses, other: Addresses) -> int:
    """What is alike only as the names are, counts as another address; their name at two hosts says nothing."""
    mine, my_parts, my_names = one
    theirs, their_parts, their_names = other
    if not mine.isdisjoint(theirs):
        return 1

    def named(address: str, another: str) -> bool:
        return alike_by_name(address, my_names, another, their_names)

    for address in mine:
        for another in theirs:
            if _apart(address, another, 3) and not named(address, another):
                return 2
    shared = my_parts & their_parts
    pairs = [(a, b) for a in mine for b in theirs if mailbox(a) == mailbox(b) in shared] if shared else []
    if any(len(mailbox(a)) > 4 and not named(a, b) for a, b in pairs):
        return 3
    for address in mine:
        for another in theirs:
            if _similar(address, another) and not named(address, another):
                return 4
    return 0 if any(number_of(a) == number_of(b) and named(a, b) for a, b in pairs) else 5


def _phone(mine: frozenset[str], theirs: frozenset[str]) -> int:
    if not mine.isdisjoint(theirs):
        return 1
    for number in mine:
        for another in theirs:
            if _apart(number, another, 1):
                return 2
    return 3


def _places(profiles: frozenset[str]) -> frozenset[str]:
    return frozenset(profile.partition(":")[0] for profile in profiles)


def _profile(one: Profiles, other: Profiles) -> int:
    """Other profiles only where both have one of the same place: a LinkedIn and a GitHub profile say nothing of each other."""
    if not one[0].isdisjoint(other[0]):
        return 1
    return 0 if one[1].isdisjoint(other[1]) else 2


def _shared(one: frozenset[str], other: frozenset[str]) -> int:
    return 2 if one.isdisjoint(other) else 1


def _short(one: str, other: str) -> int:
    if one == other:
        return 1
    return 2 if _apart(one, other, 1 if len(one) < 6 else 2) else 3


def _street(one: str, other: str) -> int:
    if one == other:
        return 1
    if _apart(one, other, 2):
        return 2
    return 3 if _similar(one, other) else 4


def _birthday(one: Day, other: Day) -> int:
    if one == other:
        return 1
    if one[0] is None or other[0] is None:
        return 5 if one[1:] == other[1:] else 8
    if _apart(_written(one), _written(other), 1):
        return 2
    apart = abs(_days(one) - _days(other))
    if apart <= 42:
        return 3
    if apart <= 400:
        return 4
    if one[1:] == other[1:]:
        return 6
    return 7 if apart <= 4018 else 8


@lru_cache(maxsize=65536)
def _written(day: Day) -> str:
    return f"{day[0]:04d}{day[1]:02d}{day[2]:02d}"


@lru_cache(maxsize=65536)
def _days(day: Day) -> int:
    return round((day[0] or 0) * 365.25 + (day[1] - 1) * 30.44 + day[2])


# What of a record is compared, in the order of FIELDS after the names, and how. A value that is not true is unknown.
COMPARED: tuple[tuple[Callable[[Traits], Any], Callable[[Any, Any], int]], ...] = (
    (attrgetter("suffix"), _same),
    (lambda traits: traits.emails and (traits.emails, traits.local_parts, traits.words), _email),
    (lambda traits: traits.phones and traits.last_digits, _phone),
    (lambda traits: traits.profiles and (traits.profiles, _places(traits.profiles)), _profile),
    (attrgetter("organizations"), _shared),
    (attrgetter("city"), _short),
    (attrgetter("postcode"), _short),
    (attrgetter("street"), _street),
    (attrgetter("birthday"), _birthday),
)
