"""The circles a network begins with, and who is in them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.contacts.belonging import check_ours
from wellkept.domain.contacts.models import Circle, CircleMembership, Contact
from wellkept.domain.history.acting import Acting, acting

CHUNK = 500  # contacts in one question to the database

# key, name, cadence in days. The cadences are product defaults, the user's to change.
FIRST_CIRCLES = [
    ("family", _("Family"), 30),
    ("friends", _("Friends"), 45),
    ("present-co-workers", _("Present co-workers"), 60),
    ("past-co-workers", _("Past co-workers"), 180),
    ("other-departments", _("Other departments"), 120),
    ("customers", _("Customers"), 90),
    ("vendors", _("Vendors"), 180),
    ("alumni", _("Alumni"), 365),
    ("professional-organizations", _("Professional organizations"), 180),
    ("community", _("Community"), 180),
]


def lay_circles(*, network: Network) -> list[Circle]:
    """The ten circles of a new network. Part of founding it, so not an act of its history."""
    return Circle._base_manager.bulk_create(
        Circle(network=network, key=key, name=str(name), cadence_days=days, position=position)
        for position, (key, name, days) in enumerate(FIRST_CIRCLES)
    )


def put_in_circle(*, contacts: Iterable[Contact], circle: Circle, by: Actor | Acting) -> int:
    """Put contacts in a circle; answers how many were not in it before."""
    people = list(contacts)
    check_ours(circle.network, people)
    summary = ngettext("Put %(count)d contact in %(circle)s", "Put %(count)d contacts in %(circle)s", len(people))
    with acting(by, circle.network, "circle", summary=summary % {"count": len(people), "circle": circle.name}) as act:
        there = {membership.contact_id for membership in _memberships(people, circle)}
        fresh = [person for person in people if person.pk not in there]
        act.add_all([CircleMembership(contact=person, circle=circle) for person in fresh])
    return len(fresh)


def take_out_of_circle(*, contacts: Iterable[Contact], circle: Circle, by: Actor | Acting) -> int:
    """Take contacts out of a circle; answers how many were in it."""
    people = list(contacts)
    check_ours(circle.network, people)
    summary = ngettext(
        "Took %(count)d contact out of %(circle)s", "Took %(count)d contacts out of %(circle)s", len(people)
    )
    with acting(by, circle.network, "circle", summary=summary % {"count": len(people), "circle": circle.name}) as act:
        memberships = _memberships(people, circle)
        act.remove_all(memberships)
    return len(memberships)


def _memberships(people: list[Contact], circle: Circle) -> list[CircleMembership]:
    keys = [person.pk for person in people]
    return [
        membership
        for start in range(0, len(keys), CHUNK)
        for membership in CircleMembership.objects.filter(circle=circle, contact_id__in=keys[start : start + CHUNK])
    ]
