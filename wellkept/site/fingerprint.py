"""A short name for the content of a folder."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path


def fingerprint(folder: Path) -> str:
    """Changes when a file of the folder does, or django-htmx (whose script the pages use)."""
    digest = hashlib.sha256(version("django-htmx").encode())
    for file in sorted(file for file in folder.rglob("*") if file.is_file()):
        digest.update(str(file.relative_to(folder)).encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
