from __future__ import annotations

from django_tasks_db.models import DBTaskResult

from wellkept.domain.exchange.restoring.jobs import look_through_job, restore_job, resume_restores
from wellkept.domain.exchange.restoring.staging import accept, stage, staged


def test_looked_through_and_restored_in_the_background(exported, kept):
    stage(network=kept, path=exported.path, name="a.zip")
    look_through_job.func(kept.pk)
    accept(network=kept, replace=True)
    restore_job.func(kept.pk)
    assert staged(kept).state == "done"


def test_what_a_stop_cut_off_is_begun_again_at_the_next_start(exported, kept):
    stage(network=kept, path=exported.path, name="a.zip")
    assert resume_restores() == 1
    look_through_job.func(kept.pk)
    assert resume_restores() == 0
    accept(network=kept, replace=True)
    assert resume_restores() == 1
    tasks = [one.task_path.rsplit(".", 1)[-1] for one in DBTaskResult.objects.order_by("enqueued_at")]
    assert tasks == ["look_through_job", "restore_job"]
