"""Everything in one ZIP. See docs/users/export-format.md for what is in it."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.db import transaction

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.files import open_file
from wellkept.domain.contacts.models import File
from wellkept.domain.exchange.exporting.people import people
from wellkept.domain.exchange.exporting.spreadsheets import contacts_table, interactions_table
from wellkept.domain.exchange.exporting.tables import exported_tables, rows, settings_of
from wellkept.formats.vcard.writing import write as write_card

FORMAT = "wellkept-export"
FORMAT_VERSION = 1
READ_ME = """This is everything that Wellkept kept for you, as it stood at the moment named in manifest.json.

records/      every table, one JSON object a line (docs/users/export-format.md tells what each column means)
settings.json your settings
contacts.vcf  every contact as vCard 4.0, for other address books
contacts.csv, interactions.csv  for spreadsheets
files/        photos and imported files, named by their SHA-256
manifest.json what is here, with the size and the SHA-256 of each file
"""


class _Archive:
    """A ZIP that keeps account of what is put into it."""

    def __init__(self, zipped: zipfile.ZipFile) -> None:
        self.zipped = zipped
        self.members: dict[str, dict[str, Any]] = {}

    def put(self, name: str, pieces: Iterable[bytes], *, stored: bool = False) -> None:
        info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
        info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        info.external_attr = 0o600 << 16
        digest, size = hashlib.sha256(), 0
        with self.zipped.open(info, "w", force_zip64=True) as member:
            for piece in pieces:
                digest.update(piece)
                size += len(piece)
                member.write(piece)
        self.members[name] = {"size": size, "sha256": digest.hexdigest()}


def export_network(*, network: Network, to: Path, at: datetime) -> dict[str, Any]:
    """Write the archive of a network to ``to`` and check it; answers its manifest.

    Written beside the target and put in its place when it is whole, so a failed export leaves no half file.
    One read transaction: what is written is one moment's state. Raises Refusal when the place cannot be written.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=".wellkept-", suffix=".zip", dir=to.parent)
    except OSError as error:
        raise Refusal(f"Cannot write to {to.parent}: {error.strerror}.", field="file") from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as raw, transaction.atomic():
            with zipfile.ZipFile(raw, "w", compresslevel=6) as zipped:
                manifest = _fill(_Archive(zipped), network, at)
            raw.flush()
            os.fsync(raw.fileno())
        check_archive(temporary)
        temporary.replace(to)
    finally:
        temporary.unlink(missing_ok=True)
    return manifest


def _fill(archive: _Archive, network: Network, at: datetime) -> dict[str, Any]:
    counts = {}
    archive.put("README.txt", [READ_ME.encode()])
    archive.put("settings.json", [json.dumps(settings_of(network), ensure_ascii=False, indent=1).encode()])
    for model in exported_tables():
        lines = _Counted(rows(model))
        archive.put(f"records/{model._meta.label_lower}.jsonl", (line.encode() for line in lines))
        counts[model._meta.label_lower] = lines.count
    archive.put("contacts.vcf", (write_card(person, "4.0").encode() for _contact, person in people()))
    archive.put("contacts.csv", [contacts_table(people(photos=False))])
    archive.put("interactions.csv", [interactions_table()])
    for file in File.objects.order_by("pk"):
        if f"files/{file.sha256}" not in archive.members:
            archive.put(f"files/{file.sha256}", _pieces(file), stored=True)
    manifest = {
        "format": FORMAT, "format_version": FORMAT_VERSION, "wellkept": version("wellkept"),
        "at": at.isoformat(), "counts": counts, "members": archive.members,
    }  # fmt: skip
    archive.put("manifest.json", [json.dumps(manifest, ensure_ascii=False, indent=1).encode()])
    return manifest


class _Counted:
    def __init__(self, lines: Iterator[str]) -> None:
        self.lines = lines
        self.count = 0

    def __iter__(self) -> Iterator[str]:
        for line in self.lines:
            self.count += 1
            yield line


def _pieces(file: File) -> Iterator[bytes]:
    with open_file(file) as stored:
        while piece := stored.read(1 << 20):
            yield piece


def check_archive(path: Path) -> dict[str, Any]:
    """Read an archive again and compare every member with the manifest; answers the manifest, raises Refusal at the first
    member that is missing, changed or too much."""
    with zipfile.ZipFile(path) as zipped:
        try:
            manifest: dict[str, Any] = json.loads(zipped.read("manifest.json"))
        except (KeyError, ValueError) as error:
            raise Refusal("This is no export of Wellkept: manifest.json is missing or unreadable.") from error
        members = manifest["members"]
        for name in {*zipped.namelist(), *members} - {"manifest.json"}:
            said = members.get(name)
            if said is None or name not in zipped.namelist() or _digest(zipped, name) != said["sha256"]:
                raise Refusal(f"The archive is damaged: {name} is not what the manifest says.")
    return manifest


def _digest(zipped: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with zipped.open(name) as member:
        while piece := member.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()
