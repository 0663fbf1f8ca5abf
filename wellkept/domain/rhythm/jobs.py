"""Learning anew, in the background."""

from __future__ import annotations

from django_tasks import task

from wellkept.domain.accounts.models import Network


@task()
def learn_job(network_id: int) -> None:
    """A second job on the same day finds the lesson learned."""
    from wellkept.domain.accounts.tenancy import inside
    from wellkept.domain.rhythm.keeping import relearn
    from wellkept.domain.rhythm.models import Lesson

    network = Network.objects.filter(pk=network_id).first()
    if network is None:
        return
    today = network.today()
    with inside(network):
        if Lesson.objects.filter(network=network, learned_on__gte=today).exists():
            return
    relearn(network=network, today=today)
