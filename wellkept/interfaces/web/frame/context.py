"""What every page's frame needs."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, cached_property
from typing import Any

from django.db.models import Count as Counted
from django.db.models import Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest

from wellkept.domain.accounts.models import Network
from wellkept.domain.cadence.models import Standing
from wellkept.domain.capture.inbox import inbox
from wellkept.domain.contacts.likening import pairs_waiting


def frame(request: HttpRequest) -> dict[str, Any]:
    network = getattr(request, "network", None)
    if network is None:
        return {"network": None, "in_sample": False}
    waiting = cache(lambda: _waiting(network))
    return {
        "network": network,
        "in_sample": network.kind == "sample",
        "single_keys": "on" if network.single_keys else "off",
        "undecided": Count(lambda: waiting()["undecided"]),
        "in_inbox": Count(lambda: waiting()["inbox"]),
        "duplicates": Count(lambda: pairs_waiting(network)),
    }


class Count:
    """How many wait for something; counted when a page shows it."""

    def __init__(self, waiting: Callable[[], int]) -> None:
        self.waiting = waiting

    def __str__(self) -> str:
        return str(self.count)

    def __bool__(self) -> bool:
        return self.count > 0

    @cached_property
    def count(self) -> int:
        return self.waiting()


def _waiting(network: Any) -> dict[str, int]:
    """How many are not decided, and how many captures wait; every page asks, so it is one query."""
    undecided = Standing.objects.visible().filter(network=network, decided="undecided")
    counts = {"undecided": _count(undecided), "inbox": _count(inbox(network))}
    return Network.objects.filter(pk=network.pk).values("pk").annotate(**counts).values(*counts).get()


def _count(rows: Any) -> Coalesce:
    counted = rows.order_by().values("network").annotate(n=Counted("pk")).values("n")
    return Coalesce(Subquery(counted), 0)
