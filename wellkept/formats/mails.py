"""Mails as files (.eml, RFC 5322) and as text: what is needed to read who wrote them. Pure; nothing raises."""

from __future__ import annotations

import codecs
import contextlib
import email
import email.policy
import re
from dataclasses import dataclass
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from wellkept.formats.names import tidy
from wellkept.formats.webtext import text_of_html

LONGEST = 30_000_000  # octets of a mail
LONGEST_TEXT = 2_000_000  # characters of its words
MOST_PARTS = 200
_FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9-]{0,60})[ \t]*:")
MOST_HEAD = 65_536
_TELLING = frozenset(
    {b"from", b"message-id", b"mime-version", b"received", b"return-path", b"date", b"subject", b"content-type"}
)
_CHARSETS = {
    "utf8": "utf-8",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "unknown-8bit": "utf-8",
    "utf-8mb4": "utf-8",
}


@dataclass(frozen=True, slots=True)
class Mail:
    """``text`` are its words, plain; ``cards`` the vCards it carries. ``sender`` is the From header as it is written, decoded."""

    text: str
    sender: str = ""
    sender_name: str = ""
    sender_email: str = ""
    subject: str = ""
    cards: tuple[bytes, ...] = ()
    calendars: tuple[bytes, ...] = ()


def is_mail(data: bytes) -> bool:
    """Whether these are the octets of a whole mail: a head of several fields, two of them a mail's own."""
    telling: set[bytes] = set()
    begun = False
    for line in data[:MOST_HEAD].removeprefix(codecs.BOM_UTF8).splitlines():
        if not line.strip():
            if begun:
                break
            continue
        field = _FIELD.match(line)
        if field:
            telling.add(field[1].lower())
        elif begun and line[:1] in (b" ", b"\t"):
            continue
        elif begun or not line.startswith((b"From ", b">From ")):
            return False
        begun = True
    return len(telling & _TELLING) > 1


def read_mail(data: bytes) -> Mail:
    """A mail file, or text that is the body of one. What is longer than ``LONGEST`` is cut."""
    data = data[:LONGEST]
    if not is_mail(data):
        return Mail(_decoded(data, "")[:LONGEST_TEXT])
    message = _parsed(data)
    if message is None:
        return Mail(_decoded(data, "")[:LONGEST_TEXT])
    plain, html = _Words(), _Words()
    cards, calendars = [], []
    for part in _parts(message):
        kind = _kind(part)
        if kind in ("text/vcard", "text/x-vcard", "text/directory") or _file_name(part).endswith(".vcf"):
            cards.append(_octets(part))
        elif kind in ("text/calendar", "application/ics") or _file_name(part).endswith(".ics"):
            calendars.append(_octets(part))
        elif kind in ("text/plain", "text/html", "text/enriched") and not _attached(part):
            (html if kind == "text/html" else plain).add(_decoded(_octets(part), _charset(part)))
    name, address = parseaddr(_header(message, "From"))
    return Mail(
        text=plain.text or text_of_html(html.text[:LONGEST_TEXT]), sender=_header(message, "From"), sender_name=tidy(name), sender_email=address,
        subject=tidy(_header(message, "Subject")), cards=tuple(card for card in cards if card), calendars=tuple(one for one in calendars if one),
    )  # fmt: skip


class _Words:
    """The words of several parts, one under the other."""

    def __init__(self) -> None:
        self.text = ""

    def add(self, words: str) -> None:
        if words.strip() and len(self.text) < LONGEST_TEXT:
            self.text = f"{self.text}\n{words}".lstrip("\n")[:LONGEST_TEXT]


def _parsed(data: bytes) -> Message | None:
    """The standard library has raised on broken mails before; then the mail is read as text."""
    try:
        start = data.removeprefix(codecs.BOM_UTF8).lstrip(b" \t\r\n")
        if start[:6] == b">From ":
            start = start.partition(b"\n")[2]
        return email.message_from_bytes(start, policy=email.policy.compat32)
    except Exception:  # noqa: BLE001
        return None


def _parts(message: Message) -> list[Message]:
    """The parts that hold something, of this mail alone: a mail that is attached to it is somebody else's."""
    found: list[Message] = []
    waiting = [message]
    while waiting and len(found) < MOST_PARTS:
        part = waiting.pop(0)
        payload = part.get_payload()
        if isinstance(payload, list):
            if not _kind(part).startswith("message/"):
                waiting = [one for one in payload if isinstance(one, Message)] + waiting
            continue
        found.append(part)
    return found


def _kind(part: Message) -> str:
    with contextlib.suppress(Exception):
        return part.get_content_type()
    return "text/plain"


def _attached(part: Message) -> bool:
    return str(part.get("Content-Disposition", "")).strip().lower().startswith("attachment")


def _file_name(part: Message) -> str:
    with contextlib.suppress(Exception):
        return str(part.get_filename() or "").lower()
    return ""


def _charset(part: Message) -> str:
    with contextlib.suppress(Exception):
        return str(part.get_content_charset() or "")
    return ""


def _octets(part: Message) -> bytes:
    with contextlib.suppress(Exception):
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            return payload
    with contextlib.suppress(Exception):
        return str(part.get_payload()).encode("utf-8", "replace")
    return b""


def _decoded(data: bytes, charset: str) -> str:
    """By the charset it names, where that fits; else UTF-8 or the Windows letters."""
    for mark, coding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return data[len(mark) :].decode(coding, "replace").replace("\0", "")
    named = _CHARSETS.get(charset.lower().strip("'\""), charset)
    for coding in dict.fromkeys((named or "utf-8", "utf-8", "cp1252")):
        with contextlib.suppress(LookupError, UnicodeError, ValueError):
            return data.decode(coding).replace("\0", "")
    return data.decode("utf-8", "replace").replace("\0", "")


def _header(message: Message, name: str) -> str:
    """A header in readable letters; '' where it is missing or cannot be read."""
    try:
        raw = message.get(name)
        if raw is None:
            return ""
        return str(make_header(decode_header(str(raw).replace("\r", "").replace("\n", ""))))
    except Exception:  # noqa: BLE001 the library raises on encoded words that are none
        return tidy(str(message.get(name, "")))
