"""The list of contacts: which ones, in what order, a page at a time.

What the upper rooms know of a contact (its standing, its rhythm) is read through the contact's own row of it, never
imported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import (
    CircleMembership,
    Contact,
    ContactQuerySet,
    Email,
    Organization,
    Phone,
    Position,
    Tag,
    Tagging,
)
from wellkept.domain.contacts.paging import (
    FEW,
    Counted,
    Crowd,
    FewOrMany,
    by_organization,
    by_standing,
    by_strength,
    fetched,
)
from wellkept.formats.names import fold

MOST_WORDS = 6
SORTS = ("name", "organization", "touch", "next", "added", "strength")
STANDING = {"touch": "last_touch_on", "next": "due_on"}  # sorted by a column of the standing
DECIDED = ("undecided", "decided", "circle", "own", "never")
DUE = ("now", "week")
HAS = ("email", "phone", "no-email", "no-phone")


@dataclass(frozen=True)
class ContactFilter:
    """Which contacts a list shows, as its address says it. What an address says wrongly is as if it were not said."""

    words: str = ""
    circle: int | None = None
    tag: int | None = None
    organization: int | None = None
    decided: str = ""
    due: str = ""
    quiet: int | None = None  # no touch in this many days
    since: date | None = None  # added on or after
    flag: bool = False
    archived: bool = False
    has: str = ""
    source: str = ""
    sort: str = "name"
    backwards: bool = False

    @classmethod
    def parse(cls, query: Mapping[str, Any]) -> ContactFilter:
        def text(name: str) -> str:
            return str(query.get(name) or "").strip()

        def one_of(name: str, allowed: Iterable[str]) -> str:
            return text(name) if text(name) in allowed else ""

        sort = text("sort")
        return cls(
            words=text("words")[:200],
            circle=_number(text("circle")),
            tag=_number(text("tag")),
            organization=_number(text("organization")),
            decided=one_of("decided", DECIDED),
            due=one_of("due", DUE),
            quiet=_number(text("quiet"), most=36500),
            since=_day(text("since")),
            flag=text("flag") == "1",
            archived=text("archived") == "1",
            has=one_of("has", HAS),
            source=text("source")[:30],
            sort=sort.removeprefix("-") if sort.removeprefix("-") in SORTS else "name",
            backwards=sort.startswith("-") and sort.removeprefix("-") in SORTS,
        )

    def query(self, **other: Any) -> str:
        """The query string that gives this filter; ``other`` replaces parts of it."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        said["sort"] = ("-" if said.pop("backwards") else "") + said["sort"]
        said.update(other)
        if said["sort"] == "name":
            said.pop("sort")
        return urlencode({key: 1 if value is True else value for key, value in said.items() if value})

    @property
    def narrows(self) -> bool:
        """True when it leaves somebody out."""
        return bool(self.narrows_by)

    @property
    def narrows_by(self) -> set[str]:
        """The names of what leaves somebody out."""
        aside = ("sort", "backwards", "archived")
        return {field.name for field in fields(self) if field.name not in aside and getattr(self, field.name)}


def contacts_of(network: Network, chosen: ContactFilter, *, today: date) -> QuerySet[Contact]:
    """The contacts that the filter chooses, unsorted."""
    people: ContactQuerySet = Contact.objects.filter(network=network)
    people = people.archived() if chosen.archived else people.active()
    for word in fold(chosen.words).split()[:MOST_WORDS]:
        people = people.filter(_named(network, word))
    if chosen.circle:
        people = people.filter(pk__in=_contacts(CircleMembership, network, circle=chosen.circle))
    if chosen.tag:
        people = people.filter(pk__in=_contacts(Tagging, network, tag=chosen.tag))
    if chosen.organization:
        people = people.filter(pk__in=_contacts(Position, network, organization=chosen.organization))
    if chosen.flag:
        people = people.exclude(flag="")
    if chosen.source:
        people = people.filter(source=chosen.source)
    if chosen.since:
        people = people.filter(created_at__gte=_begins(chosen.since, network))
    if chosen.has:
        table = Email if chosen.has.endswith("email") else Phone
        there = Exists(table._base_manager.filter(contact=OuterRef("pk")))
        people = people.filter(~there if chosen.has.startswith("no-") else there)
    return _standing(people, chosen, today)


def _standing(people: ContactQuerySet, chosen: ContactFilter, today: date) -> ContactQuerySet:
    """Each contact is asked for its own standing: of most filters a page is soon full."""
    own = _standings(chosen).filter(pk=OuterRef("pk"))
    if chosen.quiet:  # all but those who were touched since, so that it holds for who has no standing yet
        people = people.filter(~Exists(_touched(own, chosen.quiet, today)))
    if chosen.decided or chosen.due:
        people = people.filter(Exists(_stands(own, chosen, today)))
    return people


def _stands(standings: QuerySet[Any], chosen: ContactFilter, today: date) -> QuerySet[Any]:
    if chosen.decided:
        standings = _decided(standings, chosen)
    if chosen.due:
        standings = standings.filter(due_on__lte=today if chosen.due == "now" else today + timedelta(days=6))
    return standings


def _touched(standings: QuerySet[Any], days: int, today: date) -> QuerySet[Any]:
    return standings.filter(last_touch_on__gte=today - timedelta(days=days))


def _decided(standings: QuerySet[Any], chosen: ContactFilter) -> QuerySet[Any]:
    if chosen.decided == "decided":
        return standings.filter(decided__in=["circle", "own", "never"])
    return standings.filter(decided=chosen.decided)


def _standings(chosen: ContactFilter) -> QuerySet[Any]:
    rows: QuerySet[Any] = Contact.standing.related.related_model.objects.filter(in_sight__in=(not chosen.archived,))  # type: ignore[attr-defined]
    return rows


def keys_in_order(
    people: QuerySet[Contact], chosen: ContactFilter, network: Network, *, today: date
) -> Sequence[int] | QuerySet[Any, int]:
    """Their keys, sorted as the filter says, a page at a time; who has no value to sort by comes last, whichever way.

    Few are all read and sorted at once: to look for them page by page would take going through everybody else. Of many,
    a page is soon full, whichever index it is read along.
    """
    narrowed = bool(chosen.narrows or chosen.archived)
    count = _counted(chosen, network, today)
    if not narrowed or count:
        many = _many(Crowd(people, network, narrowed, count or people.count), chosen)
        stands = _indexed(chosen, today)
        return many if stands is None else FewOrMany(many, lambda: _few(people.filter(pk__in=fetched(stands)), chosen))
    keys = fetched(people.order_by("sort_key", "pk").values_list("pk", flat=True)[:FEW])
    if len(keys) == FEW:
        return _many(Crowd(people, network, narrowed, people.count), chosen)
    if chosen.sort == "name" and not chosen.backwards:
        return keys
    return _few(Contact.objects.filter(pk__in=keys), chosen)


def _indexed(chosen: ContactFilter, today: date) -> QuerySet[Any, int] | None:
    """The keys of those who are chosen, where nothing but an index of the standings is needed to tell them."""
    if chosen.archived or not chosen.narrows_by or chosen.narrows_by - {"decided", "due"}:
        return None
    keys: QuerySet[Any, int] = _stands(_standings(chosen), chosen, today).values_list("pk", flat=True)
    return keys


def _counted(chosen: ContactFilter, network: Network, today: date) -> Callable[[], int] | None:
    """How many there are, where an index of the standings knows it."""
    if (stands := _indexed(chosen, today)) is not None:
        return stands.count
    if chosen.quiet and chosen.narrows_by == {"quiet"} and not chosen.archived:
        everybody = Contact.objects.filter(network=network).active()
        touched = _touched(_standings(chosen), chosen.quiet, today)
        return lambda: everybody.count() - touched.count()
    return None


def _many(crowd: Crowd, chosen: ContactFilter) -> Sequence[int]:
    if chosen.sort == "organization":
        return by_organization(crowd, backwards=chosen.backwards)
    if chosen.sort == "strength":
        return by_strength(crowd, backwards=chosen.backwards)
    if chosen.sort in STANDING:
        standings = _standings(chosen).order_by(*_order(chosen, "", "contact__"))
        return by_standing(crowd, standings, STANDING[chosen.sort])
    return Counted(crowd.people.order_by(*_order(chosen)).values_list("pk", flat=True), crowd.count)


def _few(people: QuerySet[Contact], chosen: ContactFilter) -> list[int]:
    """All of them, sorted."""
    if chosen.sort == "organization":
        # by the contact alone, so that the database goes by the index on it; the contact is of this network already
        current = Position._base_manager.filter(contact=OuterRef("pk"), current=True, kind=Position.Kind.JOB)
        people = people.annotate(at=Subquery(current.order_by("position", "id").values("organization__key")[:1]))
    return fetched(people.order_by(*_order(chosen)).values_list("pk", flat=True))


def _order(chosen: ContactFilter, standing: str = "standing__", contact: str = "") -> list[Any]:
    """``standing`` and ``contact`` lead from what is sorted to these two."""
    if chosen.sort == "name":
        return ["-sort_key", "-pk"] if chosen.backwards else ["sort_key", "pk"]
    if chosen.sort == "added":  # the newest first, unless backwards
        return ["created_at", "pk"] if chosen.backwards else ["-created_at", "-pk"]
    if chosen.sort == "strength":  # the strongest tie first, unless backwards
        strength = F("rhythm__strength")
        first = strength.asc(nulls_last=True) if chosen.backwards else strength.desc(nulls_last=True)
        return [first, "sort_key", "pk"]
    column = F("at" if chosen.sort == "organization" else f"{standing}{STANDING[chosen.sort]}")
    first = column.desc(nulls_last=True) if chosen.backwards else column.asc(nulls_last=True)
    return [first, f"{contact}sort_key", "pk"]


@dataclass(frozen=True, slots=True)
class Line:
    """What the list shows of a contact. ``organization`` and ``title`` are of the first job they have now."""

    pk: int
    display: str
    photo: int | None
    flag: str
    archived_at: datetime | None
    decided: str | None
    last_touch_on: date | None
    due_on: date | None
    cadence_days: int | None
    last_on: date | None  # the last contact-day; with the next three, what the state of the tie is told by
    gap_days: float | None
    at_risk_gaps: float | None
    dormant_gaps: float | None
    at: int | None
    organization: str
    title: str
    circles: tuple[str, ...]
    tags: tuple[str, ...]


def lines(keys: Sequence[int]) -> list[Line]:
    """The contacts of these keys, in this order, with all that a line of the list shows: four questions, however many.

    A page is chosen by keys first: sorting thirty thousand whole rows to show fifty takes three times as long. What hangs
    on the contacts is asked for by contact alone, since an index on the network would be the slower way.
    """
    people: Any = Contact.objects.filter(pk__in=keys).values_list(
        "pk", "display", "photo", "flag", "archived_at",
        "standing__decided", "standing__last_touch_on", "standing__due_on", "standing__cadence_days",
        "rhythm__last_on", "rhythm__gap_days", "rhythm__at_risk_gaps", "rhythm__dormant_gaps",
    )  # fmt: skip
    jobs = Position._base_manager.filter(contact__in=keys, current=True).order_by("position", "id")
    first: dict[int, tuple[int | None, str, str]] = {}
    for key, at, organization, title in jobs.values_list("contact", "organization", "organization__name", "title"):
        first.setdefault(key, (at, organization, title))
    circles, tags = _names(CircleMembership, "circle__name", keys), _names(Tagging, "tag__name", keys)
    found: dict[int, Line] = {}
    for key, *shown in people:
        job = first.get(key, (None, "", ""))
        columns: list[Any] = [key, *shown, *job, tuple(circles.get(key, ())), tuple(tags.get(key, ()))]
        found[key] = Line(*columns)
    return [found[key] for key in keys if key in found]


def _names(model: Any, name: str, keys: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for key, word in model._base_manager.filter(contact__in=keys).order_by("pk").values_list("contact", name):
        found.setdefault(key, []).append(word)
    return found


def _named(network: Network, word: str) -> Q:
    """One word, somewhere in the name, an e-mail, an organization, the place or a tag."""
    organizations = Organization.objects.filter(network=network, key__contains=word)
    there = Q(sort_key__contains=word) | Q(display__icontains=word) | Q(nickname__icontains=word)
    there |= Q(location__icontains=word)
    elsewhere = _contacts(Email, network, key__contains=word).union(  # as one, so that each contact is looked up once
        _contacts(Position, network, organization__in=organizations),
        _contacts(Tagging, network, tag__in=Tag.objects.filter(network=network, key__contains=word)),
        all=True,
    )
    there |= Q(pk__in=elsewhere)
    return there


def _contacts(model: Any, network: Network, **having: Any) -> QuerySet[Any]:
    found: QuerySet[Any] = model.objects.filter(network=network, **having).order_by().values("contact_id")
    return found


def _begins(day: date, network: Network) -> datetime:
    """The moment at which a day began where the network's user is."""
    day = min(max(day, date(1900, 1, 1)), date(9000, 1, 1))  # beyond these a moment may have no number
    return datetime.combine(day, time.min, network.zone)


def _number(text: str, *, most: int = 2**62) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 and 0 < int(text) <= most else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
