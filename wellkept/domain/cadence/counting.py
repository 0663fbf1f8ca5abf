"""How many are active, decided and not decided, and whether what was promised can be carried."""

from __future__ import annotations

from collections import Counter

from django.db.models import Count

from wellkept.domain.accounts.models import Network
from wellkept.domain.cadence.load import Counters, load
from wellkept.domain.cadence.models import Standing


def count(*, network: Network) -> Counters:
    """The counters of a network.

    The not decided, who may be most of it, have no cadence and nothing to sort them by: they are only counted.
    """
    people: Counter[str] = Counter()
    standings = Standing.objects.visible().filter(network=network)
    people[Standing.Decided.UNDECIDED] = standings.filter(decided=Standing.Decided.UNDECIDED).count()
    rows = (
        standings.filter(decided__in=[kind for kind in Standing.Decided.values if kind != Standing.Decided.UNDECIDED])
        .order_by("decided", "cadence_days")  # the order of the index that answers this alone
        .values_list("decided", "cadence_days")
        .annotate(how_many=Count("pk"), due=Count("due_on"))
    )
    cadences: Counter[int] = Counter()
    without_step = 0
    for decided, days, how_many, due in rows:
        people[decided] += how_many
        if days is not None:
            cadences[days] += how_many
            without_step += how_many - due
    active = sum(people.values())
    undecided = people[Standing.Decided.UNDECIDED]
    return Counters(
        active=active,
        decided=active - undecided,
        never=people[Standing.Decided.NEVER],
        undecided=undecided,
        without_step=without_step,
        load=load(cadences.items(), network.touch_goal),
    )
