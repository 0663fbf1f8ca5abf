"""An archive that somebody brings: opened with limits, and believed only where its manifest and its digests agree."""

from __future__ import annotations

import hashlib
import json
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.exporting.archive import FORMAT, FORMAT_VERSION
from wellkept.domain.exchange.exporting.tables import schema

PIECE = 1 << 20  # bytes
LONGEST_LINE = 64 << 20
DENSEST = 200  # bytes unpacked for each of the archive's, beyond the first
FREELY = 256 << 20
_PART = r"(?:users/[0-9]{1,18}/)?"
_MEMBER = re.compile(
    rf"README\.txt|manifest\.json|{_PART}(?:settings\.json|user\.json|contacts\.vcf|contacts\.csv|interactions\.csv"
    r"|records/[a-z]+\.[a-z]+\.jsonl|files/[0-9a-f]{64})"
)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OverflowError, UnicodeError)


@dataclass(frozen=True)
class Part:
    """What one user kept. ``prefix`` is '' where the archive holds but one."""

    prefix: str
    email: str
    name: str
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        return sum(self.counts.values())


class Opened:
    """An archive whose directory and manifest are sound. Members are read in pieces, and never by a name as a path."""

    def __init__(self, zipped: zipfile.ZipFile, size: int) -> None:
        self.zipped = zipped
        self._check_directory(size)
        self.manifest = self._manifest()
        self.members: dict[str, dict[str, Any]] = self.manifest["members"]
        self._check_members()
        self.parts = self._parts()

    @property
    def at(self) -> str:
        return str(self.manifest.get("at", ""))

    def has(self, name: str) -> bool:
        return name in self.members

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a member; refused at the end when they are not what the manifest says."""
        digest, size = hashlib.sha256(), 0
        said = self.members[name]
        try:
            with self.zipped.open(name) as member:
                while piece := member.read(PIECE):
                    size += len(piece)
                    if size > said["size"]:
                        break
                    digest.update(piece)
                    yield piece
        except _BROKEN as error:
            raise damaged(name) from error
        if size != said["size"] or digest.hexdigest() != said["sha256"]:
            raise damaged(name)

    def lines(self, name: str) -> Iterator[bytes]:
        rest = b""
        for piece in self.pieces(name):
            *whole, rest = (rest + piece).split(b"\n")
            yield from whole
            if len(rest) > LONGEST_LINE:
                raise damaged(name)
        if rest:
            raise damaged(name)  # every line ends with a line feed

    def document(self, name: str) -> dict[str, Any]:
        if not self.has(name):
            raise damaged(name)
        return _document(b"".join(self.pieces(name)), name)

    def files(self, part: Part) -> list[str]:
        """The SHA-256 of each file that is in a part."""
        start = f"{part.prefix}files/"
        return [name.removeprefix(start) for name in self.members if name.startswith(start)]

    def check(self) -> None:
        """Read every member and compare it with its digest."""
        for name in self.members:
            for _piece in self.pieces(name):
                pass

    def _check_directory(self, size: int) -> None:
        seen: set[str] = set()
        for info in self.zipped.infolist():
            kind = stat.S_IFMT(info.external_attr >> 16)
            if info.filename in seen or not _MEMBER.fullmatch(info.filename) or kind not in (0, stat.S_IFREG):
                raise foreign(_("“%(name)s” has no place in it") % {"name": info.filename[:80]})
            seen.add(info.filename)
        if sum(info.file_size for info in self.zipped.infolist()) > max(FREELY, DENSEST * size):
            raise Refusal(_("This archive unpacks to far more than it could hold; nothing was read."), field="file")

    def _manifest(self) -> dict[str, Any]:
        try:
            with self.zipped.open("manifest.json") as member:
                data = member.read(LONGEST_LINE)
        except KeyError as error:
            raise foreign(_("it has no manifest.json")) from error
        except _BROKEN as error:
            raise damaged("manifest.json") from error
        manifest = _document(data, "manifest.json")
        if manifest.get("format") != FORMAT or not isinstance(manifest.get("members"), dict):
            raise foreign(_("its manifest.json is not one of ours"))
        if not isinstance(manifest.get("format_version"), int) or manifest["format_version"] > FORMAT_VERSION:
            raise newer(manifest)
        self._check_schema(manifest)
        return manifest

    def _check_schema(self, manifest: dict[str, Any]) -> None:
        known, said = schema(), manifest.get("schema", {})
        if not isinstance(said, dict):
            raise damaged("manifest.json")
        if any(room not in known or str(last) > known[room] for room, last in said.items()):
            raise newer(manifest)

    def _check_members(self) -> None:
        names = {info.filename for info in self.zipped.infolist()} - {"manifest.json"}
        for name in sorted(names ^ set(self.members)):
            raise damaged(name)
        for name, said in self.members.items():
            sound = (
                isinstance(said, dict)
                and isinstance(said.get("size"), int)
                and isinstance(said.get("sha256"), str)
                and self.zipped.getinfo(name).file_size == said["size"]
            )
            if not sound or ("/files/" in f"/{name}" and said["sha256"] != name[-64:]):
                raise damaged(name)

    def _parts(self) -> list[Part]:
        said = self.manifest.get("users")
        try:
            assert isinstance(said, list)
            parts = [Part(str(one["prefix"]), str(one["email"]), str(one["name"]), dict(one["counts"])) for one in said]
            assert all(isinstance(count, int) for part in parts for count in part.counts.values())
        except (AssertionError, KeyError, TypeError, ValueError) as error:
            raise damaged("manifest.json") from error
        own = {f"{part.prefix}user.json" for part in parts}
        there = {name for name in self.members if name.endswith("user.json")}
        if not parts or own != there or len(own) != len(parts):
            raise damaged("manifest.json")
        return parts


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """The archive at a path. Raises Refusal for what is no export of Wellkept, damaged, newer than this one, or hostile."""
    try:
        size = path.stat().st_size
        with zipfile.ZipFile(path) as zipped:
            yield Opened(zipped, size)
    except FileNotFoundError as error:
        raise Refusal(_("There is no file %(path)s.") % {"path": path}, field="file") from error
    except (zipfile.BadZipFile, NotImplementedError, EOFError, UnicodeError) as error:
        raise Refusal(
            _("This is no ZIP archive, or it was cut off. Download or copy it again and try once more."), field="file"
        ) from error
    except OSError as error:
        raise Refusal(
            _("Cannot read %(path)s: %(why)s.") % {"path": path, "why": error.strerror}, field="file"
        ) from error


def damaged(name: str) -> Refusal:
    return Refusal(
        _("The archive is damaged: %(name)s is not what the manifest says.") % {"name": name[:80]}, field="file"
    )


def foreign(why: str) -> Refusal:
    return Refusal(_("This is no export of Wellkept: %(why)s.") % {"why": why}, field="file")


def newer(manifest: dict[str, Any]) -> Refusal:
    made_by = str(manifest.get("wellkept", "?"))[:20]
    return Refusal(
        _("This archive was made by a newer Wellkept (%(version)s). Update this one first, then restore.")
        % {"version": made_by},
        field="file",
    )


def parsed(data: bytes) -> Any:
    """JSON as it stands in our files: no NaN, no halves of characters. Raises ValueError."""
    try:
        value = json.loads(data, parse_constant=_no_number)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if b"\\u" in data:
        json.dumps(value, ensure_ascii=False).encode()
    return value


def _no_number(name: str) -> Any:
    raise ValueError(name)


def _document(data: bytes, name: str) -> dict[str, Any]:
    try:
        value = parsed(data)
    except ValueError as error:
        raise damaged(name) from error
    if not isinstance(value, dict):
        raise damaged(name)
    return value
