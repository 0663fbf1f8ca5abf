"""How far two records agree, field by field. Level 0 is 'not comparable'; the names of the levels are the reasons shown."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import OSA, JaroWinkler

from wellkept.domain.contacts.likeness.letters import loose
from wellkept.domain.contacts.likeness.nicknames import short_for_same
from wellkept.domain.contacts.likeness.traits import Day, Traits


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
FIELDS = (GIVEN, FAMILY, SWAPPED, SUFFIX, EMAIL, PHONE, PROFILE, ORGANIZATION, CITY, POSTCODE, STREET, BIRTHDAY)


def compare(one: Traits, other: Traits) -> tuple[int, ...]:
    """The level of each of FIELDS: 0 where one side is unknown, else 1 for the closest level, and so on."""
    swapped = _swapped(one, other)
    if swapped:
        given, family = _given(one, one.given, other, other.family), _family(one.family, other.given)
    else:
        given, family = _given(one, one.given, other, other.given), _family(one.family, other.family)
    whole = one.given and one.family and other.given and other.family
    return (
        given,
        family,
        0 if not whole else 1 if swapped else 2,
        0 if not one.suffix or not other.suffix else 1 if one.suffix == other.suffix else 2,
        _email(one, other),
        _phone(one, other),
        _profile(one.profiles, other.profiles),
        _organization(one.organizations, other.organizations),
        _short(one.city, other.city),
        _short(one.postcode, other.postcode),
        _street(one.street, other.street),
        _birthday(one.birthday, other.birthday),
    )


def _swapped(one: Traits, other: Traits) -> bool:
    """Given and family name stand the other way round in one of the two."""
    if (
        not (one.given and one.family and other.given and other.family)
        or one.given == other.given
        or one.family == other.family
    ):
        return False
    crosswise = JaroWinkler.similarity(one.given, other.family) + JaroWinkler.similarity(one.family, other.given)
    straight = JaroWinkler.similarity(one.given, other.given) + JaroWinkler.similarity(one.family, other.family)
    return crosswise > 1.7 and crosswise > straight + 0.3


def _near(one: str, other: str) -> bool:
    """One typing error apart (two in long words)."""
    return OSA.distance(one, other, score_cutoff=2) <= (1 if min(len(one), len(other)) < 8 else 2)


def _given(one: Traits, mine: str, other: Traits, theirs: str) -> int:
    if not mine or not theirs:
        return 0
    if mine == theirs:
        return 1
    first, second = mine.split()[0], theirs.split()[0]
    if second in one.other_names or first in other.other_names or (first != second and short_for_same(first, second)):
        return 2
    if _near(mine, theirs) or loose(mine) == loose(theirs):
        return 3
    if first == second or first.startswith(second) or second.startswith(first):
        return 4
    return 5 if JaroWinkler.similarity(mine, theirs) >= 0.88 else 6


def _family(one: str, other: str) -> int:
    if not one or not other:
        return 0
    if one == other:
        return 1
    if _near(one, other) or loose(one) == loose(other):
        return 2
    if one.startswith(other) or other.startswith(one) or set(one.split()) & set(other.split()):
        return 3
    return 4 if JaroWinkler.similarity(one, other) >= 0.88 else 5


def _email(one: Traits, other: Traits) -> int:
    if not one.emails or not other.emails:
        return 0
    if one.emails & other.emails:
        return 1
    pairs = [(mine, theirs) for mine in one.emails for theirs in other.emails]
    if any(OSA.distance(mine, theirs, score_cutoff=3) <= 3 for mine, theirs in pairs):
        return 2
    if any(len(part) > 4 for part in one.local_parts & other.local_parts):
        return 3
    return 4 if any(JaroWinkler.similarity(mine, theirs) >= 0.88 for mine, theirs in pairs) else 5


def _phone(one: Traits, other: Traits) -> int:
    if not one.phones or not other.phones:
        return 0
    mine, theirs = one.last_digits, other.last_digits
    if mine & theirs:
        return 1
    return 2 if any(OSA.distance(a, b, score_cutoff=1) <= 1 for a in mine for b in theirs) else 3


def _profile(one: frozenset[str], other: frozenset[str]) -> int:
    """Other profiles only where both have one of the same place: a LinkedIn and a GitHub profile say nothing of each other."""
    if one & other:
        return 1
    places = {profile.partition(":")[0] for profile in one}
    return 2 if any(profile.partition(":")[0] in places for profile in other) else 0


def _organization(one: frozenset[str], other: frozenset[str]) -> int:
    if not one or not other:
        return 0
    return 1 if one & other else 2


def _short(one: str, other: str) -> int:
    if not one or not other:
        return 0
    if one == other:
        return 1
    return 2 if OSA.distance(one, other, score_cutoff=2) <= (1 if len(one) < 6 else 2) else 3


def _street(one: str, other: str) -> int:
    if not one or not other:
        return 0
    if one == other:
        return 1
    if OSA.distance(one, other, score_cutoff=2) <= 2:
        return 2
    return 3 if JaroWinkler.similarity(one, other) >= 0.88 else 4


def _birthday(one: Day | None, other: Day | None) -> int:
    if one is None or other is None:
        return 0
    if one == other:
        return 1
    if one[0] is None or other[0] is None:
        return 5 if one[1:] == other[1:] else 8
    if OSA.distance(_written(one), _written(other), score_cutoff=1) <= 1:
        return 2
    apart = abs(_days(one) - _days(other))
    if apart <= 42:
        return 3
    if apart <= 400:
        return 4
    if one[1:] == other[1:]:
        return 6
    return 7 if apart <= 4018 else 8


def _written(day: Day) -> str:
    return f"{day[0]:04d}{day[1]:02d}{day[2]:02d}"


def _days(day: Day) -> int:
    return round((day[0] or 0) * 365.25 + (day[1] - 1) * 30.44 + day[2])
