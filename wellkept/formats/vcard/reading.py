"""From bytes to cards. Tolerant: what cannot be read is kept as it stood and reported, and nothing raises."""

from __future__ import annotations

import binascii
import re

from wellkept.formats.person import Problem
from wellkept.formats.vcard import charsets
from wellkept.formats.vcard.cards import Card, Property, ReadCards
from wellkept.formats.vcard.texts import plain
from wellkept.formats.vcard.tokens import begins, ends, lines_of, logical_lines, read_head, split_line

# How deep the card of an agent may hold the card of its agent inside a value; deeper ones stay text.
AGENT_DEPTH = 8
SHOWN = 120

_BEGIN_ANYWHERE = re.compile(rb"(?i)begin[ \t]*:[ \t]*vcard")
_ENCODED_SEMICOLON = re.compile(r"(?:\\|=5[Cc])?=3[Bb]")
# Properties whose text may run on in lines that are no properties: Outlook and old iPhones break a note that way.
_RUNNING_ON = {"NOTE", "LABEL"}


def looks_like(data: bytes) -> bool:
    """Whether these are cards, from their first 4 KB."""
    return _BEGIN_ANYWHERE.search(data[:4096].replace(b"\0", b"")) is not None


def read(data: bytes) -> ReadCards:
    """All cards of a file in the order in which they begin; the card of an agent follows the card that holds it."""
    text, fallback = charsets.decode_file(data)
    reader = _Reader(fallback)
    reader.take(text.replace("\0", "") if "\0" in text else text)
    return reader.finished()


class _Reader:
    def __init__(self, fallback: str, depth: int = 0) -> None:
        self.out = ReadCards()
        self.fallback = fallback
        self.lone_bytes = bool(fallback)
        self.depth = depth
        self.open: list[Card] = []
        # Quoted-printable values that await a guess of their charset, by the row of their card: index, bytes.
        self.undecided: dict[int, list[tuple[int, bytes]]] = {}
        self.guessed_rows: set[int] = set()
        # Lines that run on from the last property of the innermost card.
        self.running: list[str] = []

    def take(self, text: str) -> None:
        for line in logical_lines(lines_of(text)):
            if line[-1] in "Dd \t" and len(line) < 100 and "vcard" in line.lower():
                if begins(line):
                    self._begin()
                    continue
                if ends(line):
                    self._end(line)
                    continue
            if self.open:
                self._property(self.open[-1], line)
            else:
                self._stray(line)

    def finished(self) -> ReadCards:
        while self.open:
            card = self.open[-1]
            self._problem(card, "", "The card has no END:VCARD; it was read up to where the file ends.")
            self._close()
        if self.guessed_rows:
            self.out.problems.append(
                Problem(0, "", f"The file is no UTF-8 and does not name its charset; it was read as {self.fallback}.")
            )
        if self.out.stray:
            count = len(self.out.stray)
            lines = "1 line" if count == 1 else f"{count} lines"
            self.out.problems.append(Problem(0, "", f"{lines} outside any card: {self.out.stray[0][:SHOWN]}"))
        return self.out

    def _begin(self) -> None:
        card = Card(row=len(self.out.cards) + 1)
        if self.open:
            outer = self.open[-1]
            self._run_on(outer)
            last = outer.properties[-1] if outer.properties else None
            if last and last.name == "AGENT" and not last.value.strip():
                card.agent_of = outer.row
            else:
                self._problem(outer, "", "The card has no END:VCARD; it was read up to the next BEGIN:VCARD.")
                self._close()
        self.out.cards.append(card)
        self.open.append(card)

    def _end(self, line: str) -> None:
        if self.open:
            self._close()
        else:
            self._stray(line)

    def _close(self) -> None:
        card = self.open.pop()
        self._run_on(card)
        mine = self.undecided.pop(card.row, [])
        if mine:
            charset = charsets.guess(b"\n".join(raw for _, raw in mine))
            names = ", ".join(dict.fromkeys(card.properties[index].name for index, _ in mine))
            self._problem(card, names, f"No charset is named and it is no UTF-8; it was read as {charset}.")
            for index, raw in mine:
                card.properties[index] = card.properties[index]._replace(value=charsets.forced(raw, charset))
        version = card.first("VERSION")
        card.version = version.value.strip() if version else ""

    def _stray(self, line: str) -> None:
        self.out.stray.append(self._mended(line, "")[0])

    def _problem(self, card: Card, name: str, message: str) -> None:
        card.problems.append(Problem(card.row, name, message))

    def _mended(self, line: str, charset: str) -> tuple[str, bool]:
        """The line with the bytes that were no UTF-8 as text, and whether that text is sure."""
        if self.lone_bytes and charsets.has_lone_bytes(line):
            return charsets.decode(charsets.as_bytes(line), charset, self.fallback)
        if charset and charsets.SEVEN_BIT.match(charset):
            return charsets.decode(charsets.as_bytes(line), charset, self.fallback)
        return line, True

    def _property(self, card: Card, line: str) -> None:
        head_text, colon, value = split_line(line)
        group, name, params = read_head(head_text)
        if not colon or not name:
            self._unread(card, line)
            return
        if self.running:
            self._run_on(card)
        if params or self.lone_bytes:
            encoding = params.get("ENCODING", ("",))[0]
            charset = params.get("CHARSET", ("",))[0]
            if encoding == "QUOTED-PRINTABLE":
                mended = self._mended(line, charset)[0]
                card.properties.append(Property(group, name, params, "", mended))
                self._quoted_printable(card, value, charset)
                return
            if charset or self.lone_bytes:
                line, sure = self._mended(line, charset)
                if not sure and card.row not in self.guessed_rows:
                    self.guessed_rows.add(card.row)
                    self._problem(
                        card, name, f"No charset is named and it is no UTF-8; it was read as {self.fallback}."
                    )
                value = split_line(line)[2]
        card.properties.append(Property(group, name, params, value, line))
        if name == "AGENT" and len(value) > 30 and begins(value.lstrip()[:30].partition("\\")[0]):
            self._agent(card, value)

    def _quoted_printable(self, card: Card, value: str, charset: str) -> None:
        """Decodes the last property; an encoded semicolon is text and keeps a backslash (RFC 2425 section 5.8.4)."""
        raw = binascii.a2b_qp(charsets.as_bytes(_ENCODED_SEMICOLON.sub(r"\\;", value)))
        prop = card.properties[-1]
        text, sure = charsets.decode(raw, charset, "cp1252")
        card.properties[-1] = prop._replace(value=text.replace("\0", ""))
        if not sure:
            self.undecided.setdefault(card.row, []).append((len(card.properties) - 1, raw))

    def _agent(self, card: Card, value: str) -> None:
        """The card inside a value, its line breaks escaped (RFC 2426 section 3.5.4)."""
        if self.depth >= AGENT_DEPTH:
            self._problem(card, "AGENT", "Cards within cards are read 8 deep; this one is kept as text.")
            return
        inner = _Reader(self.fallback, self.depth + 1)
        inner.lone_bytes = False
        inner.take(plain(value))
        found = inner.finished()
        offset = len(self.out.cards)
        for nested in found.cards:
            nested.agent_of = nested.agent_of + offset if nested.agent_of else card.row
            nested.row += offset
            nested.problems = [Problem(nested.row, one.field, one.message) for one in nested.problems]
            self.out.cards.append(nested)
        self.out.stray += found.stray

    def _unread(self, card: Card, line: str) -> None:
        line, _ = self._mended(line, "")
        last = card.properties[-1] if card.properties else None
        if last and last.name in _RUNNING_ON and not last.quoted_printable and ":" not in line:
            self.running.append(line)
            self._problem(card, last.name, f"A line without a name was taken for more of it: {line[:SHOWN]}")
            return
        card.unread.append(line)
        self._problem(card, "", f"This line is no property; it was kept as it stands: {line[:SHOWN]}")

    def _run_on(self, card: Card) -> None:
        if self.running:
            last = card.properties[-1]
            more = "".join(f"\\n{line}" for line in self.running)
            card.properties[-1] = last._replace(value=last.value + more, line=last.line + more)
            self.running = []
