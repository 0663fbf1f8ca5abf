"""What every page's frame needs."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from wellkept.domain.cadence.models import Standing


def frame(request: HttpRequest) -> dict[str, Any]:
    network = getattr(request, "network", None)
    if network is None:
        return {"network": None, "in_sample": False}
    return {
        "network": network,
        "in_sample": network.kind == "sample",
        "single_keys": "on" if network.single_keys else "off",
        "undecided": Undecided(network),
    }


class Undecided:
    """How many contacts wait for triage; counted when a page shows it."""

    def __init__(self, network: Any) -> None:
        self.network = network

    def __str__(self) -> str:
        return str(self.count)

    def __bool__(self) -> bool:
        return self.count > 0

    @property
    def count(self) -> int:
        if not hasattr(self, "_count"):
            waiting = Standing.objects.visible().filter(network=self.network, decided="undecided")
            self._count = waiting.count()
        return self._count
