"""Events are written down, changed and taken away; each is one act."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.dump import dump
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Organization
from wellkept.domain.events.adding import add_event, edit_event, remove_event
from wellkept.domain.events.listing import list_contacts
from wellkept.domain.events.meeting import meet
from wellkept.domain.events.models import Attendance, Event, Series
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.timeline.models import Interaction


def test_an_event_has_its_organizer_and_its_series(fair) -> None:
    assert (fair.organizer.name, fair.series.name) == ("Alder Works", "Small presses")
    assert Act.objects.latest("pk").summary == "Added the event Fair of small presses"


def test_the_same_names_are_the_same_organizer_and_series(network, ada, fair) -> None:
    again = add_event(
        network=network, name="Next fair", starts_on=date(2027, 11, 17), organizer="alder works ltd.",
        series="small  presses", by=ada,
    )  # fmt: skip
    assert (again.organizer, again.series) == (fair.organizer, fair.series)
    assert again.ends_on == again.starts_on


@pytest.mark.parametrize(
    ("columns", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"place": "x" * 201}, "place"),
        ({"ends_on": date(2026, 11, 16)}, "ends_on"),
        ({"ends_on": date(2028, 11, 16)}, "ends_on"),
        ({"starts_on": date(1850, 1, 1), "ends_on": date(1850, 1, 1)}, "starts_on"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"url": "https://" + "x" * 600 + ".example"}, "url"),
        ({"series": "x" * 201}, "series"),
        ({"notes": "x" * 100_001}, "notes"),
    ],
)
def test_what_is_no_event_is_refused_and_nothing_is_written(network, ada, columns, field) -> None:
    good = {"name": "Fair", "starts_on": date(2026, 11, 17), "organizer": "Blue Kettle"}
    with pytest.raises(Refusal) as refusal:
        add_event(network=network, by=ada, **{**good, **columns})
    assert refusal.value.field == field
    assert not Event.objects.exists()
    assert not Organization.objects.exists()


def test_a_web_address_may_be_written_without_its_scheme(network, ada) -> None:
    event = add_event(network=network, name="Fair", starts_on=date(2026, 11, 17), url="fair.example.org", by=ada)
    assert event.url == "https://fair.example.org"


def test_a_series_goes_with_its_last_event_and_comes_back_with_the_undo(network, ada, fair) -> None:
    before = dump(network)
    edit_event(event=fair, by=ada, series="Autumn fairs", organizer="")
    assert [series.name for series in Series.objects.all()] == ["Autumn fairs"]
    assert fair.organizer_id is None
    undo(act=Act.objects.latest("pk"), by=ada)
    assert dump(network) == before


def test_what_is_not_said_stays(ada, fair) -> None:
    edit_event(event=fair, by=ada, name="Fair of presses")
    fair.refresh_from_db()
    assert (fair.name, fair.place, fair.series.name) == ("Fair of presses", "Lisbon", "Small presses")


def test_removing_an_event_leaves_the_talks_and_undoing_gives_all_back(network, ada, fair, ana, today) -> None:
    (attendance,) = list_contacts(event=fair, contacts=[ana], by=ada)
    meet(attendance=attendance, by=ada, today=today)
    before = dump(network)
    remove_event(event=fair, by=ada)
    assert not Event.objects.exists()
    assert not Attendance.objects.exists()
    assert not Series.objects.exists()
    assert Interaction.objects.count() == 1
    undo(act=Act.objects.latest("pk"), by=ada)
    assert dump(network) == before


def test_a_stranger_changes_no_event(ben, fair) -> None:
    with pytest.raises(Refusal):
        edit_event(event=fair, by=ben, name="Mine")
    with pytest.raises(Refusal):
        remove_event(event=fair, by=ben)
    with pytest.raises(Refusal):
        add_event(network=fair.network, name="Mine", starts_on=fair.starts_on + timedelta(days=1), by=ben)
    assert [event.name for event in Event.objects.all()] == ["Fair of small presses"]
