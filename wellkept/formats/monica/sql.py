r"""Rows of the INSERT statements of a MySQL dump, read as they come.

Strings may be escaped by PHP's addslashes (``\'``, ``\"``, ``\\``, ``\0``), as mysqldump does (``\n`` and so on),
or by doubling. PHP leaves what looks like a number without quotes: ``+4366012``, ``1e5``, ``007`` are texts here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

MOST_COLUMNS = 300
MOST_ROWS = 3_000_000
# A file with more broken statements than this is not looked at any further.
MOST_FAULTS = 20

_BLANK = re.compile(r"(?:\s++|--(?=\s)[^\n]*+|#[^\n]*+)*+")
_INSERT = re.compile(
    r"(?:INSERT|REPLACE)\s+(?:IGNORE\s+)?INTO\s++(?:[`\"]?[\w$]++[`\"]?\.)?+[`\"]?([\w$]++)[`\"]?\s*+(?:\(([^()]{0,20000})\))?+\s*+VALUES?+\b",
    re.IGNORECASE,
)
_STRING = r"'[^'\\]*+(?:(?:\\.|'')[^'\\]*+)*+'|\"[^\"\\]*+(?:(?:\\.|\"\")[^\"\\]*+)*+\""
_VALUE = re.compile(
    rf"\s*+(?:_\w+\s+(?='))?(?:(?P<text>{_STRING})|[xX]'(?P<hex>[0-9a-fA-F]*+)'|(?P<bare>[^\s,()'\"][^,()'\"]*+)|(?P<none>(?=[,)])))\s*+",
    re.DOTALL,
)
_ELSE = re.compile(rf"(?:[^;'\"`]++|{_STRING}|`[^`]*+`)*+;?+", re.DOTALL)
_NEXT = re.compile(r"\n(?=INSERT |REPLACE )")
_ESCAPES = re.compile(r"\\(.)|''|\"\"", re.DOTALL)
_MEANT = {"0": "\0", "n": "\n", "r": "\r", "t": "\t", "Z": "\x1a", "b": "\b"}


class Row(NamedTuple):
    """One row: NULL is None. ``line`` counts from 1; ``fault`` says why it has no values."""

    table: str
    values: dict[str, str | None]
    line: int
    fault: str = ""


def rows(text: str) -> Iterator[Row]:
    """Each row of each INSERT. What cannot be read gives a row with a ``fault``, and reading goes on at the next statement."""
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.faults = 0
        self.count = 0
        self._line, self._counted = 1, 0

    def read(self) -> Iterator[Row]:
        while self.at < len(self.text) and self.faults <= MOST_FAULTS:
            self.at = _past_blanks(self.text, self.at)
            found = _INSERT.match(self.text, self.at)
            if found:
                yield from self._rows_of(found)
            else:
                self._skip()

    def line(self) -> int:
        """The line reading has come to."""
        self._line += self.text.count("\n", self._counted, self.at)
        self._counted = self.at
        return self._line

    def _skip(self) -> None:
        """Past a statement that is no INSERT, or past quotation marks that are never closed."""
        found = _ELSE.match(self.text, self.at)
        if found and found.end() > self.at:
            self.at = found.end()
        else:
            self.faults += 1
            self._resume()

    def _resume(self) -> None:
        """To where the next statement begins on a line of its own, behind something broken."""
        found = _NEXT.search(self.text, self.at + 1)
        self.at = found.end() if found else len(self.text)

    def _rows_of(self, found: re.Match[str]) -> Iterator[Row]:
        columns = [name.strip().strip('`"') for name in (found[2] or "").split(",")]
        line = self.line()
        self.at = found.end()
        while True:
            self.at = _past_blanks(self.text, self.at)
            values, end = _row(self.text, self.at)
            self.count += 1
            if values is None:
                self.faults += 1
                yield Row(found[1], {}, self.line(), "a row is cut off or damaged")
                return self._resume()
            if self.count > MOST_ROWS:
                self.faults = MOST_FAULTS + 1
                yield Row(found[1], {}, self.line(), f"more than {MOST_ROWS} rows are not read")
                return
            if len(values) == len(columns):
                yield Row(found[1], dict(zip(columns, values, strict=True)), line)
            else:
                fault = f"a row has {len(values)} values for {len(columns)} columns"
                yield Row(found[1], {}, self.line(), fault)
            self.at = _past_blanks(self.text, end)
            mark = self.text[self.at : self.at + 1]
            self.at += mark in {",", ";"}
            if mark != ",":
                return


def _past_blanks(text: str, at: int) -> int:
    """Behind blanks and comments; one that does not end takes the rest of the file."""
    while True:
        found = _BLANK.match(text, at)
        at = found.end() if found else at
        if not text.startswith("/*", at):
            return at
        end = text.find("*/", at + 2)
        at = end + 2 if end >= 0 else len(text)


def _row(text: str, at: int) -> tuple[list[str | None] | None, int]:
    if text[at : at + 1] != "(":
        return None, at
    values: list[str | None] = []
    at += 1
    while len(values) < MOST_COLUMNS:
        found = _VALUE.match(text, at)
        if not found:
            return None, at
        values.append(_meant(found))
        at = found.end() + 1
        mark = text[at - 1 : at]
        if mark == ")":
            return values, at
        if mark != ",":
            return None, at
    return None, at


def _meant(found: re.Match[str]) -> str | None:
    quoted = found["text"]
    if quoted is not None:
        inner = quoted[1:-1]
        if "\\" in inner or "''" in inner or '""' in inner:
            doubled = quoted[0] * 2
            return _ESCAPES.sub(lambda one: _unescaped(one, doubled), inner)
        return inner
    if found["hex"] is not None:
        return _from_hex(found["hex"])
    if found["none"] is not None:
        return ""
    bare = found["bare"].strip()
    if bare.upper() == "NULL":
        return None
    return _from_hex(bare[2:]) if bare[:2] == "0x" and bare[2:].isalnum() else bare


def _unescaped(one: re.Match[str], doubled: str) -> str:
    if one[1] is not None:
        return _MEANT.get(one[1], one[1])
    return one[0][0] if one[0] == doubled else one[0]


def _from_hex(digits: str) -> str:
    try:
        return bytes.fromhex(digits).decode("utf-8", "replace")
    except ValueError:
        return f"0x{digits}"
