"""Values with backslashes: RFC 6350 section 3.4, RFC 2426 section 4, and what vCard 2.1 programs made of it."""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
# Stand-ins while a value is split; Unicode noncharacters, which no text holds.
_BACKSLASH, _MARK = "\ufdd0", "\ufdd1"


def _unescaped(found: re.Match[str]) -> str:
    char = found[1]
    if char in "nN":
        return "\n"
    return found[0] if char.isalnum() or char.isspace() else char


def _unescaped_but_letters(found: re.Match[str]) -> str:
    return found[0] if found[1].isalnum() or found[1].isspace() else found[1]


def plain(value: str, *, letters: bool = True) -> str:
    r"""The text a value stands for. With ``letters`` false a ``\n`` is a backslash and an n, as in quoted-printable."""
    if "\\" in value:
        value = _ESCAPE.sub(_unescaped if letters else _unescaped_but_letters, value)
    if "\r" in value:
        value = value.replace("\r\n", "\n").replace("\r", "\n")
    return value.strip()


def split(value: str, mark: str) -> list[str]:
    """A value at each mark without a backslash; the pieces keep their backslashes."""
    if "\\" not in value:
        return value.split(mark)
    hidden = value.replace("\\\\", _BACKSLASH).replace("\\" + mark, _MARK)
    return [piece.replace(_MARK, "\\" + mark).replace(_BACKSLASH, "\\\\") for piece in hidden.split(mark)]


def escaped(text: str) -> str:
    """Text as a value that also holds inside a list or a structure."""
    text = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
