"""A new user together with the network they will keep."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from wellkept.domain.accounts.joining import add_user
from wellkept.domain.accounts.models import Network, User
from wellkept.domain.contacts.founding import found_network


@transaction.atomic
def join(*, email: str, name: str, password: str, **settings: Any) -> tuple[User, Network]:
    """Add a user and found their network; ``settings`` are columns of Network. Raises ``Refusal``."""
    user = add_user(email=email, name=name, password=password)
    return user, found_network(user=user, **settings)
