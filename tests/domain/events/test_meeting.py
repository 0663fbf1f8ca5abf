"""Whom one wants to meet, who was met, and what then waits."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.dump import dump
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.models import Standing
from wellkept.domain.contacts.models import Contact
from wellkept.domain.events.listing import list_contacts, list_name
from wellkept.domain.events.meeting import (
    close_debrief,
    leave_on_list,
    let_go,
    meet,
    met_at,
    not_met,
    open_debrief,
    want_to_meet,
)
from wellkept.domain.events.models import Attendance
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.timeline.models import Interaction
from wellkept.domain.timeline.recording import record_interaction


@pytest.fixture
def moss(ada, fair):
    return list_name(event=fair, name="Moss Fern", organization="Acme", email="moss@acme.example", by=ada)


@pytest.fixture
def ana_there(ada, fair, ana):
    return list_contacts(event=fair, contacts=[ana], by=ada)[0]


def test_a_name_that_was_met_becomes_a_contact_whose_follow_up_is_due_within_48_hours(ada, fair, moss, today) -> None:
    meet(attendance=moss, by=ada, today=today, body="Prints by hand.")
    contact = Contact.objects.get(display="Moss Fern")
    assert (moss.contact, moss.state, contact.met_where) == (contact, "met", "Fair of small presses")
    assert [str(position.organization) for position in contact.positions.all()] == ["Acme"]
    talk = Interaction.objects.get()
    assert (talk.on, talk.kind, talk.body, talk.place) == (
        today,
        "event",
        "Prints by hand.",
        "Fair of small presses, Lisbon",
    )
    standing = Standing.objects.get(contact=contact)
    assert (standing.due_kind, standing.due_on) == ("followup", today + timedelta(days=2))
    assert Act.objects.latest("pk").summary == "Met Moss Fern at Fair of small presses"


def test_meeting_is_one_act_and_undone_as_one(network, ada, moss, today) -> None:
    before = dump(network)
    meet(attendance=moss, by=ada, today=today)
    undo(act=Act.objects.latest("pk"), by=ada)
    assert dump(network) == before


def test_meeting_somebody_again_changes_nothing(ada, ana_there, today) -> None:
    meet(attendance=ana_there, by=ada, today=today)
    meet(attendance=ana_there, by=ada, today=today)
    assert Interaction.objects.count() == 1


def test_a_talk_that_was_written_down_is_taken_for_the_meeting(network, ada, ana, ana_there, today) -> None:
    talk = record_interaction(
        network=network, contacts=[ana], kind="coffee", on=today, body="At the fair", by=ada, today=today
    )
    meet(attendance=ana_there, by=ada, today=today)
    assert ana_there.interaction == talk
    assert Interaction.objects.count() == 1


def test_after_the_event_the_talk_was_on_its_last_day_unless_another_is_said(ada, fair, moss, ana_there) -> None:
    meet(attendance=moss, by=ada, today=date(2026, 11, 30))
    meet(attendance=ana_there, by=ada, today=date(2026, 11, 30), on=date(2026, 11, 17))
    assert sorted(talk.on for talk in Interaction.objects.all()) == [date(2026, 11, 17), date(2026, 11, 19)]


@pytest.mark.parametrize(("today", "on"), [(date(2026, 11, 16), None), (date(2026, 11, 18), date(2026, 11, 12))])
def test_nobody_is_met_before_it_begins_or_on_another_day(ada, moss, today, on) -> None:
    with pytest.raises(Refusal) as refusal:
        meet(attendance=moss, by=ada, today=today, on=on)
    assert refusal.value.field == "on"
    assert not Interaction.objects.exists()
    assert not Contact.objects.filter(is_me=False).exists()


def test_a_talk_that_is_kept_elsewhere_puts_them_on_the_list_as_met(network, ada, fair, ana, bruno, today) -> None:
    talk = record_interaction(network=network, contacts=[ana], kind="met", on=today, by=ada, today=today)
    first = met_at(event=fair, contact=ana, interaction=talk, by=ada)
    acts = Act.objects.count()
    assert met_at(event=fair, contact=ana, interaction=talk, by=ada) == first
    assert Act.objects.count() == acts
    assert (first.state, first.interaction) == ("met", talk)
    with pytest.raises(Refusal):
        met_at(event=fair, contact=bruno, interaction=talk, by=ada)


def test_wanting_leaving_and_missing_go_back_and_forth_until_they_are_met(ada, ana_there, today) -> None:
    want_to_meet(attendance=ana_there, why=" she knows  paper ", by=ada)
    assert (ana_there.state, ana_there.why) == ("wanted", "she knows paper")
    not_met(attendance=ana_there, by=ada)
    assert ana_there.state == "missed"
    leave_on_list(attendance=ana_there, by=ada)
    assert (ana_there.state, ana_there.why) == ("listed", "she knows paper")
    meet(attendance=ana_there, by=ada, today=today)
    for verb in (want_to_meet, not_met, leave_on_list):
        with pytest.raises(Refusal):
            verb(attendance=ana_there, by=ada)
    with pytest.raises(Refusal):
        want_to_meet(attendance=ana_there, why="x" * 301, by=ada)


def test_going_through_an_event_says_who_was_not_met_and_can_be_taken_back(
    network, ada, fair, ana_there, today
) -> None:
    want_to_meet(attendance=ana_there, by=ada)
    before = dump(network)
    close_debrief(event=fair, by=ada, today=today)
    assert fair.debriefed_on == today
    assert Attendance.objects.get().state == "missed"
    undo(act=Act.objects.latest("pk"), by=ada)
    assert dump(network) == before
    fair.refresh_from_db()
    close_debrief(event=fair, by=ada, today=today)
    open_debrief(event=fair, by=ada)
    assert fair.debriefed_on is None
    with pytest.raises(Refusal):
        close_debrief(event=fair, by=ada, today=date(2026, 11, 1))


def test_only_who_was_met_can_be_let_go(ada, ana_there, today) -> None:
    with pytest.raises(Refusal):
        let_go(attendance=ana_there, by=ada, today=today)
    meet(attendance=ana_there, by=ada, today=today)
    let_go(attendance=ana_there, by=ada, today=today)
    assert Attendance.objects.get().let_go_on == today


def test_a_stranger_meets_nobody_here(ben, ada, fair, ana, ana_there, today) -> None:
    meet(attendance=ana_there, by=ada, today=today)
    before = dump(fair.network)
    name = Attendance.objects.get()
    for verb in (
        lambda: let_go(attendance=name, by=ben, today=today),
        lambda: met_at(event=fair, contact=ana, by=ben),
        lambda: close_debrief(event=fair, by=ben, today=today),
        lambda: open_debrief(event=fair, by=ben),
    ):
        with pytest.raises(Refusal):
            verb()
    assert dump(fair.network) == before


@pytest.mark.parametrize("verb", [want_to_meet, leave_on_list, not_met])
def test_a_stranger_marks_nobody(ben, moss, verb) -> None:
    with pytest.raises(Refusal):
        verb(attendance=moss, by=ben)
    with pytest.raises(Refusal):
        meet(attendance=moss, by=ben, today=date(2026, 11, 18))
    assert Attendance.objects.get().state == "listed"
