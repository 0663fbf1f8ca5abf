"""What kind of picture a file is, from its bytes, and whether it is something else besides. Nothing is decoded here."""

from __future__ import annotations

import re

KINDS = ("PNG", "JPEG", "WEBP", "GIF", "HEIF", "BMP", "TIFF")
MOST_BYTES = 30 * 1024 * 1024

_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_MARKUP = re.compile(rb"<(?:!doctype|html|head|body|script|iframe|svg|object|embed|\?php)[\s>/]", re.IGNORECASE)
_TEXT_HEAD = re.compile(rb"\s*(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<", re.IGNORECASE)
_SVG = re.compile(rb"<svg[\s>]|<!doctype\s+svg|http://www\.w3\.org/2000/svg", re.IGNORECASE)
# A ZIP's local file header or end, RAR, 7z, a PHP archive; a PDF may begin anywhere in the first kilobyte.
_ARCHIVE = re.compile(
    rb"PK\x03\x04[\x0a-\x3f]\x00|PK\x05\x06\x00\x00\x00\x00|Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|__HALT_COMPILER\(\);"
)


class Unseen(Exception):
    """Why a picture cannot be looked at: one of the reasons of ``seeing``."""


def kind_of(data: bytes) -> str:
    """The kind of ``KINDS`` that the first bytes say, or ''."""
    head = data[:16]
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "WEBP"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS:
        return "HEIF"
    if head.startswith((b"II*\0", b"MM\0*")):
        return "TIFF"
    return "BMP" if head.startswith(b"BM") else ""


def why_refused(data: bytes) -> str:
    """'' when it may be opened; else 'empty', 'bytes' (too many), 'svg', 'polyglot' or 'kind'."""
    if not data:
        return "empty"
    if len(data) > MOST_BYTES:
        return "bytes"
    if not kind_of(data):
        return "svg" if _TEXT_HEAD.match(data[:64]) and _SVG.search(data[:8192]) else "kind"
    return "polyglot" if _is_something_else(data) else ""


def _is_something_else(data: bytes) -> bool:
    return b"%PDF-" in data[:1024] or bool(_ARCHIVE.search(data) or _MARKUP.search(data))
