"""The pieces of a card that are left when addresses and numbers are taken out, and how they lie to each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wellkept.formats.card.lines import Line
from wellkept.formats.card.naming import in_capitals
from wellkept.formats.card.places import place_worth
from wellkept.formats.names import fold

_BETWEEN = re.compile(r"\s*[|·•∙●■▪◆»]+\s*|\s{3,}|\n+")
_WEAKLY = re.compile(r"\s+[/–—-]+\s+")  # parts a name from a title, and nothing in an address
_BARE_LABEL = re.compile(
    r"(?:e-?mail|mail|e|w|t|m|p|f|c|d|a|tel|phone|fon|telefon|telefono|telefone|mobile?|mob|cell?|fax|telefax|web|website|internet|www|url|homepage"
    r"|adresse|address|direccion|endereco|indirizzo|adres|linkedin|skype|email|courriel|gsm|tlf|tfn|puh|tlm|kom|port|direct|direkt|direkte|office"
    r"|movil|cel|no|tel/fax|phone/fax|in|site|ph)"
)
_STRIPPED = " \t,;:|·•/–—-_=~*>»«<°'\"“”"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of one line, or of lines under each other. ``lines``: their places among the card's lines; ``divided``: its last
    word goes on in the next line."""

    text: str
    lines: tuple[int, ...]
    left: float
    top: float
    right: float
    bottom: float
    height: float
    sure: float
    divided: bool = False

    @property
    def is_capitals(self) -> bool:
        return in_capitals(self.text)


def parts_of(text: str, number: int, line: Line) -> list[Part]:
    """What is left of a line, parted where its setter parted it, without bare labels."""
    found = []
    length = max(1, len(text))
    at = 0
    pieces = [
        piece
        for strong in _BETWEEN.split(text)
        for piece in ([strong] if place_worth(strong) >= 2.5 else _WEAKLY.split(strong))
    ]
    for piece in pieces:
        begin = text.find(piece, at) if piece else at
        at = max(at, begin) + len(piece)
        bare = _without_label(piece.strip(_STRIPPED))
        if sum(char.isalpha() for char in bare) < 2:
            continue
        left = line.left + line.width * begin / length
        right = line.left + line.width * at / length
        found.append(
            Part(
                bare,
                (number,),
                left,
                line.top,
                right,
                line.bottom,
                line.height or line.bottom - line.top,
                line.sure if line.least else 0.0,
                divided=bool(re.search(r"[^\W\d_][-‐]$", piece.rstrip())),
            )
        )
    return found


def _without_label(text: str) -> str:
    folded = fold(text).strip(". :")
    if _BARE_LABEL.fullmatch(folded):
        return ""
    found = re.match(r"([^\W\d_/-]+)\s?:\s*", text)
    return text[found.end() :] if found and _BARE_LABEL.fullmatch(fold(found[1])) else text


def under_each_other(upper: Part, lower: Part) -> bool:
    """Set as one block: like type, little space between, beginning, ending or centred alike."""
    size = (upper.height + lower.height) / 2
    if not 0.78 < lower.height / max(upper.height, 1.0) < 1.28 or upper.lines == lower.lines:
        return False
    gap = lower.top - upper.bottom
    if not -0.6 * size < gap < 0.9 * size:
        return False
    return aligned(upper, lower, size)


def aligned(one: Part, other: Part, size: float) -> bool:
    starts, ends = abs(one.left - other.left), abs(one.right - other.right)
    middles = abs((one.left + one.right) - (other.left + other.right)) / 2
    return min(starts, ends, middles) < 0.8 * size


def joined(upper: Part, lower: Part, *, by: str = " ") -> Part:
    """As one: a word that was divided at the end of the line is whole again ('Vasquez-' 'Lindqvist', 'Geschäfts-' 'führer')."""
    if by == " " and upper.divided and lower.text[:1].isalpha():
        by = "" if lower.text[0].islower() else "-"
    return Part(
        f"{upper.text}{by}{lower.text}",
        upper.lines + lower.lines,
        min(upper.left, lower.left),
        upper.top,
        max(upper.right, lower.right),
        max(upper.bottom, lower.bottom),
        (upper.height + lower.height) / 2,
        min(upper.sure, lower.sure),
        lower.divided,
    )


def distance(one: Part, other: Part) -> float:
    """How far two parts lie from each other, in heights of their type; sideways counts where they share no column."""
    size = max((one.height + other.height) / 2, 1.0)
    down = max(other.top - one.bottom, one.top - other.bottom, 0.0)
    across = max(other.left - one.right, one.left - other.right, 0.0)
    return (down + across) / size


def in_order(parts: Sequence[Part]) -> list[Part]:
    return sorted(parts, key=lambda part: (part.top, part.left))
