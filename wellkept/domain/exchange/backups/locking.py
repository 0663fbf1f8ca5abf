"""One process at a time makes a backup in a folder, and one brings a backup back. Who is alone lets go at once of what a dead
one left half-written there: whoever lives would hold the lock. Where there are no locks (Windows) it goes a day later, at a start."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.utils.translation import gettext as _

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.backups.keeping import POOL

LOCK, RESTORING = (
    ".lock",
    ".restoring",
)  # the second begins the name of whatever is written while a backup is brought back


@contextmanager
def alone_making(folder: Path) -> Iterator[None]:
    """In a folder of backups. Raises Refusal while another makes one, or brings one back from there."""
    with (folder / LOCK).open("w") as handle:
        if _locked(handle, _("Another backup is being made there."), shared=False):
            _let_go([*folder.glob(".*.part"), *(folder / POOL).glob("*/.*")])
        yield


@contextmanager
def alone_restoring(home: Path, files: Path) -> Iterator[None]:
    """In a data folder. Raises Refusal while another brings a backup back into it."""
    with (home / "restoring.lock").open("w") as handle:
        if _locked(handle, _("A backup is being restored already."), shared=False):
            _let_go([*home.glob(f"{RESTORING}*"), *files.glob(f"*/*/{RESTORING}*")])
        yield


@contextmanager
def undisturbed(folder: Path) -> Iterator[None]:
    """A backup is read, and none may go from its folder meanwhile. Raises Refusal while one is made there. A folder that
    has no lock is a copy, in which none is made."""
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError):
            _locked(stack.enter_context((folder / LOCK).open()), _("A backup is being made there."), shared=True)
        yield


def _locked(handle: IO[str], busy: str, *, shared: bool) -> bool:
    """Whether this system has locks. One goes with its process, however that ends."""
    try:
        import fcntl
    except ImportError:
        return False
    try:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise Refusal(busy) from error
    return True


def _let_go(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
