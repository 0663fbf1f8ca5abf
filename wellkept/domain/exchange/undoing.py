"""Taking an import back as a whole: all its acts, newest first, or none."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.models import ImportRun
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import Answer, Choices, undo_batch

State = ImportRun.State


def begin_undoing(*, network: Network, upload: str, by: Actor) -> list[ImportRun]:
    """Mark an upload as being undone, for a job that does it. Refused while it runs, or when it is somebody else's."""
    runs = _undoable(network, upload, by)
    ImportRun.objects.filter(pk__in=[run.pk for run in runs]).update(state=State.UNDOING)
    return runs


def finish_undoing(*, network: Network, upload: str, by: Actor) -> None:
    """Undo an upload that was marked; what clashes leaves it as it was, with the reason in ``options['not_undone']``."""
    marked = ImportRun.objects.filter(network=network, upload=upload, state=State.UNDOING)
    if not marked.exists():
        return
    try:
        undo_upload(network=network, upload=upload, by=by)
    except Refusal as refusal:
        for run in marked:
            run.state = State.FAILED if run.problem else State.DONE
            run.options = {**run.options, "not_undone": str(refusal)}
            run.save(update_fields=["state", "options"])


def _undoable(network: Network, upload: str, by: Actor) -> list[ImportRun]:
    runs = list(ImportRun.objects.filter(network=network, upload=upload))
    if not runs or by.user.pk != network.owner_id:
        raise Refusal(_("There is no such import."))
    if any(run.state in (State.WAITING, State.RUNNING) for run in runs):
        raise Refusal(_("This import is still running; it can be undone when it is done."))
    return runs


def acts_of_upload(*, network: Network, upload: str, by: Actor) -> list[Act]:
    """What there is to undo of the imports of one upload."""
    batches = [run.batch for run in _undoable(network, upload, by)]
    return list(Act.objects.filter(network=network, batch__in=batches, undo_of=None, undone_by=None))


def undo_upload(
    *,
    network: Network,
    upload: str,
    by: Actor,
    choices: Choices | None = None,
    otherwise: Answer | None = None,
) -> list[Act]:
    """Undo every act of the imports of one upload. What the sources said goes with it, so the file can come again.

    Raises ``Clash`` (and changes nothing) when something that was imported has been built upon since and nobody chose
    what is to become of it. What is kept stays known to its source.
    """
    with transaction.atomic():
        runs = _undoable(network, upload, by)
        acts = acts_of_upload(network=network, upload=upload, by=by)
        undone = undo_batch(acts=acts, by=by, choices=choices, otherwise=otherwise)
        ImportRun.objects.filter(pk__in=[run.pk for run in runs]).update(state=State.UNDONE)
    return undone


def follow_history(*, act: Act, **_signal: Any) -> None:
    """However the acts of an import are taken back or done again (by the history's page, by a key): its state says how they stand."""
    if act.undo_of is None:
        return
    root = act
    while root.undo_of is not None:
        root = root.undo_of
    key = root.batch.removeprefix("import:")
    run = ImportRun.objects.filter(network=act.network, pk=int(key)).first() if key != root.batch else None
    if run is None:
        return
    runs = ImportRun.objects.filter(network=act.network, upload=run.upload)
    if not _any_stands([one.batch for one in runs], act.network):
        runs.filter(state=State.DONE).update(state=State.UNDONE)
    else:
        undone = runs.filter(state=State.UNDONE)
        undone.filter(problem="").update(state=State.DONE)
        undone.exclude(problem="").update(state=State.FAILED)


def _any_stands(batches: list[str], network: Network) -> bool:
    """Whether one of the acts of these imports is in force: not undone, or done again."""
    level = set(Act.objects.filter(network=network, batch__in=batches, undo_of=None).values_list("pk", flat=True))
    stands = True
    while level:
        followed = dict(Act.objects.filter(network=network, undo_of__in=level).values_list("undo_of", "pk"))
        if stands and len(followed) < len(level):
            return True
        level, stands = set(followed.values()), not stands
    return False
