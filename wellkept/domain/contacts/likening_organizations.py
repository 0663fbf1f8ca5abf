"""Finding which organizations may be one."""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import urlsplit

from django.db import transaction

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.contacts.likeness.houses import House, likely_houses
from wellkept.domain.contacts.models import Email, Organization, Position
from wellkept.domain.contacts.sameness import OrganizationLikeness, OrganizationsNotTheSame
from wellkept.domain.history.inserting import insert_all


def search_organizations(*, network: Network) -> int:
    """Compare all organizations of a network; answers how many pairs are worth a look."""
    with inside(network):
        likely = likely_houses(_houses(network))
        with transaction.atomic():
            OrganizationLikeness.objects.filter(network=network).delete()
            there = set(Organization.objects.filter(network=network).values_list("pk", flat=True))
            said = set(OrganizationsNotTheSame.objects.filter(network=network).values_list("one_id", "other_id"))
            apart = said | {(other, one) for one, other in said}
            rows = [
                OrganizationLikeness(
                    network=network,
                    one_id=pair.one,
                    other_id=pair.other,
                    weight=pair.weight,
                    reasons=[[reason.field, reason.says, reason.bits] for reason in pair.reasons],
                )
                for pair in likely
                if {pair.one, pair.other} <= there and (pair.one, pair.other) not in apart
            ]
            insert_all(rows)
    return len(rows)


def _houses(network: Network) -> list[House]:
    hosts: dict[int, set[str]] = defaultdict(set)
    by_contact: dict[int, set[str]] = defaultdict(set)
    for contact, key in Email.objects.filter(network=network).order_by().values_list("contact_id", "key"):
        by_contact[contact].add(key.rpartition("@")[2])
    current = Position.objects.filter(network=network, current=True, kind=Position.Kind.JOB).order_by()
    for contact, organization in current.values_list("contact_id", "organization_id"):
        hosts[organization] |= by_contact.get(contact, set())
    rows = Organization.objects.filter(network=network).values_list("pk", "key", "website")
    return [House(pk, key, host_of(website), frozenset(hosts.get(pk, ()))) for pk, key, website in rows]


def host_of(website: str) -> str:
    """'blue-kettle.example' of 'https://www.blue-kettle.example/about'."""
    address = website.strip().lower()
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
