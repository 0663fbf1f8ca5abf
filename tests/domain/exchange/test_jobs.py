"""Imports in the background: queued, and resumed at start-up. That a kill leaves them whole: tests/kills."""

from __future__ import annotations

import pytest
from django_tasks_db.models import DBTaskResult

from tests.domain.exchange.conftest import ANA, connections
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.jobs import resume_unfinished, run_import_job
from wellkept.domain.exchange.models import ImportRun
from wellkept.domain.exchange.uploading import receive, start


@pytest.fixture
def waiting(network, ada, tmp_path):
    path = tmp_path / "Connections.csv"
    path.write_text(connections(ANA))
    runs = receive(network=network, path=path, name=path.name, by=ada)
    start(runs=runs)
    return runs[0]


def test_a_job_runs_its_upload_and_a_second_one_finds_nothing_to_do(waiting, network):
    run_import_job.func(network.pk, waiting.upload)
    run_import_job.func(network.pk, waiting.upload)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.added) == ("done", 1)
    assert Contact.objects.filter(is_me=False).count() == 1


def test_at_start_up_what_was_cut_off_is_queued_again_and_what_is_done_is_not(waiting, network):
    ImportRun.objects.filter(pk=waiting.pk).update(state="running")
    assert resume_unfinished() == 1
    (queued,) = DBTaskResult.objects.all()
    assert queued.args_kwargs["args"] == [network.pk, waiting.upload]
    run_import_job.func(network.pk, waiting.upload)
    assert resume_unfinished() == 0


def test_an_undo_that_was_cut_off_is_queued_again(waiting, network, ada):
    from wellkept.domain.exchange.jobs import undo_import_job
    from wellkept.domain.exchange.undoing import begin_undoing

    run_import_job.func(network.pk, waiting.upload)
    begin_undoing(network=network, upload=waiting.upload, by=ada)
    assert resume_unfinished() == 1
    undo_import_job.func(network.pk, waiting.upload)
    waiting.refresh_from_db()
    assert waiting.state == "undone"
    assert not Contact.objects.filter(is_me=False).exists()
    undo_import_job.func(network.pk, waiting.upload)
