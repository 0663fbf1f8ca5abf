"""Where the walk stands: which sources are done, who was remembered, how long it took, what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from wellkept.domain.accounts.models import Network
from wellkept.domain.recall.models import Source


@dataclass(frozen=True, slots=True)
class Stretch:
    """One source, how many names stand there, and how many of them are kept."""

    source: Source
    names: int
    kept: int


@dataclass(frozen=True, slots=True)
class Walk:
    stretches: tuple[Stretch, ...]

    @property
    def begun(self) -> bool:
        return bool(self.stretches)

    @property
    def total(self) -> int:
        return len(self.stretches)

    @property
    def done(self) -> int:
        """Gone through; what was skipped is left out of the way, but not done."""
        return sum(each.source.state == Source.State.DONE for each in self.stretches)

    @property
    def names(self) -> int:
        return sum(each.names for each in self.stretches)

    @property
    def minutes(self) -> int:
        return round(sum(each.source.seconds for each in self.stretches) / 60)

    @property
    def next(self) -> Source | None:
        """The first that is open; one at which names wait comes before all."""
        open_ones = [each for each in self.stretches if each.source.state == Source.State.OPEN]
        waiting = [each for each in open_ones if each.names > each.kept]
        return (waiting or open_ones)[0].source if open_ones else None

    def place_of(self, source: Source) -> int:
        """Counted from 1."""
        return next((number for number, each in enumerate(self.stretches, 1) if each.source.pk == source.pk), 0)


def walk_of(network: Network) -> Walk:
    """One query."""
    rows = Source.objects.filter(network=network).select_related("of_position__organization")
    counted = rows.annotate(
        names=Count("remembered"), kept=Count("remembered", filter=Q(remembered__kept_on__isnull=False))
    )
    return Walk(tuple(Stretch(source, source.names, source.kept) for source in counted.order_by("place", "pk")))
