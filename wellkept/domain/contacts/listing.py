"""The list of contacts: which ones, in what order, a page at a time.

What the upper rooms know of a contact (its standing) is read through the contact's own row of it, never imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import F, OuterRef, Prefetch, Q, QuerySet, Subquery

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
from wellkept.domain.contacts.paging import Counted, by_organization, by_standing, by_strength, fetched
from wellkept.formats.names import fold

MOST_WORDS = 6
SORTS = ("name", "organization", "touch", "next", "added", "strength")
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
        people = people.filter(created_at__date__gte=chosen.since)
    if chosen.has:
        table = Email if chosen.has.endswith("email") else Phone
        there = Q(pk__in=_contacts(table, network))
        people = people.filter(~there if chosen.has.startswith("no-") else there)
    return _standing(people, chosen, today)


def _standing(people: ContactQuerySet, chosen: ContactFilter, today: date) -> ContactQuerySet:
    if chosen.quiet:  # all but those who were touched since, so that it holds for who has no standing yet
        touched = _standings().filter(last_touch_on__gte=today - timedelta(days=chosen.quiet))
        people = people.exclude(pk__in=touched.filter(in_sight__in=(not chosen.archived,)).order_by().values("pk"))
    if not (chosen.decided or chosen.due):
        return people
    standings = _standings()
    if chosen.decided:
        standings = _decided(standings, chosen)
    if chosen.due:
        until = today if chosen.due == "now" else today + timedelta(days=6)
        standings = standings.filter(due_on__lte=until)
    # A sum, so that the database goes along the names and asks who is among them: most of a network may be.
    found: ContactQuerySet = people.alias(among=F("pk") + 0).filter(
        among__in=standings.filter(in_sight__in=(not chosen.archived,)).order_by().values("pk")
    )
    return found


def _decided(standings: QuerySet[Any], chosen: ContactFilter) -> QuerySet[Any]:
    if chosen.decided == "decided":
        return standings.filter(decided__in=["circle", "own", "never"])
    return standings.filter(decided=chosen.decided)


def _standings() -> QuerySet[Any]:
    rows: QuerySet[Any] = Contact.standing.related.related_model.objects.all()  # type: ignore[attr-defined]
    return rows


def keys_in_order(
    people: QuerySet[Contact], chosen: ContactFilter, network: Network
) -> Sequence[int] | QuerySet[Any, int]:
    """Their keys, sorted as the filter says; who has no value to sort by comes last, whichever way.

    Where the filter leaves somebody out, they are all fetched, for what asks each contact should be asked once, and not
    again for their number. Else a page is read from an index.
    """
    if not chosen.narrows and not chosen.archived:
        if chosen.sort == "organization":
            return by_organization(people, network, backwards=chosen.backwards)
        if chosen.sort in ("touch", "next"):
            standings = _standings().filter(in_sight__in=(True,))
            return by_standing(people, standings.order_by(*_order(chosen, "", "contact__")))
        if chosen.sort == "strength":
            return by_strength(people, network, backwards=chosen.backwards)
        return people.order_by(*_order(chosen)).values_list("pk", flat=True)
    if chosen.narrows_by == {"decided"} and not chosen.archived and chosen.sort in ("name", "added"):
        standings = _decided(_standings(), chosen).filter(in_sight__in=(True,))
        return Counted(people.order_by(*_order(chosen)).values_list("pk", flat=True), standings)
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
    column = F({"organization": "at", "touch": f"{standing}last_touch_on", "next": f"{standing}due_on"}[chosen.sort])
    first = column.desc(nulls_last=True) if chosen.backwards else column.asc(nulls_last=True)
    return [first, f"{contact}sort_key", "pk"]


# What a line of the list shows: a contact has forty columns, and a page fifty contacts.
_OF_LINE = (
    "display", "flag", "photo", "archived_at",
    "standing__decided", "standing__last_touch_on", "standing__due_on",
)  # fmt: skip
_OF_JOB = ("contact", "title", "organization__name")


def lines(keys: Sequence[int]) -> list[Contact]:
    """The contacts of these keys, in this order, with all that a line of the list shows: four questions, however many.

    A page is chosen by keys first: sorting thirty thousand whole rows to show fifty takes three times as long. What hangs
    on the contacts is asked for by contact alone, since an index on the network would be the slower way.
    """
    jobs = Position._base_manager.filter(current=True).select_related("organization").order_by("position", "id")
    circles = CircleMembership._base_manager.select_related("circle").only("contact", "circle__name")
    tags = Tagging._base_manager.select_related("tag").only("contact", "tag__name")
    people = Contact.objects.filter(pk__in=keys).select_related("standing").only(*_OF_LINE)
    people = people.prefetch_related(
        Prefetch("positions", queryset=jobs.only(*_OF_JOB), to_attr="current_positions"),
        Prefetch("circle_memberships", queryset=circles, to_attr="in_circles"),
        Prefetch("taggings", queryset=tags, to_attr="with_tags"),
    )
    place = {key: number for number, key in enumerate(keys)}
    return sorted(people, key=lambda contact: place[contact.pk])


def _named(network: Network, word: str) -> Q:
    """One word, somewhere in the name, an e-mail, an organization, the place or a tag."""
    organizations = Organization.objects.filter(network=network, key__contains=word)
    there = Q(sort_key__contains=word) | Q(display__icontains=word) | Q(nickname__icontains=word)
    there |= Q(location__icontains=word)
    there |= Q(pk__in=_contacts(Email, network, key__contains=word))
    there |= Q(pk__in=_contacts(Position, network, organization__in=organizations))
    there |= Q(pk__in=_contacts(Tagging, network, tag__in=Tag.objects.filter(network=network, key__contains=word)))
    return there


def _contacts(model: Any, network: Network, **having: Any) -> QuerySet[Any]:
    found: QuerySet[Any] = model.objects.filter(network=network, **having).order_by().values("contact_id")
    return found


def _number(text: str, *, most: int = 2**62) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 and 0 < int(text) <= most else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
