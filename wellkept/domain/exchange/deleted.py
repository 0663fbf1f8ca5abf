"""Whom the user deleted: the rows that once brought them stay away when the file comes again."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from wellkept.domain.accounts.models import Network
from wellkept.domain.exchange.models import SourceRecord
from wellkept.domain.history.models import Change

DELETED = gettext_noop("deleted by you")  # the rule of a refused row
WHY = gettext_noop(
    "You deleted them. The trash brings them back with all that was kept; “Add anyway” adds what this row says."
)


BY_THE_USER = "remove contacts"


def keys_of_deleted(network: Network, source: str) -> frozenset[str]:
    """How a source called those who were deleted. Two queries; the history knows it until the trash is emptied."""
    removed = Change.objects.filter(network=network, table=SourceRecord._meta.label_lower, op=Change.Op.REMOVE)
    by_user = removed.filter(act__verb=BY_THE_USER, before__source=source)
    keys = dict(by_user.values_list("row", "before__key"))
    if not keys:
        return frozenset()
    last = dict(removed.filter(row__in=keys).order_by("act", "position").values_list("row", "act__verb"))
    return frozenset(key for row, key in keys.items() if last[row] in (BY_THE_USER, "redo"))
