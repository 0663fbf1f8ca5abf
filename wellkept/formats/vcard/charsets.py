"""From bytes to text when the file does not say, or says it wrongly, what its bytes mean.

vCard 4.0 is UTF-8 (RFC 6350 section 3.1); 3.0 takes its charset from the transport and 2.1 from a CHARSET
parameter per property, so a stray file may hold anything, several things at once included.
"""

from __future__ import annotations

import codecs
import re

# Charsets whose text is all ASCII bytes, so that reading it as UTF-8 succeeds and means nothing.
SEVEN_BIT = re.compile(r"(?i)^(iso-?2022|utf-?7|hz)")
SAMPLE = 200_000
# Codecs of Python that are no charsets of text, some of which take quadratic time.
_NO_CHARSETS = re.compile(r"(?i)idna|punycode|escape|undefined|mbcs|oem")

_KANA_OR_KANJI = "\u3005-\u30ff\u3400-\u9fff\uff66-\uff9f"
_JAPANESE = re.compile(f"[{_KANA_OR_KANJI}]")
_JAPANESE_RUN = re.compile(f"[{_KANA_OR_KANJI}]{{2,}}")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_CYRILLIC_WORD = re.compile(rb"[\xa8\xc0-\xdf][\xb8\xe0-\xff]{2,}|[\xb8\xe0-\xff]{3,}|[\xa8\xc0-\xdf]{3,}")
_HIGH = re.compile(rb"[\x80-\xff]")
_LONE = re.compile("[\udc80-\udcff]")
# What Polish and Czech written as cp1250 look like through cp1252: superscripts inside words, n-tilde before a consonant.
_CENTRAL_EUROPEAN = re.compile(r"[^\W\d_][³¹¿][^\W\d_]|ñ(?=[bcdfghjklmnpqrstvwxz])|[A-Z][a-z]{2,}[³¹]\b")


def decode_file(data: bytes) -> tuple[str, str]:
    """The text of a file, and the charset guessed for the bytes in it that are no UTF-8 ('' when all is).

    Those bytes stand in the text as lone surrogates; ``mend`` turns a line that has them into text.
    """
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace").lstrip("\ufeff"), ""
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return data.decode("utf-8", "surrogateescape"), guess(_not_utf8(data))


def _wide(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    head = data[:16]
    if len(head) >= 4 and len(data) % 2 == 0:
        if not any(head[1::2]) and all(head[::2]):
            return "utf-16-le"
        if not any(head[::2]) and all(head[1::2]):
            return "utf-16-be"
    return ""


def _not_utf8(data: bytes) -> bytes:
    found: list[bytes] = []
    size = 0
    for line in data.splitlines():
        if not line.isascii():
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                found.append(line)
                size += len(line)
                if size > SAMPLE:
                    break
    return b"\n".join(found)


def guess(sample: bytes) -> str:
    """The charset that bytes which are no UTF-8 are most likely in: cp932, cp1251, cp1250 or cp1252."""
    sample = sample[:SAMPLE]
    if _is_japanese(sample):
        return "cp932"
    high = len(_HIGH.findall(sample))
    if sum(len(word) for word in _CYRILLIC_WORD.findall(sample)) > 0.7 * high:
        return "cp1251"
    return "cp1250" if _CENTRAL_EUROPEAN.search(forced(sample, "cp1252")) else "cp1252"


def _is_japanese(sample: bytes) -> bool:
    """Whether the bytes are Shift_JIS: Japanese characters stand together, chance finds in Latin text stand alone."""
    try:
        text = sample.decode("cp932")
    except UnicodeDecodeError:
        return False
    if _PRIVATE.search(text):
        return False
    together = sum(len(run) for run in _JAPANESE_RUN.findall(text))
    return together >= 2 and together > 0.7 * len(_JAPANESE.findall(text))


def decode(raw: bytes, charset: str, fallback: str) -> tuple[str, bool]:
    """The text of some bytes, and whether it is sure: by their charset if it holds, as UTF-8, or by ``fallback``."""
    if _NO_CHARSETS.search(charset):
        charset = ""
    if charset and SEVEN_BIT.match(charset):
        try:
            return raw.decode(charset), True
        except (LookupError, UnicodeError):
            return raw.decode("utf-8", "replace"), False
    try:
        return raw.decode("utf-8"), True
    except UnicodeDecodeError:
        pass
    for name in (charset, _windows(charset)):
        try:
            if name and name.lower() not in {"utf-8", "utf8"}:
                return raw.decode(name), True
        except (LookupError, UnicodeError, ValueError):
            continue
    return forced(raw, fallback), False


def _windows(charset: str) -> str:
    """The Windows charset that programs mean when they name the standard one next to it."""
    plain = charset.lower().replace("_", "-")
    return {"iso-8859-1": "cp1252", "us-ascii": "cp1252", "shift-jis": "cp932", "gb2312": "gb18030"}.get(plain, "")


def forced(raw: bytes, charset: str) -> str:
    """Text at any price: a byte without meaning in that charset becomes the Latin-1 character of its number."""
    try:
        return raw.decode(charset)
    except UnicodeDecodeError:
        pass
    if charset == "cp932":
        return raw.decode(charset, "replace")
    return "".join(bytes([byte]).decode(charset, "ignore") or chr(byte) for byte in raw)


def has_lone_bytes(line: str) -> bool:
    """Whether a line of ``decode_file`` holds bytes that were no UTF-8."""
    return not line.isascii() and _LONE.search(line) is not None


def as_bytes(line: str) -> bytes:
    return line.encode("utf-8", "surrogateescape" if has_lone_bytes(line) else "surrogatepass")
