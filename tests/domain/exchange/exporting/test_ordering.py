"""An archive is ordered, made in the background, kept for a day, and gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import network_of
from wellkept.domain.accounts.leaving import empty_network, remove_network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.exchange.exporting import ordering
from wellkept.domain.exchange.exporting.archive import check_archive
from wellkept.domain.exchange.exporting.choosing import everybody, of_contacts
from wellkept.domain.exchange.exporting.jobs import make_export_job
from wellkept.domain.exchange.exporting.ordering import (
    archive_of,
    export_people,
    latest_export,
    make_export,
    order_export,
    order_people,
    sweep_exports,
    written_so_far,
)
from wellkept.domain.exchange.models import ExportRun

State = ExportRun.State


@pytest.fixture
def made(network, ana):
    run, _new = order_export(network=network)
    make_export_job.call(network.pk, run.pk)
    run.refresh_from_db()
    return run


def test_an_order_is_made_and_can_be_fetched(made):
    assert made.state == State.DONE and made.finished_at is not None
    assert made.size == archive_of(made).stat().st_size
    assert check_archive(archive_of(made))["counts"]["contacts.contact"] == 2


def test_one_is_made_at_a_time(network):
    first, new = order_export(network=network)
    assert new
    assert order_export(network=network) == (first, False)


def test_a_new_order_lets_the_older_archive_go(network, made):
    order_export(network=network)

    assert not archive_of(made).exists()
    assert latest_export(network=network).state == State.WAITING


def test_it_is_made_once(network, made):
    archive_of(made).write_bytes(b"as it was")

    make_export(run=made)

    assert archive_of(made).read_bytes() == b"as it was"


def test_what_cannot_be_made_says_why(network, monkeypatch):
    def refuses(**_options):
        raise Refusal("Cannot write: No space left on device.")

    monkeypatch.setattr(ordering, "export_network", refuses)
    run, _new = order_export(network=network)
    make_export(run=run)
    run.refresh_from_db()

    assert (run.state, run.problem) == (State.FAILED, "Cannot write: No space left on device.")
    assert order_export(network=network)[1]


def test_it_says_how_much_is_written(network):
    run, _new = order_export(network=network)
    assert written_so_far(run) == 0
    archive_of(run).parent.mkdir(parents=True)
    (archive_of(run).parent / ".wellkept-x.zip").write_bytes(b"12345")

    assert written_so_far(run) == 5


def test_after_a_day_it_is_gone(network, made):
    assert sweep_exports(now=timezone.now() + timedelta(hours=23)) == 0
    assert archive_of(made).exists()
    assert sweep_exports(now=timezone.now() + timedelta(hours=25)) == 1
    assert not archive_of(made).exists() and latest_export(network=network) is None


def test_what_a_stop_cut_off_can_be_made_again(network):
    run, _new = order_export(network=network)
    ExportRun.objects.update(state=State.RUNNING)

    sweep_exports()

    run.refresh_from_db()
    assert run.state == State.FAILED and "again" in run.problem
    assert order_export(network=network)[1]


def test_it_goes_with_the_network(made, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        remove_network(network=made.network)

    assert not archive_of(made).exists()


def test_it_goes_with_an_emptied_network_at_the_next_start(made):
    empty_network(network=made.network)

    sweep_exports()

    assert not archive_of(made).exists()


def test_an_order_of_another_network_is_passed_over(made, ben):
    theirs = network_of(ben)
    ExportRun._base_manager.filter(pk=made.pk).update(state=State.WAITING)

    make_export_job.call(theirs.pk, made.pk)

    made.refresh_from_db()
    assert made.state == State.WAITING
    with inside(theirs):
        assert latest_export(network=theirs) is None


def test_contacts_are_ordered_made_and_fetched_beside_the_archive(made, ana, bruno):
    run, new = order_people(network=made.network, format="vcard4", choice=of_contacts([ana.pk]))
    assert new
    make_export_job.call(made.network.pk, run.pk)
    run.refresh_from_db()

    assert (run.state, run.people, run.size) == (State.DONE, 1, archive_of(run).stat().st_size)
    assert archive_of(run).name == "wellkept.vcf" and b"Souza" in archive_of(run).read_bytes()
    assert archive_of(made).exists()
    assert latest_export(network=made.network) == made
    assert latest_export(network=made.network, of_people=True) == run
    assert order_people(network=made.network, format="csv", choice=everybody())[1]
    assert not archive_of(run).exists()


def test_an_order_of_nobody_says_so(network):
    run, _new = order_people(network=network, format="csv", choice=of_contacts([]))
    make_export_job.call(network.pk, run.pk)
    run.refresh_from_db()

    assert run.state == State.FAILED and "Nobody is chosen" in run.problem
    assert list(archive_of(run).parent.iterdir()) == []


def test_what_cannot_be_written_leaves_nothing(network, ana, tmp_path, monkeypatch):
    def breaks(_keys):
        yield b"BEGIN"
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(ordering.FORMATS, "vcard3", replace(ordering.FORMATS["vcard3"], write=breaks))
    with pytest.raises(Refusal, match="No space left"):
        export_people(network=network, format="vcard3", choice=everybody(), to=tmp_path / "people.vcf")
    assert list(tmp_path.glob("*people*")) == list(tmp_path.glob(".wellkept-*")) == []
