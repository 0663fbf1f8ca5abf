"""Going without a trace: a network with all its rows, a user with all their networks."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Device, Kept, Network, User
from wellkept.domain.accounts.refusals import Refusal

GUEST_STAYS = timedelta(days=2)

# Sent with ``network`` inside the transaction, while its rows still stand: whoever keeps something of it elsewhere,
# such as an index, lets go of it.
going = Signal()


@transaction.atomic
def remove_network(*, network: Network) -> None:
    """Erase a network and everything in it, its history too. This cannot be undone."""
    empty_network(network=network)
    Network.objects.filter(pk=network.pk)._raw_delete(using=connection.alias)
    folder = Path(settings.FILES_FOLDER) / str(network.pk)  # where contacts.files keeps this network's bytes
    transaction.on_commit(lambda: shutil.rmtree(folder, ignore_errors=True))


@transaction.atomic
def empty_network(*, network: Network) -> None:
    """Erase all rows of a network; the files stay on the disk. This cannot be undone."""
    going.send(sender=Network, network=network)
    for model in apps.get_models():
        if issubclass(model, Kept):  # in any order: foreign keys are checked when the transaction ends
            model._base_manager.filter(network_id=network.pk)._raw_delete(using=connection.alias)


@transaction.atomic
def remove_user(*, user: User) -> None:
    """Erase a user, their networks, devices and sessions. This cannot be undone."""
    for network in Network.objects.filter(owner=user):
        remove_network(network=network)
    keys = Device.objects.filter(user=user).values("session_key")
    Session.objects.filter(session_key__in=keys).delete()
    user.delete()


def remove_account(*, user: User, password: str) -> None:
    """``remove_user`` on the user's own word, which the password confirms."""
    if not user.check_password(password):
        raise Refusal(_("That is not your password. Nothing was deleted."), field="password")
    remove_user(user=user)


def remove_stale_guests(*, now: datetime | None = None) -> int:
    """Guests who came more than two days ago are gone, and their sample networks with them; answers how many."""
    stale = User.objects.filter(is_guest=True, created_at__lt=(now or timezone.now()) - GUEST_STAYS)
    for guest in stale:
        remove_user(user=guest)
    return len(stale)
