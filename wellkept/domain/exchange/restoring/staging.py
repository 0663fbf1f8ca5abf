"""An archive that a user brought: it is looked through, waits for their word, and is restored.

How far it is stands in a file beside it, and not in the network, all of which it is about to replace.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.exchange.exporting.archive import export_network
from wellkept.domain.exchange.restoring.opening import Part, opened
from wellkept.domain.exchange.restoring.putting_back import is_empty, restore_network
from wellkept.domain.exchange.restoring.rows import Reading

COPIES = 3  # of what stood before, that are kept
State = Literal["checking", "checked", "waiting", "running", "done", "failed"]


@dataclass
class Staged:
    """One archive on its way into a network. ``before``: the copy of what stood in its place."""

    name: str
    state: State = "checking"
    made_at: str = ""
    prefix: str = ""
    whose: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    done: int = 0
    rows: int = 0
    problem: str = ""
    before: str = ""

    @property
    def busy(self) -> bool:
        return self.state in ("checking", "waiting", "running")

    @property
    def made(self) -> datetime | None:
        try:
            return datetime.fromisoformat(self.made_at)
        except ValueError:
            return None


def staged(network: Network) -> Staged | None:
    """The archive that this user brought last, if it was not let go."""
    try:
        said = json.loads((_folder(network) / "state.json").read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    known = {one.name for one in fields(Staged)}
    return Staged(**{name: value for name, value in said.items() if name in known})


def stage(*, network: Network, path: Path, name: str) -> Staged:
    """Keep an archive that was brought, in the place of an earlier one. It is looked through by ``look_through``."""
    present = staged(network)
    if present is not None and present.busy:
        raise Refusal(_("Another archive is being restored. Wait until it is done."))
    discard(network=network)
    folder = _folder(network)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    shutil.copyfile(path, folder / "archive.zip")
    one = Staged(name=name[:255])
    _keep(network, one)
    return one


def look_through(*, network: Network) -> None:
    """Check all of the archive and keep what is in it."""
    one = staged(network)
    if one is None or one.state != "checking":
        return
    try:
        with opened(_archive(network)) as archive:
            part = own_part(archive.parts, network.owner.email)
            archive.check()
            Reading(archive, part).check()
            one.made_at, one.prefix, one.whose, one.counts = archive.at, part.prefix, part.name, part.counts
            one.state, one.rows = "checked", part.rows
    except Refusal as refusal:
        one.state, one.problem = "failed", str(refusal)
    _keep(network, one)


def own_part(parts: list[Part], email: str) -> Part:
    if len(parts) == 1:
        return parts[0]
    own = next((part for part in parts if part.email == email), None)
    if own is None:
        raise Refusal(_("This archive holds the networks of several people, and yours is not among them."))
    return own


def accept(*, network: Network, replace: bool) -> Staged:
    """The user's word: the archive waits for its turn. Refused where records would be replaced and that was not said."""
    one = staged(network)
    if one is None or one.state != "checked":
        raise Refusal(_("There is no archive to be restored."))
    if not replace and not is_empty(network):
        raise Refusal(_("Say that what is in your network now is to be replaced."), field="replace")
    one.state = "waiting"
    _keep(network, one)
    return one


def carry_out(*, network: Network) -> None:
    """Restore what was accepted; what stood before is kept as an archive, and can be restored in turn."""
    one = staged(network)
    if one is None or one.state not in ("waiting", "running"):
        return
    one.state = "running"
    _keep(network, one)

    def tell(done: int, rows: int) -> None:
        one.done, one.rows = done, rows
        _keep(network, one)

    try:
        if not one.before:
            one.before = keep_copy(network=network)
            _keep(network, one)
        restore_network(network=network, path=_archive(network), part=one.prefix, replace=True, tell=tell)
        one.state = "done"
        _archive(network).unlink(missing_ok=True)
    except Refusal as refusal:
        one.state, one.problem = "failed", str(refusal)
    _keep(network, one)


def discard(*, network: Network) -> None:
    """Let go of an archive that was brought; the network stays as it is."""
    one = staged(network)
    if one is not None and one.state in ("waiting", "running"):
        raise Refusal(_("It is being restored already."))
    shutil.rmtree(_folder(network), ignore_errors=True)


def keep_copy(*, network: Network) -> str:
    """Export what stands in a network, before something else takes its place; '' where there is nothing. Only the
    newest few are kept."""
    with inside(network):
        if is_empty(network):
            return ""
        folder = copies_folder(network)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        now = timezone.now()
        target = folder / f"{now.astimezone(UTC):%Y-%m-%dT%H%M%S.%fZ}.zip"
        export_network(network=network, to=target, at=now)
    for old in sorted(folder.glob("2*.zip"))[:-COPIES]:
        old.unlink(missing_ok=True)
    return target.name


def copies(network: Network) -> list[tuple[str, datetime, int]]:
    """What stood before something was restored: (name, when, bytes), the newest first."""
    found = []
    for file in sorted(copies_folder(network).glob("2*.zip"), reverse=True):
        when = datetime.strptime(file.stem, "%Y-%m-%dT%H%M%S.%fZ").replace(tzinfo=UTC)
        found.append((file.name, when, file.stat().st_size))
    return found


def copy_of(network: Network, name: str) -> Path:
    """One of ``copies``. Raises Refusal for a name that is none."""
    if name not in {one for one, _when, _size in copies(network)}:
        raise Refusal(_("This copy is not there any more."))
    return copies_folder(network) / name


def forget_copies(*, network: Network) -> None:
    """Remove what was kept of earlier states, and what was brought."""
    for folder in (copies_folder(network), _folder(network)):
        shutil.rmtree(folder, ignore_errors=True)


def unfinished() -> list[tuple[int, State]]:
    """Networks in which a stop of the server cut something off: (key, how far it was)."""
    found = []
    for file in Path(settings.FILES_FOLDER).glob("*/restore/state.json"):
        network = Network.objects.filter(pk=file.parent.parent.name).first()
        one = staged(network) if network is not None else None
        if network is not None and one is not None and one.busy:
            found.append((network.pk, one.state))
    return found


def _folder(network: Network) -> Path:
    return Path(settings.FILES_FOLDER) / str(network.pk) / "restore"


def copies_folder(network: Network) -> Path:
    return Path(settings.FILES_FOLDER) / str(network.pk) / "before"


def _archive(network: Network) -> Path:
    return _folder(network) / "archive.zip"


def _keep(network: Network, one: Staged) -> None:
    """Written whole or not at all: the page reads it at any moment. Not written when it was let go meanwhile."""
    folder = _folder(network)
    if not folder.is_dir():
        return
    beside = folder / f".state.{secrets.token_hex(4)}"
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as new:
        json.dump(asdict(one), new, ensure_ascii=False)
    beside.replace(folder / "state.json")
