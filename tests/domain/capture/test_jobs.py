from __future__ import annotations

from tests.domain.capture.test_photos import blind, taken  # noqa: F401 fixtures
from wellkept.domain.capture.jobs import read_photos_job, resume_reading


def test_a_job_reads_what_waits(network, taken):  # noqa: F811
    read_photos_job.call(network.pk)

    taken.refresh_from_db()
    assert taken.read


def test_what_was_not_read_before_a_stop_is_put_in_the_queue_again(network, taken):  # noqa: F811
    assert resume_reading() == 1

    read_photos_job.call(network.pk)
    assert resume_reading() == 0
