"""From text to logical lines, and from the head of a line to its group, name and parameters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from wellkept.formats.vcard.cards import Params

_BASE64_LINE = re.compile(r"[A-Za-z0-9+/=\s]+\Z")
_NAME = re.compile(r"[^\W_][\w /+@&'()-]*\Z")
_GROUP = re.compile(r"[\w-]+\Z")
_ENCODINGS = {
    "QUOTED-PRINTABLE": "QUOTED-PRINTABLE",
    "BASE64": "BASE64",
    "B": "BASE64",
    "8BIT": "8BIT",
    "7BIT": "7BIT",
}
_VALUES = {"URL", "URI", "INLINE", "CONTENT-ID", "CID"}
_CARET = re.compile(r"\^([n^'])")
_AFTER_CARET = {"n": "\n", "^": "^", "'": '"'}
LONG_HEAD = 300


class Head(NamedTuple):
    """What stands before the colon."""

    group: str
    name: str
    params: Params


def lines_of(text: str) -> list[str]:
    """Physical lines. Carriage returns alone end lines only where there is no line feed at all."""
    if "\r" in text:
        text = text.replace("\r\r\n", "\n").replace("\r\n", "\n")
        if "\n" not in text:
            text = text.replace("\r", "\n")
    lines = text.split("\n")
    return opened_agents(lines) if "agent" in text.lower() else lines


def begins(line: str) -> bool:
    return _marks(line, "BEGIN")


def ends(line: str) -> bool:
    return _marks(line, "END")


def _marks(line: str, word: str) -> bool:
    if len(line) > 80 or word not in line.upper():
        return False
    head, colon, value = line.strip("\ufeff \t").upper().partition(":")
    return bool(colon) and head.rpartition(".")[2].strip() == word and value.strip() == "VCARD"


def opened_agents(lines: list[str]) -> list[str]:
    """Nested cards put on lines of their own: ``AGENT:BEGIN:VCARD`` becomes two lines, and what is indented below it is set out.

    In vCard 2.1 the card of an agent follows its name as it is; programs that write 3.0 by the 2.1 book indent it.
    """
    out: list[str] = []
    indents: list[bool] = []
    fresh = False
    for line in lines:
        if fresh:
            indents[-1] = line[:1] in " \t" and line != ""
            fresh = False
        depth = sum(indents) if len(indents) < 64 else 0
        if depth and not line[:depth].strip(" \t"):
            line = line[depth:]
        head, colon, value = line.partition(":")
        if colon and head.split(";")[0].rpartition(".")[2].rstrip().upper() == "AGENT" and begins(value):
            out += [f"{head}:", value]
            indents.append(False)
            fresh = True
            continue
        if indents and ends(line):
            indents.pop()
        out.append(line)
    return out


def logical_lines(lines: list[str]) -> Iterator[str]:
    """Lines unfolded (RFC 6350 section 3.2), soft line breaks of quoted-printable joined, bare lines of base64 too."""
    parts: list[str] = []
    soft = after_blank = False
    for line in lines:
        if soft and not (begins(line) or ends(line)):
            soft = line.endswith("=")
            parts.append(line[:-1] if soft else line)
            continue
        soft = False
        first = line[:1]
        if (first == " " or first == "\t") and parts:
            parts.append(line[1:])
            continue
        if not line or line.isspace():
            after_blank = True
            continue
        if ":" not in line and parts and not after_blank and _BASE64_LINE.match(line) and _is_base64(parts):
            parts.append(line)
            continue
        if parts:
            yield parts[0] if len(parts) == 1 else "".join(parts)
        after_blank = False
        if line.endswith("=") and "QUOTED-PRINTABLE" in line.partition(":")[0].upper():
            soft = True
            line = line[:-1]
        parts = [line]
    if parts:
        yield "".join(parts)


def _is_base64(parts: list[str]) -> bool:
    head, colon, value = split_line("".join(part[:2000] for part in parts[:8]))
    if not colon:
        return False
    if ";base64" in value[:64].lower():
        return True
    encoding = read_head(head).params.get("ENCODING", ("",))[0]
    return encoding == "BASE64"


def split_line(line: str) -> tuple[str, str, str]:
    """A line at its first colon outside quotation marks; when quotes are not closed, at its first colon."""
    at = line.find(":")
    if at < 0 or '"' not in line[:at]:
        return (line[:at], ":", line[at + 1 :]) if at >= 0 else (line, "", "")
    quotes, start = 0, 0
    colon = at
    while colon >= 0:
        quotes += line.count('"', start, colon)
        if quotes % 2 == 0:
            return line[:colon], ":", line[colon + 1 :]
        start = colon
        colon = line.find(":", colon + 1)
    return line[:at], ":", line[at + 1 :]


def read_head(head: str) -> Head:
    """Group, name and parameters; the name is '' when there is none that can be one."""
    return _cached_head(head) if len(head) < LONG_HEAD else _head(head)


def _head(head: str) -> Head:
    full, semicolon, rest = head.partition(";")
    group, dot, name = full.strip("\ufeff \t").partition(".")
    if not dot or not name or not _GROUP.match(group):
        group, name = "", f"{group}{dot}{name}"
    name = name.strip()
    if len(name) > 100 or not _NAME.match(name.replace(".", "-")):
        return Head("", "", MappingProxyType({}))
    return Head(group, name.upper(), MappingProxyType(_params(rest) if semicolon else {}))


_cached_head = lru_cache(maxsize=4096)(_head)


def _params(text: str) -> dict[str, tuple[str, ...]]:
    """Parameters, the bare ones of vCard 2.1 (``TEL;CELL;PREF``) filed under what they stand for."""
    found: dict[str, list[str]] = {}
    for piece in _outside_quotes(text, ";"):
        key, equals, value = piece.partition("=")
        key = key.strip().upper()
        if not equals:
            bare = piece.strip()
            upper = bare.upper()
            if upper in _ENCODINGS:
                found.setdefault("ENCODING", []).append(_ENCODINGS[upper])
            elif upper in _VALUES:
                found.setdefault("VALUE", []).append(upper)
            else:
                found.setdefault("TYPE", []).extend(word.strip() for word in bare.split(",") if word.strip())
            continue
        values = [_param_value(one) for one in _outside_quotes(value, ",")]
        if key == "TYPE":
            values = [word.strip() for one in values for word in one.split(",")]
        elif key == "ENCODING":
            values = [_ENCODINGS.get(one.strip().upper(), one.strip().upper()) for one in values]
        found.setdefault(key, []).extend(one for one in values if one)
    return {key: tuple(values) for key, values in found.items() if values}


def _param_value(text: str) -> str:
    r"""A value without its quotes, also the ``\"`` some programs write, and with RFC 6868 carets decoded."""
    text = text.strip()
    if '"' in text:
        text = (text.replace('\\"', '"') if text.startswith("\\") else text).replace('"', "")
    return _CARET.sub(lambda found: _AFTER_CARET[found[1]], text) if "^" in text else text


def _outside_quotes(text: str, mark: str) -> list[str]:
    if '"' not in text:
        return text.split(mark)
    out: list[str] = []
    piece: list[str] = []
    for number, stretch in enumerate(text.split('"')):
        if number % 2:
            piece.append(f'"{stretch}"')
            continue
        first, *more = stretch.split(mark)
        piece.append(first)
        for start in more:
            out.append("".join(piece))
            piece = [start]
    out.append("".join(piece))
    return out
