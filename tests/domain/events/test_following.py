"""What came of meeting somebody at an event."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from wellkept.domain.contacts.archiving import archive
from wellkept.domain.events.following import meetings
from wellkept.domain.events.listing import list_contacts
from wellkept.domain.events.meeting import let_go, meet
from wellkept.domain.events.models import Attendance
from wellkept.domain.timeline.promising import make_promise, settle_promise
from wellkept.domain.timeline.recording import record_interaction

MET_ON = date(2026, 11, 17)
LATER = date(2027, 3, 1)


@pytest.fixture
def met(ada, fair, ana):
    (row,) = list_contacts(event=fair, contacts=[ana], by=ada)
    return meet(attendance=row, on=MET_ON, by=ada, today=LATER)


@pytest.fixture
def say(network, ada, ana):
    def record(kind: str, on: date, direction: str = "both", at: datetime | None = None):
        return record_interaction(
            network=network, contacts=[ana], kind=kind, on=on, direction=direction, at=at, by=ada, today=LATER
        )

    return record


def meeting(network):
    (found,) = meetings(network=network, attendances=Attendance.objects.all())
    return found


def test_who_was_met_waits_for_a_follow_up_and_the_clock_runs_from_noon(network, met) -> None:
    found = meeting(network)
    assert found.waits
    assert found.on == MET_ON
    noon = datetime(2026, 11, 17, 12, tzinfo=network.zone)
    assert [found.hours_left(noon + timedelta(hours=hours)) for hours in (0, 30, 48, 49)] == [48, 18, 0, -1]


@pytest.mark.parametrize(
    ("kind", "days", "direction", "followed"),
    [
        ("email", 0, "mine", True), ("email", 0, "theirs", False), ("email", 1, "theirs", False), ("call", 1, "both", True),
        ("coffee", 0, "both", False), ("coffee", 3, "both", True), ("email", -1, "mine", False),
    ],
)  # fmt: skip
def test_a_touch_after_the_talk_follows_it_up(network, met, say, kind, days, direction, followed) -> None:
    say(kind, MET_ON + timedelta(days=days), direction)
    assert meeting(network).waits is not followed


def test_a_talk_on_another_day_is_a_second_talk_and_a_letter_is_none(network, met, say) -> None:
    say("email", MET_ON + timedelta(days=1), "mine")
    assert meeting(network).talked_on is None
    say("lunch", MET_ON + timedelta(days=90))
    assert meeting(network).talked_on == MET_ON + timedelta(days=90)


def test_help_gifts_introductions_and_promises_kept_are_given_or_got(network, ada, ana, met, say) -> None:
    say("help", MET_ON + timedelta(days=9), "theirs")
    say("introduction", MET_ON + timedelta(days=9), "mine")
    say("gift", MET_ON - timedelta(days=9), "mine")
    for by_whom, kept_on in (("me", MET_ON), ("them", MET_ON), ("me", MET_ON - timedelta(days=5)), ("me", None)):
        promise = make_promise(contact=ana, by_whom=by_whom, text=f"the deck {by_whom} {kept_on}", by=ada)
        if kept_on:
            settle_promise(promise=promise, on=kept_on, by=ada)
    found = meeting(network)
    assert (found.gave, found.got) == (2, 2)


def test_who_was_let_go_or_archived_does_not_wait(network, ada, ana, met) -> None:
    let_go(attendance=met, by=ada, today=LATER)
    assert not meeting(network).waits
    archive(contacts=[ana], by=ada)
    assert meetings(network=network, attendances=Attendance.objects.all()) == []


def test_many_take_as_few_queries_as_one(network, ada, fair, met, bruno, chen, django_assert_max_num_queries) -> None:
    for row in list_contacts(event=fair, contacts=[bruno, chen], by=ada):
        meet(attendance=row, by=ada, today=LATER)
    with django_assert_max_num_queries(3):
        assert len(meetings(network=network, attendances=Attendance.objects.all())) == 3
