"""The first words of a text, without its Markdown. Pure."""

from __future__ import annotations

import re

LENGTH = 160  # characters

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_LINE_MARK = re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+|\d{1,9}[.)]\s+)+", re.MULTILINE)
_FENCE = re.compile(r"^\s*(?:```|~~~).*$", re.MULTILINE)
_INLINE_MARK = re.compile(r"(\*\*|__|~~|`)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_EMPHASIS = re.compile(r"(?<!\w)([*_])(?=\S)(.+?)(?<=\S)\1(?!\w)", re.DOTALL)


def excerpt(body: str, *, length: int = LENGTH) -> str:
    """At most ``length`` characters, cut between words where there are any, with an ellipsis where it was cut."""
    head = body[: length * 8]
    text = _LINE_MARK.sub("", _FENCE.sub("", head))
    text = _LINK.sub(r"\1", text)
    text = _EMPHASIS.sub(r"\2", _INLINE_MARK.sub(r"\2", text))
    text = " ".join(text.split())
    if len(text) <= length and len(body) <= len(head):
        return text
    cut = text[: length - 1]
    space = cut.rfind(" ")
    if space > length // 2 and len(text) >= length:
        cut = cut[:space]
    return cut.rstrip(" ,;:.–-") + "…"
