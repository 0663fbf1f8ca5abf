"""When a backup is made by itself, where, and how the last one went. Kept in a file beside the database, so that it is
there when the database is not."""

from __future__ import annotations

import json
import os
import re
import secrets
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import User
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.backups.keeping import Backup, backups_in
from wellkept.domain.exchange.backups.making import make_backup

OLD = timedelta(days=3)  # from here on the pages warn
AGAIN = timedelta(hours=1)  # after one that failed
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True)
class Plan:
    """``at`` is the machine's own time of day; ``folder`` '' is the one in the data folder."""

    nightly: bool = True
    at: str = "03:00"
    folder: str = ""
    tried_at: str = ""
    problem: str = ""  # of the last try; '' when it went well

    @property
    def place(self) -> Path:
        return Path(self.folder) if self.folder else Path(settings.HOME) / "backups"


def plan() -> Plan:
    """What was settled, or every night at three."""
    try:
        said = json.loads(_file().read_text("utf-8"))
        usual: dict[str, Any] = asdict(Plan())
        usual.update({name: value for name, value in said.items() if type(value) is type(usual.get(name))})
        return Plan(**usual)
    except (OSError, ValueError, AttributeError, TypeError):
        return Plan()


def settle(*, nightly: bool, at: str, folder: str) -> Plan:
    """Change when and where. Raises Refusal for a time that is none and a folder that cannot be written."""
    if not _CLOCK.fullmatch(at):
        raise Refusal(_("A time of day is needed, such as 03:00."), field="at")
    folder = folder.strip()
    if folder:
        _check_folder(Path(folder))
    settled = replace(plan(), nightly=nightly, at=at, folder=folder)
    _keep(settled)
    return settled


def _check_folder(folder: Path) -> None:
    if not folder.is_absolute():
        raise Refusal(_("Name the folder from the root on, such as /mnt/backups."), field="folder")
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise Refusal(_("There is no folder %(folder)s that can be written to.") % {"folder": folder}, field="folder")


def back_up(*, now: datetime, to: Path | None = None, keep: int = 0) -> Backup:
    """Make a backup where the plan says (or elsewhere), let go of older ones, and keep how it went."""
    place = to or plan().place
    try:
        made = make_backup(database=database_file(), files=Path(settings.FILES_FOLDER), to=place, now=now, keep=keep)
    except Refusal as refusal:
        _keep(replace(plan(), tried_at=now.isoformat(), problem=str(refusal)[:500]))
        raise
    _keep(replace(plan(), tried_at=now.isoformat(), problem=""))
    return made


def make_safety_copy(*, now: datetime) -> Backup:
    """A backup of how everything is, before something takes its place; nothing older goes for it."""
    return make_backup(database=database_file(), files=Path(settings.FILES_FOLDER), to=plan().place, now=now)


def last_good() -> Backup | None:
    """The newest backup where the plan puts them."""
    return next(iter(backups_in(plan().place)), None)


def is_due(now: datetime) -> bool:
    """Whether the time of the last night has passed without a backup. ``now`` is in the machine's own zone.

    A machine that was off at night makes up for it when it is on; where nobody has an account there is nothing to keep.
    """
    settled = plan()
    if not settled.nightly or not User.objects.filter(is_guest=False).exists():
        return False
    hour, minute = map(int, settled.at.split(":"))
    moment = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    if moment > now:
        moment -= timedelta(days=1)
    newest = last_good()
    if newest is not None and newest.made_at >= moment:
        return False
    tried = _moment(settled.tried_at)
    return not (settled.problem and tried is not None and now - tried < AGAIN)


def is_old(now: datetime) -> bool:
    """Whether one has to be warned that the last good backup is old, or that there is none."""
    newest = last_good()
    return newest is None or now - newest.made_at > OLD


def database_file() -> Path:
    return Path(str(settings.DATABASES["default"]["NAME"]))


def _moment(said: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _file() -> Path:
    return Path(settings.HOME) / "backups.json"


def _keep(settled: Plan) -> None:
    beside = _file().with_name(f".backups.{secrets.token_hex(4)}")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as new:
        json.dump(asdict(settled), new, ensure_ascii=False)
    beside.replace(_file())
