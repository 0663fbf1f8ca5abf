"""Taking an import back as a whole: all its acts, newest first, or none."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.models import ImportRun
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo_batch


def undo_upload(*, network: Network, upload: str, by: Actor) -> list[Act]:
    """Undo every act of the imports of one upload. What the sources said goes with it, so the file can come again.

    Raises ``Clash`` (and changes nothing) when something that was imported has been built upon since.
    """
    with transaction.atomic():
        runs = list(ImportRun.objects.filter(network=network, upload=upload))
        if not runs:
            raise Refusal(_("There is no such import."))
        if any(run.state in (ImportRun.State.WAITING, ImportRun.State.RUNNING) for run in runs):
            raise Refusal(_("This import is still running; it can be undone when it is done."))
        batches = [run.batch for run in runs]
        acts = list(Act.objects.filter(network=network, batch__in=batches, undo_of=None, undone_by=None))
        undone = undo_batch(acts=acts, by=by)
        ImportRun.objects.filter(pk__in=[run.pk for run in runs]).update(state=ImportRun.State.UNDONE)
    return undone
