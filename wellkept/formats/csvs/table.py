"""A CSV file as a header and rows, with nothing dropped unsaid."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from wellkept.formats.csvs.cells import restore
from wellkept.formats.csvs.decoding import decode
from wellkept.formats.person import Problem

DELIMITERS = ",;\t|"
# Characters in one cell; the rest is cut off and reported. This is also the limit of Python's csv module.
LONGEST_CELL = 131_072
# How far down the header may stand under a title or a note.
_PREAMBLE_LINES = 12
_NOTES = re.compile(
    r'\s*"?\s*(?:notes?|notizen|hinweise?|notas|remarques?|opmerkingen|uwagi)\s*:\s*"?\W*$', re.IGNORECASE
)
_MANY_COLUMNS = 10
_END = "\x00end of the file\x00"


@dataclass(slots=True)
class Table:
    """Rows are as long as the header, or longer when a row has more cells than the header.

    ``lines[i]`` is the line of the file (from 1) on which ``rows[i]`` begins; a Problem's row is i + 1.
    Blank rows are left out. ``preamble_lines`` counts the lines above the header.
    """

    header: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    delimiter: str = ","
    encoding: str = ""
    preamble_lines: int = 0
    problems: list[Problem] = field(default_factory=list)


def read_table(data: bytes | str, *, ours: bool = False) -> Table:
    """The table in a CSV file of any delimiter and encoding. Never raises: what cannot be read is in ``problems``.

    ``ours``: the file was written by ``write_table``, whose marks against formulas are taken off again.
    """
    if isinstance(data, str):
        table, text = Table(encoding="str"), data
    else:
        decoded = decode(data)
        table, text = Table(encoding=decoded.encoding, problems=list(decoded.problems)), decoded.text
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    skipped, hint = _directive(lines)
    table.delimiter = hint or _told_by(lines[skipped:]) or _sniff(lines[skipped:])
    table.preamble_lines = skipped = _find_header(lines, skipped, table.delimiter)
    _fill(table, lines, skipped)
    if ours:
        table.header = [restore(cell) for cell in table.header]
        table.rows = [[restore(cell) for cell in row] for row in table.rows]
    if not table.header and not table.problems:
        table.problems.append(Problem(0, "", "the file is empty"))
    return table


def _directive(lines: list[str]) -> tuple[int, str]:
    """Excel's own first line 'sep=;' names the delimiter."""
    first = lines[0].strip(" \"'").lower()
    if len(first) <= 5 and first.startswith("sep=") and lines[0].strip(" \"'")[4:5] in (*DELIMITERS, ""):
        return 1, lines[0].strip(" \"'")[4:5] or "\t"
    return 0, ""


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return line.split(delimiter)


def _told_by(lines: list[str]) -> str:
    """The delimiter of a header with many columns, which says more than the lines of long notes below it."""
    first = next((line for line in lines if line.strip()), "")[:20_000]
    counts = {delimiter: len(_cells(first, delimiter)) for delimiter in DELIMITERS}
    widest = max(counts, key=lambda delimiter: counts[delimiter])
    others = sum(count - 1 for delimiter, count in counts.items() if delimiter != widest)
    return widest if counts[widest] >= _MANY_COLUMNS and not others else ""


def _sniff(lines: list[str]) -> str:
    """The delimiter that parts most lines into the same number of cells; a comma when none does."""
    sample = [line for line in lines[:60] if line.strip()]
    best, best_score = ",", 0.0
    for delimiter in DELIMITERS:
        counts = [len(_cells(line[:20_000], delimiter)) for line in sample]
        wide = [count for count in counts if count > 1]
        if not wide:
            continue
        usual = max(set(wide), key=lambda count: (wide.count(count), count))
        score = wide.count(usual) / len(counts) * (usual - 1) ** 0.5
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _find_header(lines: list[str], start: int, delimiter: str) -> int:
    """The index of the header's line: the first that is not blank, or the first with cells under a title or a note."""
    index = start
    while index < len(lines) and not lines[index].strip():
        index += 1
    if index == len(lines):
        return start

    def filled(line: str) -> list[str]:
        return [cell for cell in _cells(line, delimiter) if cell.strip()]

    titled = len(filled(lines[index])) == 1
    if not _NOTES.match(lines[index]) and not titled:
        return index
    quotes = lines[index].count('"')
    for below in range(index + 1, min(index + _PREAMBLE_LINES, len(lines))):
        if titled and quotes % 2 and not _NOTES.match(lines[index]):
            return index  # a single column whose first cell goes over several lines
        quotes += lines[below].count('"')
        words = filled(lines[below])
        if len(words) >= 3 and all(len(word) <= 80 for word in words):
            return below
        if len(words) == 2 and not titled:
            return below
    return index


def _records(lines: list[str], start: int, delimiter: str) -> Iterator[tuple[int, list[str], str]]:
    """(line from 1, cells, complaint) of each record; a quotation mark that is never closed costs one line only."""
    while start < len(lines):
        source = chain((f"{line}\n" for line in islice(lines, start, None)), [_END])
        reader = csv.reader(source, delimiter=delimiter)
        began = 0
        try:
            for cells in reader:
                ended = reader.line_num
                if start + ended > len(lines) and cells != [_END]:
                    break  # the marker was swallowed by an open quotation mark
                if cells == [_END]:
                    return
                yield start + began + 1, cells, ""
                began = ended
            else:
                return
            complaint = "a quotation mark is opened here and never closed; the line was read as it stands"
        except csv.Error:
            complaint = "a cell is too long, or its quotation mark is never closed; the line was read as it stands"
        bare = lines[start + began].replace('"', "")
        yield start + began + 1, bare.split(delimiter), complaint
        start += began + 1


def _fill(table: Table, lines: list[str], skipped: int) -> None:
    width = 0
    for line, cells, complaint in _records(lines, skipped, table.delimiter):
        if not any(cell.strip() for cell in cells):
            continue
        if not table.header:
            while cells and not cells[-1].strip() and len(cells) > 1:
                cells.pop()
            table.header, width = [cell.strip() for cell in cells], len(cells)
            if complaint:
                table.problems.append(Problem(0, "", f"line {line}: {complaint}"))
            continue
        number = len(table.rows) + 1
        if len(cells) != width:
            cells, said = _squared(cells, width)
            complaint = complaint or said
        if complaint:
            table.problems.append(Problem(number, "", f"line {line}: {complaint}"))
        if any(len(cell) > LONGEST_CELL for cell in cells):
            cells = [cell[:LONGEST_CELL] for cell in cells]
            table.problems.append(Problem(number, "", f"line {line}: a cell was cut at {LONGEST_CELL} characters"))
        table.rows.append(cells)
        table.lines.append(line)


def _squared(cells: list[str], width: int) -> tuple[list[str], str]:
    """The row filled up to the header's width, and what to say about it; cells beyond it stay if they hold anything."""
    found = len(cells)
    if found < width:
        return cells + [""] * (width - found), f"the row has {found} cells, the header {width}"
    if any(cell.strip() for cell in cells[width:]):
        return cells, f"the row has {found} cells, the header {width}; the rest was kept as it stands"
    return cells[:width], ""
