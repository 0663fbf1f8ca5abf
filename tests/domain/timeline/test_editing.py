"""What was recorded can be set right, and taken out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.timeline.editing import edit_interaction, remove_interaction
from wellkept.domain.timeline.models import Interaction, Participation
from wellkept.domain.timeline.recording import NewPromise, record_interaction


@pytest.fixture
def lunch(ada, network, ana, bruno, today):
    return record_interaction(
        network=network,
        contacts=[ana, bruno],
        kind="lunch",
        on=today,
        at=datetime(2026, 11, 18, 11, 30, tzinfo=UTC),
        by=ada,
        today=today,
        promises=[NewPromise(by="me", text="send the menu", contact=ana)],
    )


def test_the_day_moves_with_all_who_took_part_and_the_hour_stays(ada, lunch, today):
    edit_interaction(interaction=lunch, on=today - timedelta(days=2), by=ada, today=today)
    lunch.refresh_from_db()
    assert lunch.at == datetime(2026, 11, 16, 11, 30, tzinfo=UTC)
    assert {part.on for part in lunch.participations.all()} == {today - timedelta(days=2)}


def test_others_can_have_taken_part(ada, lunch, ana, bruno, chen, today):
    edit_interaction(interaction=lunch, contacts=[bruno, chen], by=ada, today=today)
    assert set(lunch.contact_ids()) == {bruno.pk, chen.pk}
    undo(act=Act.objects.latest("pk"), by=ada)
    assert set(lunch.contact_ids()) == {ana.pk, bruno.pk}


def test_an_edit_that_changes_nothing_leaves_no_entry(ada, lunch, today):
    acts = Act.objects.count()
    edit_interaction(interaction=lunch, kind="lunch", body="", by=ada, today=today)
    assert Act.objects.count() == acts


@pytest.mark.parametrize(
    ("changed", "field"), [({"contacts": []}, "contacts"), ({"kind": "fax"}, "kind"), ({"body": "x" * 100_001}, "body")]
)
def test_bad_edits_are_refused(ada, lunch, today, changed, field):
    with pytest.raises(Refusal) as refused:
        edit_interaction(interaction=lunch, by=ada, today=today, **changed)
    assert refused.value.field == field


def test_it_cannot_be_moved_into_the_future(ada, lunch, today):
    with pytest.raises(Refusal, match="has not come yet"):
        edit_interaction(interaction=lunch, on=today + timedelta(days=1), by=ada, today=today)


def test_a_removed_interaction_leaves_its_promises_and_comes_back_whole(ada, lunch, ana, bruno):
    remove_interaction(interaction=lunch, by=ada)
    promise = ana.promises.get()
    assert not Interaction.objects.exists() and not Participation.objects.exists() and promise.interaction_id is None
    undo(act=Act.objects.latest("pk"), by=ada)
    promise.refresh_from_db()
    again = Interaction.objects.get()
    assert set(again.contact_ids()) == {ana.pk, bruno.pk} and promise.interaction_id == again.pk


def test_it_goes_with_the_last_who_took_part(ada, network, lunch, ana, bruno):
    from wellkept.domain.history.acting import acting

    with acting(ada, network, "remove", summary="Removed Ana") as act:
        act.remove(ana)
    assert set(Interaction.objects.get().contact_ids()) == {bruno.pk}
    with acting(ada, network, "remove", summary="Removed Bruno") as act:
        act.remove(bruno)
    assert not Interaction.objects.exists()
    undo(act=act.row, by=ada)
    assert set(Interaction.objects.get().contact_ids()) == {bruno.pk}


def test_no_stranger_edits_or_removes(ben, lunch, today):
    with pytest.raises(Refusal, match="not in your network"):
        edit_interaction(interaction=lunch, body="mine now", by=ben, today=today)
    with pytest.raises(Refusal, match="not in your network"):
        remove_interaction(interaction=lunch, by=ben)
    lunch.refresh_from_db()
    assert lunch.body == ""
