"""Letters for the cards: the product's own typefaces, Pillow's, and DejaVu where it is installed; the same on every machine otherwise."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FOLDER = Path(__file__).parents[2] / "wellkept/interfaces/web/static/fonts"
SUBSETS = (
    ("latin", lambda code: code < 0x100 or code in (0x131, 0x152, 0x153, 0x2022, 0x2013, 0x2019, 0x20AC, 0xB7)),
    ("latin-ext", lambda code: 0x100 <= code < 0x250),
    ("greek", lambda code: 0x370 <= code < 0x400),
    ("cyrillic", lambda code: 0x400 <= code < 0x460),
)
DEJAVU = {"dejavu": "DejaVuSans", "dejavu-serif": "DejaVuSerif", "mono": "DejaVuSansMono"}


class Face:
    """A typeface in one size and weight. ``write`` draws text letter by letter where it is spaced or mixes subsets."""

    def __init__(
        self, family: str, size: float, *, weight: int = 400, italic: bool = False, spaced: float = 0.0
    ) -> None:
        self.family, self.size, self.weight, self.italic, self.spaced = family, size, weight, italic, spaced

    def width(self, text: str) -> float:
        return sum(self._font(run).getlength(run) for run in self._runs(text)) + self.spaced * self.size * len(text)

    def write(self, draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, fill: str) -> None:
        x, y = at
        for run in self._runs(text):
            font = self._font(run)
            draw.text((x, y + self.size), run, font=font, fill=fill, anchor="ls")
            x += font.getlength(run) + self.spaced * self.size * len(run)

    def _runs(self, text: str) -> list[str]:
        if self.spaced:
            return list(text)
        runs: list[str] = []
        for letter in text:
            if runs and self._face(letter) == self._face(runs[-1][-1]):
                runs[-1] += letter
            else:
                runs.append(letter)
        return runs

    def _font(self, run: str) -> ImageFont.FreeTypeFont:
        family, subset = self._face(run[0])
        return _font(family, round(self.size, 1), self.weight, self.italic, subset)

    def _face(self, letter: str) -> tuple[str, str]:
        """Pillow's own face has no accents: such letters are set in the sans."""
        return ("sans" if self.family == "plain" and not letter.isascii() else self.family), _subset(letter)


def _subset(letter: str) -> str:
    return next((name for name, holds in SUBSETS if holds(ord(letter))), "latin")


@cache
def _font(family: str, size: float, weight: int, italic: bool, subset: str) -> ImageFont.FreeTypeFont:
    if family == "plain":
        font = ImageFont.load_default(size)
        assert isinstance(font, ImageFont.FreeTypeFont), "Pillow without FreeType"
        return font
    if family in DEJAVU:
        style = "-Bold" if weight > 550 else ""
        try:
            return ImageFont.truetype(f"{DEJAVU[family]}{style}.ttf", size)
        except OSError:
            family = "sans" if family != "dejavu-serif" else "serif"
    stem = {"sans": "source-sans-3", "serif": "source-serif-4"}[family]
    font = ImageFont.truetype(str(FOLDER / f"{stem}-{subset}-wght-{'italic' if italic else 'normal'}.woff2"), size)
    font.set_variation_by_axes([weight])
    return font


def blank(size: tuple[int, int], colour: str) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("RGB", size, colour)
    return picture, ImageDraw.Draw(picture)
