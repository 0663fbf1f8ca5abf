"""Archives as background jobs."""

from __future__ import annotations

from django_tasks import task

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.exchange.exporting.ordering import make_export
from wellkept.domain.exchange.models import ExportRun


@task()
def make_export_job(network_id: int, run_id: int) -> None:
    """Make one archive; an order that is gone or done already is passed over."""
    network = Network.objects.select_related("owner").get(pk=network_id)
    with inside(network):
        run = ExportRun.objects.filter(pk=run_id).first()
        if run is not None:
            run.network = network
            make_export(run=run)
