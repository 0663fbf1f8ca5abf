"""Makes the people of the tests."""

from __future__ import annotations

from typing import Any

from django_scopes import scope

from wellkept.domain.accounts.models import Actor, Network, User
from wellkept.domain.contacts.founding import found_network
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import acting

PASSWORD = "a long enough pass phrase"


def person(email: str, name: str) -> Actor:
    """A user with a network of their own."""
    user = User.objects.create_user(email, name=name, password=None)
    found_network(user=user, time_zone="Europe/Vienna", phone_region="AT")
    return Actor(user, "web")


def network_of(actor: Actor) -> Network:
    return Network.objects.get(owner=actor.user)


def contact(network: Network, by: Actor, given: str, family: str, **columns: Any) -> Contact:
    """A bare contact, added through the history like any other."""
    with scope(network=network), acting(by, network, "add contact", summary=f"Added {given} {family}") as act:
        return act.add(
            Contact(
                network=network,
                given=given,
                family=family,
                display=f"{given} {family}",
                sort_key=f"{family} {given}".lower(),
                **columns,
            )
        )
