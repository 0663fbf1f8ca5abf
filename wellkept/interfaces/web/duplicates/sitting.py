"""One sitting of reviewing duplicates: which pair comes next, which were put aside, how far one is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from wellkept.domain.contacts.comparing import Comparison, compare_contacts
from wellkept.domain.contacts.likening import likening_of
from wellkept.domain.contacts.likening_jobs import BUSY
from wellkept.domain.contacts.merging import better_name, better_of
from wellkept.domain.contacts.merging_organizations import larger_of, some_people
from wellkept.domain.contacts.models import Organization
from wellkept.domain.contacts.reasoning import Said, chance_words, said_of
from wellkept.domain.contacts.sameness import Likeness, Likening, OrganizationLikeness, Unlooked

MOST_ASIDE = 1000  # put aside in one sitting; the oldest come back after that
SHOWN = 50  # of the sure ones, before they are merged
PEOPLE, HOUSES = "duplicates-aside", "duplicates-houses-aside"


@dataclass(frozen=True)
class Progress:
    done: int
    left: int

    @property
    def total(self) -> int:
        return self.done + self.left


@dataclass(frozen=True)
class Pair:
    """Two contacts that may be one, the one that would stay first."""

    comparison: Comparison
    reasons: list[Said]
    words: str


@dataclass(frozen=True)
class HousePair:
    kept: Organization
    gone: Organization
    reasons: list[Said]
    people: list[list[str]]


@dataclass(frozen=True)
class Sitting:
    progress: Progress
    pair: Pair | None
    aside: int


def put_aside(request: Any, kind: str = PEOPLE) -> list[int]:
    return list(_kept(request, kind).get("pairs", []))


def done_so_far(request: Any, kind: str = PEOPLE) -> int:
    return int(_kept(request, kind).get("done", 0))


def set_aside(request: Any, pair: int, kind: str = PEOPLE) -> None:
    _keep(request, kind, pairs=[*put_aside(request, kind), pair][-MOST_ASIDE:])


def count_one(request: Any, kind: str = PEOPLE) -> None:
    _keep(request, kind, done=done_so_far(request, kind) + 1)


def take_back_last(request: Any, kind: str) -> None:
    """The pair that was put aside last is open again."""
    _keep(request, kind, pairs=put_aside(request, kind)[:-1])


def take_up_again(request: Any) -> None:
    for kind in (PEOPLE, HOUSES):
        request.session.pop(kind, None)


def _kept(request: Any, kind: str) -> dict[str, Any]:
    kept = request.session.get(kind, {})
    return kept if kept.get("network") == request.network.pk else {}


def _keep(request: Any, kind: str, **columns: Any) -> None:
    request.session[kind] = {"network": request.network.pk, **_kept(request, kind), **columns}


def sit(request: Any) -> Sitting:
    """What the page of contacts shows."""
    aside = put_aside(request)
    waiting: QuerySet[Likeness] = Likeness.objects.filter(network=request.network)
    next_one = (
        waiting.exclude(pk__in=aside)
        .order_by("-sure", "-weight", "pk")
        .select_related("one__photo", "other__photo", "one__met_through", "other__met_through")
        .first()
    )
    progress = Progress(done_so_far(request), waiting.count())
    return Sitting(progress, _pair(next_one) if next_one else None, len(aside))


def _pair(found: Likeness) -> Pair:
    kept, gone = better_of(found.one, found.other)
    return Pair(
        comparison=compare_contacts(kept, gone, better_name(kept, gone)),
        reasons=(reasons := said_of(found.reasons)),
        words=chance_words(found.chance, reasons),
    )


def sit_with_houses(request: Any) -> dict[str, Any]:
    """What the page of organizations shows."""
    aside = put_aside(request, HOUSES)
    waiting = OrganizationLikeness.objects.filter(network=request.network)
    found = waiting.exclude(pk__in=aside).order_by("-weight", "pk").select_related("one", "other").first()
    pair = _house_pair(found) if found else None
    return {"progress": Progress(done_so_far(request, HOUSES), waiting.count()), "pair": pair, "aside": len(aside)}


def _house_pair(found: OrganizationLikeness) -> HousePair:
    kept, gone = larger_of(found.one, found.other)
    return HousePair(kept, gone, said_of(found.reasons), people_of(kept, gone))


def people_of(*houses: Organization) -> list[list[str]]:
    return [some_people(house) for house in houses]


def around(request: Any) -> dict[str, Any]:
    """How the search stands, and the pairs that need no look."""
    network = request.network
    known = likening_of(network)
    sure = Likeness.objects.filter(network=network, sure=True).select_related("one", "other").order_by("-weight")
    return {
        "likening": known,
        "busy": known.state in BUSY,
        "merging": known.state == Likening.State.MERGING,
        "unlooked": Unlooked.objects.filter(network=network).values("contact").distinct().count(),
        "sure_count": sure.count(),
        "sure_pairs": [(pair, said_of(pair.reasons)[:2]) for pair in sure[:SHOWN]],
        "people_count": Likeness.objects.filter(network=network).count(),
        "house_count": OrganizationLikeness.objects.filter(network=network).count(),
    }
