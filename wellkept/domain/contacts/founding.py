"""A new network: its circles and the user's own card."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from wellkept.domain.accounts.models import Network, User
from wellkept.domain.contacts.circles import lay_circles
from wellkept.domain.contacts.models import Contact


@transaction.atomic
def found_network(*, user: User, kind: str = Network.Kind.OWN, **settings: Any) -> Network:
    """Make a network for a user. ``settings`` are columns of Network: time_zone, week_start, phone_region …"""
    network = Network.objects.create(owner=user, kind=kind, **settings)
    lay_circles(network=network)
    name = user.name or user.email
    Contact._base_manager.create(network=network, is_me=True, display=name, sort_key=name.lower(), source="hand")
    return network


def own_card(*, network: Network) -> Contact:
    """The user's own card: their positions, schools and addresses hang on it."""
    card: Contact = Contact.objects.get(network=network, is_me=True)
    return card
