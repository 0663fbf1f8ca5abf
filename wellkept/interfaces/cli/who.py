"""For whom a command acts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wellkept.domain.accounts.models import Actor, Network


@contextmanager
def acting_user(email: str = "") -> Iterator[tuple[Network, Actor]]:
    """The network and actor of the user with this e-mail, or of the only user there is, inside the network's scope.

    Raises ``Refusal`` where there is no such user, or several and none is named.
    """
    from django.utils import timezone

    from wellkept.domain.accounts.dates import written_for
    from wellkept.domain.accounts.models import Actor, Network, User
    from wellkept.domain.accounts.refusals import Refusal
    from wellkept.domain.accounts.tenancy import inside

    users = list(User.objects.filter(is_guest=False, is_active=True).order_by("pk"))
    if email:
        users = [user for user in users if user.email == email.strip().lower()]
    if not users and email:
        raise Refusal(f"There is no user {email}. `wellkept user list` names them.")
    if not users:
        raise Refusal("There is no user yet. Make one: wellkept user add E-MAIL --name NAME")
    if len(users) > 1:
        raise Refusal("There are several users. Say for whom: --user E-MAIL")
    network = Network.objects.get(owner=users[0], kind=Network.Kind.OWN)
    with inside(network), timezone.override(network.zone), written_for(network, "en-gb"):
        yield network, Actor(users[0], "cli")
