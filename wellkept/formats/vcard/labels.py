"""Between TYPE parameters and what people call a phone, an address or a date."""

from __future__ import annotations

import re
from functools import lru_cache

# Types that say how a value is reached or how much it is liked, not what it is called.
_SILENT = {
    "pref", "internet", "x400", "voice", "msg", "text", "textphone", "video", "dom", "intl", "postal", "parcel",
    "modem", "bbs", "isdn", "smtp",
}  # fmt: skip
# Those that no property has by default.
RARE = _SILENT - {"pref", "internet", "voice"}
_PLACES = {"home": "home", "work": "work", "business": "work", "personal": "home", "other": "other", "main": "main"}
_DEVICES = {"cell": "mobile", "mobile": "mobile", "iphone": "iPhone", "fax": "fax", "pager": "pager", "car": "car"}
_TOGETHER = {
    "homefax": ("home", "fax"),
    "workfax": ("work", "fax"),
    "otherfax": ("other", "fax"),
    "home2": ("home",),
    "work2": ("work",),
}
_APPLE = re.compile(r"_\$!<(.*)>!\$_\Z", re.DOTALL)
# Apple's own names of dates and relatives that are two words or differ from ours.
_APPLE_NAMES = {"homepage": "homepage", "homefax": "home fax", "workfax": "work fax", "iphone": "iPhone"}

# What a label is written as, per property; the first of each must read back as the label.
_PHONE_TYPES = {
    "mobile": ("CELL",),
    "home": ("HOME",),
    "work": ("WORK",),
    "pager": ("PAGER",),
    "fax": ("FAX",),
    "car": ("CAR",),
    "home fax": ("HOME", "FAX"),
    "work fax": ("WORK", "FAX"),
    "work mobile": ("WORK", "CELL"),
    "home mobile": ("HOME", "CELL"),
    "work pager": ("WORK", "PAGER"),
}
_PLACE_TYPES = {"home": ("HOME",), "work": ("WORK",)}
RELATIVES = frozenset(
    [
        "spouse",
        "partner",
        "child",
        "son",
        "daughter",
        "parent",
        "mother",
        "father",
        "brother",
        "sister",
        "sibling",
        "friend",
        "assistant",
        "manager",
        "agent",
    ]
)


@lru_cache(maxsize=1024)
def label_of(types: tuple[str, ...]) -> str:
    """A label from TYPE values: 'work fax', 'mobile'; words nobody standardised stay as they are."""
    words: list[str] = []
    for one in types:
        words += _TOGETHER.get(one.lower(), (one,))
    places = [_PLACES[word.lower()] for word in words if word.lower() in _PLACES]
    devices = [_DEVICES[word.lower()] for word in words if word.lower() in _DEVICES]
    if "iPhone" in devices:
        devices = [device for device in devices if device != "mobile"]
    known = _SILENT | _PLACES.keys() | _DEVICES.keys()
    own = [_own(word) for word in words if word.lower() not in known]
    if not places and not devices:
        return " ".join(dict.fromkeys(own))
    place = ", ".join(dict.fromkeys(places))
    return " ".join(dict.fromkeys([*([place] if place else []), *devices]))


def _own(word: str) -> str:
    return word[2:] if word[:2].lower() == "x-" else (word.lower() if word.isupper() else word)


def label_of_group(text: str) -> str:
    """The text of an X-ABLabel; Apple wraps its own names, the user's stand as they are."""
    found = _APPLE.match(text.strip())
    if not found:
        return text.strip()
    name = found[1].strip()
    return _APPLE_NAMES.get(name.lower(), name.lower())


def types_for(label: str, prop: str) -> tuple[str, ...] | None:
    """The TYPE values that read back as this label, or None when only an X-ABLabel can say it."""
    if not label:
        return ()
    return (_PHONE_TYPES if prop == "TEL" else _PLACE_TYPES).get(label)


def preference(types: tuple[str, ...], pref: str) -> int:
    """1 to 100, lower is preferred (RFC 6350 section 5.3); 'pref' among the types of older cards counts as 1."""
    if pref.isascii() and pref.isdigit() and len(pref) < 4:
        return min(max(int(pref), 1), 100)
    return 1 if any(one.lower() == "pref" for one in types) else 101
