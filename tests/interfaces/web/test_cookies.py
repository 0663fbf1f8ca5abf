import pytest

from tests.cast import PASSWORD
from wellkept.domain.accounts.settling import set_password


def sign_in(client, ada, **request):
    set_password(user=ada.user, password=PASSWORD)
    return client.post("/sign-in", {"email": ada.user.email, "password": PASSWORD}, **request)


def test_over_https_cookies_are_secure_and_bound_to_the_host(client, ada):
    cookies = sign_in(client, ada, secure=True, HTTP_HOST="localhost").cookies

    assert set(cookies) == {"__Host-wellkept", "__Host-wellkept-csrf"}
    for cookie in cookies.values():
        assert cookie["secure"]
        assert cookie["httponly"]
        assert cookie["path"] == "/"
        assert cookie["samesite"] == "Lax"
        assert not cookie["domain"]


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "[::1]:8000"])
def test_on_loopback_over_plain_http_they_are_not_secure(client, ada, host):
    cookies = sign_in(client, ada, HTTP_HOST=host).cookies

    assert set(cookies) == {"wellkept", "wellkept-csrf"}
    assert not any(cookie["secure"] for cookie in cookies.values())
    assert all(cookie["httponly"] for cookie in cookies.values())


def test_anywhere_else_over_plain_http_they_stay_secure(client, ada):
    assert all(cookie["secure"] for cookie in sign_in(client, ada, HTTP_HOST="testserver").cookies.values())


def test_a_session_over_https_is_read_from_the_bound_cookie_alone(client, ada):
    sign_in(client, ada, secure=True, HTTP_HOST="localhost")
    assert client.get("/sign-in", secure=True, HTTP_HOST="localhost").status_code == 302

    client.cookies["wellkept"] = client.cookies["__Host-wellkept"].value
    del client.cookies["__Host-wellkept"]
    assert client.get("/sign-in", secure=True, HTTP_HOST="localhost").status_code == 200
