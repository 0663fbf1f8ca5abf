"""Cells that a spreadsheet would run as a formula are written with an apostrophe before them, and read back without."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_STARTS_FORMULA = re.compile("'*[=+\\-@\t\r\0\uff1d\uff0b\uff0d\uff20]")


def neutralise(cell: str) -> str:
    """``cell`` as a spreadsheet will show and not run it; ``restore`` undoes exactly this."""
    return f"'{cell}" if _STARTS_FORMULA.match(cell) else cell


def restore(cell: str) -> str:
    """What ``neutralise`` was given. Only for files we wrote ourselves: elsewhere an apostrophe is an apostrophe."""
    return cell[1:] if cell[:1] == "'" and _STARTS_FORMULA.match(cell) else cell


def write_table(header: Sequence[str], rows: Iterable[Sequence[str]], *, for_excel: bool = False) -> bytes:
    """A CSV in UTF-8 (RFC 4180, CRLF), its cells neutralised. ``for_excel`` puts the byte order mark Excel needs."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for row in (header, *rows):
        writer.writerow([neutralise(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig" if for_excel else "utf-8", errors="replace")
