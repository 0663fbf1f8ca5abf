"""A card in words: each row is a text, with its height; set from the left, one under the other."""

from __future__ import annotations

from wellkept.formats.card.lines import Line
from wellkept.formats.card.reading import Card, read_card

GIVEN = frozenset(str.split("ana jurgen fiona hannah luca katharina soren ayse"))


def set_card(*rows: tuple[str, float] | str, left: float = 60.0) -> list[Line]:
    lines, top = [], 50.0
    for row in rows:
        text, height = row if isinstance(row, tuple) else (row, 30.0)
        if text:
            lines.append(Line(text, 0.99, left, top, left + len(text) * height * 0.5, top + height, height))
        top += height * 1.3
    return lines


def read(*rows: tuple[str, float] | str, region: str = "") -> Card:
    return read_card(set_card(*rows), region=region, given=GIVEN)
