"""How many are active, decided and not decided, and whether what was promised can be carried."""

from __future__ import annotations

from collections import Counter

from django.db.models import Count, IntegerField, Value

from wellkept.domain.accounts.models import Network
from wellkept.domain.cadence.load import Counters, load
from wellkept.domain.cadence.models import Standing


def count(*, network: Network) -> Counters:
    """The counters of a network, in one query.

    The not decided, who may be most of it, have neither a cadence nor a next step by it: they are counted and not grouped.
    """
    undecided, standings = Standing.Decided.UNDECIDED, Standing.objects.visible().filter(network=network)
    waiting = standings.filter(decided=undecided).values_list(
        Value(undecided), Value(None, output_field=IntegerField()), Value(0)
    )
    # the index that answers this alone is of those that are named, and not of all but one
    decided = standings.filter(decided__in=[kind for kind in Standing.Decided.values if kind != undecided])
    grouped = decided.values_list("decided", "cadence_days").annotate(due=Count("due_on"), how_many=Count("*"))
    rows = waiting.annotate(how_many=Count("*")).union(grouped, all=True)
    people: Counter[str] = Counter()
    cadences: Counter[int] = Counter()
    without_step = 0
    for kind, days, due, how_many in rows:
        people[kind] += how_many
        if days is not None:
            cadences[days] += how_many
            without_step += how_many - due
    active = sum(people.values())
    return Counters(
        active=active,
        decided=active - people[undecided],
        never=people[Standing.Decided.NEVER],
        undecided=people[undecided],
        without_step=without_step,
        load=load(cadences.items(), network.touch_goal),
    )
