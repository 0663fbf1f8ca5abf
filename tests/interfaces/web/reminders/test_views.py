"""The reminders' page: each section does what it says, and refuses with a word."""

import pytest

from tests.domain.reminders.conftest import daily, mailbox, now, post, promised  # noqa: F401
from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.founding import found_network
from wellkept.domain.reminders.calendar import address_of
from wellkept.domain.reminders.mail_server import mail_server
from wellkept.domain.reminders.models import Reminders
from wellkept.domain.reminders.settling import pause, reminders_of

USUAL = {"by_mail": "on", "often": "morning", "days": ["0", "2"], "weekday": "0", "at": "07:15"}
SERVER = {
    "host": "smtp.example.org",
    "tls": "tls",
    "port": "",
    "user": "ada",
    "password": "pass phrase",
    "sender": "w@example.org",
}


@pytest.fixture
def host(ada, settings, tmp_path):
    settings.HOME = tmp_path
    ada.user.is_host = True
    ada.user.save()


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path


def text_of(response):
    return response.content.decode()


def test_it_says_that_nothing_is_sent_and_why(page, host):
    text = text_of(page.get("/settings/reminders"))

    assert "Nothing is sent. Everything here is off until you turn it on." in text
    assert "No mail server is set up, so no mail leaves this machine." in text


def test_the_settings_lead_to_it(page):
    assert 'href="/settings/reminders"' in text_of(page.get("/settings"))


def test_the_digest_is_settled_and_the_page_says_when_the_next_one_comes(page, network, post):  # noqa: F811
    assert page.post("/settings/reminders/digest", USUAL).status_code == 302

    row = Reminders.objects.get(network=network)
    assert (row.by_mail, row.days, row.at) == (True, 0b101, 435)
    assert "at 07:15, if there is anything to say" in text_of(page.get("/settings/reminders"))


def test_once_a_week_needs_no_days(page, network):
    page.post("/settings/reminders/digest", {"often": "weekly", "weekday": "6", "at": "18:00"})

    row = Reminders.objects.get(network=network)
    assert (row.by_mail, row.often, row.weekday) == (False, "weekly", 6)


@pytest.mark.parametrize(
    "wrong", [{"days": []}, {"at": "25:00"}, {"days": ["9"]}, {"quiet_from": "07:00", "quiet_until": "08:00"}]
)
def test_what_makes_no_sense_is_refused_beside_its_field(page, network, wrong):
    response = page.post("/settings/reminders/digest", USUAL | wrong)

    assert response.status_code == 422
    assert 'role="alert"' in text_of(response)
    assert not Reminders.objects.exists()


def test_only_the_host_sees_and_settles_the_mail_server(page, ada, host):
    assert "Mail server" in text_of(page.get("/settings/reminders"))
    assert page.post("/settings/reminders/mail-server", SERVER).status_code == 302
    assert mail_server().port == 465
    assert "pass phrase" not in text_of(page.get("/settings/reminders"))

    ada.user.is_host = False
    ada.user.save()
    assert page.post("/settings/reminders/mail-server", SERVER | {"host": ""}).status_code == 404
    assert mail_server() is not None
    assert 'name="sender"' not in text_of(page.get("/settings/reminders"))


def test_a_mail_server_without_a_sender_is_refused(page, host):
    assert page.post("/settings/reminders/mail-server", SERVER | {"sender": ""}).status_code == 422
    assert mail_server() is None


def test_a_test_mail_arrives_or_says_why_not(page, ada, post):  # noqa: F811
    assert "A test mail is on its way to ada@example.org." in text_of(
        page.post("/settings/reminders/test-mail", follow=True)
    )
    assert len(post.messages) == 1

    post.refused = "550 not here"
    assert "not here" in text_of(page.post("/settings/reminders/test-mail", follow=True))


def test_on_a_pause_the_week_asks_nothing_and_can_be_looked_at_anyway(page, network, promised):  # noqa: F811
    today = network.today()
    page.post("/settings/reminders/pause", {"until": today.replace(year=today.year + 1).isoformat()})

    text = text_of(page.get("/"))
    assert "You are on a pause" in text
    assert "Ana Souza" not in text
    assert "Ana Souza" in text_of(page.get("/?anyway=1"))

    assert page.post("/settings/reminders/pause", {"do": "end", "next": "week"}).url == "/"
    assert "Ana Souza" in text_of(page.get("/"))


@pytest.mark.parametrize("until", ["", "yesterday", "2020-01-01", "9999-12-31"])
def test_a_pause_until_no_day_to_come_is_refused(page, network, until):
    assert page.post("/settings/reminders/pause", {"until": until}).status_code == 422
    assert not Reminders.objects.exists()


def test_links_can_be_ended(page, network):
    before = reminders_of(network)
    before.save()
    page.post("/settings/reminders/links")

    assert reminders_of(network).link_key != before.link_key


def test_in_a_sample_nothing_can_be_turned_on(page, ada):
    found_network(user=ada.user, kind=Network.Kind.SAMPLE)
    session = page.session
    session["network"] = Network.Kind.SAMPLE
    session.save()

    assert "In a sample nothing is sent." in text_of(page.get("/settings/reminders"))
    assert page.post("/settings/reminders/digest", USUAL).status_code == 404
    assert page.post("/settings/reminders/calendar").status_code == 404


def test_a_strangers_page_knows_nothing_of_it(client, ben, network, today):
    pause(network=network, until=today.replace(year=2027), today=today)
    client.force_login(ben.user)

    assert "on a pause" not in text_of(client.get("/settings/reminders"))
    client.post("/settings/reminders/calendar")
    assert address_of(network) == ""
