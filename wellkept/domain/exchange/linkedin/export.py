"""What the files of the export have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from wellkept.domain.exchange.contract import Source
from wellkept.domain.exchange.tables import raw_of
from wellkept.formats.csvs import read_table
from wellkept.formats.linkedin import kind_of_header, which_entry


class FileOfExport(Source):
    """One file of the export, known by its header; the name decides where a header could be two."""

    origin = "linkedin"
    file: ClassVar[str]  # as formats.linkedin names it

    def fits(self, name: str, data: bytes, header: Sequence[str]) -> bool:
        if not header:
            return False
        found = kind_of_header(list(header))
        return found == self.file and which_entry(name) in (self.file, None)


def lazy_raw(data: bytes) -> Callable[[int], str]:
    """A row of the file as it stood; the table is read again only when the first one is asked for."""
    known: list[Callable[[int], str]] = []

    def raw(number: int) -> str:
        if not known:
            known.append(raw_of(read_table(data)))
        return known[0](number)

    return raw
