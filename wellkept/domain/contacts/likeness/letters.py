"""Names in Cyrillic and Greek letters, written in Latin ones; and a spelling under which transliterations meet.

The table follows ICAO Doc 9303 (the spelling of passports) for Cyrillic and ISO 843 type 2 for Greek, both simplified.
"""

from __future__ import annotations

import re
from functools import lru_cache

_CYRILLIC = dict(
    zip(
        "абвгдезийклмнопрстуфцчшщыэюяжхьъёіїєґўђћјљњџѓќѕ",
        "a b v g d e z i y k l m n o p r s t u f ts ch sh shch y e yu ya zh kh _ _ e i i e g u d c j lj nj dz g k dz".split(),
        strict=True,
    )
)
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψως",
        "a v g d e z i th i k l m n x o p r s t y f ch ps o s".split(),
        strict=True,
    )
)
_TABLE = str.maketrans({key: value.replace("_", "") for key, value in {**_CYRILLIC, **_GREEK}.items()})
_GREEK_PAIRS = (("ου", "ou"), ("αυ", "av"), ("ευ", "ev"), ("γγ", "ng"), ("γκ", "gk"), ("μπ", "b"), ("ντ", "nt"))
# Where languages differ on a sound, all spellings of it become one: 'ch' is 'kh' in German and 'tsch' in English.
_LOOSE = (
    ("shch", "s"), ("schtsch", "s"), ("tsch", "k"), ("sch", "s"), ("sh", "s"), ("tch", "k"), ("ch", "k"), ("kh", "k"), ("zh", "z"),
    ("ts", "k"), ("tz", "k"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("x", "ks"), ("ou", "u"), ("iy", "i"), ("ij", "i"),
    ("yi", "i"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("j", "i"), ("y", "i"), ("w", "v"), ("c", "k"),
)  # fmt: skip
_TWICE = re.compile(r"(.)\1+")


def in_latin(folded: str) -> str:
    """A folded name with its Cyrillic and Greek letters in Latin; others stay as they are."""
    if folded.isascii():
        return folded
    for pair, latin in _GREEK_PAIRS:
        folded = folded.replace(pair, latin)
    return folded.translate(_TABLE)


@lru_cache(maxsize=65536)
def loose(name: str) -> str:
    """The spelling under which 'dmitriy', 'dmitrij' and 'dmitry' meet, and 'yulia' and 'julia'."""
    for written, said in _LOOSE:
        name = name.replace(written, said)
    return _TWICE.sub(r"\1", name)
