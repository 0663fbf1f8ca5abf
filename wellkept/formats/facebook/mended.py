"""Facebook writes each byte of UTF-8 as a character of its own: 'Ana KovaÄ\x8d' is 'Ana Kovač'."""

from __future__ import annotations


def mended(value: object) -> str:
    """The text that was meant; a text that is none, or was written rightly, stays as it is. No text is ''."""
    if not isinstance(value, str):
        return ""
    if value.isascii():
        return value
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value
