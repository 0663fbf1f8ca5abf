"""Postal addresses on a card, and the country they tell."""

from __future__ import annotations

import re
from functools import cache

from wellkept.formats.card.numbers import is_of_a_register
from wellkept.formats.card.words import COUNTRIES, STREET_ENDS, STREET_WORDS
from wellkept.formats.names import fold

# Postcodes that tell their country by how they are written.
_POSTCODES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("GB", re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")),
    ("US", re.compile(r"\b[A-Z]{2},? \d{5}(?:-\d{4})?\b")),
    ("CA", re.compile(r"\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b")),
    ("BR", re.compile(r"\b\d{5}-\d{3}\b")),
    ("PT", re.compile(r"\b\d{4}-\d{3}\b")),
    ("PL", re.compile(r"\b\d{2}-\d{3}\b")),
    ("NL", re.compile(r"\b\d{4} ?[A-Z]{2}\b(?! \d)")),
    ("JP", re.compile(r"〒|\b\d{3}-\d{4}\b(?!-)")),
    ("", re.compile(r"\b(?:[A-Z]{1,2}[- ])?\d{3} ?\d{2}\b|\b(?:[A-Z]{1,2}[- ])?\d{4,6}\b")),
)
_FOUNDED = re.compile(
    r"\b(?:since|est|established|seit|gegrundet|depuis|desde|dal|sinds|od|sedan|siden)\.?\s+(?:1[789]|20)\d\d\b"
)
_PREFIXED = re.compile(r"\b(D|A|CH|F|I|E|B|L|NL|DK|S|N|SE|FIN|FI|CZ|PL|H|LU|BE)[-–]\s?\d{4,5}\b")
_PREFIX_REGION = {
    "D": "DE", "A": "AT", "F": "FR", "I": "IT", "E": "ES", "B": "BE", "L": "LU", "S": "SE", "N": "NO", "FIN": "FI", "H": "HU",
}  # fmt: skip
_NUMBERED = re.compile(
    r"(?:^|[\s,])\d{1,5}\s?[a-zA-Z]?(?:[-/–]\d{1,4}\s?[a-zA-Z]?)?(?:$|[\s,.])|\bn[º°.]", re.IGNORECASE
)


def place_worth(text: str) -> float:
    """How much speaks for a line of an address, in points."""
    folded = fold(text)
    words = [word.strip(".,;:()") for word in folded.split()]
    if not words:
        return 0.0
    if is_of_a_register(text) or is_foundation(text):
        return 0.0
    worth = 0.0
    if any(word in STREET_WORDS for word in words) and (
        _NUMBERED.search(text) or words[0] in STREET_WORDS or len(words) < 5
    ):
        worth += 3.0 if _NUMBERED.search(text) else 1.5
    if any(word.endswith(STREET_ENDS) and len(word) > 5 for word in words) and _NUMBERED.search(text):
        worth += 3.5
    if any(pattern.search(text) for _region, pattern in _POSTCODES) and re.search(r"[^\W\d_]{3}", text):
        worth += 3.0
    if country_in(text):
        worth += 2.5
    if _NUMBERED.search(text) and re.search(r"[^\W\d_]{4}", text) and "," in text:
        worth += 1.0
    return worth


def is_foundation(text: str) -> bool:
    """'Since 1987'."""
    return bool(_FOUNDED.search(fold(text)))


def country_in(text: str) -> str:
    """The region of a country that is named as a part of the line, or of a postcode's prefix (D-10115)."""
    if found := _PREFIXED.search(text):
        return _PREFIX_REGION.get(found[1], found[1])
    for part in re.split(r"[,|·•/]| [-–] ", fold(text)):
        if region := COUNTRIES.get(part.strip(" .,()")):
            return region
    last = fold(text).strip(" .,()").split()
    return next((COUNTRIES[name] for count in (3, 2, 1) if (name := " ".join(last[-count:])) in _long_names()), "")


@cache
def _long_names() -> frozenset[str]:
    return frozenset(name for name in COUNTRIES if len(name) > 3)


def region_by_postcode(text: str) -> str:
    return next((region for region, pattern in _POSTCODES if region and pattern.search(text)), "")
