"""What every page's frame needs."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.http import HttpRequest

from wellkept.domain.cadence.models import Standing
from wellkept.domain.contacts.likening import pairs_waiting


def frame(request: HttpRequest) -> dict[str, Any]:
    network = getattr(request, "network", None)
    if network is None:
        return {"network": None, "in_sample": False}
    return {
        "network": network,
        "in_sample": network.kind == "sample",
        "single_keys": "on" if network.single_keys else "off",
        "undecided": Count(lambda: _undecided(network)),
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


def _undecided(network: Any) -> int:
    return int(Standing.objects.visible().filter(network=network, decided="undecided").count())
