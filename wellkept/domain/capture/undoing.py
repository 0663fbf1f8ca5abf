"""What an undo brings back is as good as new: a photo that nobody has read yet is read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.db import transaction

from wellkept.domain.capture.jobs import read_photos_job
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.photos import unread
from wellkept.domain.history.models import Act, Change


def follow_undoing(*, act: Act, changes: Sequence[Change], **_signal: Any) -> None:
    """Connected to ``history.acting.acted``."""
    if act.undo_of_id is None or all(change.table != Captured._meta.label_lower for change in changes):
        return
    if unread(act.network).exists():
        transaction.on_commit(partial(read_photos_job.enqueue, act.network_id))
