"""Photos are read in the background: an engine takes seconds for each."""

from __future__ import annotations

from django_tasks import task

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.photos import WAYS, read_photos


@task()
def read_photos_job(network_id: int) -> None:
    """Read what waits in this network; a second job finds nothing to do."""
    network = Network.objects.select_related("owner").get(pk=network_id)
    with inside(network):
        read_photos(network=network, by=Actor(network.owner, "import"))


def resume_reading() -> int:
    """At start-up: what was not read before the stop. Answers of how many networks."""
    waiting = Captured._base_manager.filter(
        state=Captured.State.WAITING, way__in=WAYS, read={}, problem="", picture__isnull=False
    )
    networks = sorted(set(waiting.values_list("network_id", flat=True)))
    for network_id in networks:
        read_photos_job.enqueue(network_id)
    return len(networks)
