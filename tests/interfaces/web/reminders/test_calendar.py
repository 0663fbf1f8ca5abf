"""The calendar over HTTP: an address, and what stands there."""

import icalendar
import pytest

from tests.domain.reminders.conftest import promised  # noqa: F401
from wellkept.domain.reminders.calendar import address_of, begin
from wellkept.domain.reminders.links import site


@pytest.fixture
def address(network, promised):  # noqa: F811
    begin(network=network)
    return address_of(network).removeprefix(site())


def test_the_page_shows_the_address_with_a_code_and_a_button(page, network, settings):
    settings.LAN_URL = "https://192.168.1.20:8443"
    page.post("/settings/reminders/calendar", {"do": "begin", "cadence": "1"})

    text = page.get("/settings/reminders").content.decode()
    assert address_of(network) in text
    assert 'src="data:image/svg+xml' in text
    assert "data-copy-from" in text


def test_an_address_that_only_this_machine_reaches_has_no_code(page, network, address):
    text = page.get("/settings/reminders").content.decode()

    assert "Only this machine reaches the address now" in text
    assert 'src="data:image/svg+xml' not in text


def test_it_needs_nobody_signed_in_and_is_a_calendar(client, address):
    response = client.get(address)

    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    (event,) = icalendar.Calendar.from_ical(response.content).walk("VEVENT")
    assert "Ana Souza" in event["SUMMARY"]
    assert response["Cache-Control"] == "private, no-cache"
    assert "sandbox" in response["Content-Security-Policy"]


def test_what_did_not_change_is_not_sent_again(client, address):
    etag = client.get(address)["ETag"]

    again = client.get(address, HTTP_IF_NONE_MATCH=f'"other", {etag}')

    assert again.status_code == 304
    assert again.content == b""
    assert again["ETag"] == etag
    assert client.get(address, HTTP_IF_NONE_MATCH='"other"').status_code == 200
    assert client.head(address).status_code == 200


def test_a_new_address_kills_the_old_one_at_once(page, client, network, address):
    page.post("/settings/reminders/calendar", {"do": "rotate"})
    assert client.get(address).status_code == 404
    assert client.get(address_of(network).removeprefix(site())).status_code == 200

    page.post("/settings/reminders/calendar", {"do": "end"})
    assert address_of(network) == ""


def test_a_wrong_secret_is_not_there_and_is_not_written_to_the_log(client, address, caplog):
    for wrong in ("0" * 40, address.rsplit("/", 1)[1][:-5], "x", "%00"):
        assert client.get(f"/calendar/{wrong}.ics").status_code == 404
        assert wrong not in caplog.text


def test_whoever_knocks_too_often_has_to_wait(client, address):
    answers = {client.get("/calendar/wrong.ics").status_code for _try in range(70)}

    assert answers == {404, 429}
    assert client.get(address).status_code == 429


def test_a_user_who_is_gone_has_no_calendar(client, ada, address):
    ada.user.is_active = False
    ada.user.save()

    assert client.get(address).status_code == 404
