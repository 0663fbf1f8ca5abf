"""From bytes to text: which of the encodings that address books are saved in this one is."""

from __future__ import annotations

import codecs
import contextlib
import re
from dataclasses import dataclass, field

from wellkept.formats.person import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FILES = (
    (b"PK\x03\x04", "it is a ZIP archive or an Excel workbook (.xlsx); save the sheet as CSV first"),
    (b"PK\x05\x06", "it is an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "it is an old Excel or Outlook file (.xls, .msg); save it as CSV first"),
    (b"!BDN", "it is an Outlook data file (.pst); export the contacts as CSV first"),
    (b"%PDF", "it is a PDF"),
    (b"\x89PNG", "it is a picture"),
    (b"\xff\xd8\xff", "it is a picture"),
    (b"GIF8", "it is a picture"),
    (b"\x1f\x8b", "it is a compressed file (.gz); unpack it first"),
    (b"SQLite format 3", "it is a database file"),
    (b"BEGIN:VCARD", "it is a vCard file; import it as such"),
    (b"BEGIN:VCALENDAR", "it is a calendar file"),
    (b"<!DOCTYPE", "it is a web page"),
    (b"<html", "it is a web page"),
)
_JAPANESE_RUN = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uff66-\uff9f]{2,}")
_JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uff66-\uff9f]")
# Header words of Polish exports, in the Windows encoding of Central Europe.
_CENTRAL_EUROPEAN = (b"Imi\xea", b"s\xb3u\xbfbow", b"S\xb3u\xbfbow", b"P\xf8\xedjmen\xed", b"Jm\xe9no")


@dataclass(frozen=True, slots=True)
class Decoded:
    """``text`` is '' when the bytes are no text; then ``problems`` says what they are."""

    text: str
    encoding: str = ""
    problems: list[Problem] = field(default_factory=list)


def decode(data: bytes) -> Decoded:
    """The text of a CSV file in any encoding that address books are exported in. Never raises."""
    start = data[:64].lstrip(codecs.BOM_UTF8 + b" \t\r\n")
    for magic, what in _OTHER_FILES:
        if start[: len(magic)].upper() == magic.upper():
            return _not_a_csv(what)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    if b"\0" in data:
        return _with_nulls(data)
    with contextlib.suppress(UnicodeDecodeError):
        return Decoded(data.decode("utf-8"), "utf-8")
    return _eight_bits(data)


def _not_a_csv(what: str) -> Decoded:
    return Decoded("", "", [Problem(0, "", f"this is not a CSV: {what}")])


def _decoded(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    if "\0" in text[:10_000] and text.count("\0") * 50 > len(text):
        return _not_a_csv("it holds bytes that are no text")
    return Decoded(text.replace("\0", ""), encoding, _unreadable(text))


def _with_nulls(data: bytes) -> Decoded:
    """UTF-16 without its mark shows zeros at every other byte; a few zeros are dropped; more are no text."""
    sample = data[:4000]
    half = max(len(sample) // 2, 1)
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd * 2 > half and even * 20 < half:
        return _decoded(data, "utf-16-le")
    if even * 2 > half and odd * 20 < half:
        return _decoded(data, "utf-16-be")
    if data.count(0) * 500 > len(data):
        return _not_a_csv("it holds bytes that are no text")
    without = decode(data.replace(b"\0", b""))
    said = Problem(0, "", "the file holds zero bytes, which were left out")
    return Decoded(without.text, without.encoding, [*without.problems, said])


def _unreadable(text: str) -> list[Problem]:
    count = text.count("\ufffd")
    return [Problem(0, "", f"{count} characters could not be read and show as \ufffd")] if count else []


def _eight_bits(data: bytes) -> Decoded:
    """UTF-8 with a few broken places, Shift_JIS, the Windows encodings; Latin-1 takes whatever is left."""
    mended = data.decode("utf-8", errors="replace")
    bad = mended.count("\ufffd")
    good = sum(1 for char in mended if char > "\x7f") - bad
    if good > 4 * bad:
        return Decoded(mended, "utf-8", _unreadable(mended))
    with contextlib.suppress(UnicodeDecodeError):
        text = data.decode("cp932")
        japanese = len(_JAPANESE.findall(text))
        if japanese and sum(map(len, _JAPANESE_RUN.findall(text))) * 5 >= japanese * 4:
            return Decoded(text, "shift_jis")
    encoding = "cp1250" if any(word in data[:4000] for word in _CENTRAL_EUROPEAN) else "cp1252"
    with contextlib.suppress(UnicodeDecodeError):
        return Decoded(data.decode(encoding), encoding)
    return Decoded(data.decode("latin-1"), "latin-1")
