"""Typos: the words of the index that a mistyped one was probably meant to be."""

from __future__ import annotations

from django.db import connection
from rapidfuzz import process
from rapidfuzz.distance import OSA

_known: list[str] | None = None


def forget() -> None:
    """The index changed; read its words again when they are next asked for."""
    global _known
    _known = None


def known_words() -> list[str]:
    """All words of the contacts' index that are letters. They are compared with, and never shown."""
    global _known
    if _known is None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT term FROM search_words WHERE length(term) BETWEEN 3 AND 30 AND term GLOB '[^0-9]*'")
            _known = [term for (term,) in cursor.fetchall()]
    return _known


def corrections(word: str, *, most: int = 4) -> list[str]:
    """Words of the index within one edit (two from eight letters on), nearest first; transposing two letters is one edit.

    A word of fewer than four letters is not corrected: too much is near it."""
    if len(word) < 4 or word.isdecimal():
        return []
    furthest = 1 if len(word) < 8 else 2
    near = process.extract(word, known_words(), scorer=OSA.distance, score_cutoff=furthest, limit=most)
    return [term for term, _distance, _index in near if term != word]
