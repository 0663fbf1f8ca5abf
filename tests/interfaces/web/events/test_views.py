"""The list of events and what they are worth."""

from __future__ import annotations

from datetime import timedelta

from wellkept.domain.events.adding import add_event
from wellkept.domain.events.listing import list_contacts
from wellkept.domain.events.meeting import meet


def test_without_an_event_the_page_says_what_they_are_for(page) -> None:
    text = page.get("/events/").content.decode()
    assert "No event yet" in text
    assert "/events/add" in text
    assert "Nothing to compare yet" in page.get("/events/worth").content.decode()


def test_what_is_on_what_comes_and_what_was_stand_apart(page, network, ada, fair, coming, now, ana) -> None:
    past = add_event(network=network, name="Old supper", starts_on=now - timedelta(days=300), by=ada)
    for event in (fair, past):
        (row,) = list_contacts(event=event, contacts=[ana], by=ada)
        meet(attendance=row, by=ada, today=now)
    answer = page.get("/events/")
    text = answer.content.decode()
    assert [event.name for event in answer.context["now"]] == ["Fair of small presses"]
    assert [event.name for event in answer.context["coming"]] == ["Winter supper"]
    assert [event.name for event in answer.context["page"]] == ["Old supper"]
    assert "1 person from Fair of small presses waits for a follow-up" in text
    assert f"/events/{fair.pk}/here" in text
    assert "Old supper" in page.get("/events/worth").content.decode()


def test_the_list_asks_as_often_for_many_events_as_for_few(
    page, network, ada, fair, ana, now, django_assert_max_num_queries
) -> None:
    def hold(many):
        for number in range(many):
            event = add_event(network=network, name=f"E{number}", starts_on=now - timedelta(days=9 + number), by=ada)
            (row,) = list_contacts(event=event, contacts=[ana], by=ada)
            meet(attendance=row, by=ada, today=now)

    hold(3)
    with django_assert_max_num_queries(24) as few:
        page.get("/events/")
    hold(25)
    with django_assert_max_num_queries(len(few)):
        page.get("/events/")
