"""The formats in which people are written for other programs, each as an iterator of bytes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from wellkept.domain.exchange.exporting.markdown import markdown_folder
from wellkept.domain.exchange.exporting.people import people
from wellkept.formats import jcard, vcard
from wellkept.formats.csvs import google_writing, outlook_writing, own
from wellkept.formats.csvs.cells import in_pieces, neutralise_for_programs
from wellkept.formats.person import Person

Keys = Collection[int] | None  # None is everybody


@dataclass(frozen=True)
class Format:
    """``write`` gives the bytes of these contacts, in the scope of their network."""

    name: str
    label: Any  # for people, translated
    ending: str
    media_type: str
    write: Callable[[Keys], Iterator[bytes]]


def _persons(keys: Keys, *, photos: bool = False) -> Iterator[Person]:
    return (person for _contact, person in people(photos=photos, only=keys))


def _vcards(version: vcard.Version) -> Callable[[Keys], Iterator[bytes]]:
    def write(keys: Keys) -> Iterator[bytes]:
        return (vcard.write(person, version).encode() for person in _persons(keys, photos=True))

    return write


def _jcards(keys: Keys) -> Iterator[bytes]:
    before = b"["
    for person in _persons(keys, photos=True):
        yield before + jcard.write([person])[1:-1]
        before = b",\n"
    yield b"[]" if before == b"[" else b"]"


def _own(keys: Keys) -> Iterator[bytes]:
    widths = own.widths_of(_persons(keys))
    return in_pieces(own.header(widths), (own.row(person, widths) for person in _persons(keys)))


def _google(keys: Keys) -> Iterator[bytes]:
    widths = google_writing.widths_of(_persons(keys))
    rows = (google_writing.row(person, widths) for person in _persons(keys))
    return in_pieces(google_writing.header(widths), rows, for_excel=False, cell=neutralise_for_programs)


def _outlook(keys: Keys) -> Iterator[bytes]:
    return in_pieces(outlook_writing.HEADER, map(outlook_writing.row, _persons(keys)), cell=neutralise_for_programs)


FORMATS = {
    one.name: one
    for one in (
        Format("vcard3", _("vCard 3.0, for phones and address books"), "vcf", "text/vcard; charset=utf-8", _vcards("3.0")),
        Format("vcard4", _("vCard 4.0, the newest"), "vcf", "text/vcard; charset=utf-8", _vcards("4.0")),
        Format("vcard21", _("vCard 2.1, for old devices"), "vcf", "text/vcard; charset=utf-8", _vcards("2.1")),
        Format("google", _("CSV for Google Contacts"), "csv", "text/csv; charset=utf-8", _google),
        Format("outlook", _("CSV for Outlook"), "csv", "text/csv; charset=utf-8", _outlook),
        Format("csv", _("CSV with everything, for spreadsheets"), "csv", "text/csv; charset=utf-8", _own),
        Format("markdown", _("Markdown, a folder of notes"), "zip", "application/zip", markdown_folder),
        Format("jcard", _("jCard (JSON)"), "json", "application/vcard+json", _jcards),
    )
}  # fmt: skip
