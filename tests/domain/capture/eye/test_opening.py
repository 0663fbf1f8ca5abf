from __future__ import annotations

import io

import pytest
from PIL import Image

from wellkept.domain.capture.eye import opening
from wellkept.domain.capture.eye.opening import as_jpeg, opened
from wellkept.formats.pictures import Unseen


def encoded(picture: Image.Image, kind: str, **how: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


MODES = {
    "PNG": ["RGB", "L", "P", "1", "RGBA", "LA", "I;16"], "JPEG": ["RGB", "L", "CMYK"], "WEBP": ["RGB", "RGBA"], "GIF": ["RGB", "L", "P"],
    "BMP": ["RGB", "L", "1"], "TIFF": ["RGB", "L", "RGBA", "CMYK", "I;16", "1"],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "mode"), [(kind, mode) for kind, modes in MODES.items() for mode in modes])
def test_every_kind_is_opened_in_colour(kind, mode):
    picture = opened(encoded(Image.new(mode, (300, 200)), kind))

    assert (picture.mode, picture.size) == ("RGB", (300, 200))


def test_what_shows_through_shows_white():
    assert opened(encoded(Image.new("RGBA", (20, 20), (0, 0, 0, 0)), "PNG")).getpixel((5, 5)) == (255, 255, 255)


def test_a_photo_taken_sideways_is_upright():
    exif = Image.Exif()
    exif[0x0112] = 6

    assert opened(encoded(Image.new("RGB", (400, 300)), "JPEG", exif=exif)).size == (300, 400)
    assert opened(encoded(Image.new("RGBA", (400, 300)), "PNG", exif=exif)).size == (300, 400)


def test_a_large_picture_is_reduced():
    assert max(opened(encoded(Image.new("L", (5000, 1000)), "PNG")).size) == opening.SIDE


def test_too_many_pixels_are_refused_before_they_are_decoded(monkeypatch):
    monkeypatch.setattr(opening, "MOST_PIXELS", 10_000)

    with pytest.raises(Unseen, match="pixels"):
        opened(encoded(Image.new("L", (200, 100)), "PNG"))


def test_a_broken_picture_is_refused():
    with pytest.raises(Unseen, match="broken"):
        opened(encoded(Image.effect_noise((300, 200), 50), "PNG")[:2000])


def test_our_own_encoding_has_no_metadata():
    exif = Image.Exif()
    exif[0x010F] = "Maker"
    picture = opened(encoded(Image.new("RGB", (40, 30)), "JPEG", exif=exif))

    with Image.open(io.BytesIO(as_jpeg(picture))) as kept:
        assert kept.format == "JPEG" and not kept.getexif() and "comment" not in kept.info
