"""The page of an event; adding, editing and removing one."""

from __future__ import annotations

from datetime import timedelta

from wellkept.domain.contacts.models import Position
from wellkept.domain.contacts.organizations import get_or_add_organizations
from wellkept.domain.events.listing import list_contacts, list_name
from wellkept.domain.events.meeting import want_to_meet
from wellkept.domain.events.models import Event
from wellkept.domain.history.acting import acting
from wellkept.domain.timeline.thanking import owe_thanks


def test_an_event_is_added_with_a_name_and_a_day(page, network) -> None:
    answer = page.post("/events/add", {"name": "Supper", "starts_on": "2026-12-01", "series": "Suppers"}, follow=True)
    event = Event.objects.get()
    assert (event.name, event.ends_on.isoformat(), event.series.name) == ("Supper", "2026-12-01", "Suppers")
    assert "Added the event Supper" in answer.content.decode()


def test_what_is_no_event_is_said_at_its_field_and_nothing_is_lost(page, network) -> None:
    form = {"name": "Supper", "starts_on": "2026-12-02", "ends_on": "2026-12-01", "place": "Graz"}
    answer = page.post("/events/add", form)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "The last day is before the first." in text
    assert "Graz" in text
    assert not Event.objects.exists()


def test_an_event_is_edited_and_removed(page, fair) -> None:
    form = {"name": "Fair of presses", "starts_on": fair.starts_on.isoformat(), "url": "no address at all"}
    assert page.post(f"/events/{fair.pk}/edit", form).status_code == 422
    page.post(f"/events/{fair.pk}/edit", form | {"url": "fair.example.org"})
    fair.refresh_from_db()
    assert (fair.name, fair.url, fair.organizer) == ("Fair of presses", "https://fair.example.org", None)
    assert fair.ends_on == fair.starts_on
    page.post(f"/events/{fair.pk}/remove")
    assert not Event.objects.exists()


def test_before_it_the_page_says_whom_one_wants_thanks_and_knows(page, ada, coming, ana, bruno, now) -> None:
    first, _second = list_contacts(event=coming, contacts=[ana, bruno], by=ada)
    want_to_meet(attendance=first, why="she knows paper", by=ada)
    owe_thanks(contacts=[bruno], what="Say thank you for the seat", on=now, by=ada)
    list_name(event=coming, name="Moss Fern", by=ada)
    answer = page.get(f"/events/{coming.pk}")
    text = answer.content.decode()
    assert answer.context["phase"] == "before"
    assert [row.contact for row in answer.context["wanted"]] == [ana]
    assert [row.contact for row in answer.context["known"]] == [bruno]
    assert "she knows paper" in text
    assert "Say thank you for the seat" in text
    assert 'value="met"' not in text


def test_who_lives_there_or_works_for_the_organizer_is_shown_until_listed(
    page, network, ada, fair, ana, bruno, chen
) -> None:
    alder = get_or_add_organizations(network=network, names=["Alder Works"], by=ada)["Alder Works"]
    with acting(ada, network, "add", summary="Added") as act:
        act.add(Position(contact=bruno, organization=alder))
        act.edit(ana, location="Lisbon, Portugal")
        act.edit(chen, location="Lisbon")
    list_contacts(event=fair, contacts=[chen], by=ada)
    answer = page.get(f"/events/{fair.pk}")
    assert answer.context["living"] == [ana]
    assert answer.context["working"] == [bruno]


def test_the_page_asks_as_often_for_many_as_for_few(page, network, ada, fair, django_assert_max_num_queries) -> None:
    from tests.cast import contact

    def add(start, many):
        people = [contact(network, ada, f"P{number}", "Old") for number in range(start, start + many)]
        list_contacts(event=fair, contacts=people, by=ada)
        for number in range(start, start + many):
            list_name(event=fair, name=f"Guest {number}", by=ada)

    add(0, 3)
    with django_assert_max_num_queries(28) as few:
        page.get(f"/events/{fair.pk}")
    add(3, 12)
    with django_assert_max_num_queries(len(few)):
        page.get(f"/events/{fair.pk}")


def test_after_it_the_page_leads_to_the_debrief(page, ada, fair, ana, now) -> None:
    from wellkept.domain.events.adding import edit_event
    from wellkept.domain.events.meeting import meet

    (row,) = list_contacts(event=fair, contacts=[ana], by=ada)
    meet(attendance=row, by=ada, today=now)
    edit_event(event=fair, by=ada, starts_on=now - timedelta(days=2), ends_on=now - timedelta(days=1))
    answer = page.get(f"/events/{fair.pk}")
    assert answer.context["phase"] == "after"
    assert "The follow-ups count most in the first two days." in answer.content.decode()
