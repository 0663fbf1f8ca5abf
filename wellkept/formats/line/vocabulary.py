"""Words that English has, and given names that are usual somewhere: by them a name in small letters is told from a word."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from wellkept.formats.fields.given_names import known_given
from wellkept.formats.line.lexicon import COMMON, PLACE


@cache
def _listed(name: str) -> frozenset[str]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def _given() -> frozenset[str]:
    return known_given() | _listed("given-names.txt")


def may_be_given(word: str) -> bool:
    """Whether somebody may be called so, though the word can be another too; of 'anne-marie' the first part will do."""
    return word in _given() or word.split("-")[0] in _given()


def is_given(word: str) -> bool:
    """Whether a word is a given name and nothing else, so far as we know."""
    plain = word not in _listed("english-words.txt") and word not in COMMON
    return may_be_given(word) and plain and not PLACE.fullmatch(word)


def only_words(name: str) -> bool:
    """Whether a name in large letters is made of English words alone and begins with no given name: 'Farewell', 'Happy Hour'."""
    listed = name.split()
    return not may_be_given(listed[0]) and all(is_word(word) for word in listed)


_FORMS = (
    ("s", ""),
    ("es", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("'s", ""),
    ("'d", ""),
    ("'ed", ""),
)


def is_english(word: str) -> bool:
    """Whether English has the word as it stands, and no other of the five languages, so far as we know."""
    return word in _listed("english-words.txt")


@cache
def is_word(word: str) -> bool:
    """Whether English has the word, so far as we know, in any of its forms; a given name in the form of one, 'nils', is a name."""
    words = _listed("english-words.txt")
    if word in words or word in COMMON:
        return True
    if word in _given():
        return False
    if word.endswith(("tion", "tions", "ment", "ments", "ness", "ability")):
        return True
    for ending, put in _FORMS:
        stem = word.removesuffix(ending) + put
        known = stem in words or (stem in COMMON and (ending != "s" or len(stem) > 4))
        if word.endswith(ending) and len(stem) > 2 and known:
            return True
    for ending, put in (("ies", "y"), ("ied", "y"), ("ily", "y")):
        if word.endswith(ending) and word.removesuffix(ending) + put in words:
            return True
    bare = word.removesuffix("ed").removesuffix("ing")
    return bare != word and len(bare) > 3 and bare[-1] == bare[-2] and bare[:-1] in words
