"""What runs by itself, while the server does: the nightly backup, reminders, and overwriting what was forgotten."""

from __future__ import annotations

import logging
import time
from datetime import UTC, datetime

from wellkept.domain.accounts.refusals import Refusal

logger = logging.getLogger(__name__)
LOOK_AGAIN = 60  # seconds
SETTLED = 600  # seconds after the start before anything begins: the one who started it is waiting for a page


class Schedule:
    """Asked by the background worker between its tasks."""

    def __init__(self) -> None:
        self._next = time.monotonic() + SETTLED
        self._remind_next = time.monotonic() + LOOK_AGAIN
        self._scrub_next = 0.0

    def look(self) -> None:
        """Do what is due. Cheap when nothing is."""
        self._scrub()
        self._remind()
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + LOOK_AGAIN
        from wellkept.domain.exchange.backups.planning import back_up, is_due

        now = datetime.now().astimezone()
        if not is_due(now):
            return
        try:
            back_up(now=now)
        except Refusal as refusal:
            logger.error("The nightly backup failed: %s", refusal)

    def _remind(self) -> None:
        """Digests and notices whose moment has come. Nothing leaves where no mail server and no browser was set up."""
        if time.monotonic() < self._remind_next:
            return
        self._remind_next = time.monotonic() + LOOK_AGAIN
        from wellkept.domain.reminders.delivering import deliver

        deliver(now=datetime.now(UTC))

    def _scrub(self) -> None:
        """Somebody was forgotten: what the disk still holds of them goes now, or is tried again in a minute."""
        from wellkept.domain.exchange.forgetting.scrubbing import is_wanted, scrub

        if time.monotonic() >= self._scrub_next and is_wanted() and not scrub():
            self._scrub_next = time.monotonic() + LOOK_AGAIN
