"""The bytes of a file, or of an entry of a ZIP, without ever unpacking one to the disk."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.files import path_of
from wellkept.domain.exchange.models import ImportRun
from wellkept.formats.archives import Archive, BadArchive

Bytes = Callable[[ImportRun], bytes]


def bytes_of(run: ImportRun) -> bytes:
    """What a run reads: the stored file, or its entry of it. Raises ``Refusal`` when that is gone or damaged."""
    if run.file is None:
        raise Refusal(_("The file was not kept."))
    return bytes_of_path(path_of(run.network_id, run.file.sha256), run.entry)


def bytes_of_path(path: Path, entry: str = "") -> bytes:
    try:
        if not entry:
            return path.read_bytes()
        with archive(path) as opened:
            return opened.read(entry)
    except FileNotFoundError as error:
        raise Refusal(_("The file is missing from the disk.")) from error
    except KeyError as error:
        raise Refusal(_("There is no “%(entry)s” in the archive.") % {"entry": entry}) from error


@contextmanager
def archive(path: Path) -> Iterator[Archive]:
    """The archive at a path; whatever is wrong with it is a ``Refusal`` in plain words."""
    try:
        with path.open("rb") as file:
            yield Archive(file)
    except BadArchive as bad:
        raise Refusal(sentence(bad)) from bad


def sentence(bad: BadArchive) -> str:
    return f"{bad.message[0].upper()}{bad.message[1:]}."


def is_archive(path: Path) -> bool:
    """Whether a file is a ZIP or was meant to be one: a truncated one has lost its directory, not its first bytes."""
    with path.open("rb") as file:
        start = file.read(4)
    return start in (b"PK\x03\x04", b"PK\x05\x06") or (start[:2] == b"PK" and zipfile.is_zipfile(path))


def check_size(size: int) -> None:
    """Refuse what is empty or larger than an upload may be."""
    if size > settings.UPLOAD_LIMIT:
        raise Refusal(
            _("This file is %(size)d MB; at most %(most)d MB are taken. Leave out what is not needed and try again.")
            % {"size": -(-size // 1_000_000), "most": settings.UPLOAD_LIMIT // 1024 // 1024},
            field="file",
        )
    if size == 0:
        raise Refusal(_("This file is empty."), field="file")
