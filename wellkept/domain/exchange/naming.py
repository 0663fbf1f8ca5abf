"""Whether two written names can be one person's. Pure; 'can be' is never enough on its own to say that they are."""

from __future__ import annotations

import re
from functools import lru_cache

from wellkept.formats.names import display_name, fold, undecorated
from wellkept.formats.person import Name

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(undecorated(text).text)))


def name_key(name: Name) -> str:
    """The folded full name for looking up: given and family name where both are known, else the name as written."""
    if name.given and name.family:
        return " ".join(_words(f"{name.given} {name.family}"))
    return " ".join(_words(display_name(name)))


def is_full(key: str) -> bool:
    """Whether a name key is more than a first name: two words, or a name in a script that writes none."""
    return " " in key or (len(key) >= 2 and not key.isascii() and any(char >= "\u3040" for char in key))


def can_be_one(a: str, b: str) -> bool:
    """Whether two name keys can be the same person's: 'ana souza' and 'ana maria souza', 'a souza', 'souza ana' or nothing."""
    if a == b or not a or not b:
        return True
    left, right = a.split(), b.split()
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    if len(short) == 1 and len(long) > 1:
        return short[0] in long
    if len(short) == 1:
        return _agree(short[0], long[0])
    free = list(long)
    for word in sorted(short, key=len, reverse=True):
        partner = next((other for other in free if other == word), None) or next(
            (other for other in free if _agree(word, other)), None
        )
        if partner is None:
            return False
        free.remove(partner)
    return any(word in long and len(word) > 1 for word in short)


def _agree(a: str, b: str) -> bool:
    """Equal, an initial of the other, or the short form it begins with: 'ben' of 'benjamin'."""
    if a == b:
        return True
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return long.startswith(short) and len(short) in (1, 3, 4, 5)
