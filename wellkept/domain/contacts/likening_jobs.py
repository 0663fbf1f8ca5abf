"""The search for duplicates as a background job."""

from __future__ import annotations

from django_tasks import task

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.contacts.likening import FEW, catch_up, search_all
from wellkept.domain.contacts.likening_organizations import search_organizations
from wellkept.domain.contacts.merging_sure import merge_sure
from wellkept.domain.contacts.sameness import Likening, Unlooked

State = Likening.State
BUSY = (State.WAITING, State.RUNNING, State.MERGING)


@task()
def catch_up_job(network_id: int) -> None:
    """Compare whoever came or changed; a second job finds nothing to do."""
    network = Network.objects.filter(pk=network_id).first()
    if network is None:
        return
    with inside(network):
        many = Unlooked.objects.filter(network=network).count() > FEW
    catch_up(network=network)
    if many:
        search_organizations(network=network)


@task()
def search_all_job(network_id: int) -> None:
    """Look through the whole network, and say on the way how far it has come."""
    network = Network.objects.filter(pk=network_id).first()
    if network is None:
        return
    with inside(network):
        row = Likening.objects.filter(network=network)

        def progress(compared: int) -> None:
            row.update(state=State.RUNNING, compared=compared)

        progress(0)
        search_organizations(network=network)
        search_all(network=network, progress=progress)


@task()
def merge_sure_job(network_id: int, batch: str) -> None:
    """Merge those that are sure; what a stop cuts off stays on the list."""
    network = Network.objects.select_related("owner").filter(pk=network_id).first()
    if network is None:
        return
    with inside(network):
        row = Likening.objects.filter(network=network)

        def progress(merged: int) -> None:
            row.update(compared=merged)

        merge_sure(network=network, by=Actor(network.owner, "web"), batch=batch, progress=progress)
        row.update(state=State.DONE)
        catch_up(network=network)


def begin_merging(*, network: Network, batch: str) -> None:
    """Ask for the sure ones to be merged, unless that was asked for."""
    with inside(network):
        known, _made = Likening.objects.get_or_create(network=network)
        if known.state not in BUSY:
            Likening.objects.filter(pk=known.pk).update(state=State.MERGING, compared=0)
            merge_sure_job.enqueue(network.pk, batch)


def begin_search(*, network: Network) -> None:
    """Ask for a search through the whole network, unless one was asked for."""
    with inside(network):
        known, _made = Likening.objects.get_or_create(network=network)
        if known.state not in BUSY:
            Likening.objects.filter(pk=known.pk).update(state=State.WAITING, compared=0)
            search_all_job.enqueue(network.pk)


def resume_likening() -> int:
    """At start-up: ask again for what was waiting or cut off. Answers how many networks."""
    Likening._base_manager.filter(state=State.MERGING).update(state=State.DONE)
    unlooked = set(Unlooked._base_manager.values_list("network_id", flat=True).distinct())
    searching = set(
        Likening._base_manager.filter(state__in=(State.WAITING, State.RUNNING)).values_list("network_id", flat=True)
    )
    for network_id in sorted(searching):
        search_all_job.enqueue(network_id)
    for network_id in sorted(unlooked - searching):
        catch_up_job.enqueue(network_id)
    return len(unlooked | searching)
