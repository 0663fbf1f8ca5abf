"""Where the corpora are: real files that are no part of this repository."""

from __future__ import annotations

import os
import warnings
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of corpora: WELLKEPT_CORPORA, or shared/corpora beside the repository. Without it the test is skipped."""
    beside = Path(__file__).resolve().parents[3] / "shared" / "corpora"
    folder = Path(os.environ.get("WELLKEPT_CORPORA", beside))
    if not folder.is_dir():
        reason = f"NO CORPORA at {folder}: real files are not tested. Set WELLKEPT_CORPORA to their folder."
        warnings.warn(reason, stacklevel=1)
        pytest.skip(reason)
    return folder
