"""What an engine reads off a picture: lines of text with their places."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it was read. Places are pixels of the straightened card, from its upper left; ``height`` is that of the
    type, whichever way the line runs; ``sure`` is the engine's confidence, from 0 to 1, ``least`` that in its least sure
    letter, and 0 where words may have run together."""

    text: str
    sure: float = 1.0
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    height: float = 0.0
    least: float = 1.0

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def width(self) -> float:
        return self.right - self.left
