"""What a stop in the middle of writing leaves behind: files that never got their name. They are let go of at a start, a day later,
so that nothing is taken from under a command that is still writing. (Whoever makes a backup, or brings one back, is alone at it and
does not wait for that: see backups/locking.py.)"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

DAY = 24 * 60 * 60  # seconds
IN_HOME = (".restoring-*", ".backups.*", ".mail.*")


def sweep_leftovers() -> int:
    """Remove them; answers how many."""
    old = time.time() - DAY
    gone = [path for path in _half_written() if path.lstat().st_mtime < old]
    for path in gone:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    return len(gone)


def _half_written() -> Iterator[Path]:
    from wellkept.domain.exchange.backups.keeping import POOL
    from wellkept.domain.exchange.backups.planning import plan

    for pattern in IN_HOME:
        yield from Path(settings.HOME).glob(pattern)
    yield from plan().place.glob(".*.part")
    for folder in (Path(settings.FILES_FOLDER), plan().place / POOL):
        yield from (path for path in folder.rglob(".*") if path.is_file())
