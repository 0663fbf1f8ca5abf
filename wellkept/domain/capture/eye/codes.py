"""QR and other codes on a picture."""

from __future__ import annotations

from PIL import Image

MOST_CODES = 8
LONGEST_TEXT = 8000  # characters; a QR code holds fewer


def codes(picture: Image.Image) -> list[str]:
    """The texts of the codes that can be read, each once. Linear codes (a shop's) are left out."""
    import zxingcpp

    found = zxingcpp.read_barcodes(
        picture.convert("L"),
        formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.AllMatrix]),
        text_mode=zxingcpp.TextMode.Plain,
    )
    texts = [one.text for one in found if one.valid and one.text.strip()]
    return [text[:LONGEST_TEXT] for text in dict.fromkeys(texts)][:MOST_CODES]
