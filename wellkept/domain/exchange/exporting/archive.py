"""Everything in one ZIP. See docs/users/export-format.md for what is in it."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from datetime import datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.contacts.files import open_file
from wellkept.domain.contacts.models import File
from wellkept.domain.exchange.exporting.moment import one_moment
from wellkept.domain.exchange.exporting.people import people
from wellkept.domain.exchange.exporting.spreadsheets import contacts_table, interactions_table
from wellkept.domain.exchange.exporting.tables import exported_tables, rows, schema, settings_of, user_of
from wellkept.formats.vcard.writing import write as write_card

FORMAT = "wellkept-export"
FORMAT_VERSION = 1
PIECE = 1 << 20  # bytes
READ_ME = """This is everything that Wellkept kept for you, as it stood at the moment named in manifest.json.

records/      every table, one JSON object a line (docs/users/export-format.md tells what each column means)
settings.json your settings
user.json     your account
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
            for piece in _in_large_pieces(pieces):
                digest.update(piece)
                size += len(piece)
                member.write(piece)
        self.members[name] = {"size": size, "sha256": digest.hexdigest()}


def export_network(*, network: Network, to: Path, at: datetime, password: bool = False) -> dict[str, Any]:
    """Write the archive of a network to ``to`` and check it; answers its manifest. Inside the network's scope.

    Written beside the target and put in its place when it is whole, so a failed export leaves no half file.
    What is written is one moment's state. With ``password`` the archive holds the hash of the user's password too, so
    that they can sign in where it is restored. Raises Refusal when the place cannot be written, or is full.
    """
    return _export([("", network)], to, at, password)


def export_folder(*, to: Path, at: datetime) -> dict[str, Any]:
    """``export_network`` for everybody here, with the hashes of their passwords: what the host moves to another machine."""
    own = Network.objects.filter(kind=Network.Kind.OWN, owner__is_guest=False).select_related("owner")
    networks = list(own.order_by("owner_id"))
    if not networks:
        raise Refusal("There is no user yet, so there is nothing to export.")
    return _export([(f"users/{network.owner_id}/", network) for network in networks], to, at, password=True)


def _export(parts: Sequence[tuple[str, Network]], to: Path, at: datetime, password: bool) -> dict[str, Any]:
    try:
        handle, name = tempfile.mkstemp(prefix=".wellkept-", suffix=".zip", dir=to.parent)
    except OSError as error:
        raise Refusal(f"Cannot write to {to.parent}: {error.strerror}.", field="file") from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as raw:
            with one_moment(), zipfile.ZipFile(raw, "w", compresslevel=5) as zipped:
                manifest = _fill(_Archive(zipped), parts, at, password)
            raw.flush()
            os.fsync(raw.fileno())
        check_archive(temporary)
        temporary.replace(to)
    except OSError as error:
        raise Refusal(f"Cannot write {to}: {error.strerror}.", field="file") from error
    finally:
        temporary.unlink(missing_ok=True)
    return manifest


def _fill(archive: _Archive, parts: Sequence[tuple[str, Network]], at: datetime, password: bool) -> dict[str, Any]:
    archive.put("README.txt", [READ_ME.encode()])
    told: list[dict[str, Any]] = []
    counts: dict[str, int] = {}
    missing: list[str] = []
    for prefix, network in parts:
        with inside(network) if prefix else nullcontext():
            of_this = _put_network(archive, prefix, network, password)
            missing += _put_files(archive, prefix)
        told.append({"prefix": prefix, "email": network.owner.email, "name": network.owner.name, "counts": of_this})
        for table, count in of_this.items():
            counts[table] = counts.get(table, 0) + count
    manifest = {
        "format": FORMAT, "format_version": FORMAT_VERSION, "wellkept": version("wellkept"), "at": at.isoformat(),
        "schema": schema(), "users": told, "counts": counts, "missing_files": missing, "members": dict(archive.members),
    }  # fmt: skip
    archive.put("manifest.json", [_json(manifest)])
    return manifest


def _put_network(archive: _Archive, prefix: str, network: Network, password: bool) -> dict[str, int]:
    counts: dict[str, int] = {}
    archive.put(f"{prefix}settings.json", [_json(settings_of(network))])
    archive.put(f"{prefix}user.json", [_json(user_of(network, password=password))])
    for model in exported_tables():
        lines = _Counted(rows(model))
        archive.put(f"{prefix}records/{model._meta.label_lower}.jsonl", (line.encode() for line in lines))
        counts[model._meta.label_lower] = lines.count
    archive.put(f"{prefix}contacts.vcf", (write_card(person, "4.0").encode() for _contact, person in people()))
    archive.put(f"{prefix}contacts.csv", contacts_table(people(photos=False)))
    archive.put(f"{prefix}interactions.csv", interactions_table())
    return counts


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def _put_files(archive: _Archive, prefix: str) -> list[str]:
    """The bytes of every file that is kept, once each; answers which of them are gone from the disk."""
    missing = []
    for file in File.objects.exclude(sha256="").order_by("pk"):
        name = f"{prefix}files/{file.sha256}"
        if name in archive.members:
            continue
        try:
            stored = open_file(file)
        except Refusal:
            missing.append(file.sha256)
            continue
        with stored:
            archive.put(name, iter(partial(stored.read, PIECE), b""), stored=True)
    return missing


class _Counted:
    def __init__(self, lines: Iterator[str]) -> None:
        self.lines = lines
        self.count = 0

    def __iter__(self) -> Iterator[str]:
        for line in self.lines:
            self.count += 1
            yield line


def _in_large_pieces(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in fewer pieces: a ZIP's member is slow to write to."""
    gathered: list[bytes] = []
    size = 0
    for piece in pieces:
        gathered.append(piece)
        size += len(piece)
        if size >= PIECE:
            yield b"".join(gathered)
            gathered, size = [], 0
    if gathered:
        yield b"".join(gathered)


def check_archive(path: Path) -> dict[str, Any]:
    """Read an archive again and compare every member with the manifest; answers the manifest, raises Refusal at the first
    member that is missing, changed or too much."""
    try:
        with zipfile.ZipFile(path) as zipped:
            manifest = _manifest(zipped)
            members = manifest["members"]
            there = zipped.namelist()
            for name in sorted({*there, *members} - {"manifest.json"}):
                if name not in members or name not in there or _digest(zipped, name) != members[name]["sha256"]:
                    raise Refusal(f"The archive is damaged: {name} is not what the manifest says.")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise Refusal(f"The archive is damaged: {error}.") from error
    return manifest


def _manifest(zipped: zipfile.ZipFile) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads(zipped.read("manifest.json"))
        if manifest["format"] == FORMAT and all("sha256" in said for said in manifest["members"].values()):
            return manifest
    except (KeyError, ValueError, TypeError, AttributeError):
        pass
    raise Refusal("This is no export of Wellkept: its manifest.json is missing or unreadable.")


def _digest(zipped: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with zipped.open(name) as member:
        while piece := member.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()
