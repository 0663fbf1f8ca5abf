"""A run goes in batches; what is cut off goes on where it stood; one bad row costs one row."""

from __future__ import annotations

import pytest
from django.db import OperationalError

from tests.domain.exchange.conftest import connections
from tests.domain.history.test_undo_law import records, told
from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.merging import merge_contacts
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange import people, running
from wellkept.domain.exchange.importing import import_file
from wellkept.domain.exchange.models import ImportRow, ImportRun, SourceRecord
from wellkept.domain.exchange.running import run_import, run_upload
from wellkept.domain.exchange.uploading import receive, start
from wellkept.domain.history.models import Act

GIVEN = [f"{a}{b}" for a in ("An", "Be", "Ca", "Do", "El") for b in ("na", "no", "ra", "li", "mo")]


def many(count: int) -> str:
    return connections(
        *(
            f"{GIVEN[n % 25]},Family{n},https://www.linkedin.com/in/person-{n},,Company {n % 7} GmbH,Engineer,04 Mar 2019"
            for n in range(count)
        )
    )


@pytest.fixture
def waiting(network, ada, tmp_path, monkeypatch):
    """A run of 25 rows that waits, in batches of 10."""
    monkeypatch.setattr(running, "BATCH", 10)
    path = tmp_path / "Connections.csv"
    path.write_text(many(25))
    runs = receive(network=network, path=path, name=path.name, by=ada)
    start(runs=runs)
    return runs[0]


def test_each_batch_is_one_act_of_the_imports_batch(waiting, ada):
    run_import(run=waiting, by=ada)
    acts = list(Act.objects.order_by("pk"))
    assert [act.summary for act in acts] == [
        "Imported rows 1 to 10 of Connections.csv",
        "Imported rows 11 to 20 of Connections.csv",
        "Imported rows 21 to 25 of Connections.csv",
    ]
    assert {act.batch for act in acts} == {waiting.batch}
    waiting.refresh_from_db()
    assert (waiting.state, waiting.rows, waiting.rows_done, waiting.added) == ("done", 25, 25, 25)


def test_what_is_cut_off_in_a_batch_leaves_nothing_of_it_and_goes_on_where_it_stood(waiting, ada, monkeypatch):
    class Cut(BaseException):
        """As a kill: nothing catches it."""

    calls = []
    add = people.add_contacts

    def cut_in_the_second(**said):
        calls.append(1)
        added = add(**said)
        if len(calls) == 2:
            raise Cut
        return added

    monkeypatch.setattr(people, "add_contacts", cut_in_the_second)
    with pytest.raises(Cut):
        run_import(run=waiting, by=ada)
    assert Contact.objects.filter(is_me=False).count() == 10
    assert ImportRow.objects.count() == 10
    cut = ImportRun.objects.get()
    assert (cut.state, cut.rows_done, cut.added) == ("running", 10, 10)

    run_upload(upload=waiting.upload, by=ada)
    whole = ImportRun.objects.get()
    assert (whole.state, whole.rows_done, whole.added) == ("done", 25, 25)
    assert Contact.objects.filter(is_me=False).count() == 25
    assert sorted(ImportRow.objects.values_list("number", flat=True)) == list(range(1, 26))


def test_a_run_that_another_process_has_taken_further_is_left_to_it(waiting, ada, monkeypatch):
    take = running._take

    def overtaken(run, *rest):
        take(run, *rest)
        ImportRun.objects.filter(pk=run.pk).update(rows_done=20)

    monkeypatch.setattr(running, "_take", overtaken)
    run_import(run=waiting, by=ada)
    assert Contact.objects.filter(is_me=False).count() == 10
    assert ImportRun.objects.get().state == "running"


def test_a_row_that_cannot_be_taken_is_refused_alone_with_its_reason(waiting, ada, monkeypatch):
    add = people.add_contacts

    def picky(*, people, **rest):
        if any(person.name.family == "Family13" for person, _photo in people):
            raise Refusal("Thirteen brings bad luck.", field="Last Name")
        return add(people=people, **rest)

    monkeypatch.setattr(people, "add_contacts", picky)
    run_import(run=waiting, by=ada)
    run = ImportRun.objects.get()
    assert (run.state, run.added, run.refused) == ("done", 24, 1)
    row = ImportRow.objects.get(outcome="refused")
    assert (row.number, row.field, row.message) == (14, "Last Name", "Thirteen brings bad luck.")
    assert "Family13" in row.raw


def test_a_bug_in_one_row_is_told_and_the_others_go_on(waiting, ada, monkeypatch):
    add = people.add_contacts

    def broken(*, people, **rest):
        if any(person.name.family == "Family3" for person, _photo in people):
            raise KeyError("oops")
        return add(people=people, **rest)

    monkeypatch.setattr(people, "add_contacts", broken)
    run_import(run=waiting, by=ada)
    assert ImportRun.objects.get().added == 24
    assert ImportRow.objects.get(outcome="refused").message == "This row could not be taken: KeyError"


def test_a_contact_deleted_while_the_run_goes_on_is_met_anew(waiting, ada, network, monkeypatch):
    from wellkept.domain.history.acting import acting

    run_import(run=waiting, by=ada)
    again = receive(network=network, path=_path_of(waiting), name="Connections.csv", by=ada)
    start(runs=again)
    take = running._take
    gone = []

    def and_delete(run, taker, units, by):
        if not gone:
            gone.append(Contact.objects.get(family="Family5"))
            with acting(ada, network, "delete", summary="Deleted") as act:
                act.remove(gone[0])
        take(run, taker, units, by)

    monkeypatch.setattr(running, "_take", and_delete)
    run_import(run=again[0], by=ada)
    assert (again[0].state, again[0].added, again[0].unchanged) == ("done", 1, 24)
    assert SourceRecord.objects.filter(contact__family="Family5").count() == 1


def _path_of(run):
    from wellkept.domain.contacts.files import path_of

    return path_of(run.network_id, run.file.sha256)


def test_a_file_that_is_gone_fails_the_run_in_words(waiting, ada):
    _path_of(waiting).unlink()
    run_import(run=waiting, by=Actor(ada.user, "import"))
    assert (waiting.state, waiting.problem) == ("failed", "The file is missing from the disk.")


def test_when_row_after_row_fails_the_run_stops_and_says_so(waiting, ada, monkeypatch):
    def broken(**_said):
        raise KeyError("oops")

    monkeypatch.setattr(running, "MOST_FAULTS", 3)
    monkeypatch.setattr(people, "add_contacts", broken)
    run_import(run=waiting, by=ada)
    run = ImportRun.objects.get()
    assert (run.state, run.rows_done, run.refused) == ("failed", 3, 3)
    assert run.problem == "Stopped at row 4: row after row failed (KeyError). What came before is kept."


@pytest.mark.django_db(transaction=True)
def test_a_busy_database_is_waited_for_and_no_row_is_blamed(waiting, ada, monkeypatch):
    calls = []
    add = people.add_contacts

    def busy_twice(**said):
        calls.append(1)
        if len(calls) in (2, 3):
            raise OperationalError("database is locked")
        return add(**said)

    monkeypatch.setattr(running, "WAIT", 0)
    monkeypatch.setattr(people, "add_contacts", busy_twice)
    run_import(run=waiting, by=ada)
    run = ImportRun.objects.get()
    assert (run.state, run.added, run.refused) == ("done", 25, 0)


@pytest.mark.django_db(transaction=True)
def test_a_database_that_stays_away_leaves_the_run_to_be_resumed(waiting, ada, monkeypatch):
    def away(**_said):
        raise OperationalError("disk I/O error")

    monkeypatch.setattr(running, "WAIT", 0)
    with monkeypatch.context() as patch:
        patch.setattr(people, "add_contacts", away)
        with pytest.raises(OperationalError):
            run_import(run=waiting, by=ada)
    assert ImportRun.objects.get().state == "running"
    run_upload(upload=waiting.upload, by=ada)
    assert ImportRun.objects.get().added == 25


def test_the_same_file_after_two_of_it_were_merged_brings_neither_back(waiting, network, ada, tmp_path):
    run_import(run=waiting, by=ada)
    one, other, third = Contact.objects.filter(is_me=False).order_by("pk")[:3]
    merge_contacts(kept=one, gone=other, by=ada)
    merge_contacts(kept=third, gone=one, by=ada)
    before = records(network)
    (again,) = import_file(network=network, path=tmp_path / "Connections.csv", by=ada)

    assert (again.added, again.merged, again.unchanged) == (0, 0, 25)
    assert told(records(network)) == told(before)
    assert Contact.objects.filter(is_me=False).count() == 23
