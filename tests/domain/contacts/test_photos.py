"""Pictures are made small and bare; what is no picture is refused."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from tests.cast import network_of
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.files import open_file
from wellkept.domain.contacts.models import File
from wellkept.domain.contacts.photos import keep_photo, small_picture


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.FILES_FOLDER = tmp_path / "files"


def picture(kind, size=(900, 600), mode="RGB", **more):
    out = io.BytesIO()
    Image.new(mode, size, "red" if mode == "RGB" else (255, 0, 0, 100)).save(out, kind, **more)
    return out.getvalue()


def heic():
    import pillow_heif

    pillow_heif.register_heif_opener()
    return picture("HEIF")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_pictures_become_small_jpegs(kind):
    data, media_type = small_picture(picture(kind))
    with Image.open(io.BytesIO(data)) as small:
        assert (small.format, media_type, small.size) == ("JPEG", "image/jpeg", (512, 341))


def test_a_picture_of_a_phone_is_read():
    assert small_picture(heic())[1] == "image/jpeg"


def test_a_clear_picture_stays_clear():
    data, media_type = small_picture(picture("PNG", mode="RGBA"))
    with Image.open(io.BytesIO(data)) as small:
        assert media_type == "image/webp" and small.mode == "RGBA"


def test_where_it_was_taken_is_dropped_and_it_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010E] = "taken at home"
    exif.get_ifd(0x8825)[1] = "N"
    data, _media_type = small_picture(picture("JPEG", size=(400, 200), exif=exif))
    with Image.open(io.BytesIO(data)) as small:
        assert not small.getexif() and "exif" not in small.info and small.size == (200, 400)
    assert b"taken at home" not in data


def bomb():
    """A PNG that says it has 900 million pixels."""
    head = struct.pack(">IIBBBBB", 30000, 30000, 8, 2, 0, 0, 0)

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"<html><script>alert(1)</script></html>",
        b"%PDF-1.4",
        b"GIF89a<script>",
        picture("BMP"),
        picture("PNG")[:60],
        bomb(),
    ],
)
def test_what_is_no_picture_is_refused_and_nothing_is_kept(ada, network, data):
    with pytest.raises(Refusal) as refusal:
        keep_photo(network=network, data=data, name="ana.png", by=ada)
    assert refusal.value.field == "photo" and not File.objects.exists()


def test_a_page_hidden_behind_a_picture_is_not_kept(ada, network):
    file = keep_photo(network=network, data=picture("GIF") + b"<script>alert(1)</script>", name="ana.gif", by=ada)
    with open_file(file) as opened:
        assert b"script" not in opened.read()


def test_a_stranger_keeps_no_picture(ben, network):
    with pytest.raises(Refusal):
        keep_photo(network=network, data=picture("PNG"), name="ana.png", by=ben)
    assert not File._base_manager.exists() and network_of(ben)
