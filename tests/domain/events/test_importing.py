"""Events out of calendars: taken once, brought up to date, never doubled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.dump import dump
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.events.adding import edit_event
from wellkept.domain.events.importing import take_events, uid_of
from wellkept.domain.events.models import Attendance, Event
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.formats.calendars import Attendee, CalendarEvent, on_day, read_calendar_file

PEOPLE = (Attendee("Moss Fern", "moss@acme.example"), Attendee("", "gone@acme.example", declined=True))
DINNER = CalendarEvent(
    uid="dinner@example.org", name="Dinner", starts_on=date(2026, 12, 1), ends_on=date(2026, 12, 1), place="Graz",
    attendees=PEOPLE, organizer=Attendee("Alder Works", ""),
)  # fmt: skip


def take(network, by, *events: CalendarEvent):
    return take_events(network=network, events=events, by=by)


def test_an_event_is_taken_with_who_was_invited_and_did_not_decline(network, ada, fair) -> None:
    (event,) = take(network, ada, DINNER).added
    assert (event.name, event.place, event.uid, event.organizer.name) == ("Dinner", "Graz", DINNER.uid, "Alder Works")
    assert [(row.name, row.email) for row in event.attendances.all()] == [("Moss Fern", "moss@acme.example")]


def test_an_organizer_who_is_no_organization_of_the_network_is_left_out(network, ada) -> None:
    (event,) = take(network, ada, DINNER).added
    assert event.organizer is None


def test_the_same_file_again_changes_nothing_and_leaves_no_act(network, ada) -> None:
    take(network, ada, DINNER)
    before, acts = dump(network), Act.objects.count()
    taken = take(network, ada, DINNER)
    assert (taken.added, taken.changed, len(taken.same)) == ([], [], 1)
    assert dump(network) == before
    assert Act.objects.count() == acts


def test_a_newer_version_moves_it_and_keeps_what_the_user_wrote(network, ada) -> None:
    (event,) = take(network, ada, DINNER).added
    edit_event(event=event, by=ada, notes="Bring the book", organizer="Blue Kettle")
    later = replace(DINNER, starts_on=date(2026, 12, 3), ends_on=date(2026, 12, 3), notes="Agenda: soup")
    before = dump(network)
    taken = take(network, ada, later)
    event.refresh_from_db()
    assert taken.changed == [event]
    assert (event.starts_on, event.notes, event.organizer.name) == (date(2026, 12, 3), "Bring the book", "Blue Kettle")
    assert Event.objects.count() == 1
    undo(act=Act.objects.latest("pk"), by=ada)
    assert dump(network) == before


def test_one_file_may_hold_an_event_twice_and_days_of_a_series_that_were_moved(network, ada) -> None:
    moved = replace(DINNER, recurrence="2026-12-08", starts_on=date(2026, 12, 9), ends_on=date(2026, 12, 9))
    take(network, ada, DINNER, DINNER, moved)
    assert sorted(event.starts_on.day for event in Event.objects.all()) == [1, 9]


def test_days_of_one_series_are_put_in_a_series_of_its_name_with_those_that_were_moved(network, ada) -> None:
    weekly = replace(DINNER, repeats=True, days=(date(2026, 12, 1), date(2026, 12, 8)))
    moved = replace(
        DINNER, name="Outing", recurrence="2026-12-15", starts_on=date(2026, 12, 16), ends_on=date(2026, 12, 16)
    )
    take(network, ada, weekly, on_day(weekly, date(2026, 12, 8)), moved)
    assert {(event.name, event.series.name) for event in Event.objects.all()} == {
        ("Dinner", "Dinner"),
        ("Outing", "Dinner"),
    }
    take(network, ada, on_day(weekly, date(2026, 12, 8)))
    assert Event.objects.count() == 3


def test_what_was_taken_once_and_repeats_now_is_the_first_day_of_its_series(network, ada) -> None:
    (event,) = take(network, ada, DINNER).added
    again = replace(DINNER, recurrence="2026-12-01", name="Dinner, in the garden")
    assert take(network, ada, again).changed == [event]
    assert Event.objects.get().name == "Dinner, in the garden"


def test_series_without_a_uid_are_told_by_name_and_day(network, ada) -> None:
    weekly = replace(DINNER, uid="", repeats=True)
    other = replace(weekly, name="Lunch")
    take(network, ada, *(on_day(one, date(2026, 12, 8)) for one in (weekly, other)))
    assert sorted(event.name for event in Event.objects.all()) == ["Dinner", "Lunch"]


def test_events_without_a_uid_are_told_by_name_and_day_and_long_uids_fit(network, ada) -> None:
    nameless = replace(DINNER, uid="")
    endless = replace(DINNER, uid="x" * 3000)
    take(network, ada, nameless, endless)
    take(network, ada, nameless, endless)
    assert Event.objects.count() == 2
    assert len(uid_of(endless)) == 64


def test_what_a_calendar_says_too_long_is_cut(network, ada) -> None:
    long = replace(DINNER, name="x" * 900, place="y" * 900, ends_on=date(2031, 1, 1))
    (event,) = take(network, ada, long).added
    assert (len(event.name), len(event.place), event.ends_on) == (200, 200, date(2027, 12, 2))
    (unnamed,) = take(network, ada, replace(DINNER, uid="other", name="")).added
    assert unnamed.name == "Event without a name"


def test_one_event_out_of_all_time_refuses_the_whole_file(network, ada) -> None:
    with pytest.raises(Refusal):
        take(network, ada, DINNER, replace(DINNER, uid="old", starts_on=date(1600, 1, 1), ends_on=date(1600, 1, 1)))
    assert not Event.objects.exists()
    assert not Attendance.objects.exists()


def test_a_stranger_takes_nothing_into_the_network(network, ben) -> None:
    with pytest.raises(Refusal):
        take(network, ben, DINNER)
    assert not Event.objects.exists()


def test_every_calendar_of_the_corpora_is_read_and_what_can_be_is_taken_twice_as_once(network, ada, corpora) -> None:
    folder = corpora / "ical"
    if not folder.is_dir():
        pytest.skip("no calendars among the corpora")
    files = sorted(folder.rglob("*.ics"))
    read = [read_calendar_file(file.read_bytes()) for file in files]
    events = [event for one in read for event in one.events if 1900 < event.starts_on.year < 2200]
    assert len(events) > 0.7 * sum(len(one.events) + len(one.problems) for one in read)
    take(network, ada, *events[::4])
    acts = Act.objects.count()
    take(network, ada, *events[::4])
    assert Act.objects.count() - acts <= 1  # two files may tell one UID differently
