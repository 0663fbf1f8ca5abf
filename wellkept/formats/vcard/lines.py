"""Lines of a card being written: parameters, groups, folding (RFC 6350 section 3.2) and quoted-printable for 2.1."""

from __future__ import annotations

import re

from wellkept.formats.vcard.more import MARK, More, collected, is_more
from wellkept.formats.vcard.texts import escaped
from wellkept.formats.vcard.tokens import begins, ends, read_head, split_line

OCTETS = 75
SOFT = 72
_NEEDS_QUOTES = re.compile(r"[,;:]")
# What a writer says about itself or the card says once, and so is not given back.
_OURS = {"VERSION", "PRODID"}


class Sheet:
    """Collects the lines of one card; groups it hands out differ from those its extras use."""

    def __init__(self, version: str, extras: list[str]) -> None:
        self.version = version
        self._lines: list[str] = []
        self._taken = {extra.partition(".")[0].lower() for extra in extras if "." in extra[:60]}
        self._groups = 0
        self._more = collected(extras)

    def newer(self, name: str) -> str:
        """What a property of 4.0 is called in the versions that do not know it."""
        return name if self.version == "4.0" else f"X-{name}"

    def more(self, family: str, key: str) -> More | None:
        """What else was said of a value, once."""
        found = self._more.get((family, key))
        return found.pop(0) if found else None

    def finished(self) -> str:
        return "".join(f"{line}\r\n" for line in self._lines)

    def plain_line(self, line: str) -> None:
        self._lines.append(line)

    def group(self) -> str:
        """A group nobody uses yet."""
        while True:
            self._groups += 1
            if f"item{self._groups}" not in self._taken:
                return f"item{self._groups}"

    def text(self, name: str, text: str, more: More | None = None) -> None:
        """A text property, left out when there is no text."""
        if text:
            self.value(name, escaped(text), more=more)

    def labelled(
        self,
        name: str,
        value: str,
        label: str,
        types: tuple[str, ...] | None,
        *,
        group: str = "",
        preferred: bool = False,
        params: list[tuple[str, str]] | None = None,
        more: More | None = None,
    ) -> str:
        """A property and what its owner calls it: by types, or where none says it by an X-ABLabel in its group, which is answered."""
        own = types is None and bool(label)
        group = group or (self.group() if own else "")
        self.value(name, value, group=group, types=types or (), preferred=preferred, params=params, more=more)
        if own:
            self.value("X-ABLabel", escaped(label), group=group)
        return group

    def value(
        self,
        name: str,
        value: str,
        *,
        group: str = "",
        types: tuple[str, ...] = (),
        preferred: bool = False,
        params: list[tuple[str, str]] | None = None,
        ready: bool = False,
        more: More | None = None,
    ) -> None:
        """One property with a value that is escaped; ``ready`` ones are no text and are never put into quoted-printable."""
        head = f"{group}.{name}" if group else name
        if self.version == "2.1":
            head += "".join(f";{one}" for one in (*types, *(("PREF",) if preferred else ())))
        else:
            words = (
                [one.lower() for one in types] if self.version == "4.0" else [*types, *(["PREF"] if preferred else [])]
            )
            words += map(param_value, more.types) if more else ()
            if words:
                head += f";TYPE={','.join(words)}"
            if self.version == "4.0" and preferred:
                head += ";PREF=1"
        for key, text in params or ():
            head += f";{key}={param_value(text)}"
        if more and self.version != "2.1":
            head += "".join(f";{key}={','.join(map(param_value, texts))}" for key, texts in more.params)
            value = more.value or value
        self._put(head, value, ready=ready)
        if more and self.version == "2.1":
            self.text(MARK, more.line)

    def _put(self, head: str, value: str, *, ready: bool) -> None:
        line = f"{head}:{value}"
        if self.version == "2.1" and not ready and not (line.isascii() and len(line) <= OCTETS and value.isprintable()):
            # vCard 2.1 has no escape for a line break, so one that was escaped is a real one here.
            self._lines.append(quoted_printable(f"{head};ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8", _unbroken(value)))
        elif self.version == "2.1" and not ready and "\\n" in value:
            self._lines.append(quoted_printable(f"{head};ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8", _unbroken(value)))
        else:
            self._lines.append(folded(line))

    def give_back(self, extras: list[str], *, rev: bool) -> None:
        """Lines as they stood; what is no property line goes into one, so that a reader can make it what it was."""
        for extra in extras:
            line = extra.replace("\r\n", "\\n").replace("\r", "\\n").replace("\n", "\\n")
            head_text, colon, value = split_line(line)
            head = read_head(head_text)
            if is_more(extra):
                continue
            if not colon or not head.name or begins(line) or ends(line) or begins(value[:60]) or line[0].isspace():
                self.text("X-WELLKEPT-UNREAD", extra)
            elif head.name in _OURS or (rev and head.name == "REV"):
                continue
            elif head.params.get("ENCODING") == ("QUOTED-PRINTABLE",):
                self._lines.append(soft_broken(head_text + ":", value.rstrip("=")))
            else:
                self._lines.append(folded(line))


def _unbroken(value: str) -> str:
    r"""A value with its escaped line breaks as real ones; a pair of backslashes is no part of an escape."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[0], value)


def param_value(text: str) -> str:
    """A parameter value in quotes where it needs them, with what no value may hold as RFC 6868 carets."""
    if not text.isalnum():
        text = text.replace("^", "^^").replace("\r\n", "\n").replace("\r", "\n").replace("\n", "^n").replace('"', "^'")
        if _NEEDS_QUOTES.search(text) or text != text.strip():
            return f'"{text}"'
    return text


def folded(line: str) -> str:
    """A line in pieces of at most 75 octets, never inside a character."""
    if line.isascii():
        if len(line) <= OCTETS:
            return line
        step = OCTETS - 1
        return line[:OCTETS] + "".join(f"\r\n {line[at : at + step]}" for at in range(OCTETS, len(line), step))
    raw = line.encode("utf-8", "replace")
    pieces = []
    start, room = 0, OCTETS
    while start < len(raw):
        end = min(start + room, len(raw))
        while end < len(raw) and raw[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(raw[start:end].decode("utf-8"))
        start, room = end, OCTETS - 1
    return "\r\n ".join(pieces)


def quoted_printable(head: str, value: str) -> str:
    """RFC 2045 section 6.7, with line breaks encoded as the text they are."""
    raw = value.replace("\n", "\r\n").encode("utf-8", "replace")
    encoded = "".join(chr(byte) if 32 <= byte < 127 and byte != 61 else f"={byte:02X}" for byte in raw)
    return soft_broken(f"{head}:", encoded)


def soft_broken(head: str, encoded: str) -> str:
    """Quoted-printable in lines of at most 76 characters, each but the last ending in an equals sign."""
    if len(head) + len(encoded) <= OCTETS:
        return head + encoded
    pieces = [head]
    start = 0
    while start < len(encoded):
        end = min(start + SOFT, len(encoded))
        for back in (1, 2):
            if end < len(encoded) and encoded[end - back] == "=":
                end -= back
                break
        pieces.append(encoded[start:end])
        start = end
    return "=\r\n".join(pieces)
