"""Pictures in and out: base64 in vCard 2.1 and 3.0, ``data:`` addresses (RFC 2397) in 4.0, or a link that is never fetched."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

from wellkept.formats.person import Photo
from wellkept.formats.vcard.cards import Property
from wellkept.formats.vcard.texts import plain

_SPACE = re.compile(r"\s+")
_MAGIC = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG", "image/png"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
    (b"BM", "image/bmp"),
)


def read_photo(prop: Property) -> Photo | None:
    """The picture of a PHOTO; None when the value is none."""
    value = prop.value.strip()
    if value[:5].lower() == "data:":
        return _from_data_address(value)
    kind = prop.params.get("VALUE", ("",))[0].upper()
    if kind in {"URI", "URL", "CID", "CONTENT-ID"} or (not prop.base64 and "://" in value[:12]):
        return Photo(url=plain(value)) if value else None
    data = from_base64(value)
    if not data:
        return None
    found = sniffed(data)
    if not prop.base64 and not found:
        return None
    return Photo(data=data, media_type=found or _named(prop))


def _named(prop: Property) -> str:
    name = (prop.params.get("MEDIATYPE") or prop.types or ("",))[0].lower()
    if not name or name.startswith("image/"):
        return name
    return "image/" + {"jpg": "jpeg"}.get(name, name)


def _from_data_address(value: str) -> Photo | None:
    head, comma, payload = value[5:].partition(",")
    words = head.rstrip("\\").replace("\\;", ";").split(";")
    if not comma:
        return None
    data = from_base64(payload) if "base64" in [word.lower() for word in words] else unquote_to_bytes(payload)
    return Photo(data=data, media_type=words[0].lower() or sniffed(data)) if data else None


def sniffed(data: bytes) -> str:
    """The media type from the first bytes, or ''."""
    return next((name for magic, name in _MAGIC if data.startswith(magic)), "")


def from_base64(text: str) -> bytes:
    """The bytes, or none when the text is no base64; padding that is missing or left over is forgiven."""
    text = _SPACE.sub("", text).rstrip("=")
    if len(text) % 4 == 1:
        return b""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        return b""


def to_base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
