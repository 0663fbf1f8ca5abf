"""Draws the icons of the installed app: a well with water in it, as in icons/wellkept.svg (a square of 48).

python tools/draw_icons.py
"""

from __future__ import annotations

import math
from pathlib import Path

from PIL import Image, ImageDraw

ICONS = Path(__file__).resolve().parent.parent / "wellkept" / "interfaces" / "web" / "static" / "icons"
PAPER, INK, WATER = "#f6f5f0", "#17212a", "#0d5c63"
FINER = 8  # drawn this much larger, then reduced: smooth edges


def draw(size: int, *, round_corners: bool, share: float) -> Image.Image:
    """``share`` of the side is for the motif, the rest is margin."""
    side = size * FINER
    image = Image.new("RGBA", (side, side), (0, 0, 0, 0) if round_corners else PAPER)
    pen = ImageDraw.Draw(image)
    if round_corners:
        pen.rounded_rectangle((0, 0, side - 1, side - 1), radius=side * 10 / 48, fill=PAPER)
    unit = side * share / 48

    def at(x: float, y: float) -> tuple[float, float]:
        return side / 2 + (x - 24) * unit, side / 2 + (y - 25.5) * unit

    surface = [at(15 + step * 18 / 90, 25 - 1.5 * math.sin(step * 4 * math.pi / 180)) for step in range(91)]
    pen.polygon([*surface, at(33, 36), *_arc(at, 29, 36, 0, 90), *_arc(at, 19, 36, 90, 180), at(15, 36)], fill=WATER)
    wall = [
        at(6, 11),
        at(15, 11),
        at(15, 36),
        *_arc(at, 19, 36, 180, 90),
        *_arc(at, 29, 36, 90, 0),
        at(33, 11),
        at(42, 11),
    ]
    width = 2.6 * unit
    pen.line(wall, fill=INK, width=round(width), joint="curve")
    for x, y in (wall[0], wall[-1]):
        pen.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=INK)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def _arc(at, x: float, y: float, start: int, end: int) -> list[tuple[float, float]]:
    steps = range(start, end + (1 if end > start else -1), 5 if end > start else -5)
    return [at(x + 4 * math.cos(math.radians(step)), y + 4 * math.sin(math.radians(step))) for step in steps]


if __name__ == "__main__":
    for size in (192, 512):
        draw(size, round_corners=True, share=1).save(ICONS / f"wellkept-{size}.png", optimize=True)
    draw(180, round_corners=False, share=0.92).convert("RGB").save(ICONS / "wellkept-180.png", optimize=True)
    draw(512, round_corners=False, share=0.72).convert("RGB").save(ICONS / "wellkept-maskable-512.png", optimize=True)
