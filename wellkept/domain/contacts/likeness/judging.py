"""What a pair's evidence is good for: merged at one word, shown for review, or nothing. A name alone never makes anything sure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from wellkept.domain.contacts.likeness.levels import (
    BIRTHDAY,
    CITY,
    EMAIL,
    FAMILY,
    FIELDS,
    GIVEN,
    ORGANIZATION,
    PHONE,
    PROFILE,
    SUFFIX,
    SWAPPED,
    Pattern,
)
from wellkept.domain.contacts.likeness.traits import Traits
from wellkept.domain.contacts.likeness.weights import Model

Verdict = Literal["sure", "review", ""]
SURE = 0.995  # chance without which nothing is merged at one word
OVERWHELMING = 25.0  # bits of evidence that is no name, from two fields at least
WORTH_A_LOOK = 0.3
OF_ONE_NAME = 3  # people; where more have it, a name says too little to be asked about
_AT = {field.name: place for place, field in enumerate(FIELDS)}
_NAMES = {GIVEN.name, FAMILY.name, SWAPPED.name, SUFFIX.name}
_SHARED_BY_MANY = {ORGANIZATION.name, CITY.name}


@dataclass(frozen=True, slots=True)
class Reason:
    """``says`` is a level's name, ``bits`` what it adds: below zero it speaks against."""

    field: str
    says: str
    bits: float


@dataclass(frozen=True, slots=True)
class Likely:
    """A pair that may be one person; ``one`` is the lower key."""

    one: int
    other: int
    weight: float
    chance: float
    verdict: Verdict
    reasons: tuple[Reason, ...]


class Evidence:
    """What a pattern says under a model. There are a thousand times as many pairs as patterns, so it is worked out once for all of them."""

    def __init__(self, pattern: Pattern, model: Model) -> None:
        self.pattern = pattern
        self.weight = round(model.weight(pattern), 2)
        self.chance = model.chance(pattern)
        self._model = model

    @property
    def is_idle(self) -> bool:
        """Whether no two records of this pattern are worth a look."""
        return self.chance < WORTH_A_LOOK and _level(self.pattern, GIVEN) not in (1, 2)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        return reasons(self.pattern, self._model)

    @cached_property
    def _contradicted(self) -> bool:
        return _contradicted(self.pattern)

    @cached_property
    def _by_much(self) -> bool:
        return _by_much(self.pattern, self.reasons)

    @cached_property
    def _more_than_names(self) -> bool:
        parts = zip(FIELDS, self._model.parts(self.pattern), strict=True)
        return any(bits > 0 for field, bits in parts if field.name not in _NAMES)

    @cached_property
    def _same_name(self) -> bool:
        return _level(self.pattern, GIVEN) in (1, 2) and _level(self.pattern, FAMILY) == 1

    def verdict(self, one: Traits, other: Traits, *, namesakes: int = 2) -> Verdict:
        """``namesakes``: how many records have the name of these two."""
        if self.chance >= SURE and not self._contradicted and (self._by_much or _by_a_sign(one, other, self.pattern)):
            return "sure"
        if namesakes > OF_ONE_NAME and not self._more_than_names:
            return ""
        if self.chance >= WORTH_A_LOOK:
            return "review"
        if namesakes > OF_ONE_NAME or self._contradicted:
            return ""
        only_name = not one.family and one.given == other.given and not one.given.isascii()
        return "review" if self._same_name or only_name else ""


def judge(one: Traits, other: Traits, pattern: Pattern, model: Model, *, namesakes: int = 2) -> Verdict:
    return Evidence(pattern, model).verdict(one, other, namesakes=namesakes)


def reasons(pattern: Pattern, model: Model) -> tuple[Reason, ...]:
    """What speaks for the pair, strongest first, then what speaks against it, strongest first."""
    told = [
        Reason(field.name, field.levels[level - 1], round(bits, 1))
        for field, level, bits in zip(FIELDS, pattern, model.parts(pattern), strict=True)
        if level and not (field is SWAPPED and level == 2) and not (field is SUFFIX and level == 1)
    ]
    return (*_strongest(told, for_it=True), *_strongest(told, for_it=False))


def _strongest(told: Iterable[Reason], *, for_it: bool) -> list[Reason]:
    chosen = [reason for reason in told if (reason.bits > 0) is for_it]
    return sorted(chosen, key=lambda reason: -abs(reason.bits))


def _level(pattern: Pattern, field: object) -> int:
    return pattern[_AT[field.name]]  # type: ignore[attr-defined]


def _contradicted(pattern: Pattern) -> bool:
    """What two records of one person do not have: other profiles of one place, far birthdays, 'Jr.' and 'Sr.'."""
    return _level(pattern, PROFILE) == 2 or _level(pattern, BIRTHDAY) >= 6 or _level(pattern, SUFFIX) == 2


def _by_a_sign(one: Traits, other: Traits, pattern: Pattern) -> bool:
    """A private e-mail, phone or profile of both, and names that fit. Couples and parents share phones and mailboxes, so the given name
    has to fit more closely there than with a profile, which is one person's."""
    given, family = _level(pattern, GIVEN), _level(pattern, FAMILY)
    if _level(pattern, PROFILE) == 1:
        return given in (1, 2, 3, 4) and family in (0, 1, 2, 3)
    whole = given == 1 or (given == 4 and one.given.split()[0] == other.given.split()[0])
    if _level(pattern, EMAIL) == 1:
        return (whole or given == 2) and family in (0, 1, 2)
    return _level(pattern, PHONE) == 1 and whole and family == 1


def _by_much(pattern: Pattern, found: Iterable[Reason]) -> bool:
    """Evidence other than the name that is overwhelming, and a name that fits."""
    told = [reason for reason in found if reason.field not in _NAMES]
    agreeing = [reason for reason in told if reason.bits > 3 and reason.field not in _SHARED_BY_MANY]
    fits = _level(pattern, GIVEN) in (1, 2, 3) and _level(pattern, FAMILY) in (1, 2)
    return fits and len(agreeing) >= 2 and sum(reason.bits for reason in told) >= OVERWHELMING
