from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.domain.exchange.exporting.conftest import AT, Archive, kept
from wellkept.domain.exchange.exporting.archive import export_folder, export_network

__all__ = ["kept"]


def members(path: Path) -> dict[str, bytes]:
    """All that is in an archive but its manifest."""
    with zipfile.ZipFile(path) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist() if name != "manifest.json"}


@pytest.fixture(autouse=True)
def files_of_its_own(settings, tmp_path):
    settings.FILES_FOLDER = tmp_path / "kept-files"


@pytest.fixture
def exported(kept, tmp_path) -> Archive:
    """The network that has something in every table, with the hash of the password."""
    path = tmp_path / "export.zip"
    return Archive(path, export_network(network=kept, to=path, at=AT, password=True))


def everybody(path: Path) -> Path:
    export_folder(to=path, at=AT)
    return path


def forged(old: Path, new: Path, change: Callable[[str, bytes], bytes | None], manifest=lambda said: said) -> Path:
    """An archive with some members changed and a manifest that agrees with them: only what they say can give it away."""
    import hashlib

    with zipfile.ZipFile(old) as source, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as target:
        said = json.loads(source.read("manifest.json"))
        for name in source.namelist():
            data = change(name, source.read(name)) if name != "manifest.json" else None
            if name == "manifest.json":
                continue
            if data is None:
                del said["members"][name]
                continue
            said["members"][name] = {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            if name.endswith(".jsonl"):
                said["users"][0]["counts"][Path(name).stem] = data.count(b"\n")
            target.writestr(name, data)
        target.writestr("manifest.json", json.dumps(manifest(said)))
    return new
