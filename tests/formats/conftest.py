"""Where the files are that real programs wrote; they are not part of the repository."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of corpora: WELLKEPT_CORPORA, or shared/corpora beside the repository."""
    folder = Path(os.environ.get("WELLKEPT_CORPORA") or ROOT.parent / "shared" / "corpora")
    if not folder.is_dir():
        pytest.skip(f"CORPORA MISSING: nothing at {folder}; set WELLKEPT_CORPORA to test against real files")
    return folder
