import pytest
from django.test import Client

from wellkept.domain.accounts.limits import forget
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.people import from_json
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.models import Act
from wellkept.interfaces.web.own_page.details import MOST_BYTES, TRIES, TRIES_OF_ALL

SAID = {
    "name": "Ana Souza",
    "email": "ana@example.org",
    "phone": "+43 1 234 5679",
    "organization": "Acme",
    "line": "We spoke of boats.",
    "key": "k" * 32,
}


@pytest.fixture(autouse=True)
def nobody_tried_before(db):
    forget("details:127.0.0.1")


def leave(**said):
    return Client(enforce_csrf_checks=True).post("/p/quill", SAID | said)


def waiting():
    return Captured.objects.filter(way="details", state="waiting")


def test_what_is_left_waits_in_the_inbox_and_is_no_record(publish, network):
    publish("name", leave_details=True)
    people = Contact.objects.count()
    answer = leave()

    assert answer["Location"] == "/p/quill?thanks=1"
    assert not answer.cookies
    (row,) = waiting()
    assert (row.network, row.text.splitlines()[0]) == (network, "Ana Souza")
    (person,) = from_json(row.read)
    assert (person.name.display, person.emails[0].value, person.positions[0].organization) == (
        "Ana Souza", "ana@example.org", "Acme",
    )  # fmt: skip
    assert person.notes == "We spoke of boats."
    assert Contact.objects.count() == people
    assert Act.objects.filter(network=network, via="own page").count() == 1
    assert "Thank you. It is with Ada Quill now." in Client().get(answer["Location"]).content.decode()


def test_sent_twice_it_is_there_once(publish):
    publish("name", leave_details=True)
    leave()
    leave()
    assert waiting().count() == 1

    leave(key="another")
    assert waiting().count() == 2


def test_where_it_is_not_wanted_there_is_no_form_and_nothing_is_taken(publish):
    publish("name")

    assert "<form" not in Client().get("/p/quill").content.decode()
    assert leave().status_code == 404
    assert not Captured.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"name": "  "}, "required"),
        ({"email": "ana at home", "phone": ""}, "This is no e-mail address."),
        ({"email": "", "phone": ""}, "Leave an e-mail address or a phone number."),
        ({"name": "x" * 151}, "at most 150"),
        ({"line": "x" * 501}, "at most 500"),
        ({"name": "Ana\0"}, "Null characters"),
    ],
)
def test_what_cannot_be_taken_is_said_and_what_was_typed_stays(publish, wrong, why):
    publish("name", leave_details=True)
    answer = leave(**wrong)

    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert "We spoke of boats." in answer.content.decode() or "line" in wrong
    assert not Captured.objects.exists()


def test_what_only_a_machine_fills_in_is_let_go_without_a_word(publish):
    publish("name", leave_details=True)
    answer = leave(website="https://spam.example.org")

    assert answer["Location"] == "/p/quill?thanks=1"
    assert not Captured.objects.exists()


def test_more_than_the_form_takes_is_not_read(publish):
    publish("name", leave_details=True)
    answer = leave(line="x" * MOST_BYTES)

    assert answer.status_code == 413
    assert not Captured.objects.exists()


def test_one_address_leaves_a_few_an_hour(publish):
    publish("name", leave_details=True)
    for number in range(TRIES[0]):
        assert leave(key=f"key-{number}").status_code == 302
    last = leave(key="one-more")

    assert last.status_code == 429
    assert waiting().count() == TRIES[0]


def test_one_page_takes_no_more_than_a_user_can_look_through(publish, network, monkeypatch):
    monkeypatch.setattr("wellkept.interfaces.web.own_page.public.TRIES_OF_ALL", (1, TRIES_OF_ALL[1]))
    forget(f"details-to:{network.pk}")
    publish("name", leave_details=True)

    assert leave(key="one").status_code == 302
    assert leave(key="two").status_code == 429


def test_the_key_of_a_stranger_meets_no_capture_of_the_users_own(publish, network, ada):
    from wellkept.domain.capture.receiving import receive

    publish("name", leave_details=True)
    receive(network=network, key="k" * 32, way="line", text="met Bruno", on=network.today(), by=ada)

    leave()
    assert waiting().count() == 1
