"""Mails whose signature lines somebody marked: forge, by Mailgun (CC BY 3.0). It is read where it lies; none of it is part of the product."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from wellkept.formats.signature.footers import without_footers
from wellkept.formats.signature.quoting import own_lines

CORPORA = Path(os.environ.get("WELLKEPT_CORPORA") or Path(__file__).resolve().parents[2].parent / "shared" / "corpora")
FORGE = CORPORA / "signatures" / "forge"
MARK = "#sig#"


@dataclass(frozen=True)
class Marked:
    """``lines`` as the program looks at them, ``places`` where they stand in the mail; ``signed`` are the numbers of the marked lines.

    ``copy_of`` is the same for mails with the same words, which are never parted between learning and measuring.
    """

    key: str
    clean: bool
    sender: str
    body: str
    lines: tuple[str, ...]
    places: tuple[int, ...]
    signed: frozenset[int]
    copy_of: str

    @property
    def filled(self) -> int:
        return sum(bool(line.strip()) for line in self.body.split("\n"))

    @property
    def start(self) -> int | None:
        """Where the marked signature begins among ``lines``."""
        return next((number for number, place in enumerate(self.places) if place in self.signed), None)


def read_forge(folder: Path = FORGE) -> list[Marked]:
    return list(_mails(folder))


def _mails(folder: Path) -> Iterable[Marked]:
    for half in ("P", "N"):
        for path in sorted((folder / half).glob("*_body")):
            sender = path.with_name(path.name.replace("_body", "_sender"))
            text = path.read_text("utf-8", errors="replace")
            yield marked(f"{half}/{path.name}", half == "N", sender.read_text("utf-8", errors="replace"), text)


def marked(key: str, clean: bool, sender: str, text: str) -> Marked:
    written = text.replace("\r\n", "\n").split("\n")
    body = "\n".join(line.removeprefix(MARK) for line in written)
    signed = frozenset(
        number for number, line in enumerate(written) if line.startswith(MARK) and line.removeprefix(MARK).strip()
    )
    own, at = own_lines(body)
    lines, kept = without_footers(own)
    places = tuple(at[number] for number in kept)
    return Marked(key, clean, sender.strip(), body, tuple(lines), places, signed, " ".join(body.split()))
