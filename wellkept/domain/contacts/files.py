"""Bytes on the disk, by their SHA-256: written whole or not at all, never twice."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import File
from wellkept.domain.history.acting import Acting, acting
from wellkept.formats.names import tidy

_SHA256 = re.compile(r"[0-9a-f]{64}")


def store_bytes(*, network: Network, data: bytes, name: str, media_type: str, by: Actor | Acting) -> File:
    """Keep bytes under their hash; the same bytes again give the file that is there."""
    sha256 = hashlib.sha256(data).hexdigest()
    known = File.objects.filter(network=network, sha256=sha256, media_type=media_type).first()
    _write(path_of(network.pk, sha256), data)
    if known is not None:
        return known
    name = tidy(Path(name.replace("\\", "/")).name)[:255] or "file"
    with acting(by, network, "store file", summary=_("Kept the file %(name)s") % {"name": name}) as act:
        return act.add(File(network=network, sha256=sha256, name=name, media_type=media_type, size=len(data)))


def path_of(network_id: int, sha256: str) -> Path:
    if not _SHA256.fullmatch(sha256):
        raise ValueError("no SHA-256")
    return Path(settings.FILES_FOLDER) / str(network_id) / sha256[:2] / sha256


def open_file(file: File) -> BinaryIO:
    """The stored bytes, to be read and closed. Refused when they are gone from the disk."""
    try:
        return path_of(file.network_id, file.sha256).open("rb")
    except FileNotFoundError as error:
        raise Refusal(_("The file %(name)s is missing from the disk.") % {"name": file.name}) from error


def _write(target: Path, data: bytes) -> None:
    """Write beside the target, force to the disk, then rename: a cut-off write leaves no half file under the name."""
    if target.exists() and target.stat().st_size == len(data):
        return
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = target.with_name(f".{target.name[:16]}.{secrets.token_hex(6)}")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as new:
            new.write(data)
            new.flush()
            os.fsync(new.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
