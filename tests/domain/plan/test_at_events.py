"""What events give the week: whom to arrange a meeting with beforehand, and whom to write to afterwards."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from tests.cast import contact
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.events.adding import add_event, edit_event
from wellkept.domain.events.listing import list_contacts
from wellkept.domain.events.meeting import close_debrief, meet, want_to_meet
from wellkept.domain.events.models import Attendance
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.plan.answering import done, never
from wellkept.domain.plan.week import this_week
from wellkept.domain.timeline.recording import record_interaction


@pytest.fixture
def sofia(network, ada, today):
    """Somebody of long ago, out of an import: nothing is due with her."""
    long_ago = datetime.combine(today - timedelta(days=900), time(12), tzinfo=UTC)
    return contact(network, ada, "Sofia", "Lund", source="linkedin", created_at=long_ago)


@pytest.fixture
def fair(network, ada, today):
    starts = today + timedelta(days=9)
    return add_event(network=network, name="Fair of presses", place="Lisbon", starts_on=starts, by=ada)


@pytest.fixture
def wanted(ada, fair, sofia):
    (row,) = list_contacts(event=fair, contacts=[sofia], by=ada)
    return want_to_meet(attendance=row, why="she knows paper", by=ada)


def cards(network, today):
    return [card for card in this_week(network=network, on=today).proposals if card.kind in ("meet", "followup")]


def test_who_is_wanted_at_an_event_that_is_near_is_written_to_beforehand(network, today, wanted, sofia):
    (card,) = cards(network, today)
    assert (card.kind, card.contact, card.subject) == ("meet", sofia.pk, f"event-{wanted.pk}")
    assert card.why == "You want to meet at Fair of presses on Nov. 27, 2026: “she knows paper”"
    assert "Lisbon" in card.draft


def test_an_event_further_away_or_over_or_a_talk_of_these_days_asks_for_nobody(
    network, ada, today, fair, wanted, sofia
):
    edit_event(event=fair, by=ada, starts_on=today + timedelta(days=15), ends_on=today + timedelta(days=15))
    assert all(card.subject != f"event-{wanted.pk}" for card in cards(network, today))
    edit_event(event=fair, by=ada, starts_on=today - timedelta(days=2), ends_on=today - timedelta(days=1))
    assert all(card.subject != f"event-{wanted.pk}" for card in cards(network, today))
    edit_event(event=fair, by=ada, starts_on=today + timedelta(days=2), ends_on=today + timedelta(days=2))
    record_interaction(network=network, contacts=[sofia], kind="call", on=today, by=ada, today=today)
    assert all(card.subject != f"event-{wanted.pk}" for card in cards(network, today))


def test_who_was_written_to_is_not_asked_for_again_before_the_event(network, ada, today, wanted, sofia):
    done(contact=sofia, proposal="meet", subject=f"event-{wanted.pk}", note="", kind="email", by=ada, today=today)
    assert cards(network, today + timedelta(days=8)) == []


def test_never_takes_the_wish_back_and_nothing_else(network, ada, today, wanted, sofia):
    assert never(contact=sofia, by=ada, today=today, subject=f"event-{wanted.pk}") == 1
    assert Attendance.objects.get().state == "listed"
    assert all(card.subject != f"event-{wanted.pk}" for card in cards(network, today))
    undo(act=Act.objects.latest("pk"), by=ada)
    assert Attendance.objects.get().state == "wanted"


def test_never_in_general_is_never_at_events(network, ada, today, wanted, sofia):
    decide(contacts=[sofia], kind="never", by=ada, today=today)
    assert cards(network, today) == []


@pytest.fixture
def met(network, ada, today, fair, wanted):
    """Sofia was met yesterday."""
    yesterday = today - timedelta(days=1)
    edit_event(event=fair, by=ada, starts_on=yesterday, ends_on=yesterday)
    wanted.event.refresh_from_db()
    return meet(attendance=wanted, by=ada, today=today)


def test_who_was_met_at_an_event_is_written_to_within_two_days_also_who_was_known_before(network, today, met, sofia):
    (card,) = cards(network, today)
    assert (card.kind, card.contact, card.due) == ("followup", sofia.pk, today + timedelta(days=1))
    assert card.why == "You met at Fair of presses on Nov. 17, 2026: follow up by Nov. 19, 2026"
    (late,) = cards(network, today + timedelta(days=3))
    assert late.why == "You met at Fair of presses on Nov. 17, 2026 and have not followed up yet"


def test_a_follow_up_that_was_written_or_a_debrief_that_was_closed_is_not_asked_for(
    network, ada, today, fair, met, sofia
):
    close_debrief(event=fair, by=ada, today=today)
    assert cards(network, today) == []
    undo(act=Act.objects.latest("pk"), by=ada)
    record_interaction(
        network=network,
        contacts=[sofia],
        kind="email",
        direction="mine",
        on=today - timedelta(days=1),
        by=ada,
        today=today,
    )
    assert cards(network, today) == []
