"""The background worker, as a thread of the server: imports and whatever else takes longer than a page, and what runs by itself."""

from __future__ import annotations

import logging
import threading

from django.db import close_old_connections, connection
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from wellkept.site.schedule import Schedule

logger = logging.getLogger(__name__)
POLL = 0.5  # seconds


class Background(threading.Thread):
    """Works through the tasks that are ready, then looks again twice a second. Never holds a lock while it waits."""

    def __init__(self) -> None:
        super().__init__(name="wellkept-worker", daemon=True)
        self._stopping = threading.Event()
        self._schedule = Schedule()
        self._worker = Worker(
            queue_names=["default"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )

    def run(self) -> None:
        while not self._stopping.is_set():
            try:
                if DBTaskResult.objects.ready().exists():
                    self._worker.run()
                self._schedule.look()
            except Exception:  # the thread has to outlive whatever a task or a busy database does
                logger.exception("The background worker stumbled and goes on.")
            self._stopping.wait(POLL)
        close_old_connections()
        connection.close()

    def stop(self, patience: float = 5) -> None:
        """Let the task at hand finish, for ``patience`` seconds; what is cut off is resumed at the next start."""
        self._stopping.set()
        self._worker.running = False
        if self.is_alive():
            self.join(patience)
