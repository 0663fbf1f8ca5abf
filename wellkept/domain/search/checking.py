"""Does the index hold what is kept?"""

from __future__ import annotations

from django.db import connection

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import Contact
from wellkept.domain.events.models import Event
from wellkept.domain.timeline.models import Interaction, Note


def missing_from_index(*, network: Network) -> int:
    """How many rows of a network the index lacks, or has too many. Inside the network's scope."""
    wanted = {
        "search_contacts": Contact.objects.filter(network=network, is_me=False).count(),
        "search_interactions": Interaction.objects.filter(network=network).exclude(body="").count(),
        "search_notes": Note.objects.filter(network=network).exclude(body="").count(),
        "search_events": Event.objects.filter(network=network).count(),
    }
    return sum(abs(count - _indexed(table, network)) for table, count in wanted.items())


def _indexed(table: str, network: Network) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table} WHERE {table} MATCH %s", [f"net : n{network.pk}"])  # noqa: S608
        return int(cursor.fetchone()[0])
