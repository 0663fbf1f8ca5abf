"""Whoever is forgotten goes from what was captured, too: a capture that names them is erased, with its picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import Q

from wellkept.domain.capture.models import Captured, in_use
from wellkept.domain.contacts.models import Contact, File
from wellkept.domain.exchange.forgetting.dropping import drop
from wellkept.domain.history.models import Act, Change

TABLE = Captured._meta.label_lower


def follow_forgetting(*, act: Act, changes: Sequence[Change], **_signal: Any) -> None:
    """Connected to ``history.acting.acted``. Their name was taken out of these just now; what is left is about them, too."""
    if act.verb != "forget" or not any(change.table == Contact._meta.label_lower for change in changes):
        return
    keys = {change.row for change in changes if change.table == TABLE and change.op == Change.Op.EDIT}
    told = Change.objects.filter(table=TABLE, row__in=keys)
    before = {
        row["picture_id"]
        for pair in told.values_list("before", "after")
        for row in pair
        if row and row.get("picture_id")
    }
    pictures = list(File.objects.filter(Q(captured__in=keys) | Q(pk__in=before)).distinct())
    told._raw_delete(using=connection.alias)
    Captured.objects.filter(pk__in=keys)._raw_delete(using=connection.alias)
    for file in pictures:
        if not in_use(file):
            Change.objects.filter(table=File._meta.label_lower, row=file.pk).delete()
            drop(file)
