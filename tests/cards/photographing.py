"""A card as a phone sees it: on a table, from the side, in bad light. Everything follows from the seed."""

from __future__ import annotations

import io
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter


def photographed(card: Image.Image, seed: int, *, hard: float = 1.0) -> bytes:
    """JPEG bytes of about 12:9, 2,000 pixels wide; ``hard`` scales tilt, blur, noise and shade (0 is a scan)."""
    chance = random.Random(seed)
    table = _table(chance, (2000, 1500))
    scale = chance.uniform(1.25, 1.6) * (1.0 if card.width > card.height else 0.85)
    width, height = card.width * scale, card.height * scale
    middle = (1000 + chance.uniform(-80, 80), 750 + chance.uniform(-50, 50))
    tilt = 0.07 * hard
    corners = [
        (
            middle[0] + x * width / 2 * chance.uniform(1 - tilt, 1 + tilt / 3),
            middle[1] + y * height / 2 * chance.uniform(1 - tilt, 1 + tilt / 3),
        )
        for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
    corners = _rotated(corners, middle, chance.uniform(-9, 9) * hard)
    coefficients = _perspective(corners, card.size)
    laid = card.transform(table.size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC)
    outline = Image.new("L", table.size, 0)
    ImageDraw.Draw(outline).polygon(corners, fill=255)
    shade = (
        ImageChops.offset(outline, 14, 18).filter(ImageFilter.GaussianBlur(16)).point(lambda value: int(value * 0.55))
    )
    table.paste(Image.new("RGB", table.size, "#1a140e"), mask=shade)
    table.paste(laid, mask=outline.filter(ImageFilter.GaussianBlur(0.8)))
    seen = _lit(table, chance, hard).filter(ImageFilter.GaussianBlur(chance.uniform(0.4, 1.2) * hard))
    seen = _noisy(seen, chance, 10 * hard)
    turn = chance.choice([0, 0, 0, 90, 180, 270])
    out = io.BytesIO()
    seen.rotate(turn, expand=True).save(out, "JPEG", quality=chance.randint(62, 88))
    return out.getvalue()


def clean(card: Image.Image) -> bytes:
    out = io.BytesIO()
    card.save(out, "PNG")
    return out.getvalue()


def _table(chance: random.Random, size: tuple[int, int]) -> Image.Image:
    """Wood, cloth or a plain desk."""
    dark = chance.choice(["#5b3d22", "#2e3338", "#6f6a60", "#3b4a3a", "#8a6f4d"])
    light = {
        "#5b3d22": "#86603a",
        "#2e3338": "#454c53",
        "#6f6a60": "#8d877b",
        "#3b4a3a": "#536652",
        "#8a6f4d": "#b08f66",
    }[dark]
    grain = Image.frombytes("L", (40, 300), chance.randbytes(12000)).resize(size, Image.Resampling.BICUBIC)
    return Image.composite(Image.new("RGB", size, light), Image.new("RGB", size, dark), grain)


def _lit(picture: Image.Image, chance: random.Random, hard: float) -> Image.Image:
    """Lighter on one side, and a soft shadow over a corner."""
    slope = Image.linear_gradient("L").rotate(chance.choice([0, 90, 180, 270])).resize(picture.size)
    darker = picture.point(lambda value: int(value * (1 - 0.45 * hard)))
    lit = Image.composite(picture, darker, slope)
    shadow = Image.new("L", picture.size, 0)
    x, y = chance.randint(200, 1800), chance.randint(200, 1300)
    ImageDraw.Draw(shadow).ellipse((x - 500, y - 350, x + 500, y + 350), fill=int(90 * hard))
    return Image.composite(lit.point(lambda value: int(value * 0.6)), lit, shadow.filter(ImageFilter.GaussianBlur(120)))


def _noisy(picture: Image.Image, chance: random.Random, strength: float) -> Image.Image:
    noise = Image.frombytes("L", picture.size, chance.randbytes(picture.width * picture.height))
    grain = noise.point(lambda value: int(128 + (value - 128) * strength / 128))
    return ImageChops.add(picture, Image.merge("RGB", [grain] * 3), scale=1, offset=-128)


def _rotated(
    points: list[tuple[float, float]], middle: tuple[float, float], degrees: float
) -> list[tuple[float, float]]:
    from math import cos, radians, sin

    turn = radians(degrees)
    return [
        (
            middle[0] + (x - middle[0]) * cos(turn) - (y - middle[1]) * sin(turn),
            middle[1] + (x - middle[0]) * sin(turn) + (y - middle[1]) * cos(turn),
        )
        for x, y in points
    ]


def _perspective(corners: list[tuple[float, float]], size: tuple[int, int]) -> list[float]:
    """The eight numbers by which Pillow finds, for each point of the photo, the point of the card."""
    width, height = size
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(corners, ((0, 0), (width, 0), (width, height), (0, height)), strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for at in range(8):
        pivot = max(range(at, 8), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for other in range(8):
            if other != at:
                factor = rows[other][at]
                rows[other] = [value - factor * mine for value, mine in zip(rows[other], rows[at], strict=True)]
    return [row[8] for row in rows]
