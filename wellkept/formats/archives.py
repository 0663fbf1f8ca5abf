"""ZIP archives from strangers, opened with limits and never unpacked to disk."""

from __future__ import annotations

import stat
import zipfile
import zlib
from typing import IO

MOST_ENTRIES = 2_000
# Bytes, counted while reading and not as the archive claims.
MOST_BYTES = 500 * 1024 * 1024
# Unpacked to packed; entries below SMALL bytes may be denser.
HIGHEST_RATIO = 100
SMALL = 1024 * 1024

_NESTED = (".zip", ".7z", ".rar", ".gz", ".bz2", ".xz", ".tar", ".tgz")
_CHUNK = 1024 * 1024


class BadArchive(Exception):
    """Why an archive is not read, in words for whoever chose the file."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Archive:
    """The files in a ZIP over an open file. Raises BadArchive at once when the directory breaks a limit, and when reading does."""

    def __init__(
        self,
        file: IO[bytes],
        *,
        most_entries: int = MOST_ENTRIES,
        most_bytes: int = MOST_BYTES,
        ratio: int = HIGHEST_RATIO,
    ) -> None:
        self._left = most_bytes
        self._most = most_bytes
        try:
            self._zip = zipfile.ZipFile(file)
            infos = self._zip.infolist()
        except (
            zipfile.BadZipFile,
            EOFError,
            OSError,
            ValueError,
            NotImplementedError,
            UnicodeError,
            OverflowError,
        ) as problem:
            raise BadArchive(
                "this is no ZIP archive, or it was cut off: download it again and try once more"
            ) from problem
        if len(infos) > most_entries:
            raise BadArchive(f"the archive has {len(infos)} entries; more than {most_entries} are not opened")
        self._infos: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            _check(info, ratio)
            if info.is_dir():
                continue
            if info.filename in self._infos:
                raise BadArchive(f"the archive has two entries named “{info.filename[:80]}”")
            self._infos[info.filename] = info
        if sum(info.file_size for info in infos) > most_bytes:
            raise BadArchive(self._too_big())

    def names(self) -> list[str]:
        """The files inside, archives within the archive left out."""
        return [name for name in self._infos if not name.lower().endswith(_NESTED)]

    def read(self, name: str) -> bytes:
        """The bytes of one file; KeyError when there is none of that name."""
        info = self._infos[name]
        if name.lower().endswith(_NESTED):
            raise BadArchive(f"“{name[:80]}” is an archive within the archive; unpack it first")
        parts: list[bytes] = []
        try:
            with self._zip.open(info) as entry:
                while chunk := entry.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise BadArchive(self._too_big())
                    parts.append(chunk)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            RuntimeError,
            NotImplementedError,
            ValueError,
        ) as problem:
            raise BadArchive(f"“{name[:80]}” in the archive is damaged or cut off") from problem
        return b"".join(parts)

    def _too_big(self) -> str:
        return f"the archive holds more than {self._most // (1024 * 1024)} MB; that much is not opened"


def _check(info: zipfile.ZipInfo, ratio: int) -> None:
    name = info.filename
    shown = name[:80]
    if info.flag_bits & 0x1:
        raise BadArchive("the archive is locked with a password; unlock it first")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise BadArchive(f"“{shown}” in the archive is a link to another file")
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or name[1:2] == ":" or "\0" in name:
        raise BadArchive(f"“{shown}” in the archive points outside of it")
    if info.file_size > SMALL and info.file_size > ratio * max(info.compress_size, 1):
        raise BadArchive(f"“{shown}” in the archive unpacks to more than {ratio} times its size")
