"""Whether words on a card are a person's name: by the e-mail address, by given names we know, by how it is written."""

from __future__ import annotations

import re
from collections.abc import Collection

from wellkept.formats.card.words import (
    ORGANIZATION_WORDS,
    PARTICLES,
    PREFIXES,
    STREET_ENDS,
    STREET_WORDS,
    TITLE_ENDS,
    TITLE_WORDS,
)
from wellkept.formats.names import fold, script_of, undecorated

_LETTERS = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*[.'’]?")
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)


def name_worth(text: str, locals_: Collection[str], given: Collection[str]) -> float:
    """How much speaks for a name, in points; below 0 it is none. ``locals_``: what stands before the @ of the addresses."""
    bare = bare_name(text)
    words = bare.split()
    script = script_of(bare)
    if script in ("han", "hangul", "kana"):
        return 2.0 if 2 <= len(bare.replace(" ", "")) <= 6 else -5.0
    large = [word for word in words if fold(word) not in PARTICLES]
    if not 1 <= len(large) <= 5 or len(bare) < 4 or any(char.isdigit() for char in text) or "&" in text or "@" in text:
        return -10.0
    if not all(_LETTERS.fullmatch(word) for word in words):
        return -6.0
    worth = 1.0 if len(large) in (2, 3) else -1.5 if len(large) == 1 else -0.5
    if not all(word[0].isupper() for word in large):
        worth -= 3.0
    worth += 6.0 * max((likeness_to_mailbox(bare, local) for local in locals_), default=0.0)
    first = fold(large[0])
    if first in given or first.split("-")[0] in given:
        worth += 3.0
    elif any(fold(word) in given for word in large[1:]):
        worth += 1.2  # family name first
    folded = [fold(word).strip(".") for word in words]
    if any(word in TITLE_WORDS or (word.endswith(TITLE_ENDS) and len(word) > 8) for word in folded):
        worth -= 4.0
    if any(word in ORGANIZATION_WORDS for word in folded):
        worth -= 4.0
    if any(word in STREET_WORDS for word in folded[-1:] + folded[:1]) or (
        len(folded) == 1 and folded[0].endswith(STREET_ENDS)
    ):
        worth -= 3.0
    return worth


def bare_name(text: str) -> str:
    """Without titles of address (Dr., Prof.) and degrees behind it: they are no part of the name."""
    words = undecorated(text.strip(" ,;|·•-")).text.replace(",", " , ").split()
    if "," in words:
        at = words.index(",")
        words = [*words[at + 1 :], *words[:at]] if at == 1 and len(words) > 2 else words[:at]
    while len(words) > 1 and (fold(words[0]).strip(".") in PREFIXES or (words[0].endswith(".") and len(words[0]) > 4)):
        words = words[1:]
    return " ".join(words)


def likeness_to_mailbox(name: str, local: str) -> float:
    """From 0 to 1: how much of the mailbox the name explains."""
    return max(_likeness(fold(name), local), _likeness(fold(name.translate(_UMLAUTS)), local))


def _likeness(name: str, local: str) -> float:
    words = [re.sub(r"[^\w]", "", part) for part in re.split(r"[\s-]+", name) if part]
    words = [word for word in words if word]
    joined = re.sub(r"[\W\d_]", "", local)
    if not words or len(joined) < 2:
        return 0.0
    family, first = words[-1], words[0]
    whole = "".join(words)
    forms = {
        whole,
        first + family,
        family + first,
        first[0] + family,
        first + family[0],
        family + first[0],
        "".join(w[0] for w in words[:-1]) + family,
    }
    forms |= {words[0][0] + "".join(words[1:]), "".join(words[1:]), "".join(words[1:]) + first}
    if joined in forms:
        return 1.0
    if joined in words and len(joined) > 2:
        return 0.9
    if joined == "".join(word[0] for word in words):
        return 0.6
    parts = [part for part in re.split(r"[\W\d_]+", local) if part]
    known = sum(
        len(part) for part in parts if part in words or (len(part) == 1 and any(word[0] == part for word in words))
    )
    if known and any(part in words for part in parts if len(part) > 2):
        return 0.9 * known / sum(map(len, parts))
    if any(len(word) > 3 and word in joined for word in words):
        return 0.6
    return 0.4 if any(len(part) > 2 and word.startswith(part) for part in parts for word in words) else 0.0


def as_named(text: str) -> str:
    """The name as it would be written in a letter: not in capitals, words that ran together parted."""
    bare = harmonious(bare_name(text))
    if script_of(bare) != "latin":
        return bare
    if " " not in bare and (parted := re.sub(r"(?<=[a-zà-ÿ])(?<!Mc)(?<!Mac)(?=[A-ZÀ-Þ])", " ", bare)) != bare:
        bare = parted
    if in_capitals(bare):
        bare = " ".join(_from_capitals(word, at) for at, word in enumerate(undotted(bare).split()))
    else:
        bare = " ".join(
            _from_capitals(word, at) if word.isupper() and len(word) > 3 else word
            for at, word in enumerate(bare.split())
        )
    return " ".join(
        word if fold(word) in PARTICLES or (at and len(word) < 3) else word[0].upper() + word[1:]
        for at, word in enumerate(bare.split())
    )


def _from_capitals(word: str, at: int) -> str:
    if at and fold(word) in PARTICLES:
        return word.lower()
    if re.fullmatch(r"(?:[^\W\d_]\.)+", word):
        return word
    pieces = [_capitalized(piece) for piece in re.split(r"([-'’.])", word)]
    return "".join(pieces)


def _capitalized(piece: str) -> str:
    if not piece:
        return piece
    lower = small(piece)
    if len(piece) > 4 and lower.startswith("mc"):
        return "Mc" + lower[2:].capitalize()
    return lower[0].upper() + lower[1:]


def in_capitals(text: str) -> bool:
    """All but a letter that the engine took for its small sister."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 1 and sum(char.isupper() for char in letters) >= 0.85 * len(letters)


def small(text: str) -> str:
    return text.lower().replace("i\u0307", "i")


def harmonious(text: str) -> str:
    """'Yildız' is 'Yıldız': a Turkish word has ı or i, not both, and engines lose the difference."""
    return " ".join(word.replace("i", "ı") if "ı" in word else word for word in text.split(" "))


def undotted(text: str) -> str:
    """Where capitals are Turkish their I is a large ı."""
    return text.replace("I", "ı") if any(char in "ĞŞİ" for char in text) else text
