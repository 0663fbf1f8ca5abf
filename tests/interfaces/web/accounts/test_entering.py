import pytest
from django.test import override_settings

from tests.cast import PASSWORD
from wellkept.domain.accounts.devices import devices_of
from wellkept.domain.accounts.joining import add_guest
from wellkept.domain.accounts.models import Network, User
from wellkept.domain.accounts.settling import set_password

ADA = {"name": "Ada Quill", "email": "ada@example.org", "password": PASSWORD}
SETTINGS = {"time_zone": "Europe/Vienna", "week_start": "0", "phone_region": "AT"}


@pytest.fixture
def known(ada):
    """Ada, with a password."""
    set_password(user=ada.user, password=PASSWORD)
    return ada.user


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/contacts/", "/settings", "/sign-in"])
def test_while_there_is_no_user_every_page_leads_to_the_welcome(client, address):
    response = client.get(address)

    assert (response.status_code, response["Location"]) == (302, "/welcome")


@pytest.mark.django_db
def test_a_guest_does_not_close_the_door(client):
    add_guest()

    assert client.get("/")["Location"] == "/welcome"


@pytest.mark.django_db
def test_the_welcome_proposes_what_the_browser_tells(client):
    page = client.get("/welcome", HTTP_ACCEPT_LANGUAGE="de-AT,de;q=0.8").content.decode()

    assert '<option value="Europe/Vienna" selected>' in page
    assert '<option value="0" selected>' in page
    assert '<option value="AT" selected>' in page


@pytest.mark.django_db
def test_the_first_account_is_made_and_signed_in_and_sign_up_is_closed(client):
    response = client.post("/welcome", ADA | SETTINGS)
    user = User.objects.get()

    assert (response.status_code, response["Location"]) == (302, "/imports/")
    assert Network.objects.get(owner=user).time_zone == "Europe/Vienna"
    assert client.session["_auth_user_id"] == str(user.pk)
    assert devices_of(user).count() == 1
    client.logout()
    assert client.get("/welcome")["Location"] == "/sign-in"
    client.post("/welcome", ADA | SETTINGS | {"email": "eve@example.org"})
    assert User.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong", [{"password": "tiny-word"}, {"email": "no address"}, {"name": ""}, {"time_zone": "Mars/Olympus"}]
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_made(client, wrong):
    response = client.post("/welcome", ADA | SETTINGS | wrong)

    assert response.status_code == 422
    assert f'id="id_{next(iter(wrong))}_error"' in response.content.decode()
    assert not User.objects.exists()
    assert "tiny-word" not in response.content.decode()


@pytest.mark.django_db
def test_the_host_may_open_sign_up(client, known):
    with override_settings(SIGN_UP_OPEN=True):
        assert client.get("/welcome").status_code == 200
        client.post("/welcome", ADA | SETTINGS | {"email": "cleo@example.org"})

    assert not User.objects.get(email="cleo@example.org").is_host


def test_signing_in_leads_to_where_one_wanted_to_go(client, known):
    asked = client.get("/settings")
    assert asked["Location"] == "/sign-in?next=/settings"

    response = client.post("/sign-in", {"email": "Ada@example.org", "password": PASSWORD, "next": "/settings"})
    assert response["Location"] == "/settings"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example.org/", "//evil.example.org", "/\\evil.example.org", "javascript:alert(1)"]
)
def test_signing_in_leads_nowhere_else(client, known, elsewhere):
    response = client.post("/sign-in", {"email": "ada@example.org", "password": PASSWORD, "next": elsewhere})

    assert response["Location"] == "/"


def test_signing_in_changes_the_key_of_the_session(client, known):
    client.get("/sign-in")
    session = client.session
    session["kept"] = "by an attacker"
    session.save()
    client.cookies["wellkept"] = before = session.session_key
    client.post("/sign-in", {"email": "ada@example.org", "password": PASSWORD})

    assert client.session.session_key != before
    assert "kept" not in client.session


def test_the_sixth_try_in_five_minutes_is_told_to_wait(client, known):
    for _ in range(5):
        assert client.post("/sign-in", {"email": "ada@example.org", "password": "wrong"}).status_code == 422
    response = client.post("/sign-in", {"email": "ada@example.org", "password": PASSWORD})

    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 300


@pytest.mark.parametrize("email", ["ada@example.org", "nobody@example.org"])
def test_a_wrong_password_and_an_unknown_email_look_the_same(client, known, email):
    response = client.post("/sign-in", {"email": email, "password": "wrong"})

    assert response.status_code == 422
    assert "This e-mail and password do not belong together." in response.content.decode()


def test_a_proxys_word_on_the_address_is_taken_only_where_there_is_one(client, known):
    def knock(number):
        form = {"email": "ada@example.org", "password": "wrong"}
        return client.post("/sign-in", form, HTTP_X_FORWARDED_FOR=f"203.0.113.{number}").status_code

    assert [knock(number) for number in range(6)][-1] == 429
    with override_settings(BEHIND_PROXY=True):
        assert {knock(number) for number in range(6)} == {422}


def test_signing_out_takes_a_post(page):
    assert page.get("/sign-out").status_code == 405
    assert page.post("/sign-out")["Location"] == "/sign-in"
    assert page.get("/settings").status_code == 302


def test_a_form_from_elsewhere_is_refused(known):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)

    assert client.post("/sign-in", {"email": "ada@example.org", "password": PASSWORD}).status_code == 403
