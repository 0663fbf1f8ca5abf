import os
import subprocess
import sys
import threading

from wellkept.site.worker import Background

PATIENCE = 60  # seconds
QUEUE_ONE = """
from wellkept.site.preparing import begin
begin()
from django_tasks_db.models import DBTaskResult
from wellkept.domain.accounts.models import User
from wellkept.domain.contacts.founding import found_network
from wellkept.domain.exchange.jobs import run_import_job
network = found_network(user=User.objects.create_user("ada@example.org", name="Ada"))
queued = [run_import_job.enqueue(key, "none") for key in (network.pk, network.pk + 1, network.pk)]
"""
WORK = """
import time
from wellkept.site.worker import Background
background = Background()
background.start()
deadline = time.monotonic() + 60
while DBTaskResult.objects.ready().exists() or DBTaskResult.objects.running().exists():
    assert time.monotonic() < deadline
    time.sleep(0.1)
background.stop()
assert not background.is_alive()
print(*DBTaskResult.objects.order_by("enqueued_at").values_list("status", flat=True))
"""


def test_what_is_queued_is_done_and_one_job_that_fails_stops_nothing(tmp_path):
    result = subprocess.run(
        [sys.executable, "-c", QUEUE_ONE + WORK], env=os.environ | {"WELLKEPT_HOME": str(tmp_path)},
        capture_output=True, text=True, timeout=2 * PATIENCE, check=False,
    )  # fmt: skip

    assert result.stdout.split() == ["SUCCESSFUL", "FAILED", "SUCCESSFUL"], result.stderr


def test_it_outlives_a_database_that_cannot_be_asked(monkeypatch, caplog):
    asked = threading.Semaphore(0)

    class Broken:
        @staticmethod
        def ready():
            asked.release()
            raise RuntimeError("no database")

    monkeypatch.setattr("wellkept.site.worker.DBTaskResult.objects", Broken)
    monkeypatch.setattr("wellkept.site.worker.POLL", 0.01)
    background = Background()
    background.start()
    assert all(asked.acquire(timeout=PATIENCE) for _ in range(3))
    background.stop()

    assert not background.is_alive()
