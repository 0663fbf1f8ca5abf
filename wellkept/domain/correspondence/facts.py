"""Gathering what is known of many contacts at once: a dozen queries, however many they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db.models import F, Q, Window
from django.db.models.functions import RowNumber

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import Contact, CustomField, Email, Link, Phone, Position, PostalAddress
from wellkept.domain.correspondence.known import Known, Named, Pledge, Said, Shared
from wellkept.domain.correspondence.learned import loved, needed
from wellkept.domain.timeline.models import Fact, Interaction, Participation, Promise, Referral

NEED = Fact.Kind.NEED
NEWEST = 6  # interactions read of each contact
MOST_TWINS = 40
LEISURE = Q()
for _name in ("hobby", "hobbies", "interest", "interests"):
    LEISURE |= Q(name__iexact=_name)


def gather(*, network: Network, contacts: Collection[int]) -> dict[int, Known]:
    """What is known of these contacts of the network; those that are not there are left out."""
    ids = list(contacts)
    people = list(Contact.objects.filter(network=network, pk__in=ids, is_me=False).select_related("met_through"))
    me = Contact.objects.filter(network=network, is_me=True).first()
    if not people:
        return {}
    scope = {"network": network, "contact__in": ids}
    said, pledges = _said(scope), _pledges(scope, network)
    positions = _positions(network, ids, me)
    mine = positions.get(me.pk, []) if me else []
    emails = _by_contact(Email.objects.filter(**scope).values_list("contact_id", "address"))
    phones = _by_contact(Phone.objects.filter(**scope).values_list("contact_id", "number", "key"))
    links = dict(
        Link.objects.filter(**scope, kind="linkedin").order_by("-position", "-pk").values_list("contact_id", "url")
    )
    places = {place.contact_id: place for place in PostalAddress.objects.filter(**scope).order_by("-position", "-pk")}
    hobbies = _by_contact(CustomField.objects.filter(LEISURE, **scope).values_list("contact_id", "value"))
    named, learned = _named(scope), _learned(scope)
    known = {}
    for person in people:
        place = places.get(person.pk)
        theirs = positions.get(person.pk, [])
        known[person.pk] = Known(
            contact=person.pk,
            key=str(person.uid),
            said=tuple(said.get(person.pk, ())),
            pledges=tuple(pledges.get(person.pk, ())),
            named=tuple(named.get(person.pk, ())),
            shared=_shared(mine, theirs),
            interests=_interests(person, hobbies.get(person.pk, []), learned.get(person.pk, [])),
            needs=tuple(need for kind, words in learned.get(person.pk, []) if kind == NEED and (need := needed(words))),
            city=place.city if place else "",
            emails=tuple(address for (address,) in emails.get(person.pk, [])),
            phones=tuple((number, key) for number, key in phones.get(person.pk, [])),
            linkedin=links.get(person.pk, ""),
            address=str(place) if place and (place.street or place.formatted) else "",
            me_first=_own_first_name(me, network),
            me_display=me.display if me else "",
            **_of_person(person, network),
            **_of_job(mine, theirs),
        )
    return known


def _of_person(person: Contact, network: Network) -> dict[str, Any]:
    return {
        "display": person.display,
        "first_name": person.first_name,
        "given": person.given,
        "family": person.family,
        "met_on": _met_on(person, network),
        "met_year": person.met_on_year,
        "met_where": person.met_where,
        "met_how": person.met_how,
        "met_through": person.met_through.display if person.met_through else "",
        "connected_on": person.connected_on,
        "photo": person.photo_id,
    }


def _of_job(mine: list[Position], theirs: list[Position]) -> dict[str, Any]:
    """The present job, and whether it is at the user's own employer."""
    job = next((stay for stay in theirs if stay.current and stay.kind == Position.Kind.JOB), None)
    if job is None:
        return {}
    return {
        "title": job.title,
        "organization": job.organization.name,
        "position_since": job.since,
        "colleague": any(stay.current and stay.organization_id == job.organization_id for stay in mine),
    }


def twins_of(known: Iterable[Known], recalled: dict[int, tuple[date, str, str]], *, network: Network) -> set[int]:
    """Other contacts whose letter could begin alike: something passed with them on the same day with the same words
    (or, without words, in the same way). ``recalled`` holds day, kind and body by contact."""
    if not recalled:
        return set()
    alike = set(recalled.values())
    # From the interactions' side, so that they are found by their day.
    rows = Interaction.objects.filter(network=network, on__in={on for on, _kind, _body in alike}).order_by()
    wordless = {kind for _on, kind, body in alike if not body}
    rows = rows.filter(Q(body__in={body for _on, _kind, body in alike if body}) | Q(kind__in=wordless))
    others: set[int] = set()
    for contact, on, kind, body in rows.values_list("participations__contact_id", "on", "kind", "body"):
        if contact is not None and (
            (on, kind, "") in alike or any(on == day and body == words for day, _kind, words in alike)
        ):
            others.add(contact)
    return set(sorted(others - {person.contact for person in known})[:MOST_TWINS])


def _said(scope: dict[str, Any]) -> dict[int, list[Said]]:
    rank = Window(RowNumber(), partition_by=[F("contact_id")], order_by=[F("on").desc(), F("interaction_id").desc()])
    newest = (
        Participation.objects.filter(**scope)
        .annotate(rank=rank)
        .filter(rank__lte=NEWEST)
        .order_by("contact_id", "rank")
    )
    parts = list(newest.values_list("contact_id", "interaction_id"))
    rows = Interaction.objects.filter(
        network=scope["network"], pk__in={interaction for _contact, interaction in parts}
    ).order_by()
    columns = ("on", "kind", "direction", "body", "place", "sent_count", "received_count", "source")
    passed: dict[int, Said] = {key: Said(*rest) for key, *rest in rows.values_list("pk", *columns)}
    said: dict[int, list[Said]] = defaultdict(list)
    for contact, interaction in parts:
        said[contact].append(passed[interaction])
    return said


def _pledges(scope: dict[str, Any], network: Network) -> dict[int, list[Pledge]]:
    pledges: dict[int, list[Pledge]] = defaultdict(list)
    rows = Promise.objects.filter(**scope, settled_on=None, forgiven_on=None).select_related("interaction")
    for row in rows.order_by(F("due_on").asc(nulls_last=True), "pk"):
        made = row.interaction.on if row.interaction else network.today(row.created_at)
        pledges[row.contact_id].append(Pledge(row.pk, row.by, row.text, made, row.due_on, row.thanks))
    return pledges


def _named(scope: dict[str, Any]) -> dict[int, list[Named]]:
    named: dict[int, list[Named]] = defaultdict(list)
    rows = Referral.objects.filter(**scope, met=None, dropped_on=None).order_by("on", "pk")
    for contact, key, name, about, on in rows.values_list("contact_id", "pk", "name", "about", "on"):
        named[contact].append(Named(key, name, about, on))
    return named


def _learned(scope: dict[str, Any]) -> dict[int, list[tuple[str, str]]]:
    """Facts and needs that still hold, the newest first."""
    learned: dict[int, list[tuple[str, str]]] = defaultdict(list)
    rows = Fact.objects.filter(**scope, over_on=None, kind__in=(Fact.Kind.FACT, NEED)).order_by("-on", "-pk")
    for contact, kind, words in rows.values_list("contact_id", "kind", "words"):
        learned[contact].append((kind, words))
    return learned


def _positions(network: Network, ids: list[int], me: Contact | None) -> dict[int, list[Position]]:
    everybody = [*ids, me.pk] if me else ids
    rows = Position.objects.filter(network=network, contact__in=everybody).select_related("organization")
    positions: dict[int, list[Position]] = defaultdict(list)
    for row in rows.order_by("contact_id", "-current", "position", "pk"):
        positions[row.contact_id].append(row)
    return positions


def _by_contact(rows: Any) -> dict[int, list[tuple[Any, ...]]]:
    lists: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for contact, *rest in rows.order_by("position", "pk"):
        lists[contact].append(tuple(rest))
    return lists


def _shared(mine: list[Position], theirs: list[Position]) -> tuple[Shared, ...]:
    found: dict[int, Shared] = {}
    for stay in theirs:
        for own in mine:
            if own.organization_id == stay.organization_id:
                together = _overlap(own, stay)
                before = found.get(stay.organization_id)
                if before is None or (together and not before.together):
                    found[stay.organization_id] = Shared(stay.organization.name, own.kind, together)
    return tuple(sorted(found.values(), key=lambda shared: (not shared.together, shared.kind, shared.name)))


def _overlap(one: Position, other: Position) -> bool:
    """Whether the years are known to overlap."""
    if not one.started_year or not other.started_year:
        return False
    ends = [stay.ended_year or (9999 if stay.current else None) for stay in (one, other)]
    if ends[0] is None or ends[1] is None:
        return False
    return min(ends[0], ends[1]) >= max(one.started_year, other.started_year)


def _interests(person: Contact, hobbies: list[tuple[Any, ...]], learned: list[tuple[str, str]]) -> tuple[str, ...]:
    words = [*(person.interests or []), *(value for (value,) in hobbies)]
    words += [loved(said) for kind, said in learned if kind == Fact.Kind.FACT]
    return tuple(dict.fromkeys(str(word).strip() for word in words if word and len(str(word)) <= 40))


def _met_on(person: Contact, network: Network) -> date | None:
    if person.met_at:
        return network.today(person.met_at)
    try:
        return date(person.met_on_year or 0, person.met_on_month or 0, person.met_on_day or 0)
    except ValueError:
        return None


def _own_first_name(me: Contact | None, network: Network) -> str:
    """The name to sign with: of the own card, else of the user."""
    if me and (me.nickname or me.given):
        return me.nickname or me.given
    name = me.display if me else network.owner.name
    return "" if "@" in name else name.split(" ")[0]
