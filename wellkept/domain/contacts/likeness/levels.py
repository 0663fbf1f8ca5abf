"""How far two records agree, field by field. Level 0 is 'not comparable'; the names of the levels are the reasons shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rapidfuzz.distance import OSA, JaroWinkler

from wellkept.domain.contacts.likeness.traits import Traits

Nicknames = Callable[[str, str], bool]


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
    ("same birthday", "birthday all but one digit", "birthday with one part other", "birthday without the year", "other birthday"),
    (0.72, 0.13, 0.08, 0.02, 0.05), (0.0001, 0.0008, 0.004, 0.003, 0.9921),
)  # fmt: skip
FIELDS = (GIVEN, FAMILY, SWAPPED, EMAIL, PHONE, PROFILE, ORGANIZATION, CITY, POSTCODE, STREET, BIRTHDAY)


def compare(one: Traits, other: Traits, nicknames: Nicknames) -> tuple[int, ...]:
    """The level of each of FIELDS: 0 where one side is unknown, else 1 for the closest level, and so on."""
    swapped = _swapped(one, other)
    if swapped:
        given, family = _given(one.given, other.family, nicknames), _family(one.family, other.given)
    else:
        given, family = _given(one.given, other.given, nicknames), _family(one.family, other.family)
    whole = one.given and one.family and other.given and other.family
    return (
        given,
        family,
        0 if not whole else 1 if swapped else 2,
        _email(one, other),
        _phone(one, other),
        _sets(one.profiles, other.profiles),
        _sets(one.organizations, other.organizations),
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


def _given(one: str, other: str, nicknames: Nicknames) -> int:
    if not one or not other:
        return 0
    if one == other:
        return 1
    first, second = one.split()[0], other.split()[0]
    if nicknames(first, second):
        return 2
    if _near(one, other):
        return 3
    if first == second or first.startswith(second) or second.startswith(first):
        return 4
    return 5 if JaroWinkler.similarity(one, other) >= 0.88 else 6


def _family(one: str, other: str) -> int:
    if not one or not other:
        return 0
    if one == other:
        return 1
    if _near(one, other):
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
    mine, theirs = {number[-9:] for number in one.phones}, {number[-9:] for number in other.phones}
    if mine & theirs:
        return 1
    return 2 if any(OSA.distance(a, b, score_cutoff=1) <= 1 for a in mine for b in theirs) else 3


def _sets(one: frozenset[str], other: frozenset[str]) -> int:
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


def _birthday(one: tuple[int | None, int, int] | None, other: tuple[int | None, int, int] | None) -> int:
    if one is None or other is None:
        return 0
    if one[1:] == other[1:] and (one[0] is None or other[0] is None):
        return 4
    if one == other:
        return 1
    written = ["".join(f"{part or 0:02d}" for part in day) for day in (one, other)]
    if OSA.distance(*written) <= 1:
        return 2
    return 3 if sum(a == b for a, b in zip(one, other, strict=True)) == 2 else 5
