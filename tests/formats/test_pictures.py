from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from wellkept.formats.pictures import MOST_BYTES, kind_of, why_refused


def encoded(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "#336699").save(out, kind)
    return out.getvalue()


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("a.txt", "hello")
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF"])
def test_pictures_are_known_by_their_first_bytes(kind):
    assert kind_of(encoded(kind)) == kind
    assert why_refused(encoded(kind)) == ""


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"), (b"BM" + bytes(MOST_BYTES), "bytes"), (b"<svg xmlns='http://www.w3.org/2000/svg'></svg>", "svg"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a --><svg/>", "kind"), (b"<?xml version='1.0'?><svg width='1'></svg>", "svg"),
        (b"%PDF-1.7", "kind"), (b"hello", "kind"), (b"MZ\x90", "kind"),
    ],
)  # fmt: skip
def test_what_is_no_picture_is_refused(data, reason):
    assert why_refused(data) == reason


@pytest.mark.parametrize(
    "more",
    [archive(), b"<html><script>alert(1)</script></html>", b"<?php echo 1; ", b"Rar!\x1a\x07\x00", b"<svg onload='a'>"],
)
def test_a_picture_that_is_something_else_besides_is_refused(more):
    assert why_refused(encoded("JPEG") + more) == "polyglot"


def test_what_a_phone_writes_behind_a_picture_is_no_reason():
    assert why_refused(encoded("JPEG") + b"\x00\x00\x00\x18ftypmp42" + bytes(1000)) == ""
