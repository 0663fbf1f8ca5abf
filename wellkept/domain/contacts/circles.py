"""The circles a network begins with, and who is in them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.contacts.models import Circle, CircleMembership, Contact
from wellkept.domain.history.acting import Acting, acting

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
    with acting(by, circle.network, "circle", summary=f"Put {len(people)} in {circle.name}") as act:
        there = set(
            CircleMembership.objects.filter(circle=circle, contact__in=people).values_list("contact_id", flat=True)
        )
        fresh = [person for person in people if person.pk not in there]
        act.add_all([CircleMembership(contact=person, circle=circle) for person in fresh])
    return len(fresh)


def take_out_of_circle(*, contacts: Iterable[Contact], circle: Circle, by: Actor | Acting) -> int:
    """Take contacts out of a circle; answers how many were in it."""
    people = list(contacts)
    with acting(by, circle.network, "circle", summary=f"Took {len(people)} out of {circle.name}") as act:
        memberships = list(CircleMembership.objects.filter(circle=circle, contact__in=people))
        for membership in memberships:
            act.remove(membership)
    return len(memberships)
