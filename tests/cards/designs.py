"""Twelve ways in which a card is set. Each takes a person and gives the picture of their card."""

from __future__ import annotations

from collections.abc import Callable

import segno
from PIL import Image, ImageDraw

from tests.cards.people import Printed
from tests.cards.typesetting import Face, blank

WIDE, HIGH = 1050, 600
Block = list[tuple[Face, str, str]]  # face, text, colour


def _stack(
    draw: ImageDraw.ImageDraw, rows: Block, x: float, y: float, *, align: str = "left", lead: float = 1.3
) -> float:
    """Rows under each other; answers where the next one would begin."""
    for face, text, colour in rows:
        start = x - {"left": 0.0, "centre": face.width(text) / 2, "right": face.width(text)}[align]
        face.write(draw, (start, y), text, colour)
        y += face.size * lead
    return y


def _fitting(family: str, size: float, text: str, room: float, **style: object) -> Face:
    face = Face(family, size, **style)  # type: ignore[arg-type]
    while face.width(text) > room and size > 14:
        size -= 1
        face = Face(family, size, **style)  # type: ignore[arg-type]
    return face


def _phones(person: Printed, *, gap: str = " ") -> list[str]:
    return [f"{label}{gap}{number}".strip() for label, number, _e164 in person.phones]


def classic(person: Printed) -> Image.Image:
    """Name above title, organization at the head, everything from the left."""
    card, draw = blank((WIDE, HIGH), "#ffffff")
    _stack(draw, [(_fitting("sans", 34, person.organization, 800, weight=600), person.organization, "#1c4f5a")], 70, 60)
    y = _stack(draw, [(_fitting("sans", 56, person.name, 900, weight=700), person.name, "#111111")], 70, 190)
    _stack(draw, [(Face("sans", 30), person.title, "#444444")], 70, y)
    rows = [*_phones(person), person.email, person.url, ", ".join(person.address)]
    _stack(draw, [(_fitting("sans", 26, row, 900), row, "#222222") for row in rows], 70, 350)
    return card


def engraved(person: Printed) -> Image.Image:
    """Centred serif, capitals spaced out, a rule."""
    card, draw = blank((WIDE, HIGH), "#fbf8f1")
    organization = person.organization.upper()
    _stack(
        draw,
        [(_fitting("serif", 26, organization, 800, spaced=0.15), organization, "#5b4a32")],
        WIDE / 2,
        60,
        align="centre",
    )
    draw.line((WIDE / 2 - 60, 130, WIDE / 2 + 60, 130), fill="#5b4a32", width=2)
    y = _stack(draw, [(_fitting("serif", 54, person.name, 950), person.name, "#2a2118")], WIDE / 2, 165, align="centre")
    _stack(draw, [(Face("serif", 28, italic=True), person.title, "#5b4a32")], WIDE / 2, y, align="centre")
    rows = [
        *person.address[:1],
        ", ".join(person.address[1:]),
        "  ·  ".join(_phones(person)),
        f"{person.email}  ·  {person.url}",
    ]
    _stack(
        draw,
        [(_fitting("serif", 24, row, 980), row, "#2a2118") for row in rows if row],
        WIDE / 2,
        370,
        align="centre",
        lead=1.5,
    )
    return card


def night(person: Printed) -> Image.Image:
    """Light letters on dark, everything from the right."""
    card, draw = blank((WIDE, HIGH), "#14233c")
    y = _stack(
        draw, [(_fitting("sans", 52, person.name, 900, weight=600), person.name, "#ffffff")], 980, 70, align="right"
    )
    y = _stack(draw, [(Face("sans", 28, weight=300), person.title, "#9fc6d8")], 980, y, align="right")
    _stack(
        draw,
        [(_fitting("sans", 30, person.organization, 900, weight=600), person.organization, "#9fc6d8")],
        980,
        y + 14,
        align="right",
    )
    rows = [*_phones(person), person.email, person.url, *person.address]
    _stack(draw, [(_fitting("sans", 25, row, 900), row, "#e8eef5") for row in rows], 980, 300, align="right", lead=1.32)
    return card


def panel(person: Printed) -> Image.Image:
    """A coloured panel with a mark and the organization; the person beside it."""
    card, draw = blank((WIDE, HIGH), "#ffffff")
    draw.rectangle((0, 0, 340, HIGH), fill="#0b6e5f")
    draw.ellipse((110, 130, 230, 250), outline="#ffffff", width=8)
    draw.polygon([(170, 150), (215, 230), (125, 230)], fill="#ffffff")
    words, half = person.organization.split(), (len(person.organization.split()) + 1) // 2
    for number, part in enumerate((" ".join(words[:half]), " ".join(words[half:]))):
        if part:
            _stack(
                draw,
                [(_fitting("sans", 30, part, 300, weight=600), part, "#ffffff")],
                170,
                300 + 42 * number,
                align="centre",
            )
    y = _stack(draw, [(_fitting("sans", 46, person.name, 620, weight=700), person.name, "#0b6e5f")], 390, 80)
    _stack(draw, [(_fitting("sans", 27, person.title, 620), person.title, "#555555")], 390, y)
    rows = [*_phones(person, gap="  "), person.email, person.url, *person.address]
    _stack(draw, [(_fitting("sans", 24, row, 620), row, "#222222") for row in rows], 390, 240, lead=1.45)
    return card


def capitals(person: Printed) -> Image.Image:
    """The name in spaced capitals, the labels single letters, the organization at the foot."""
    card, draw = blank((WIDE, HIGH), "#f3f3f1")
    name, title = person.name.upper(), person.title.upper()
    _stack(draw, [(_fitting("sans", 46, name, 900, weight=500, spaced=0.12), name, "#1a1a1a")], 75, 70)
    _stack(draw, [(_fitting("sans", 20, title, 800, spaced=0.15), title, "#8a2f2f")], 75, 140)
    numbers = [number for _label, number, e164 in person.phones if e164]
    rows = [
        *(f"{label}  {number}" for label, number in zip(("T", "M"), numbers, strict=False)),
        f"E  {person.email}",
        f"W  {person.url}",
    ]
    _stack(draw, [(_fitting("sans", 25, row, 800), row, "#1a1a1a") for row in rows], 75, 240, lead=1.4)
    _stack(
        draw, [(_fitting("sans", 30, person.organization, 800, weight=700), person.organization, "#8a2f2f")], 75, 450
    )
    _stack(draw, [(_fitting("sans", 21, row, 900), row, "#444444") for row in (" | ".join(person.address),)], 75, 500)
    return card


def icons(person: Printed) -> Image.Image:
    """Drawn signs instead of labels, a round mark with initials."""
    card, draw = blank((WIDE, HIGH), "#ffffff")
    draw.ellipse((820, 60, 980, 220), fill="#e0662f")
    initials = "".join(word[0] for word in person.organization.split()[:2])
    _stack(draw, [(Face("plain", 64), initials, "#ffffff")], 900, 100, align="centre")
    y = _stack(draw, [(_fitting("plain", 48, person.name, 700), person.name, "#222222")], 70, 80)
    y = _stack(draw, [(_fitting("plain", 26, person.title, 700), person.title, "#777777")], 70, y)
    _stack(draw, [(_fitting("plain", 30, person.organization, 700), person.organization, "#e0662f")], 70, y + 6)
    numbers = [number for _label, number, e164 in person.phones if e164]
    rows = [
        *(("phone", number) for number in numbers),
        ("mail", person.email),
        ("web", person.url),
        ("pin", ", ".join(person.address)),
    ]
    for at, (sign, text) in enumerate(rows):
        top = 310 + at * 48
        _sign(draw, sign, 70, top)
        _stack(draw, [(_fitting("plain", 25, text, 850), text, "#222222")], 125, top)
    return card


def _sign(draw: ImageDraw.ImageDraw, sign: str, x: float, y: float) -> None:
    draw.ellipse((x, y, x + 34, y + 34), fill="#e0662f")
    if sign == "mail":
        draw.rectangle((x + 8, y + 11, x + 26, y + 24), outline="white", width=2)
        draw.line((x + 8, y + 11, x + 17, y + 19, x + 26, y + 11), fill="white", width=2)
    elif sign == "phone":
        draw.arc((x + 8, y + 8, x + 27, y + 27), 60, 210, fill="white", width=5)
    elif sign == "web":
        draw.ellipse((x + 9, y + 9, x + 25, y + 25), outline="white", width=2)
        draw.line((x + 9, y + 17, x + 25, y + 17), fill="white", width=2)
    else:
        draw.polygon([(x + 17, y + 27), (x + 10, y + 14), (x + 24, y + 14)], fill="white")


def shouting(person: Printed) -> Image.Image:
    """The organization larger than anybody's name."""
    card, draw = blank((WIDE, HIGH), "#ffe9a8")
    _stack(
        draw, [(_fitting("dejavu", 60, person.organization, 920, weight=700), person.organization, "#222222")], 65, 60
    )
    y = _stack(draw, [(_fitting("dejavu", 34, person.name, 800, weight=700), person.name, "#222222")], 65, 230)
    _stack(draw, [(_fitting("dejavu", 24, person.title, 800), person.title, "#222222")], 65, y)
    _stack(
        draw, [(_fitting("dejavu", 21, row, 560), row, "#222222") for row in (*_phones(person), person.email)], 65, 410
    )
    rows = (person.url, *person.address)
    _stack(draw, [(_fitting("dejavu", 21, row, 380), row, "#222222") for row in rows], 985, 410, align="right")
    return card


def edge(person: Printed) -> Image.Image:
    """The address of the website runs up the right edge."""
    card, draw = blank((WIDE, HIGH), "#fafafa")
    strip, pen = blank((HIGH, 60), "#2f3e8f")
    face = _fitting("sans", 28, person.url, 520, weight=500, spaced=0.05)
    face.write(pen, ((HIGH - face.width(person.url)) / 2, 12), person.url, "#ffffff")
    card.paste(strip.rotate(90, expand=True), (WIDE - 60, 0))
    y = _stack(draw, [(_fitting("serif", 50, person.name, 850, weight=600), person.name, "#2f3e8f")], 70, 90)
    y = _stack(draw, [(_fitting("sans", 27, person.title, 850, italic=True), person.title, "#333333")], 70, y)
    _stack(
        draw, [(_fitting("sans", 30, person.organization, 850, weight=600), person.organization, "#333333")], 70, y + 10
    )
    rows = [
        person.email,
        *_phones(person, gap=": " if person.phones[0][0][-1:] not in (".", ":") else " "),
        *person.address,
    ]
    _stack(draw, [(_fitting("sans", 25, row, 850), row, "#333333") for row in rows], 70, 330)
    return card


def portrait(person: Printed) -> Image.Image:
    """Higher than wide, centred."""
    card, draw = blank((HIGH, WIDE), "#ffffff")
    draw.rectangle((0, 0, HIGH, 220), fill="#6a1b4d")
    _stack(
        draw,
        [(_fitting("serif", 36, person.organization, 520, weight=600), person.organization, "#ffffff")],
        HIGH / 2,
        85,
        align="centre",
    )
    y = _stack(
        draw,
        [(_fitting("serif", 46, person.name, 540, weight=600), person.name, "#222222")],
        HIGH / 2,
        330,
        align="centre",
    )
    _stack(draw, [(_fitting("sans", 27, person.title, 540), person.title, "#6a1b4d")], HIGH / 2, y + 5, align="centre")
    rows = [*_phones(person), person.email, person.url, *person.address]
    _stack(
        draw,
        [(_fitting("sans", 25, row, 540), row, "#333333") for row in rows],
        HIGH / 2,
        560,
        align="centre",
        lead=1.6,
    )
    return card


def lettered(person: Printed) -> Image.Image:
    """Like a letterhead: a table of labels and values, the fax among them, in a monospaced face."""
    card, draw = blank((WIDE, HIGH), "#ffffff")
    y = _stack(
        draw, [(_fitting("mono", 30, person.organization, 900, weight=700), person.organization, "#000000")], 60, 50
    )
    _stack(draw, [(_fitting("mono", 20, row, 900), row, "#000000") for row in person.address], 60, y)
    draw.line((60, 195, 990, 195), fill="#000000", width=2)
    y = _stack(draw, [(_fitting("mono", 40, person.name, 900, weight=700), person.name, "#000000")], 60, 225)
    _stack(draw, [(_fitting("mono", 23, person.title, 900), person.title, "#000000")], 60, y)
    rows = [
        *((label or "Tel", number) for label, number, _e164 in person.phones),
        ("E-Mail", person.email),
        ("Web", person.url),
    ]
    for at, (label, text) in enumerate(rows):
        _stack(draw, [(Face("mono", 21), label, "#666666")], 60, 370 + 38 * at)
        _stack(draw, [(_fitting("mono", 21, text, 700), text, "#000000")], 230, 370 + 38 * at)
    return card


def coded(person: Printed) -> Image.Image:
    """A QR code with a MeCard beside the text."""
    card, draw = blank((WIDE, HIGH), "#ffffff")
    mecard = f"MECARD:N:{person.name};ORG:{person.organization};TEL:{person.numbers[0]};EMAIL:{person.email};URL:https://{person.url};;"
    modules = segno.make(mecard, error="m", micro=False)
    code = Image.new("1", modules.symbol_size(border=4), 1)
    code.putdata([not cell for row in modules.matrix_iter(border=4) for cell in row])
    side = code.width * 5
    card.paste(code.resize((side, side), Image.Resampling.NEAREST), (WIDE - side - 40, HIGH - side - 40))
    y = _stack(draw, [(_fitting("sans", 50, person.name, 900, weight=600), person.name, "#111111")], 60, 50)
    y = _stack(draw, [(_fitting("sans", 27, person.title, 900), person.title, "#555555")], 60, y)
    _stack(
        draw, [(_fitting("sans", 31, person.organization, 900, weight=600), person.organization, "#0a4a8a")], 60, y + 8
    )
    rows = [*_phones(person), person.email, person.url, *person.address]
    _stack(draw, [(_fitting("sans", 23, row, 600), row, "#111111") for row in rows], 60, 310)
    return card


def slanted(person: Printed) -> Image.Image:
    """An italic name over a gradient, a slanted band, contacts in two columns."""
    slope = Image.linear_gradient("L").resize((WIDE, HIGH))
    card = Image.composite(Image.new("RGB", (WIDE, HIGH), "#dfeef2"), Image.new("RGB", (WIDE, HIGH), "#fffdf7"), slope)
    draw = ImageDraw.Draw(card)
    draw.polygon([(0, 330), (WIDE, 270), (WIDE, 285), (0, 345)], fill="#c98b2b")
    y = _stack(
        draw, [(_fitting("serif", 58, person.name, 900, italic=True, weight=500), person.name, "#20343a")], 70, 70
    )
    y = _stack(draw, [(_fitting("sans", 28, person.title, 900), person.title, "#20343a")], 70, y)
    _stack(
        draw, [(_fitting("sans", 28, person.organization, 900, weight=700), person.organization, "#20343a")], 70, y + 4
    )
    left, right = [*_phones(person)], [person.email, person.url]
    _stack(draw, [(_fitting("sans", 24, row, 420), row, "#20343a") for row in left], 70, 390, lead=1.5)
    _stack(draw, [(_fitting("sans", 24, row, 460), row, "#20343a") for row in right], 530, 390, lead=1.5)
    _stack(draw, [(_fitting("sans", 22, row, 900), row, "#20343a") for row in (" · ".join(person.address),)], 70, 530)
    return card


DESIGNS: dict[str, Callable[[Printed], Image.Image]] = {
    one.__name__: one
    for one in (classic, engraved, night, panel, capitals, icons, shouting, edge, portrait, lettered, coded, slanted)
}
TUNED_ON = ("classic", "night", "capitals", "shouting", "portrait", "coded")
HELD_OUT = ("engraved", "panel", "icons", "edge", "lettered", "slanted")
