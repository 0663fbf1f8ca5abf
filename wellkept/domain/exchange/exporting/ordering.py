"""An archive that is made in the background: ordered, made, fetched within a day, and gone."""

from __future__ import annotations

import os
import secrets
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.exporting.archive import export_network
from wellkept.domain.exchange.exporting.choosing import Choice, keys_of
from wellkept.domain.exchange.exporting.moment import one_moment
from wellkept.domain.exchange.exporting.writers import FORMATS
from wellkept.domain.exchange.models import ExportRun

ARCHIVE = "archive"
STAYS = timedelta(days=1)
State = ExportRun.State


def order_export(*, network: Network) -> tuple[ExportRun, bool]:
    """The archive that is being made, or a new order (True), before which older archives go."""
    return _order(network, latest_export(network=network), format=ARCHIVE)


def order_people(*, network: Network, format: str, choice: Choice) -> tuple[ExportRun, bool]:
    """As ``order_export``, for contacts in the format of another program. Archives are another matter, and stay."""
    return _order(network, latest_export(network=network, of_people=True), format=format, choice=dict(choice))


def _order(network: Network, latest: ExportRun | None, **columns: Any) -> tuple[ExportRun, bool]:
    if latest is not None and latest.busy:
        return latest, False
    let_go_of_exports(list(_orders(network, of_people=columns["format"] != ARCHIVE)))
    return ExportRun.objects.create(network=network, token=secrets.token_hex(16), **columns), True


def latest_export(*, network: Network, of_people: bool = False) -> ExportRun | None:
    return _orders(network, of_people=of_people).order_by("-pk").first()


def _orders(network: Network, *, of_people: bool) -> QuerySet[ExportRun]:
    orders = ExportRun.objects.filter(network=network)
    return orders.exclude(format=ARCHIVE) if of_people else orders.filter(format=ARCHIVE)


def make_export(*, run: ExportRun) -> None:
    """Make an archive that was ordered. Inside the network's scope. What cannot be made says why."""
    if not ExportRun.objects.filter(pk=run.pk, state=State.WAITING).update(state=State.RUNNING):
        return
    target = archive_of(run)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        if run.format == ARCHIVE:
            export_network(network=run.network, to=target, at=timezone.now())
        else:
            run.people = export_people(network=run.network, format=run.format, choice=run.choice, to=target)
    except Refusal as refusal:
        _finish(run, State.FAILED, problem=str(refusal)[:500])
    else:
        _finish(run, State.DONE, size=target.stat().st_size, people=run.people)


def export_people(*, network: Network, format: str, choice: Choice, to: Path) -> int:
    """Write contacts in the format of another program, as they stood at one moment; answers how many. Written beside the
    target and put in its place when it is whole. Raises Refusal when nobody is chosen or the place cannot be written."""
    beside = to.with_name(f".wellkept-{secrets.token_hex(6)}.{FORMATS[format].ending}")
    try:
        with one_moment():
            keys = keys_of(network=network, choice=choice)
            if not keys:
                raise Refusal(_("Nobody is chosen, so there is nothing to export."))
            with beside.open("xb") as out:
                os.fchmod(out.fileno(), 0o600)
                out.writelines(FORMATS[format].write(keys))
                out.flush()
                os.fsync(out.fileno())
        beside.replace(to)
    except OSError as error:
        raise Refusal(
            _("Cannot write %(file)s: %(why)s.") % {"file": to, "why": error.strerror}, field="file"
        ) from error
    finally:
        beside.unlink(missing_ok=True)
    return len(keys)


def archive_of(run: ExportRun) -> Path:
    """Where the archive lies, or will."""
    ending = "zip" if run.format == ARCHIVE else FORMATS[run.format].ending
    return Path(settings.FILES_FOLDER) / str(run.network_id) / "exports" / run.token / f"wellkept.{ending}"


def written_so_far(run: ExportRun) -> int:
    """Bytes of an archive that is being made."""
    folder = archive_of(run).parent
    return sum(file.stat().st_size for file in folder.glob(".wellkept-*")) if folder.is_dir() else 0


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
