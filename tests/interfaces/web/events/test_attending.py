"""What is done with one who is on the list."""

from __future__ import annotations

import pytest

from tests.cast import contact, network_of
from wellkept.domain.contacts.models import Contact
from wellkept.domain.events.listing import list_contacts, list_name
from wellkept.domain.events.models import Attendance
from wellkept.domain.history.models import Act
from wellkept.domain.timeline.models import Interaction


@pytest.fixture
def row(ada, fair, ana):
    return list_contacts(event=fair, contacts=[ana], by=ada)[0]


def do(page, row, what, **more):
    answer = page.post(f"/attendances/{row.pk}", {"do": what, **more}, follow=True)
    row.refresh_from_db()
    return answer


def test_wanted_left_missed_met_let_go_and_taken_off(page, row) -> None:
    for what, state in (("want", "wanted"), ("listed", "listed"), ("missed", "missed"), ("met", "met")):
        do(page, row, what)
        assert row.state == state
    do(page, row, "let-go")
    assert row.let_go_on is not None
    page.post(f"/attendances/{row.pk}", {"do": "off"})
    assert not Attendance.objects.exists()
    assert Interaction.objects.count() == 1


def test_a_reason_is_kept_and_left_alone_where_the_form_says_none(page, row) -> None:
    do(page, row, "want", why="she knows paper")
    do(page, row, "want")
    assert row.why == "she knows paper"


def test_what_cannot_be_is_said_and_the_form_leads_back_to_our_pages_alone(page, row, now) -> None:
    do(page, row, "met", body="Printed by hand", on=now.isoformat())
    answer = do(page, row, "want", next=f"/events/{row.event_id}/list")
    assert answer.request["PATH_INFO"] == f"/events/{row.event_id}/list"
    assert "You met Ana Souza there already." in answer.content.decode()
    assert do(page, row, "let-go", next="https://elsewhere.example/").request["PATH_INFO"] == f"/events/{row.event_id}"
    assert "This is no date." in do(page, row, "met", on="yesterday").content.decode() or row.state == "met"


def test_an_act_that_there_is_not_is_not_found(page, row) -> None:
    assert page.post(f"/attendances/{row.pk}", {"do": "explode"}).status_code == 404
    assert page.get(f"/attendances/{row.pk}").status_code == 405


def test_a_name_is_said_to_be_a_contact(page, ada, fair, bruno) -> None:
    name = list_name(event=fair, name="B. Keller", by=ada)
    do(page, name, "link", contact=str(bruno.pk))
    assert name.contact == bruno


def test_nobody_of_another_network_is_linked_or_listed(page, ada, ben, fair) -> None:
    theirs = contact(network_of(ben), ben, "Dora", "Lind")
    name = list_name(event=fair, name="Dora Lind", by=ada)
    assert page.post(f"/attendances/{name.pk}", {"do": "link", "contact": str(theirs.pk)}).status_code == 404
    assert page.post(f"/events/{fair.pk}/people", {"contact": str(theirs.pk)}).status_code == 404
    assert Attendance.objects.get().contact is None


def test_somebody_met_is_written_in_with_one_form_and_one_undo(page, fair) -> None:
    form = {"name": "Moss Fern", "organization": "Acme", "do": "met", "body": "Prints by hand"}
    answer = page.post(f"/events/{fair.pk}/people", form, follow=True)
    assert "Met Moss Fern at Fair of small presses" in answer.content.decode()
    assert Contact.objects.filter(display="Moss Fern").exists()
    page.post(f"/history/{Act.objects.latest('pk').pk}/undo")
    assert not Contact.objects.filter(display="Moss Fern").exists()
    assert not Attendance.objects.exists()


def test_a_contact_from_beside_the_list_is_wanted_at_one_press(page, fair, ana) -> None:
    page.post(f"/events/{fair.pk}/people", {"contact": str(ana.pk), "do": "want", "why": "paper"})
    row = Attendance.objects.get()
    assert (row.contact, row.state, row.why) == (ana, "wanted", "paper")


def test_a_name_that_is_none_is_refused_in_words(page, fair) -> None:
    assert "Say who it is." in page.post(f"/events/{fair.pk}/people", {"name": " "}, follow=True).content.decode()
    assert not Attendance.objects.exists()
