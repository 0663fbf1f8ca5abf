"""The headers of every answer, over every route."""

import pytest
from django.test import Client
from django.test.utils import override_settings
from django_scopes import scopes_disabled

from tests.cast import network_of
from tests.interfaces.web.canary import seed
from tests.interfaces.web.routes import address_of, names


@pytest.fixture
def keys(ada):
    with scopes_disabled():
        return seed(network_of(ada))


def directives(response):
    return dict(
        one.strip().split(" ", 1) for one in response["Content-Security-Policy"].split(";") if " " in one.strip()
    )


@pytest.mark.parametrize("signed_in", [True, False])
def test_every_page_forbids_what_it_does_not_need(ada, keys, signed_in):
    for name in sorted(names()):
        client = Client(raise_request_exception=False)
        if signed_in:
            client.force_login(ada.user)
        response = client.get(address_of(name, keys))
        said = directives(response)

        assert said["default-src"] == "'none'", name
        assert "unsafe" not in response["Content-Security-Policy"], name
        assert response["X-Content-Type-Options"] == "nosniff", name
        assert response["Cache-Control"] == "no-store", name
        seen_by_all = name.startswith("public-page")
        assert response["Referrer-Policy"] == ("no-referrer" if seen_by_all else "same-origin"), name
        assert response["Cross-Origin-Opener-Policy"] == "same-origin", name
        assert response["X-Frame-Options"] == "DENY", name


HOSTILE = [
    {"HTTP_HOST": "evil.example.org"},
    {"HTTP_HOST": "127.0.0.1.evil.example.org"},
    {"HTTP_HOST": "evil.example.org:8000"},
    {"HTTP_HOST": "127.0.0.1@evil.example.org"},
    {"HTTP_HOST": "127.0.0.1/evil"},
    {"HTTP_HOST": "192.168.1.20"},
    {"HTTP_HOST": ""},
]
IGNORED = [
    {"HTTP_X_FORWARDED_HOST": "evil.example.org"},
    {"HTTP_FORWARDED": "host=evil.example.org;proto=https"},
    {"HTTP_X_FORWARDED_SERVER": "evil.example.org"},
    {"HTTP_X_HOST": "evil.example.org"},
    {"HTTP_X_ORIGINAL_URL": "/settings"},
]


@pytest.mark.parametrize("headers", HOSTILE)
def test_a_host_that_is_not_ours_is_refused(db, client, headers):
    assert client.get("/welcome", **headers).status_code == 400


@pytest.mark.parametrize("headers", IGNORED)
def test_what_claims_to_be_forwarded_is_ignored(db, client, headers):
    response = client.get("/welcome", HTTP_HOST="127.0.0.1", **headers)

    assert response.status_code == 200
    assert "evil.example" not in response.content.decode() + str(response.headers)


@override_settings(LAN_URL="https://192.168.1.20:8443")
def test_a_pairing_link_names_the_address_of_the_settings_and_no_other(page):
    response = page.post("/phone", HTTP_HOST="localhost", HTTP_X_FORWARDED_HOST="evil.example.org")

    assert "https://192.168.1.20:8443/pair/" in response.content.decode()
    assert "evil.example" not in response.content.decode()
