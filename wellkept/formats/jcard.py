"""jCard (RFC 7095): vCard 4.0 in JSON, in and out through the same cards."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from wellkept.formats.jsons import BadJson, load
from wellkept.formats.person import Person, Problem
from wellkept.formats.vcard.cards import Card, Property, ReadCards
from wellkept.formats.vcard.lines import param_value
from wellkept.formats.vcard.people import people as people_of_cards
from wellkept.formats.vcard.reading import read as read_vcards
from wellkept.formats.vcard.texts import escaped, plain, split
from wellkept.formats.vcard.tokens import read_head
from wellkept.formats.vcard.writing import write as write_vcard

# What a value is without a VALUE parameter (RFC 6350 section 6, RFC 6474, 6715, 8605, 9554); all else known is text.
_TYPES = {
    **dict.fromkeys(
        ["SOURCE", "PHOTO", "IMPP", "GEO", "LOGO", "MEMBER", "RELATED", "SOUND", "UID", "URL", "KEY", "FBURL", "CALADRURI",
         "CALURI", "ORG-DIRECTORY", "CONTACT-URI", "SOCIALPROFILE"], "uri"
    ),
    **dict.fromkeys(["BDAY", "ANNIVERSARY", "DEATHDATE"], "date-and-or-time"),
    **dict.fromkeys(["REV", "CREATED"], "timestamp"),
    **dict.fromkeys(["LANG", "LANGUAGE"], "language-tag"),
    **dict.fromkeys(
        ["VERSION", "KIND", "XML", "FN", "N", "NICKNAME", "GENDER", "ADR", "TEL", "EMAIL", "TZ", "TITLE", "ROLE", "ORG",
         "CATEGORIES", "NOTE", "PRODID", "CLIENTPIDMAP", "BIRTHPLACE", "DEATHPLACE", "EXPERTISE", "HOBBY", "INTEREST",
         "GRAMGENDER", "PRONOUNS", "JSPROP"], "text"
    ),
}  # fmt: skip
_STRUCTURED = {"N", "ORG", "ADR", "GENDER", "CLIENTPIDMAP"}
_LISTS = {"NICKNAME", "CATEGORIES"}
_MOMENTS = {"date", "time", "date-time", "date-and-or-time", "timestamp"}
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,99}\Z")
_GROUP = re.compile(r"[A-Za-z0-9-]{1,100}\Z")
_BEGINS = re.compile(rb'(?:\xef\xbb\xbf)?\s*\[\s*(?:\[\s*)?"vcard"\s*,', re.IGNORECASE)


def looks_like(data: bytes) -> bool:
    """Whether this is a jCard or a list of them, from its beginning."""
    return _BEGINS.match(data[:4096]) is not None


def read(data: bytes) -> ReadCards:
    """The cards of a file that is one jCard or a list of them. Never raises: what cannot be read is a problem."""
    found = ReadCards()
    try:
        tree = load(data)
    except BadJson as bad:
        found.problems.append(Problem(0, "", bad.message))
        return found
    one = isinstance(tree, list) and bool(tree) and isinstance(tree[0], str)
    each = [tree] if one else tree
    if not isinstance(each, list):
        each = []
    for entry in each:
        if isinstance(entry, list) and len(entry) == 2 and entry[0] == "vcard" and isinstance(entry[1], list):
            found.cards.append(_card(entry[1], len(found.cards) + 1))
        else:
            found.problems.append(Problem(0, "", f"an entry is no jCard: {_shown(entry)}"))
    if not found.cards and not found.problems:
        found.problems.append(Problem(0, "", "the file holds no jCard"))
    return found


def people(data: bytes) -> Iterator[Person]:
    """Each card as a person."""
    yield from people_of_cards(read(data))


def write(persons: Iterable[Person], rev: str = "") -> bytes:
    """A list of jCards in UTF-8. ``rev`` is a timestamp, as for vCards."""
    cards = [card for person in persons for card in read_vcards(write_vcard(person, "4.0", rev=rev).encode()).cards]
    return json.dumps([of_card(card) for card in cards], ensure_ascii=False, separators=(",", ":")).encode()


def of_card(card: Card) -> list[object]:
    """The jCard of a card of version 4.0."""
    properties = [_written(prop) for prop in card.properties if prop.name != "VERSION"]
    return ["vcard", [["version", {}, "text", "4.0"], *properties]]


def _shown(value: object) -> str:
    return repr(value)[:80] if isinstance(value, str | int | float | None) else type(value).__name__


def _card(entries: list[object], row: int) -> Card:
    card = Card(row=row, version="4.0")
    for entry in entries:
        prop = _property(entry)
        if prop is None:
            card.unread.append(json.dumps(entry, ensure_ascii=False)[:10_000])
            card.problems.append(
                Problem(row, "", f"an entry is no property and was kept as it stands: {_shown(entry)}")
            )
        else:
            card.properties.append(prop)
    return card


def _property(entry: object) -> Property | None:
    """[name, parameters, type, value, …] as the line it stands for (RFC 7095 section 3.3)."""
    if not isinstance(entry, list) or len(entry) < 4:
        return None
    name, params, kind, *values = entry
    if not (isinstance(name, str) and _NAME.match(name) and isinstance(params, dict) and isinstance(kind, str)):
        return None
    kind = kind.lower()
    if not _NAME.match(kind):
        return None
    head = name.upper()
    for key, value in params.items():
        given = [word for one in (value if isinstance(value, list) else [value]) if (word := _scalar(one))]
        if key.lower() == "group":
            head = f"{given[0]}.{head}" if given and _GROUP.match(given[0]) else head
        elif given and _NAME.match(key) and key.lower() != "value":
            head += f";{key.upper()}={','.join(param_value(word) for word in given)}"
    # Without its type, the address of a relative could be taken for a name.
    if kind not in ("unknown", _TYPES.get(name.upper())) or (kind == "uri" and name.upper() == "RELATED"):
        head += f";VALUE={kind}"
    value = _value(kind, values)
    return Property(*read_head(head), value, f"{head}:{value}")


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return str(value).replace("\0", "") if isinstance(value, str | int | float) else ""


def _value(kind: str, values: list[object]) -> str:
    """Several values are a list, an array is a structure, an array in it a list (RFC 7095 section 3.3.1.3)."""
    return ",".join(
        ";".join(_component(kind, part) for part in value) if isinstance(value, list) else _component(kind, value)
        for value in values
    )


def _component(kind: str, part: object) -> str:
    if isinstance(part, list):
        return ",".join(_component(kind, one) for one in part if not isinstance(one, list))
    text = _scalar(part)
    if kind in _MOMENTS:
        text = _basic(text)
    elif kind == "utc-offset":
        text = text.replace(":", "")
    elif kind == "uri":
        text = text.replace("\\", "\\\\")
    elif kind != "unknown":
        return escaped(text)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _written(prop: Property) -> list[object]:
    params: dict[str, object] = {"group": prop.group} if prop.group else {}
    for key, words in prop.params.items():
        if key not in {"VALUE", "ENCODING", "CHARSET"}:
            params[key.lower()] = words[0] if len(words) == 1 else list(words)
    kind = prop.params.get("VALUE", ("",))[0].lower() or _TYPES.get(prop.name, "unknown")
    return [prop.name.lower(), params, kind, *_parts(prop, kind)]


def _parts(prop: Property, kind: str) -> list[object]:
    if kind in _MOMENTS:
        return [_extended(prop.value.strip())]
    if kind == "utc-offset":
        return [re.sub(r"([+-]\d\d)(\d\d)\Z", r"\1:\2", prop.value.strip())]
    if kind == "unknown":
        return [prop.value]
    if kind == "uri" or prop.name not in _STRUCTURED | _LISTS:
        return [plain(prop.value)]
    if prop.name in _LISTS:
        return [plain(piece) for piece in split(prop.value, ",")]
    pieces = [[plain(one) for one in split(piece, ",")] for piece in split(prop.value, ";")]
    values: list[object] = [ones[0] if len(ones) == 1 else ones for ones in pieces]
    return [values] if len(values) > 1 else values


def _extended(text: str) -> str:
    """A moment with its separators, as RFC 7095 section 3.5.5 wants it."""
    day, mark, clock = text.partition("T")
    day = re.sub(r"\A(\d{4})(\d\d)(\d\d)\Z", r"\1-\2-\3", day)
    day = re.sub(r"\A--(\d\d)(\d\d)\Z", r"--\1-\2", day)
    found = re.match(r"(\d\d)(\d\d)?(\d\d)?(Z|[+-]\d\d(?:\d\d)?)?\Z", clock)
    if found:
        zone = re.sub(r"\A([+-]\d\d)(\d\d)\Z", r"\1:\2", found[4] or "")
        clock = ":".join(part for part in found.groups()[:3] if part) + zone
    return f"{day}{mark}{clock}"


def _basic(text: str) -> str:
    """A moment as RFC 6350 section 4.3 writes it."""
    day, mark, clock = text.partition("T")
    day = re.sub(r"\A(\d{4})-(\d\d)-(\d\d)\Z", r"\1\2\3", day)
    day = re.sub(r"\A--(\d\d)-(\d\d)\Z", r"--\1\2", day)
    return f"{day}{mark}{clock.replace(':', '')}"
