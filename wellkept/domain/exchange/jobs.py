"""Imports as background jobs, and what becomes of those that a stop of the server cut off."""

from __future__ import annotations

from django_tasks import task

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.exchange.models import ImportRun
from wellkept.domain.exchange.running import run_upload

State = ImportRun.State


@task()
def run_import_job(network_id: int, upload: str) -> None:
    """Run one upload; a second job for the same upload finds nothing to do."""
    network = Network.objects.select_related("owner").get(pk=network_id)
    with inside(network):
        run_upload(upload=upload, by=Actor(network.owner, "import"))


def resume_unfinished() -> int:
    """At start-up: put what was waiting or cut off in the queue again. Answers how many uploads."""
    unfinished = ImportRun._base_manager.filter(state__in=(State.WAITING, State.RUNNING))
    uploads = sorted(set(unfinished.values_list("network_id", "upload")))
    for network_id, upload in uploads:
        run_import_job.enqueue(network_id, upload)
    return len(uploads)
