"""Trips: where the user will be, and who of the network is there."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact, PostalAddress
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.plan.models import Trip
from wellkept.formats.names import fold

LONGEST_PLACE = 120  # characters
LONGEST = 366  # days


def plan_trip(*, network: Network, place: str, starts: date, ends: date, by: Actor | Acting, today: date) -> Trip:
    """The user will be in ``place`` from ``starts`` to ``ends``, both included."""
    words = " ".join(place.split())
    if not words:
        raise Refusal(_("Say where you will be."), field="place")
    if len(words) > LONGEST_PLACE:
        raise Refusal(_("A place takes at most %(most)d characters.") % {"most": LONGEST_PLACE}, field="place")
    if ends < starts:
        raise Refusal(_("The last day is before the first."), field="ends")
    if ends < today:
        raise Refusal(_("That is over already."), field="ends")
    if (ends - starts).days > LONGEST:
        raise Refusal(_("A trip takes a year at most."), field="ends")
    with acting(by, network, "trip", summary=_("Will be in %(place)s") % {"place": words}) as act:
        return act.add(Trip(place=words, starts=starts, ends=ends))


def cancel_trip(*, trip: Trip, by: Actor | Acting) -> None:
    with acting(by, trip.network, "trip", summary=_("Will not be in %(place)s") % {"place": trip.place}) as act:
        act.remove(trip)


def trips_ahead(*, network: Network, today: date) -> list[Trip]:
    """Those that are not over, the next one first."""
    return list(Trip.objects.filter(network=network, ends__gte=today).order_by("starts", "pk"))


def trips_between(*, network: Network, start: date, end: date) -> list[Trip]:
    return list(Trip.objects.filter(network=network, starts__lte=end, ends__gte=start).order_by("starts", "pk"))


def people_in(*, network: Network, place: str) -> set[int]:
    """Contacts in sight whose city or location names the place, whatever the case and the accents. Three queries."""
    wanted = fold(place)
    if not wanted:
        return set()
    addresses, people = PostalAddress.objects.filter(network=network), Contact.objects.filter(network=network)
    cities = [city for city in addresses.order_by().values_list("city", flat=True).distinct() if _names(city, wanted)]
    located = people.exclude(location="").order_by().values_list("location", flat=True).distinct()
    locations = [location for location in located if _names(location, wanted)]
    found = people.filter(Q(location__in=locations) | Q(addresses__city__in=cities), archived_at=None, is_me=False)
    return set(found.values_list("pk", flat=True)) if cities or locations else set()


def _names(text: str, wanted: str) -> bool:
    """Whether a text names the place as whole words."""
    return f" {wanted} " in f" {' '.join(fold(text).replace(',', ' ').split())} "


def day_there(trip: Trip, today: date) -> date:
    """The day to say: the first of those that are left."""
    return max(trip.starts, today)


SOON = timedelta(days=14)  # so long before a trip its people are written to
