"""Where this installation keeps its data: the folder named by WELLKEPT_HOME."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from platformdirs import user_data_path


def home() -> Path:
    """The data folder, made (readable by its owner alone) when it is not there yet."""
    folder = Path(os.environ.get("WELLKEPT_HOME") or user_data_path("wellkept", appauthor=False)).expanduser()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder.resolve()


def secret_key(folder: Path) -> str:
    """The installation's secret, made at the first start. It stands beside the database, never in it."""
    file = folder / "secret.key"
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as new:
            new.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    return file.read_text().strip()
