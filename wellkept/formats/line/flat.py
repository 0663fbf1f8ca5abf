"""A line as the tables of words see it: small letters without accents, every letter where it was."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TYPED = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "`": "'",
    "´": "'",
    "ø": "o",
    "ł": "l",
    "æ": "a",
    "œ": "o",
    "ı": "i",
    "–": "-",
    "—": "-",
    "‑": "-",
}
# What drives a terminal or cannot be seen; it stands for a blank, so that places stay.
_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00a0\u200b\u2007\u202f\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def composed(line: str) -> str:
    """The line trimmed, its letters composed, one blank for each invisible character; line breaks end a sentence."""
    text = unicodedata.normalize("NFC", line)
    text = re.sub(r"[\r\n\u2028\u2029]+", "\n", text)
    return _CONTROL.sub(lambda found: "\n" if found[0] == "\n" else " ", text).strip()


def flat(text: str) -> str:
    """As long as ``text``."""
    return text.lower() if text.isascii() else "".join(map(_plain, text))


@lru_cache(maxsize=2048)
def _plain(char: str) -> str:
    if char in _TYPED:
        return _TYPED[char]
    if char == "ß":
        return char
    first = unicodedata.normalize("NFD", char)[0].lower()
    return _TYPED.get(first, first)[0] if first else char


def alternatives(words: str) -> str:
    """A pattern for any of the words, the longest first; '_' stands for blanks."""
    listed = sorted(set(words.split()), key=len, reverse=True)
    return "|".join(re.escape(word).replace("_", r"\s+") for word in listed)
