"""Names of people in what the user wrote: whom they may have heard of and not met. Precise rather than complete. Pure.

A name is two or three words with a large first letter, particles between them allowed, and something beside it that says
that it is a person: 'her colleague Tom Baker', 'talk to Tom Baker', 'Tom Baker, who runs the lab'. After words that only
people stand behind ('colleague') any such words are a name; after others ('met') the first must be a given name we know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from wellkept.domain.contacts.likeness.nicknames import given_names
from wellkept.domain.plan.cues import (
    AFTER,
    COMPANIES,
    COUNTRIES,
    DAYS,
    OF_PEOPLE,
    PARTICLES,
    PLACES,
    THINGS,
    TWO_FAMILY_NAMES,
    WITH_A_GIVEN_NAME,
)
from wellkept.domain.timeline.excerpts import excerpt
from wellkept.formats.given_names import usual_given
from wellkept.formats.names import fold

LONGEST_BODY = 4000  # characters looked at
LONGEST_QUOTE = 110
_WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)?(?:-[^\W\d_]+)*"
_FIRST = (
    "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u024f\u0370-\u052f"  # where large letters are; whether one is, is asked later
)
_LARGE = rf"(?=[{_FIRST}]){_WORD}"
_NAME = re.compile(rf"(?<!\w){_LARGE}(?: (?:(?:{PARTICLES}) )*(?:[A-Z]\.|{_LARGE})){{1,3}}")
_WORDS = re.compile(rf"{_WORD}|[A-Z]\.")
_TITLE = r"(?:(?:Mrs?|Ms|Dr|Prof|Herrn?|Frau|Mag|Ing|Mme|Sra?|Dott|Dhr|Mevr)\.? |(?:M|Mlle|Drs|DI)\.? )*"
_BEFORE_PEOPLE = re.compile(rf"\b(?:{OF_PEOPLE})(?:,|:| –| -)? {_TITLE}$", re.IGNORECASE)
_BEFORE = re.compile(rf"\b(?:{WITH_A_GIVEN_NAME}) {_TITLE}$", re.IGNORECASE)
_BEFORE_TWO = re.compile(rf"\b(?:{TWO_FAMILY_NAMES}) {_TITLE}$", re.IGNORECASE)
_AFTER = re.compile(rf"\s?(?:{AFTER})\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n;]+[.!?;]?")
_SHORT = re.compile(r"\b([A-Z]|Mrs?|Ms|Drs?|Prof|Mag|Ing|Sra?|Dott|Dhr|Mevr)\.(?= )")  # a point that ends no sentence
_POINT = "\u2024"  # stands for it while sentences are parted
_LINK = re.compile(r"https?://\S+|\S+@\S+|`[^`]*`|\]\([^)]*\)")
BEFORE = 60  # characters before a name in which its cue may stand


class Mention(NamedTuple):
    """A name, and the sentence in which it stands."""

    name: str
    quote: str


@lru_cache(maxsize=2048)
def mentions(body: str) -> tuple[Mention, ...]:
    """Each name once, in the order in which they stand. The week reads the same notes again and again."""
    return tuple(_mentions(body)) if _NAME.search(body, 0, LONGEST_BODY) else ()


def _mentions(body: str) -> Iterator[Mention]:
    seen = set()
    for sentence in _SENTENCE.findall(_SHORT.sub(rf"\1{_POINT}", _LINK.sub(" ", body[:LONGEST_BODY]))):
        text = " ".join(excerpt(sentence, length=LONGEST_BODY).replace(_POINT, ".").split())
        at = 0
        while found := _NAME.search(text, at):
            name = _name_at(text, found)
            at = found.start() + (len(name) if name else len(found[0].split(" ")[0]))
            if name and fold(name) not in seen:
                seen.add(fold(name))
                yield Mention(name, _quote(text, found.start()))


@cache
def known_given() -> frozenset[str]:
    """Given names, folded."""
    return usual_given() | {name for name in given_names() if len(name) > 2}


def _name_at(text: str, found: re.Match[str]) -> str:
    """The name that begins here, with its cue; '' where there is none."""
    head = text[max(0, found.start() - BEFORE) : found.start()]
    words = found[0].split(" ")
    if not _large(words[0]):
        return ""
    people, other = _BEFORE_PEOPLE.search(head), _BEFORE.search(head)
    name = _longest(words, two_family=bool(_BEFORE_TWO.search(head)))
    tail = text[found.start() + len(name) :]
    given = fold(words[0].split("-")[0]) in known_given() or fold(words[0]) in known_given()
    if not name or _goes_on(name, tail) or (_is_thing(name) and not (people and given)):
        return ""
    return name if people or (given and (other or _AFTER.match(tail))) else ""


def _longest(words: list[str], *, two_family: bool) -> str:
    """Given name, family name; a third word where the second is a given name or a letter, or two family names are usual."""
    taken, large = [words[0]], 1
    pending: list[str] = []
    for word in words[1:]:
        if re.fullmatch(PARTICLES, word):
            pending.append(word)
            continue
        enough = large > 1 and not (two_family or taken[-1].endswith(".") or fold(taken[-1]) in known_given())
        if large > 2 or enough or not (_large(word) or re.fullmatch(r"[A-Z]\.", word)) or fold(word) in DAYS:
            break
        taken += [*pending, word]
        pending, large = [], large + 1
    while taken and taken[-1].endswith("."):
        taken.pop()
    return " ".join(taken) if sum(_large(word) for word in taken) > 1 else ""


def _large(word: str) -> bool:
    """Written as a name is: Tom, McDonald, O’Neill; not TOM, iPhone, tom."""
    return len(word) > 1 and word[0].isupper() and any(char.islower() for char in word[1:])


def _goes_on(name: str, tail: str) -> bool:
    """Whether what follows shows that it is the name of something: 'Max Planck Institute', 'Ernst & Young'."""
    following = _WORDS.match(tail[1:]) if tail.startswith(" ") else None
    named_after = following is not None and following[0][0].isupper() and fold(following[0]) in THINGS
    return named_after or tail[:2] in ("&", " &") or fold(name) in COMPANIES


def _is_thing(name: str) -> bool:
    """Whether the words are rather a place, a house, a company or a day than a person."""
    words = [word for part in fold(name).split() for word in (part, *part.split("-"))]
    return words[0] in PLACES or any(word in THINGS or word in DAYS or word in COUNTRIES for word in words)


def _quote(text: str, start: int) -> str:
    """The sentence, or the part of it around the name."""
    if len(text) <= LONGEST_QUOTE:
        return text.rstrip(" .;")
    begin = max(0, start - LONGEST_QUOTE // 2)
    begin = text.find(" ", begin) + 1 if begin else 0
    lead = "… " if begin else ""
    return lead + excerpt(text[begin:], length=LONGEST_QUOTE).rstrip(" .;")
