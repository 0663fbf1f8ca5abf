"""The list of contacts: which ones, in what order, a page at a time.

What the upper rooms know of a contact (its standing) is read through the contact's own row of it, never imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery

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
from wellkept.formats.names import fold

MOST_WORDS = 6
SORTS = ("name", "organization", "touch", "next", "added")
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
        return any(
            getattr(self, field.name) for field in fields(self) if field.name not in ("sort", "backwards", "archived")
        )


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
        there = Exists(table.objects.filter(network=network, contact=OuterRef("pk")))
        people = people.filter(~there if chosen.has.startswith("no-") else there)
    return _standing(people, chosen, today)


def _standing(people: ContactQuerySet, chosen: ContactFilter, today: date) -> ContactQuerySet:
    if chosen.decided == "decided":
        people = people.filter(standing__decided__in=["circle", "own", "never"])
    elif chosen.decided:
        people = people.filter(standing__decided=chosen.decided)
    if chosen.due:
        until = today if chosen.due == "now" else today + timedelta(days=6)
        people = people.filter(standing__due_on__lte=until)
    if chosen.quiet:
        before = today - timedelta(days=chosen.quiet)
        people = people.filter(Q(standing__last_touch_on__lt=before) | Q(standing__last_touch_on=None))
    return people


def keys_in_order(people: QuerySet[Contact], chosen: ContactFilter) -> QuerySet[Contact, int]:
    """Their keys, sorted as the filter says; who has no value to sort by comes last, whichever way."""
    if chosen.sort == "name":
        people = people.order_by("-sort_key", "-pk") if chosen.backwards else people.order_by("sort_key", "pk")
        return people.values_list("pk", flat=True)
    if chosen.sort == "added":  # the newest first, unless backwards
        people = people.order_by("created_at", "pk") if chosen.backwards else people.order_by("-created_at", "-pk")
        return people.values_list("pk", flat=True)
    if chosen.sort == "organization":
        # by the contact alone, so that the database goes by the index on it; the contact is of this network already
        current = Position._base_manager.filter(contact=OuterRef("pk"), current=True, kind=Position.Kind.JOB)
        current = current.order_by("position", "id")
        people = people.annotate(at=Subquery(current.values("organization__key")[:1]))
        column = F("at")
    else:
        column = F("standing__last_touch_on" if chosen.sort == "touch" else "standing__due_on")
    order = column.desc(nulls_last=True) if chosen.backwards else column.asc(nulls_last=True)
    return people.order_by(order, "sort_key", "pk").values_list("pk", flat=True)


def lines(keys: Sequence[int]) -> list[Contact]:
    """The contacts of these keys, in this order, with all that a line of the list shows: four questions, however many.

    A page is chosen by keys first: sorting thirty thousand whole rows to show fifty takes three times as long. What hangs
    on the contacts is asked for by contact alone, since an index on the network would be the slower way.
    """
    jobs = Position._base_manager.filter(current=True).select_related("organization").order_by("position", "id")
    people = Contact.objects.filter(pk__in=keys).select_related("standing", "photo")
    people = people.prefetch_related(
        Prefetch("positions", queryset=jobs, to_attr="current_positions"),
        Prefetch("circle_memberships", queryset=CircleMembership._base_manager.select_related("circle")),
        Prefetch("taggings", queryset=Tagging._base_manager.select_related("tag")),
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
