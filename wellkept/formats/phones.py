"""Telephone numbers: one spelling for comparing (E.164), another for reading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

# Longer than any number with words around it; what is longer is a note in the wrong column.
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Phone:
    """``raw`` as it stood; ``e164`` is '' when it is no number that could be dialled from elsewhere.

    ``display`` is spelt for a reader in the region given, extension included.
    """

    raw: str
    e164: str = ""
    display: str = ""
    extension: str = ""


def normal_phone(raw: str, region: str = "") -> Phone:
    """Read a number as somebody in ``region`` (ISO 3166, two letters, or '') would have written it. Never raises."""
    return _normal_phone(raw, region.upper())


@lru_cache(maxsize=4096)
def _normal_phone(raw: str, region: str) -> Phone:
    text = " ".join(raw.split())
    if not 2 < len(text) <= LONGEST:
        return Phone(raw=raw, display=text)
    number = _parsed(text, region)
    if number is None:
        return Phone(raw=raw, display=text)
    import phonenumbers

    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return Phone(raw=raw, e164=e164, display=_spelt(number, region), extension=number.extension or "")


def _parsed(text: str, region: str) -> PhoneNumber | None:
    """The number if its length is one that its country has; a local number without area code is refused."""
    import phonenumbers

    try:
        number = phonenumbers.parse(text.replace("(0)", "") if text.startswith("+") else text, region or None)
        reason = phonenumbers.is_possible_number_with_reason(number)
    except phonenumbers.NumberParseException:
        return None
    return number if reason == phonenumbers.ValidationResult.IS_POSSIBLE else None


def _spelt(number: PhoneNumber, region: str) -> str:
    import phonenumbers

    at_home = bool(region) and number.country_code == phonenumbers.country_code_for_region(region)
    style = phonenumbers.PhoneNumberFormat.NATIONAL if at_home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, style)


@lru_cache(maxsize=4096)
def display_phone(e164: str, region: str = "") -> str:
    """``e164`` spelt for a reader in ``region``: the national way at home, the international way elsewhere."""
    import phonenumbers

    try:
        return _spelt(phonenumbers.parse(e164, None), region.upper())
    except phonenumbers.NumberParseException:
        return e164
