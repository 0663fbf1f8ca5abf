"""What every page's frame needs."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, cached_property
from typing import Any

from django.db.models import Count as Counted
from django.db.models import QuerySet, Value
from django.http import HttpRequest

from wellkept.domain.cadence.models import Standing
from wellkept.domain.capture.inbox import inbox
from wellkept.domain.contacts.sameness import Likeness, OrganizationLikeness

MOST_COUNTED = 1000  # beyond it a badge says 999+: nobody reads off a badge how many thousands there are


def frame(request: HttpRequest) -> dict[str, Any]:
    network = getattr(request, "network", None)
    if network is None:
        return {"network": None, "in_sample": False}
    waiting = cache(lambda: _waiting(network))
    return {
        "network": network,
        "in_sample": network.kind == "sample",
        "single_keys": "on" if network.single_keys else "off",
        "undecided": Count(lambda: _undecided(network)),
        "in_inbox": Count(lambda: waiting()["inbox"]),
        "duplicates": Count(lambda: waiting()["duplicates"]),
    }


class Count:
    """How many wait for something; counted when a page shows it."""

    def __init__(self, waiting: Callable[[], int]) -> None:
        self.waiting = waiting

    def __str__(self) -> str:
        return str(self.count) if self.count < MOST_COUNTED else f"{MOST_COUNTED - 1}+"

    def __bool__(self) -> bool:
        return self.count > 0

    @cached_property
    def count(self) -> int:
        return self.waiting()


def _undecided(network: Any) -> int:
    found = Standing.objects.visible().filter(network=network, decided="undecided").order_by()
    return int(found.values_list("pk")[:MOST_COUNTED].count())


def _waiting(network: Any) -> dict[str, int]:
    """How many captures wait, and how many pairs that may be duplicates; every page asks, so it is one query."""
    likenesses = [Likeness.objects.filter(network=network), OrganizationLikeness.objects.filter(network=network)]
    counted = [_counted("duplicates", rows) for rows in likenesses]
    found = {"inbox": 0, "duplicates": 0}
    for what, count in _counted("inbox", inbox(network)).union(*counted, all=True):
        found[what] += count
    return found


def _counted(what: str, rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    return rows.order_by().values(what=Value(what)).annotate(how_many=Counted("pk")).values_list("what", "how_many")
