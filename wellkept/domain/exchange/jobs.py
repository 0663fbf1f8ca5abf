"""Imports as background jobs, and what becomes of those that a stop of the server cut off."""

from __future__ import annotations

from django_tasks import task

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.exchange.models import ImportRun
from wellkept.domain.exchange.running import run_upload
from wellkept.domain.exchange.undoing import finish_undoing

State = ImportRun.State


@task()
def run_import_job(network_id: int, upload: str) -> None:
    """Run one upload; a second job for the same upload finds nothing to do."""
    network = Network.objects.select_related("owner").get(pk=network_id)
    with inside(network):
        run_upload(upload=upload, by=Actor(network.owner, "import"))


@task()
def undo_import_job(network_id: int, upload: str) -> None:
    """Undo one upload that was marked as being undone."""
    network = Network.objects.select_related("owner").get(pk=network_id)
    with inside(network):
        finish_undoing(network=network, upload=upload, by=Actor(network.owner, "import"))


def resume_unfinished() -> int:
    """At start-up: put what was waiting or cut off in the queue again. Answers how many uploads."""
    cut_off = 0
    for job, states in ((run_import_job, (State.WAITING, State.RUNNING)), (undo_import_job, (State.UNDOING,))):
        unfinished = ImportRun._base_manager.filter(state__in=states)
        for network_id, upload in sorted(set(unfinished.values_list("network_id", "upload"))):
            job.enqueue(network_id, upload)
            cut_off += 1
    return cut_off
