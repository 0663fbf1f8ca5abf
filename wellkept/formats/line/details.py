"""Addresses and numbers in a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wellkept.formats.phones import normal_phone

_EMAIL = re.compile(r"[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_URL = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w@.])(?:[\w-]+\.)*(?:linkedin\.com|github\.com|xing\.com|twitter\.com|x\.com)/\S+",
    re.ASCII | re.IGNORECASE,
)
_DICTATED = re.compile(
    r"[\w.+-]+\s+(?:at|arroba|\(at\)|\[at\]|klammeraffe|chez)\s+[\w-]+(?:\s+[\w-]+)?(?:\s+(?:dot|punkt|punto|point|ponto)\s+|\s*(?:\(dot\)|\[dot\])\s*|\.)(?:com|org|net|example|de|io|co|es|fr|pt|br|at|ch|eu|edu|uk)(?:(?:\s+(?:dot|punkt|punto|point|ponto)\s+|\.)\w{2,3})?(?!\w)"
)
_HALF = re.compile(
    r"(?<![\w@])@[\w-]+\.(?:com|org|net|example|io)(?!\w)|(?:e-?mail|mail|correo)\s*(?:is|:|ist|es|est)\s*(?P<half>[\w.+-]+)(?=\s|$|,|;)|(?:e-?mail|mail|correo)(?:\s+address)?\s+(?P<whole>[\w+-]+(?:\.[\w-]+)*\.[a-z]{2,})(?=\s|$|[,;)])"
)
_PHONE = re.compile(r"(?<![\w/.-])(?:\+\s?|00)?\(?\d[\d\s()/.–-]{4,22}\d(?:\s*(?:x|ext\.?|dw)\s*\d{1,5})?(?![\w/]|-\d)")
LABELS = re.compile(
    r"(?<!\w)(?:(?:she|he|they)(?:'s|'re|\s+(?:is|are|can\s+be))|(?:can|could)\s+be(?=\s+reached)|(?:her|his|their)\s+address\s+is|reach(?:able|ed)(?:\s+(?:at|on|under))?|under|(?:has|have|had)\s+changed(?:\s+to)?|changed(?:\s+to)?|is\s+now|now)(?!\w)\s*|(?:(?:whose|her|his|their|my|new|work|office|private|personal|direct|seine|ihre|su|son|sa|seu|sua|neue[rs]?|nuev[oa]|nouveau|nouvelle|nov[oa]|dienstliche?|privater?|el|la|le|o|a|die|der)\s+)*+(?:e-?mail(?:s)?(?:\s+address)?|mail|phone(?:\s+number)?|tel(?:efon|efono|efone|ephone|eph)?|telefonnummer|mobile?|cell(?:phone)?|cell\s+(?:no|number)|land\s?line|direct\s+line|line|digits|mob|ph|fon|e-?mail\s+addr|addy|handynummer|mobilnummer|handy|number|nummer|numero(?:\s+de\s+(?:telefono|telefone|telephone|portable|movil|celular))?|movil|celular|telemovel|portable|correo(?:\s+electronico)?|courriel|contacto|contato|cel|whatsapp|fax|linkedin|web(?:site)?|site|url|reach\s+(?:her|him|them)\s+(?:at|on)|is|est|ist|es|e|at|on|no|nr|m|t|p|and|y|et|und|or)[.:]?\s*"
)


@dataclass(frozen=True)
class Detail:
    """``kind`` is 'email', 'phone' or 'url'; ``value`` is None where it must be asked about."""

    kind: str
    value: str | None
    start: int
    end: int


def find_details(text: str, plain: str, region: str, days: Sequence[tuple[int, int]] = ()) -> list[Detail]:
    """None overlaps another, nor a day."""
    found: list[Detail] = []
    for detail in _all(text, plain, region):
        taken = [(one.start, one.end) for one in found] + ([] if detail.kind != "phone" else list(days))
        if all(detail.end <= start or detail.start >= end for start, end in taken):
            found.append(detail)
    return sorted(found, key=lambda detail: detail.start)


def _all(text: str, plain: str, region: str) -> Iterator[Detail]:
    for match in _EMAIL.finditer(text):
        value = match[0].rstrip("'’.-").lstrip("'’")
        start = match.start() + match[0].index(value)
        yield Detail("email", value if len(value) <= 254 else None, start, start + len(value))
    for match in _URL.finditer(text):
        yield Detail("url", match[0], match.start(), match.start() + len(match[0].rstrip(".,;)")))
    for match in _DICTATED.finditer(plain):
        yield Detail("email", None, match.start(), match.end())
    for match in _HALF.finditer(plain):
        half = match["half"] or match["whole"]
        if half is None or ("." in half and len(half) > 3):
            yield Detail("email", None, match.end() - len(half) if half else match.start(), match.end())
    for match in _PHONE.finditer(text):
        digits = sum(char.isdigit() for char in match[0])
        if 7 <= digits <= 17:
            value = normal_phone(match[0], region).e164
            end = match.end() - (len(match[0]) - len(match[0].rstrip(" -./")))
            yield Detail("phone", value or None, match.start(), end)
