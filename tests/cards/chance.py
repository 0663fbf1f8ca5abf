"""Cards whose setting follows from a seed alone: nobody looked at them while the reader was written. They carry what real cards
carry besides: slogans, degrees, tax numbers, accounts on networks, several offices' worth of words."""

from __future__ import annotations

import random
from collections.abc import Sequence

from PIL import Image, ImageDraw

from tests.cards.people import Printed
from tests.cards.typesetting import Face, blank

COLOURS = [
    ("#ffffff", "#1b1b1b", "#7a1f3d"), ("#fdf6e3", "#073642", "#b58900"), ("#10222e", "#f2f5f7", "#58c4b0"), ("#ffffff", "#222222", "#0057b8"),
    ("#f0ece4", "#3a2f2a", "#8c4a2f"), ("#2b2b2b", "#eeeeee", "#f0b429"), ("#e9f2ec", "#1d3b2a", "#2e7d4f"), ("#ffffff", "#333333", "#666666"),
]  # fmt: skip
SLOGANS = [
    "Ideas that travel",
    "Since 1987",
    "Wir bauen weiter",
    "Better by design",
    "Qualité et confiance",
    "",
    "",
    "",
    "",
]
WASTE = [
    "USt-IdNr. DE 123456789",
    "VAT GB 999 9999 73",
    "NIP 123-456-32-18",
    "",
    "",
    "",
    "",
    "@example_handle",
    "Member of the Guild",
]
DEGREES = ["", "", "", "", ", MBA", " PhD", ", CFA"]
BEFORE = ["", "", "", "", "", "Dr. ", "Prof. "]


def by_chance(person: Printed, seed: int) -> Image.Image:
    chance = random.Random(seed)
    paper, ink, accent = chance.choice(COLOURS)
    size = chance.choice([(1050, 600), (1004, 650), (1050, 600), (650, 1004)])
    card, draw = blank(size, paper)
    family = chance.choice(["sans", "serif", "dejavu", "sans", "dejavu-serif"])
    align = chance.choice(["left", "left", "centre", "right"])
    edge = chance.randint(50, 90)
    room = size[0] - 2 * edge
    blocks = [_who(person, chance, family, ink, accent, room), _reach(person, chance, family, ink, room)]
    organization = _house(person, chance, family, accent, room)
    blocks.insert(chance.choice([0, 0, 1, 2]), organization)
    heights = [sum(face.size * 1.35 for face, _text, _colour in block) for block in blocks]
    gap = max(12.0, (size[1] - 2 * edge - sum(heights)) / max(1, len(blocks) - 1))
    y = float(edge)
    for block, high in zip(blocks, heights, strict=True):
        _set(draw, block, size[0], edge, y, align)
        y += high + min(gap, 140)
    if chance.random() < 0.35:
        _mark(draw, chance, size, accent)
    return card


Rows = list[tuple[Face, str, str]]


def _fit(chance: random.Random, family: str, size: float, text: str, room: float, **style: object) -> Face:
    del chance
    face = Face(family, size, **style)  # type: ignore[arg-type]
    while face.width(text) > room and size > 13:
        size -= 1
        face = Face(family, size, **style)  # type: ignore[arg-type]
    return face


def _who(person: Printed, chance: random.Random, family: str, ink: str, accent: str, room: float) -> Rows:
    name = f"{chance.choice(BEFORE)}{person.name}{chance.choice(DEGREES)}"
    name = name.upper() if chance.random() < 0.2 and "ı" not in name else name
    title = person.title.upper() if chance.random() < 0.15 and "ı" not in person.title else person.title
    rows = [
        (_fit(chance, family, chance.randint(38, 58), name, room, weight=chance.choice([400, 600, 700])), name, ink)
    ]
    rows.append((_fit(chance, family, chance.randint(22, 28), title, room), title, chance.choice([ink, accent])))
    if chance.random() < 0.12:
        rows.reverse()
    return rows


def _house(person: Printed, chance: random.Random, family: str, accent: str, room: float) -> Rows:
    name = person.organization
    rows = [(_fit(chance, family, chance.randint(26, 54), name, room, weight=700), name, accent)]
    if slogan := chance.choice(SLOGANS):
        rows.append((_fit(chance, family, 20, slogan, room, italic=family in ("sans", "serif")), slogan, accent))
    return rows


def _reach(person: Printed, chance: random.Random, family: str, ink: str, room: float) -> Rows:
    style = chance.choice(["printed", "letter", "colon", "word", "none"])
    phones = [_labelled(label, number, e164, style, at) for at, (label, number, e164) in enumerate(person.phones)]
    web = person.url if chance.random() < 0.7 else f"https://{person.url}"
    mail, site = {"letter": (f"E {person.email}", f"W {web}"), "colon": (f"E: {person.email}", f"W: {web}"),
                  "word": (f"E-mail: {person.email}", f"Web: {web}")}.get(style, (person.email, web))  # fmt: skip
    parts: list[Sequence[str]] = [phones if chance.random() < 0.7 else ["  |  ".join(phones)], [mail, site]]
    parts.append(list(person.address) if chance.random() < 0.6 else [", ".join(person.address)])
    chance.shuffle(parts)
    if waste := chance.choice(WASTE):
        parts.append([waste])
    size = chance.randint(20, 25)
    return [(_fit(chance, family, size, text, room), text, ink) for part in parts for text in part]


def _labelled(label: str, number: str, e164: str, style: str, at: int) -> str:
    if not e164:
        label = label or "Fax"
        return f"{label}{':' if style in ('colon', 'word') else ''} {number}"
    letter = "TM"[min(at, 1)]
    if style == "none":
        return number
    if style == "letter":
        return f"{letter} {number}"
    if style == "colon":
        return f"{letter}: {number}"
    return f"{label} {number}".strip()


def _set(draw: ImageDraw.ImageDraw, rows: Rows, wide: int, edge: int, y: float, align: str) -> None:
    for face, text, colour in rows:
        x = {"left": float(edge), "centre": (wide - face.width(text)) / 2, "right": wide - edge - face.width(text)}[
            align
        ]
        face.write(draw, (x, y), text, colour)
        y += face.size * 1.35


def _mark(draw: ImageDraw.ImageDraw, chance: random.Random, size: tuple[int, int], accent: str) -> None:
    """A device in a corner that nothing is set in."""
    x, y = size[0] - 46, chance.choice([8, size[1] - 46])
    draw.polygon([(x, y + 34), (x + 17, y), (x + 34, y + 34)], fill=accent)
