"""How large the network is that speed is measured on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    name: str
    contacts: int
    interactions: int
    organizations: int
    connections: int  # rows of the LinkedIn file
    cards: int
    keystrokes: int
    rounds: int  # requests of each page


FULL = Size("full", 30_000, 300_000, 6_000, 30_000, 10_000, 500, 60)
SMALL = Size("small", 1_500, 15_000, 400, 1_500, 500, 120, 15)
SIZES = {size.name: size for size in (FULL, SMALL)}
