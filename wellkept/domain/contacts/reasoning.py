"""Why two may be one, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import Contact
from wellkept.domain.contacts.sameness import Likeness

STRONG, SOME = 8.0, 3.0  # bits
DIFFERS = "other "  # how the words of a level begin that says two values differ
NAMES = {"given name", "family name", "order of names", "suffix"}


@dataclass(frozen=True, slots=True)
class Said:
    """One reason. ``strength`` is 'strong', 'some' or 'weak'; ``against``: it speaks against the pair."""

    field: str
    text: str
    strength: str
    against: bool


def said_of(reasons: Sequence[Sequence[Any]]) -> list[Said]:
    """The reasons as they were kept, those for it first, the strongest first. That the two differ in something never speaks
    for them, whatever was learned from a network in which nearly all who are compared differ in it."""
    told = [
        Said(
            field=str(field),
            text=_(str(says)),
            strength="strong" if abs(bits) >= STRONG else "some" if abs(bits) >= SOME else "weak",
            against=bits < 0 or str(says).startswith(DIFFERS),
        )
        for field, says, bits in reasons
    ]
    return sorted(told, key=lambda reason: reason.against)


def chance_words(chance: float, reasons: Sequence[Said]) -> str:
    """Words and no percentage: nobody can tell 97 from 99. A name alone is never called more than that, and whoever has
    two profiles of one place is rarely one."""
    if all(reason.against or reason.field in NAMES for reason in reasons):
        return _("the same name, and little else is known")
    if any(reason.against and reason.field == "profile" for reason in reasons):
        return _("perhaps the same, though with two profiles")
    if chance >= 0.99:
        return _("almost certainly the same")
    if chance >= 0.8:
        return _("probably the same")
    return _("perhaps the same")


def why(network: Network, one: Contact, other: Contact) -> str:
    """The strongest reasons in one line, '' where the pair is not known as one."""
    low, high = sorted((one.pk, other.pk))
    pair = Likeness.objects.filter(network=network, one=low, other=high).first()
    told = said_of(pair.reasons) if pair else []
    return ", ".join(reason.text for reason in told if not reason.against and reason.strength != "weak")
