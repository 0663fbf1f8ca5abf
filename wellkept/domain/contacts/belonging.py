"""Rows that are joined must be of one network: the last wall, behind the gate that finds records."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Kept, Network
from wellkept.domain.accounts.refusals import Refusal


def check_ours(network: Network, rows: Iterable[Kept]) -> None:
    """Refuse rows of another network."""
    if any(row.network_id != network.pk for row in rows):
        raise Refusal(_("This is not in your network."))
