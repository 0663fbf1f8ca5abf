"""What waits: listed, opened, kept, let go; and the door by which devices send it."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_scopes import scope

from tests.cast import network_of
from tests.domain.capture.conftest import somebody
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.people import as_json
from wellkept.domain.capture.receiving import receive
from wellkept.domain.contacts.files import store_bytes
from wellkept.domain.contacts.models import Contact
from wellkept.domain.events.adding import add_event
from wellkept.domain.timeline.models import Interaction, Promise, Referral
from wellkept.domain.timeline.recording import record_interaction
from wellkept.formats.person import Address, Labelled

from .forms import form_of

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 64


@pytest.fixture
def line(network, ada, today):
    return receive(network=network, key="line-0001", way="line", text="met Dora Lind, plays chess", on=today, by=ada)


@pytest.fixture
def details(network, ada, today):
    read = as_json([somebody("Bo Berg", "Hooli", emails=[Labelled("bo@example.org"), Labelled("b@home.example")])])
    return receive(network=network, key="details-01", way="details", read=read, on=today, by=ada)


def test_the_inbox_lists_what_waits_and_the_navigation_counts_it(page, line, details):
    said = page.get("/inbox").content.decode()
    assert "met Dora Lind" in said and "Details they left" in said
    assert 'data-count="inbox">2<' in said


def test_an_empty_inbox_says_what_comes_there(page, network):
    said = page.get("/inbox").content.decode()
    assert "Nothing waits" in said and 'data-count="inbox"' not in said


def test_the_list_asks_as_often_for_many_as_for_one(page, network, ada, today, line, django_assert_max_num_queries):
    with django_assert_max_num_queries(30) as one:
        page.get("/inbox")
    for number in range(40):
        receive(network=network, key=f"line-1{number:03}", way="line", text="x", on=today, by=ada)
    with django_assert_max_num_queries(len(one)):
        page.get("/inbox")


def test_a_line_is_opened_and_kept(page, line):
    opened = page.get(f"/inbox/{line.pk}")
    assert page.post(f"/inbox/{line.pk}", form_of(opened, do="keep")).url == f"/inbox/{line.pk}"
    line.refresh_from_db()
    assert (
        line.state == "kept" and line.contact.display == "Dora Lind" and line.contact.facts.get().words == "plays chess"
    )


def test_details_are_kept_with_all_their_addresses(page, details):
    opened = page.get(f"/inbox/{details.pk}")
    page.post(f"/inbox/{details.pk}", form_of(opened, do="keep"))
    details.refresh_from_db()
    bo = details.contact
    assert {e.address for e in bo.emails.all()} == {"bo@example.org", "b@home.example"}
    assert bo.positions.get().organization.name == "Hooli" and not Interaction.objects.exists()


@pytest.fixture
def addressed(network, ada, today):
    person = somebody("Bo Berg", "Hooli")
    home = Address(street="Ring 1", postcode="1010", city="Wien", label="home")
    person.addresses = [Address(formatted="Kirchgasse 7, 8O01 Zürich", label="work"), home]
    read = as_json([person], unsure=["address"])
    return receive(network=network, key="card-00001", way="card", read=read, on=today, by=ada)


def _addresses(row):
    row.refresh_from_db()
    return [(each.label, each.formatted, each.street) for each in row.contact.addresses.order_by("pk")]


def test_an_address_stands_in_fields_and_is_kept_as_it_was_read(page, addressed):
    opened = page.get(f"/inbox/{addressed.pk}")
    form = form_of(opened, do="keep")
    assert form["p0-address"] == ["Kirchgasse 7, 8O01 Zürich", "Ring 1, 1010 Wien"]
    page.post(f"/inbox/{addressed.pk}", form)
    assert _addresses(addressed) == [("work", "Kirchgasse 7, 8O01 Zürich", ""), ("home", "", "Ring 1")]


def test_an_address_that_was_read_wrong_is_corrected_and_one_that_was_emptied_is_not_kept(page, addressed):
    opened = page.get(f"/inbox/{addressed.pk}")
    page.post(
        f"/inbox/{addressed.pk}",
        form_of(opened, do="keep", **{"p0-address": ["Kirchgasse 7,\r\n8001  Zürich\r\n", "  "]}),
    )
    assert _addresses(addressed) == [("work", "Kirchgasse 7, 8001 Zürich", "")]


def test_a_corrected_address_stands_there_corrected_when_something_else_is_asked(page, addressed):
    opened = page.get(f"/inbox/{addressed.pk}")
    changed = {"p0-address": ["Kirchgasse 7, 8001 Zürich", ""], "p0-email": "no address"}
    again = page.post(f"/inbox/{addressed.pk}", form_of(opened, do="keep", **changed))
    assert again.status_code == 422
    assert form_of(again)["p0-address"] == ["Kirchgasse 7, 8001 Zürich", ""]


def test_an_address_that_was_not_read_can_be_typed(page, details):
    opened = page.get(f"/inbox/{details.pk}")
    page.post(f"/inbox/{details.pk}", form_of(opened, do="keep", **{"p0-address": "Ring 1, Wien"}))
    assert _addresses(details) == [("", "Ring 1, Wien", "")]


def test_what_has_nobody_in_it_asks_who_it_is_about(page, network, ada, today):
    row = receive(network=network, key="pasted-001", way="pasted", text="Regards", on=today, by=ada)
    opened = page.get(f"/inbox/{row.pk}")
    assert page.post(f"/inbox/{row.pk}", form_of(opened, do="keep")).status_code == 422
    assert page.post(f"/inbox/{row.pk}", form_of(opened, do="keep", **{"p0-name": "Dora"})).status_code == 302


def test_in_another_tab_it_is_kept_already(page, line):
    form = form_of(page.get(f"/inbox/{line.pk}"), do="keep")
    page.post(f"/inbox/{line.pk}", form)
    answer = page.post(f"/inbox/{line.pk}", form, follow=True)
    assert "kept already" in answer.content.decode() and Contact.objects.filter(is_me=False).count() == 1


def test_it_is_let_go_with_undo_and_can_wait_again(page, line):
    assert page.post(f"/inbox/{line.pk}/drop").url == "/inbox"
    assert "Undo" in page.get("/inbox").content.decode()
    assert page.post(f"/inbox/{line.pk}", {"do": "keep"}, follow=True).content.decode().count("This was let go.") == 1
    assert "Let it wait again" in page.get(f"/inbox/{line.pk}").content.decode()
    page.post(f"/inbox/{line.pk}/reopen")
    line.refresh_from_db()
    assert line.state == "waiting"


def test_after_one_is_kept_the_next_is_offered(page, line, details):
    page.post(f"/inbox/{line.pk}", form_of(page.get(f"/inbox/{line.pk}"), do="keep"))
    assert f'href="/inbox/{details.pk}"' in page.get(f"/inbox/{line.pk}").content.decode()


def test_its_picture_is_shown_beside_it(page, network, ada, today):
    file = store_bytes(network=network, data=PNG, name="card.png", media_type="image/png", by=ada)
    row = receive(network=network, key="card-0001", way="card", picture=file, read=as_json([]), on=today, by=ada)
    assert f"/inbox/{row.pk}/picture" in page.get(f"/inbox/{row.pk}").content.decode()
    answer = page.get(f"/inbox/{row.pk}/picture")
    assert b"".join(answer.streaming_content) == PNG and "sandbox" in answer["Content-Security-Policy"]


def test_a_file_that_browsers_would_not_draw_is_not_given(page, network, ada, today):
    file = store_bytes(network=network, data=b"<svg/>", name="card.svg", media_type="image/svg+xml", by=ada)
    row = receive(network=network, key="card-0001", way="card", picture=file, on=today, by=ada)
    assert page.get(f"/inbox/{row.pk}/picture").status_code == 404


@pytest.fixture
def foreign(ben, today):
    with scope(network=network_of(ben)):
        return receive(network=network_of(ben), key="line-0001", way="line", text="secret", on=today, by=ben)


def test_a_strangers_capture_is_not_there(page, network, foreign):
    for path, method in (("", page.get), ("", page.post), ("/drop", page.post), ("/reopen", page.post), ("/picture", page.get)):  # fmt: skip
        assert method(f"/inbox/{foreign.pk}{path}").status_code == 404
    assert "secret" not in page.get("/inbox").content.decode()


# --- the door ---------------------------------------------------------------------------------------------------


def send(page, **said):
    return page.post("/capture/receive", {"key": "phone-00001", "text": "met Dora", "on": "2026-11-01"} | said)


def test_what_a_phone_sends_is_there_once(page, network):
    assert [send(page).json(), send(page, text="other").json()] == [{"key": "phone-00001"}] * 2
    row = Captured.objects.get()
    assert (row.text, row.on.isoformat(), row.state) == ("met Dora", "2026-11-01", "waiting")


def test_it_needs_the_token_of_the_page(ada, network):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(ada.user)
    assert send(client).status_code == 403 and not Captured.objects.exists()


def test_an_event_and_a_picture_come_along(page, network, ada, today):
    event = add_event(network=network, name="PyCon", starts_on=today, by=ada)
    assert send(page, event=event.pk, picture=SimpleUploadedFile("card.png", PNG)).status_code == 200
    row = Captured.objects.get()
    assert (row.event, row.way, row.picture.media_type) == (event, "card", "image/png")


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("key", {"key": "x"}),
        ("text", {"text": ""}),
        ("text", {"text": "x" * 20_001}),
        ("on", {"on": "soon"}),
        ("on", {"on": "0001-01-01"}),
        ("picture", {"picture": SimpleUploadedFile("card.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>")}),
    ],
)
def test_what_is_no_capture_is_refused_with_a_word(page, network, field, said):
    answer = send(page, **said)
    assert answer.status_code == 422 and answer.json()["field"] == field and answer.json()["refused"]
    assert not Captured.objects.exists()


def test_a_strangers_event_is_not_there(page, network, ben, today):
    with scope(network=network_of(ben)):
        theirs = add_event(network=network_of(ben), name="Fair", starts_on=today, by=ben)
    for event in (theirs.pk, "x", "9" * 30):
        assert send(page, event=event).status_code == 404
    assert not Captured.objects.exists()


# --- who else? ---------------------------------------------------------------------------------------------------


@pytest.fixture
def talk(network, ada, ana, today):
    return record_interaction(network=network, contacts=[ana], kind="coffee", on=today, by=ada, today=today)


def test_names_and_help_are_kept(page, talk, ana):
    said = {"named-0": "Tom Baker", "named-0-about": "runs the lab", "help": "lend the book", "help-as": "promise", "due": "2031-01-02"}  # fmt: skip
    assert page.post(f"/interactions/{talk.pk}/who-else", said).url == f"/contacts/{ana.pk}"
    assert (str(Referral.objects.get()), Referral.objects.get().interaction) == ("Tom Baker, runs the lab", talk)
    assert (Promise.objects.get().text, Promise.objects.get().due_on.year) == ("lend the book", 2031)


def test_help_can_be_a_need(page, talk, ana):
    page.post(f"/interactions/{talk.pk}/who-else", {"help": "a data engineer", "help-as": "need"})
    assert (ana.facts.get().kind, ana.facts.get().interaction) == ("need", talk)


@pytest.mark.parametrize("said", [{"help": "a flat"}, {"help": "a flat", "help-as": "promise", "due": "soon"}, {"named-0": "x" * 300}])  # fmt: skip
def test_what_is_unclear_is_asked_and_nothing_is_kept(page, talk, ana, said):
    assert page.post(f"/interactions/{talk.pk}/who-else", {"named-1": "Eve"} | said).status_code == 422
    assert not Referral.objects.exists() and not Promise.objects.exists()


def test_of_two_it_is_asked_who_named_them(page, network, ada, ana, bruno, today):
    talk = record_interaction(network=network, contacts=[ana, bruno], kind="lunch", on=today, by=ada, today=today)
    assert page.post(f"/interactions/{talk.pk}/who-else", {"named-0": "Eve"}).status_code == 422
    page.post(f"/interactions/{talk.pk}/who-else", {"named-0": "Eve", "whom": bruno.pk})
    assert Referral.objects.get().contact == bruno


def test_a_strangers_talk_is_not_asked_about(page, ben, today, network):
    from tests.cast import contact

    theirs = network_of(ben)
    with scope(network=theirs):
        sol = contact(theirs, ben, "Sol", "Reyes")
        talk = record_interaction(network=theirs, contacts=[sol], kind="call", on=today, by=ben, today=today)
    assert page.get(f"/interactions/{talk.pk}/who-else").status_code == 404
    assert page.post(f"/interactions/{talk.pk}/who-else", {"named-0": "Eve"}).status_code == 404


def test_the_log_asks_after_a_talk_and_not_after_a_letter(page, ana, today):
    def log(kind, **more):
        form = {"contact": ana.pk, "kind": kind, "on": "2026-11-01", "direction": "both", "did": []} | more
        return page.post("/log", form, follow=True).content.decode()

    assert "Did you ask who else you should know?" in log("coffee")
    assert "Did you ask who else" not in log("letter")
    assert "Did you ask who else" not in log("coffee", **{"named-0": "Tom Baker"})
