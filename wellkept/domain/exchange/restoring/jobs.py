"""Restoring as background jobs, and what becomes of one that a stop of the server cut off."""

from __future__ import annotations

from django_tasks import task

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.exchange.restoring.staging import carry_out, look_through, unfinished


@task()
def look_through_job(network_id: int) -> None:
    network = Network.objects.select_related("owner").get(pk=network_id)
    with inside(network):
        look_through(network=network)


@task()
def restore_job(network_id: int) -> None:
    network = Network.objects.select_related("owner").get(pk=network_id)
    with inside(network):
        carry_out(network=network)


def resume_restores() -> int:
    """At start-up: what was cut off is begun again (it left nothing half-written). Answers how many."""
    found = unfinished()
    for network_id, state in found:
        (look_through_job if state == "checking" else restore_job).enqueue(network_id)
    return len(found)
