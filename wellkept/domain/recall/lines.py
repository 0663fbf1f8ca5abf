"""Names typed in one column: 'Ana Souza', 'Ana Souza, Acme', 'Ana Souza (Acme)', 'Ana Souza at Acme'. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

from wellkept.formats.names import fold, tidy

MOST = 200  # lines at once
LONGEST = 300  # characters
_BULLET = re.compile(r"^\s*(?:[-*•–]\s+|\d{1,3}[.)]\s+)")
_BETWEEN = re.compile(r"\s+[-–—@]\s+|\s+at\s+|\s*[,;]\s*|\s*\((?=[^()]+\)$)")
_TITLES = re.compile(r"(?:ph\.?\s?d|m\.?d|jr|sr|mba|esq|ii|iii)\.?", re.IGNORECASE)


class Line(NamedTuple):
    name: str
    organization: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return fold(self.name), fold(self.organization)


def read_lines(text: str) -> list[Line]:
    """Who stands in the column, each once, in its order. A line without a letter says nobody."""
    found: dict[tuple[str, str], Line] = {}
    for written in text.splitlines():
        line = _read(written)
        if any(letter.isalpha() for letter in line.name):
            found.setdefault(line.key, line)
    return list(found.values())[:MOST]


def _read(written: str) -> Line:
    bare = tidy(_BULLET.sub("", written[: 2 * LONGEST + 10].replace("\t", ", ").replace("\0", " ")))
    parted = _BETWEEN.search(bare)
    if parted is None:
        return Line(bare[:LONGEST])
    name, rest = bare[: parted.start()], bare[parted.end() :].removesuffix(")")
    title = _TITLES.fullmatch(rest.partition(",")[0].strip())
    if title:  # 'Ana Souza, PhD, Acme'
        name, rest = f"{name}, {title[0]}", rest.partition(",")[2]
    return Line(tidy(name)[:LONGEST], tidy(rest)[:LONGEST])
