"""What tells a signature from the end of a mail: features of the block that begins at one of the last lines and ends with the text.

A signature is the end of what somebody wrote, so the question for a mail is: at which line does it begin, or at none? Every
answer is a candidate with features, and the candidates of a mail are weighed against each other (see choosing.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from wellkept.formats.fields import emails_in, is_address, is_organization, is_title, name_like, phones_in, urls_in
from wellkept.formats.names import fold
from wellkept.formats.signature.closings import after_closing, is_closing, is_register_line

MOST_LINES = 18  # not empty, from the end, at which a signature may begin
NAMES = (
    "closing", "closing_name", "name", "name_sure", "one_given", "initials", "two_names", "signed_name", "phone", "internal_phone", "email", "web", "title",
    "organization", "address", "register", "kinds", "unexplained", "prose", "prose_any", "wide", "long", "short", "gap", "gaps", "no_gap", "whole",
    "before_closing", "before_signed", "before_prose", "many_names", "before_heading", "before_list", "indented", "table", "name_later", "ruled", "question", "sender", "no_sender",
)  # fmt: skip
_FUNCTION_WORDS = frozenset(
    str.split(
        "i you we they he she it me us your our my their is are was were be been have has had will would can could should do does did please if that this these those"
        " what which when there here not no yes with about from any some just need let know call see as so than then because but or an"
        " ich du sie wir ihr es mir mich uns ihnen mein unser ist sind war waren haben hat wird werden kann konnen soll sollte bitte wenn dass das dies nicht kein mit uber"
        " noch auch schon nur wie was wann hier dort als dann aber oder ein eine einen"
        " je tu il elle nous vous ils on mon votre notre est sont etait avoir ai as avez avons peut pouvez si que qui ce cette ces pas plus avec pour dans quand ici mais ou un une"
        " yo tu el ella nosotros usted ustedes mi su nuestro es son estaba tengo tiene tenemos puede pueden si que este esta estos no por favor con para cuando aqui pero o un una"
        " eu voce ele ela nos voces meu seu nosso e sao estava tenho tem temos pode podem se que este esta estes nao por favor com para quando aqui mas ou um uma"
    )
)
_INITIALS = re.compile(r"^\W*[A-Z](?:\.?\s?[A-Z]){1,2}\.?\W*$")
_INTERNAL = re.compile(
    r"(?:^|[\s(,;])(?:[xX]\.?\s?-?\d{1,2}-?\d{3,4}|[xX]\d{4,6}|\*\d{4,5}|\d-\d{4}|#\s?\d[\d-]{6,}|[eE]xt\.?\s?\d{2,5})\b"
)
_RULE = re.compile(r"^\s*(?:[-_=*~–—]{2,}|[-–—])\s*$")
_LISTED = re.compile(r"^\s*(?:[-*•+·]|\(?\d{1,3}[.)]|\([ivx]+\))\s")
_TABLE = re.compile(r"\S(?:\t+| {3,})\S")


@dataclass(frozen=True)
class Line:
    """What one line is, whatever stands around it."""

    text: str
    closing: bool = False
    signed: str = ""  # the name behind a closing on the same line
    name: float = 0.0
    words: int = 0
    initials: bool = False
    phone: bool = False
    internal: bool = False
    email: bool = False
    web: bool = False
    title: bool = False
    organization: bool = False
    address: bool = False
    register: bool = False
    rule: bool = False
    prose: float = 0.0

    @property
    def explained(self) -> bool:
        return (
            self.closing or bool(self.signed) or self.name > 0.35 or self.initials or self.contact or self.title
            or self.organization or self.address or self.register or self.rule
        )  # fmt: skip

    @property
    def contact(self) -> bool:
        return self.phone or self.internal or self.email or self.web


@lru_cache(maxsize=8192)
def line_of(text: str) -> Line:
    """Looked at once, also where many candidates hold it."""
    bare = text.strip()[:400]
    if _RULE.match(bare):
        return Line(bare, rule=True)
    signed = after_closing(bare)
    words = [fold(word) for word in re.findall(r"[^\W\d_]+", bare)]
    known = sum(word in _FUNCTION_WORDS for word in words)
    prose = min(1.0, known / 4) if len(words) > 3 else 0.25 * (known > 1)
    if len(words) > 11:
        prose = max(prose, 0.8)
    contact_words = len(words) < 16
    return Line(
        bare,
        closing=is_closing(bare),
        signed=signed,
        name=_name(signed or bare, words),
        words=len(bare.split()),
        initials=_INITIALS.match(signed or bare) is not None,
        phone=contact_words and any(one.value or one.labelled for one in phones_in(bare, "US")),
        internal=contact_words and _INTERNAL.search(bare) is not None,
        email=contact_words and bool(emails_in(bare)),
        web=contact_words and bool(urls_in(bare)),
        title=len(words) < 12 and is_title(bare) > 0.6,
        organization=len(words) < 12 and is_organization(bare) > 0.55,
        address=is_address(bare) > 0.5,
        register=is_register_line(bare),
        prose=prose,
    )


def _name(bare: str, words: list[str]) -> float:
    """A name alone on its line, or before the first sign that parts it from the rest."""
    if len(words) > 12:
        return 0.0
    head = re.split(r"\s[-–—|•·*/]\s|[|•·\t,(]|\s{3,}|\s+(?=[+(]?\d)", bare.strip(" -–—*_"), maxsplit=1)[0]
    return name_like(head) if head.strip() else 0.0


def sender_words(sender: str) -> frozenset[str]:
    """The words of a From header by which its writer may sign, folded."""
    return frozenset(
        word
        for word in re.findall(r"[^\W\d_]{2,}", fold(re.sub(r"@\S*", " ", sender)))
        if word not in ("mailto", "enron", "mbx")
    )


def candidates(lines: Sequence[str]) -> list[int]:
    """Where in ``lines`` a signature may begin, the last place first."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    return filled[: -MOST_LINES - 1 : -1]


def features(lines: Sequence[str], start: int, sender: frozenset[str] = frozenset()) -> dict[str, float]:
    """Of the block from ``start`` to the end; what is 0 is left out."""
    block = [line_of(line) for line in lines[start:] if line.strip()]
    told = _of_content(block) | _of_shape(lines, start, block) | _of_before(lines, start)
    head = [line for line in block if not line.closing and not line.rule][:2]
    if sender:
        signs = any(sender & set(re.findall(r"[^\W\d_]{2,}", fold(line.text))) for line in head if line.words < 8)
        told["sender" if signs else "no_sender"] = 1.0
    return {name: value for name, value in told.items() if value}


def _of_content(block: list[Line]) -> dict[str, float]:
    first = next((line for line in block if not line.rule), block[0])
    body = [line for line in block if not line.closing and not line.rule]
    head = body[0] if body else first
    later = max((line.name for line in body[1:4]), default=0.0)
    unexplained = sum(not line.explained for line in block)
    prose = sum(line.prose for line in block)
    kinds = sum(
        any(getattr(line, kind) for line in body)
        for kind in ("phone", "internal", "email", "web", "title", "organization", "address")
    )
    named = re.split(r"\s(?:and|und|et|y|e|&|\+)\s", head.text)
    return {
        "closing": first.closing,
        "closing_name": bool(first.signed),
        "name": head.name > 0.35,
        "name_sure": head.name > 0.7,
        "one_given": head.name > 0.5 and head.words == 1,
        "initials": head.initials,
        "two_names": len(named) == 2 and all(name_like(part) > 0.35 for part in named),
        "signed_name": first.closing and head.name > 0.35,
        "phone": any(line.phone for line in body),
        "internal_phone": any(line.internal for line in body),
        "email": any(line.email for line in body),
        "web": any(line.web for line in body),
        "title": any(line.title for line in body),
        "organization": any(line.organization for line in body),
        "address": any(line.address for line in body),
        "register": any(line.register for line in body),
        "kinds": kinds / 3,
        "unexplained": min(unexplained, 4) / 2,
        "prose": min(prose, 4.0),
        "prose_any": any(line.prose > 0.5 for line in block),
        "name_later": head.name <= 0.35 and later > 0.7,
        "ruled": block[0].rule,
        "many_names": sum(line.name > 0.7 and not line.contact and not line.title for line in body) > 2,
        "question": any(line.text.endswith("?") for line in block),
    }  # fmt: skip


def _of_shape(lines: Sequence[str], start: int, block: list[Line]) -> dict[str, float]:
    gaps = sum(not line.strip() for line in lines[start:])
    listed = sum(_LISTED.match(line) is not None for line in lines[start:])
    table = sum(_TABLE.search(line) is not None and not line_of(line).contact for line in lines[start:])
    return {
        "wide": max(len(line.text) for line in block) > 60,
        "long": max(0, len(block) - 5) / 4,
        "short": len(block) == 1,
        "gap": start > 0 and not lines[start - 1].strip(),
        "gaps": min(gaps, 4) / 2,
        "whole": not any(line.strip() for line in lines[:start]),
        "indented": lines[start][:8].isspace(),
        "table": min(listed + table, 3) / 2,
    }


def _of_before(lines: Sequence[str], start: int) -> dict[str, float]:
    text = next((line for line in reversed(lines[:start]) if line.strip()), "")
    gap = start > 0 and not lines[start - 1].strip()
    if not text:
        return {}
    before = line_of(text)
    return {
        "no_gap": not gap,
        "before_closing": before.closing,
        "before_signed": not before.closing and before.explained and before.prose < 0.5 and not _LISTED.match(text),
        "before_prose": before.prose > 0.5 or text.rstrip().endswith((".", "!", "?")),
        "before_heading": text.rstrip().endswith(":"),
        "before_list": bool(_LISTED.match(text) or _TABLE.search(text)),
    }
