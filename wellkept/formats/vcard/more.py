"""What a property says beyond what a Person models: kept in its extras, and said again when the same value is written.

Such an extra is a line of the property with its value and with what is lost alone, marked by a parameter that is never
written: ``TEL;X-WELLKEPT-MORE=1;PID=1.1;TYPE=msg:+1 555 0100``. Lost are parameters (LANGUAGE, PID, ALTID, SORT-AS and
all that nobody here reads), the time of a birthday, the parts of a name or address beyond those of RFC 6350 (RFC 9554),
lists inside a name, the units of an organization, and whether an interest was a hobby or a link a social profile.
When the value is gone, what was said of it goes too.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from wellkept.formats.vcard.cards import Property
from wellkept.formats.vcard.labels import RARE, label_of
from wellkept.formats.vcard.moments import read_date, write_date
from wellkept.formats.vcard.reach import adr_parts, email_text, social_text, tel_text
from wellkept.formats.vcard.texts import escaped, plain, split
from wellkept.formats.vcard.tokens import read_head, split_line

if TYPE_CHECKING:
    from wellkept.formats.vcard.draft import Draft

MARK = "X-WELLKEPT-MORE"
FAMILIES = {
    "FN": "FN",
    "N": "N",
    "EMAIL": "EMAIL",
    "TEL": "TEL",
    "ADR": "ADR",
    "URL": "LINK",
    "IMPP": "LINK",
    "SOCIALPROFILE": "LINK",
    "X-SOCIALPROFILE": "LINK",
    "ORG": "ORG",
    "TITLE": "TITLE",
    "BDAY": "BDAY",
    "ANNIVERSARY": "ANNIVERSARY",
    "X-ANNIVERSARY": "ANNIVERSARY",
    "INTEREST": "INTEREST",
    "X-INTEREST": "INTEREST",
    "HOBBY": "INTEREST",
    "X-HOBBY": "INTEREST",
    "PRONOUNS": "PRONOUNS",
    "X-PRONOUNS": "PRONOUNS",
}
# Properties that would be written under another name, unless what was said of them is found.
_RENAMED = {"SOCIALPROFILE", "X-SOCIALPROFILE", "HOBBY", "X-HOBBY"}
_FULLER = {"N", "ADR", "ORG", "BDAY", "ANNIVERSARY"}
_DATES = {"BDAY", "ANNIVERSARY"}
_READ = {"TYPE", "PREF", "VALUE", "ENCODING", "CHARSET", "LABEL", "X-APPLE-OMIT-YEAR", "X-WELLKEPT-STAND-IN", MARK}
_SERVICES = {"SERVICE-TYPE", "X-SERVICE-TYPE"}


class More(NamedTuple):
    """An extra taken apart. ``value`` is '' when the property's own says it all."""

    name: str
    types: tuple[str, ...]
    params: tuple[tuple[str, tuple[str, ...]], ...]
    value: str
    line: str

    @property
    def tells_label(self) -> bool:
        """Whether the label of a link is in here: its service, or the types of a social profile."""
        return self.name == "SOCIALPROFILE" or (self.name == "IMPP" and bool(self.service))

    @property
    def told_label(self) -> str:
        return self.service or label_of(self.types)

    @property
    def service(self) -> str:
        params = dict(self.params)
        older = params.get("X-SERVICE-TYPE", ("",)) if self.name == "IMPP" else ("",)
        return params.get("SERVICE-TYPE", older)[0]


def is_more(line: str) -> bool:
    return MARK in line[:60] and line.partition(";")[0] in FAMILIES and line.partition(";")[2].startswith(f"{MARK}=1")


def said(draft: Draft, prop: Property) -> str:
    """The extra for a property that was taken into the person; '' when nothing of it is lost."""
    family = FAMILIES[prop.name]
    renamed = prop.name in _RENAMED
    if not prop.params and not renamed and family not in _FULLER:
        return ""
    if "PHONETIC" in prop.params:
        return ""
    params = _lost(prop, renamed)
    value = _fuller_value(draft, prop, family)
    if not (params or value or renamed):
        return ""
    value = value or _value(draft, prop, family)
    if not value.strip(";"):
        return ""
    words = [f"{name}={','.join(map(_quoted, texts))}" for name, texts in sorted(params.items())]
    return f"{';'.join([prop.name.removeprefix('X-'), f'{MARK}=1', *words])}:{value}"


def _lost(prop: Property, renamed: bool) -> dict[str, tuple[str, ...]]:
    params = {name: texts for name, texts in prop.params.items() if name not in _READ}
    with_service = prop.name == "IMPP" and not _SERVICES.isdisjoint(params)
    types = [word for word in prop.types if renamed or with_service or word.lower() in RARE]
    if kept := tuple(
        dict.fromkeys(word.lower() if word.lower() in RARE else word for word in types if word.lower() != "pref")
    ):
        params["TYPE"] = kept
    return params


def _quoted(text: str) -> str:
    text = text.replace("^", "^^").replace("\r\n", "\n").replace("\r", "\n").replace("\n", "^n").replace('"', "^'")
    return text if text.isalnum() else f'"{text}"'


def _value(draft: Draft, prop: Property, family: str) -> str:
    if family in _DATES:
        return write_date(read_date(draft.text(prop), _omitted(prop)), basic=True)
    if family in {"N", "ADR", "ORG"}:
        return ";".join(escaped(piece) for piece in draft.pieces(prop))
    if family == "EMAIL":
        return escaped(email_text(draft, prop)[0])
    if family == "TEL":
        return escaped(tel_text(draft, prop))
    if family == "FN":
        return escaped(" ".join(draft.text(prop).split()))
    return escaped(social_text(draft, prop) if prop.name in _RENAMED and family == "LINK" else draft.text(prop))


def _fuller_value(draft: Draft, prop: Property, family: str) -> str:
    """The whole value, when the person has a part of it."""
    if family in _DATES:
        text = draft.text(prop)
        return escaped(text) if _has_time(text) and not _omitted(prop) else ""
    if family not in _FULLER:
        return ""
    pieces = draft.pieces(prop)
    most = {"N": 5, "ADR": 7, "ORG": 2}[family]
    listed = family == "N" and not draft.old and len(split(prop.value, ",")) > 1
    if not (any(pieces[most:]) or listed):
        return ""
    return ";".join(escaped(piece) for piece in pieces) if draft.old or prop.quoted_printable else prop.value


def _has_time(text: str) -> bool:
    return "T" in text or " " in text


def _omitted(prop: Property) -> str:
    return prop.params.get("X-APPLE-OMIT-YEAR", ("",))[0]


def collected(extras: Iterable[str]) -> dict[tuple[str, str], list[More]]:
    """What was said, by family and by the value it was said of."""
    found: dict[tuple[str, str], list[More]] = {}
    for line in extras:
        if not is_more(line):
            continue
        head_text, _, value = split_line(line)
        head = read_head(head_text)
        family = FAMILIES[head.name]
        params = tuple((name, texts) for name, texts in head.params.items() if name not in {MARK, "TYPE"})
        whole = value if family in _FULLER and (family not in _DATES or _has_time(value)) else ""
        more = More(head.name, head.params.get("TYPE", ()), params, whole, line)
        found.setdefault((family, _key(family, value)), []).append(more)
    return found


def _key(family: str, value: str) -> str:
    """The value as the writer knows it from the person."""
    if family in _DATES:
        when = read_date(plain(value))
        return write_date(when, basic=True) if when else ""
    if family not in _FULLER:
        return plain(value)
    if family == "N":
        lists = [split(piece, ",") for piece in split(value, ";")]
        pieces = [(" " if at == 2 else ", ").join(filter(None, map(plain, words))) for at, words in enumerate(lists)]
        return key_of([*pieces, *[""] * 5][:5])
    pieces = [plain(piece) for piece in split(value, ";")]
    if family == "ADR":
        return key_of(adr_parts(pieces))
    return key_of([pieces[0], ", ".join(unit for unit in pieces[1:] if unit)])


def key_of(parts: Iterable[str]) -> str:
    """Several parts as one key."""
    return "\x1f".join(parts)
