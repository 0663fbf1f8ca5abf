"""Cells that a spreadsheet would run as a formula are written with an apostrophe before them, and read back without."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

_STARTS_FORMULA = re.compile("'*[=+\\-@\t\r\0\uff1d\uff0b\uff0d\uff20]")
# A plus and figures: no name of a function or cell can stand in it.
_NUMBER = re.compile(r"\+?\d[\d ().\-/]*\Z", re.ASCII)
# A month and day without a year (RFC 6350 section 4.3.1), as Google writes it.
_YEARLESS = re.compile(r"--\d\d-?(?:\d\d)?\Z", re.ASCII)
HELD = 1 << 18  # characters


def neutralise(cell: str) -> str:
    """``cell`` as a spreadsheet will show and not run it; ``restore`` undoes exactly this."""
    return f"'{cell}" if _STARTS_FORMULA.match(cell) else cell


def neutralise_for_programs(cell: str) -> str:
    """As ``neutralise``, but phone numbers and dates stay as they are: an address book would keep the apostrophe."""
    return cell if _NUMBER.match(cell) or _YEARLESS.match(cell) else neutralise(cell)


def restore(cell: str) -> str:
    """What ``neutralise`` was given. Only for files we wrote ourselves: elsewhere an apostrophe is an apostrophe."""
    return cell[1:] if cell[:1] == "'" and _STARTS_FORMULA.match(cell) else cell


def in_pieces(
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    for_excel: bool = True,
    cell: Callable[[str], str] = neutralise,
) -> Iterator[bytes]:
    """A CSV in UTF-8 with CRLF (RFC 4180), a few thousand rows at a time; every cell passes through ``cell``.

    ``for_excel`` puts the byte order mark by which Excel knows UTF-8.
    """
    text = io.StringIO(newline="")
    if for_excel:
        text.write("\ufeff")
    writer = csv.writer(text, lineterminator="\r\n")
    for row in chain([header], rows):
        writer.writerow([cell(one) for one in row])
        if text.tell() > HELD:
            yield text.getvalue().encode(errors="replace")
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode(errors="replace")


def write_table(header: Sequence[str], rows: Iterable[Sequence[str]], *, for_excel: bool = False) -> bytes:
    """The same as one piece, for small tables."""
    return b"".join(in_pieces(header, rows, for_excel=for_excel))
