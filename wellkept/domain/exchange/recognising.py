"""What a file is: the kind of each of its parts, or a clear word on why it cannot be imported."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.entries import archive, bytes_of_path, check_size, is_archive, sentence
from wellkept.domain.exchange.sources import SOURCES
from wellkept.formats import facebook
from wellkept.formats.archives import BadArchive
from wellkept.formats.csvs import Table, decode, read_table

HEAD = 200_000  # bytes that are looked at to tell what a table is
PART = (".csv", ".tsv", ".txt", ".vcf", ".vcard", ".json", ".jcard", ".ldif", ".ldi", ".sql")
NO_TABLE = (".json", ".jcard", ".sql", ".ldif", ".ldi", ".html", ".htm")  # whatever stands in them
MAPPED = "mapped"


@dataclass(frozen=True, slots=True)
class Recognised:
    """A file or an entry of a ZIP. ``kind`` is '' for an entry that is of no use; ``problem`` says why it cannot be read."""

    entry: str
    kind: str
    problem: str = ""


def recognise(path: Path, name: str) -> list[Recognised]:
    """The parts of a file. Raises ``Refusal`` for a file that cannot be imported at all."""
    check_size(path.stat().st_size)
    if is_archive(path):
        return _in_archive(path)
    data = bytes_of_path(path)
    kind = kind_of(name, data)
    if not kind and facebook.which_entry(name) == "html":
        raise Refusal(_facebook_as_pages(), field="file")
    if not kind:
        raise Refusal(why_not(data), field="file")
    return [Recognised("", kind)]


def _in_archive(path: Path) -> list[Recognised]:
    found: list[Recognised] = []
    with archive(path) as opened:
        for entry in opened.names():
            hidden = entry.startswith("__MACOSX/") or Path(entry).name.startswith(".")
            if facebook.which_entry(entry) == "html":
                found.append(Recognised(entry, "", _facebook_as_pages()))
                continue
            if hidden or not entry.lower().endswith(PART):
                found.append(Recognised(entry, ""))
                continue
            try:
                found.append(Recognised(entry, kind_of(entry, opened.read(entry))))
            except BadArchive as bad:
                found.append(Recognised(entry, "", sentence(bad)))
    own = [part for part in found if part.kind and part.kind != MAPPED]
    if not any(part.kind for part in found):
        said = next((part.problem for part in found if part.problem), "")
        raise Refusal(
            said
            or _(
                "There is nothing in this archive that can be imported: no LinkedIn export, no vCards, no table of contacts."
            ),
            field="file",
        )
    # Beside files that are known, a table that is not is something else than an address book.
    return [part if part in own or not own else Recognised(part.entry, "", part.problem) for part in found]


def kind_of(name: str, data: bytes) -> str:
    """The kind of a file by its name and content, '' when none is sure."""
    if kind := _first(name, data, Table()):
        return kind
    if name.lower().endswith(NO_TABLE) or not decode(data[:HEAD]).text.strip():
        return ""
    return _first(name, data, read_table(data[:HEAD]))


def _first(name: str, data: bytes, table: Table) -> str:
    return next((source.kind for source in SOURCES if source.fits(name, data, table.header)), "")


def why_not(data: bytes) -> str:
    """Why a file is neither a table nor cards, in a sentence."""
    decoded = decode(data[:HEAD])
    if decoded.problems and not decoded.text.strip():
        said = decoded.problems[0].message
        return f"{said[0].upper()}{said[1:]}."
    if not decoded.text.strip():
        return _("This file is empty.")
    return _(
        "This is no table of contacts and holds no vCards. LinkedIn's ZIP, a CSV with a header, or vCards can be imported."
    )


def _facebook_as_pages() -> str:
    return _("Facebook made this as HTML. Ask for your information again and choose JSON as the format.")
