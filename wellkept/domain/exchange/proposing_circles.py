"""Circles that follow from the user's own positions: who was at the same company, who went to the same school.

Proposed after an import, never done by itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.circles import put_in_circle
from wellkept.domain.contacts.models import Circle, CircleMembership, Contact, Position
from wellkept.domain.history.acting import Acting, acting

PRESENT, PAST, ALUMNI = "present-co-workers", "past-co-workers", "alumni"


@dataclass(frozen=True, slots=True)
class Proposal:
    """People who could be put in a circle because of one organization on the user's own card."""

    circle: Circle
    organization: str
    organization_id: int
    contacts: tuple[int, ...]
    names: tuple[str, ...]  # of the first few

    @property
    def count(self) -> int:
        return len(self.contacts)


def propose_circles(*, network: Network) -> list[Proposal]:
    """Those at the user's own employers and schools who are in none of the circles these give, the largest group first."""
    circles = {circle.key: circle for circle in Circle.objects.filter(network=network, key__in=(PRESENT, PAST, ALUMNI))}
    mine = Contact.objects.filter(network=network, is_me=True).values("pk")
    places = Position.objects.filter(contact__in=mine).select_related("organization")
    own = list(places.order_by("current", "pk"))
    meant: dict[int, str] = {}
    for place in own:
        meant[place.organization_id] = _circle_of(place)
    at = Position.objects.filter(
        network=network, organization__in=meant, contact__is_me=False, contact__archived_at=None
    )
    placed = set(
        CircleMembership.objects.filter(network=network, circle__in=circles.values()).values_list(
            "contact_id", flat=True
        )
    )
    found: dict[tuple[str, int], dict[int, str]] = {}
    for contact, name, organization, current in at.order_by("contact__sort_key").values_list(
        "contact_id", "contact__display", "organization_id", "current"
    ):
        key = meant[organization] if current or meant[organization] == ALUMNI else PAST
        if contact not in placed and key in circles:
            found.setdefault((key, organization), {}).setdefault(contact, name)
    names = {place.organization_id: place.organization.name for place in own}
    proposals = [
        Proposal(circles[key], names[organization], organization, tuple(people), tuple(people.values())[:3])
        for (key, organization), people in found.items()
    ]
    return sorted(proposals, key=lambda proposal: -proposal.count)


def _circle_of(place: Position) -> str:
    if place.kind == Position.Kind.EDUCATION:
        return ALUMNI
    return PRESENT if place.current else PAST


def accept_proposal(*, network: Network, circle: str, organization_id: int, by: Actor | Acting) -> Acting:
    """Put all of one proposal in its circle, as it stands now; one act."""
    proposal = next(
        (
            one
            for one in propose_circles(network=network)
            if one.circle.key == circle and one.organization_id == organization_id
        ),
        None,
    )
    if proposal is None:
        raise Refusal(_("There is nobody left to put in this circle."))
    summary = _("Put %(count)d from %(organization)s in %(circle)s") % {
        "count": proposal.count,
        "organization": proposal.organization,
        "circle": proposal.circle.name,
    }
    with acting(by, network, "circle", summary=summary) as act:
        people = Contact.objects.filter(network=network, pk__in=proposal.contacts)
        put_in_circle(contacts=people, circle=proposal.circle, by=act)
    return act
