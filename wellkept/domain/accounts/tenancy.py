"""The scope in which records may be queried."""

from __future__ import annotations

from contextlib import AbstractContextManager

from django_scopes import scope

from wellkept.domain.accounts.models import Network


def inside(network: Network) -> AbstractContextManager[None]:
    """Open the scope of one network: within it, every query sees that network's rows alone."""
    manager: AbstractContextManager[None] = scope(network=network)
    return manager
