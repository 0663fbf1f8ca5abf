"""An archive that is made in the background: ordered, made, fetched within a day, and gone."""

from __future__ import annotations

import secrets
import shutil
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.exporting.archive import export_network
from wellkept.domain.exchange.models import ExportRun

STAYS = timedelta(days=1)
State = ExportRun.State


def order_export(*, network: Network) -> tuple[ExportRun, bool]:
    """The archive that is being made, or a new order (True), before which older archives go."""
    busy = latest_export(network=network)
    if busy is not None and busy.busy:
        return busy, False
    let_go_of_exports(list(ExportRun.objects.filter(network=network)))
    return ExportRun.objects.create(network=network, token=secrets.token_hex(16)), True


def latest_export(*, network: Network) -> ExportRun | None:
    return ExportRun.objects.filter(network=network).order_by("-pk").first()


def make_export(*, run: ExportRun) -> None:
    """Make an archive that was ordered. Inside the network's scope. What cannot be made says why."""
    if not ExportRun.objects.filter(pk=run.pk, state=State.WAITING).update(state=State.RUNNING):
        return
    target = archive_of(run)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        export_network(network=run.network, to=target, at=timezone.now())
    except Refusal as refusal:
        _finish(run, State.FAILED, problem=str(refusal)[:500])
    else:
        _finish(run, State.DONE, size=target.stat().st_size)


def archive_of(run: ExportRun) -> Path:
    """Where the archive lies, or will."""
    return Path(settings.FILES_FOLDER) / str(run.network_id) / "exports" / run.token / "wellkept.zip"


def written_so_far(run: ExportRun) -> int:
    """Bytes of an archive that is being made."""
    folder = archive_of(run).parent
    return sum(file.stat().st_size for file in folder.glob(".wellkept-*.zip")) if folder.is_dir() else 0


def sweep_exports(*, now: datetime | None = None) -> int:
    """At start-up: archives that nobody fetched for a day go, and those that a stop cut off say so. Answers how many went."""
    ExportRun._base_manager.filter(state__in=(State.WAITING, State.RUNNING)).update(
        state=State.FAILED, problem=_("Wellkept was stopped while it was being made. Please make it again.")
    )
    stale = list(ExportRun._base_manager.filter(created_at__lt=(now or timezone.now()) - STAYS))
    let_go_of_exports(stale)
    _remove_orphans()
    return len(stale)


def _remove_orphans() -> None:
    """Folders of archives whose network was emptied in the meantime."""
    known = set(ExportRun._base_manager.values_list("token", flat=True))
    for folder in Path(settings.FILES_FOLDER).glob("*/exports/*"):
        if folder.name not in known:
            shutil.rmtree(folder, ignore_errors=True)


def _finish(run: ExportRun, state: str, **columns: int | str) -> None:
    ExportRun.objects.filter(pk=run.pk).update(state=state, finished_at=timezone.now(), **columns)


def let_go_of_exports(runs: list[ExportRun]) -> None:
    for run in runs:
        shutil.rmtree(archive_of(run).parent, ignore_errors=True)
    ExportRun._base_manager.filter(pk__in=[run.pk for run in runs]).delete()
