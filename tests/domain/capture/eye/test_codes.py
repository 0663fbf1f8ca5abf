from __future__ import annotations

import segno
from PIL import Image

from wellkept.domain.capture.eye.codes import codes


def drawn(text: str, scale: int = 4) -> Image.Image:
    made = segno.make(text, micro=False)
    picture = Image.new("L", made.symbol_size(border=4), 255)
    picture.putdata([0 if cell else 255 for row in made.matrix_iter(border=4) for cell in row])
    return picture.resize((picture.width * scale, picture.height * scale), Image.Resampling.NEAREST)


def test_codes_are_read_each_once_and_turned_ones_too():
    sheet = Image.new("L", (600, 300), 255)
    sheet.paste(drawn("MECARD:N:Souza,Ana;;"), (10, 10))
    sheet.paste(drawn("https://acme.example").rotate(90), (300, 10))

    assert sorted(codes(sheet.convert("RGB"))) == ["MECARD:N:Souza,Ana;;", "https://acme.example"]


def test_a_picture_without_a_code_has_none():
    assert codes(Image.new("RGB", (200, 200), "#336699")) == []
