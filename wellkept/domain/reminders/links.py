"""The links in a mail: signed for one user, one contact and one reason; they last two weeks, or until the user ends them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal

from django.conf import settings
from django.core import signing
from django.urls import reverse

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.plan.cards import Proposal
from wellkept.domain.reminders.models import Reminders

LAST = timedelta(days=14)
ANSWER, STOP = "wellkept.reminders.answer", "wellkept.reminders.stop"
Say = Literal["done", "not-now"]


class DeadLink(Exception):
    """Not signed by us, too old, or ended by the user; nobody is told which."""


@dataclass(frozen=True)
class Asked:
    """What a link is about. ``seen`` is the newest answer there was when the mail was written."""

    network: Network
    contact: int
    kind: str
    subject: str
    seen: int


def site() -> str:
    """The address that the user's mail program can reach: the site's, or the local network's door where the site is loopback."""
    return str(settings.LAN_URL if settings.LAN_URL and _is_loopback() else settings.SITE_URL)


def _is_loopback() -> bool:
    return any(f"//{host}" in settings.SITE_URL for host in settings.LOOPBACK_HOSTS)


def answer_link(proposal: Proposal, say: Say, *, row: Reminders, seen: int) -> str:
    said = [row.network_id, row.link_key, proposal.contact, proposal.kind, proposal.subject, seen]
    return site() + reverse("digest-answer", args=[signing.dumps(said, salt=ANSWER), say])


def stop_link(row: Reminders) -> str:
    return site() + reverse("digest-stop", args=[signing.dumps([row.network_id, row.link_key], salt=STOP)])


def read_answer(token: str) -> Asked:
    said = _read(token, ANSWER, LAST)
    return Asked(_network(said), *said[2:])


def read_stop(token: str) -> Network:
    """Does not grow old: a mail can always be stopped."""
    return _network(_read(token, STOP, None))


def _read(token: str, salt: str, last: timedelta | None) -> list[Any]:
    try:
        said: list[Any] = signing.loads(token, salt=salt, max_age=last)
    except signing.BadSignature as error:
        raise DeadLink from error
    return said


def _network(said: list[Any]) -> Network:
    number, key = said[:2]
    network = Network.objects.filter(pk=number, owner__is_active=True).select_related("owner").first()
    if network is None:
        raise DeadLink
    with inside(network):
        if not Reminders.objects.filter(network=network, link_key=key).exists():
            raise DeadLink
    return network
