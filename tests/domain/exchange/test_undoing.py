"""An import is taken back as a whole, and can come again."""

from __future__ import annotations

import pytest

from tests.domain.exchange.conftest import ANA, BRUNO, connections
from tests.domain.exchange.linkedin.export import export
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.contacts.models import Contact, Organization
from wellkept.domain.exchange.models import ImportRun, SourceRecord
from wellkept.domain.exchange.undoing import undo_upload
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import Clash, undo, undo_batch
from wellkept.domain.timeline.models import Interaction, Note


def last() -> str:
    return ImportRun.objects.latest("pk").upload


def test_an_undone_export_leaves_nothing_and_can_come_again(bring, network, ada):
    first = bring("export.zip", export())
    undo_upload(network=network, upload=last(), by=ada)
    assert not Contact.objects.filter(is_me=False).exists()
    assert not any(model.objects.exists() for model in (Interaction, Note, Organization, SourceRecord))
    assert not own_card(network=network).positions.exists()
    assert set(ImportRun.objects.values_list("state", flat=True)) == {"undone"}
    again = bring("export.zip", export())
    assert [report.as_json() for report in again] == [report.as_json() for report in first]


def test_undoing_a_newer_file_gives_back_what_the_older_one_said(bring_one, network, ada):
    bring_one("Connections.csv", connections(ANA, BRUNO))
    bring_one("Connections.csv", connections(ANA.replace("Engineer", "Chief"), BRUNO))
    undo_upload(network=network, upload=last(), by=ada)
    assert Contact.objects.get(given="Ana").positions.get().title == "Engineer"
    assert Contact.objects.count() == 3


def test_what_was_built_upon_is_told_and_nothing_is_undone(bring_one, network, ada):
    bring_one("Connections.csv", connections(ANA, BRUNO))
    ana = Contact.objects.get(given="Ana")
    with acting(ada, network, "note", summary="Noted") as act:
        act.add(Note(contact=ana, body="Likes wells", on="2026-01-01"))
    with pytest.raises(Clash, match="got more since"):
        undo_upload(network=network, upload=last(), by=ada)
    assert Contact.objects.filter(is_me=False).count() == 2
    assert ImportRun.objects.get().state == "done"


def test_who_was_built_upon_is_kept_when_chosen_and_known_when_the_file_comes_again(bring_one, network, ada):
    bring_one("Connections.csv", connections(ANA, BRUNO))
    ana = Contact.objects.get(given="Ana")
    with acting(ada, network, "note", summary="Noted") as act:
        act.add(Note(contact=ana, body="Likes wells", on="2026-01-01"))
    undone = undo_upload(network=network, upload=last(), by=ada, otherwise="keep")
    assert list(Contact.objects.filter(is_me=False)) == [ana] and ana.positions.exists() and ana.links.exists()
    assert "1 kept" in undone[-1].summary and ImportRun.objects.get().state == "undone"
    again = bring_one("Connections.csv", connections(ANA, BRUNO))
    assert (again.added, again.unchanged) == (1, 1)


def test_a_running_import_and_somebody_elses_are_refused(bring_one, network, ada, ben):
    bring_one("Connections.csv", connections(ANA))
    with pytest.raises(Refusal):
        undo_upload(network=network, upload=last(), by=ben)
    ImportRun.objects.update(state="running")
    with pytest.raises(Refusal, match="still running"):
        undo_upload(network=network, upload=last(), by=ada)
    with pytest.raises(Refusal, match="no such import"):
        undo_upload(network=network, upload="none", by=ada)
    assert Contact.objects.filter(given="Ana").exists()


def states() -> set[str]:
    return set(ImportRun.objects.exclude(kind="").values_list("state", flat=True))


def test_an_undone_import_that_is_done_again_is_done(bring, network, ada):
    bring("export.zip", export())
    undone = undo_upload(network=network, upload=last(), by=ada)
    assert states() == {"undone"}
    redone = undo_batch(acts=undone, by=ada)
    assert states() == {"done"} and Contact.objects.filter(is_me=False).exists()
    undo_batch(acts=redone, by=ada)
    assert states() == {"undone"} and not Contact.objects.filter(is_me=False).exists()


def test_an_import_whose_only_act_is_undone_in_the_history_is_undone(bring_one, ada):
    bring_one("Connections.csv", connections(ANA, BRUNO))
    undo(act=Act.objects.get(batch__startswith="import:"), by=ada)
    assert states() == {"undone"}


def test_undoing_something_else_leaves_the_state_of_an_import(bring_one, network, ada):
    bring_one("Connections.csv", connections(ANA))
    with acting(ada, network, "note", summary="Noted") as act:
        act.add(Note(contact=Contact.objects.get(given="Ana"), body="Likes wells", on="2026-01-01"))
    undo(act=act.row, by=ada)
    assert states() == {"done"}
