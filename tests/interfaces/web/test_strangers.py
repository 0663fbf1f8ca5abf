"""Nobody sees or changes another's network: every route, every method, as nobody, as ben, as a guest."""

import pytest
from django.test import Client
from django_scopes import scope, scopes_disabled

from tests.cast import network_of
from tests.interfaces.web.canary import MARK, footprint, seed
from tests.interfaces.web.routes import OF_A_RECORD, OF_ONESELF, OPEN, PUBLIC, address_of, names
from wellkept.domain.accounts.joining import add_guest
from wellkept.domain.accounts.models import Network, User
from wellkept.domain.contacts.founding import found_network
from wellkept.domain.contacts.own_page import OwnPage
from wellkept.domain.search.indexing import rebuild

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
NAMES_OF_KEYS = [
    "contact", "contacts", "contact_id", "ids", "id", "pk", "key", "keys", "selected", "selection", "person", "people",
    "with", "who", "participants", "through", "met_through", "organization", "circle", "circles", "tag", "tags", "run",
    "promise", "note", "view", "act", "interaction", "subject", "group", "user", "owner", "network",
]  # fmt: skip


@pytest.fixture
def treasure(ada, monkeypatch):
    """Ada's network, marked in every column, and its keys."""
    network = network_of(ada)
    with scopes_disabled():
        keys = seed(network)
        OwnPage.objects.update(address=PUBLIC["address"], on=True, fields=[], code_fields=[], leave_details=False)
    with scope(network=network):
        rebuild(network=network)
    monkeypatch.setattr("wellkept.domain.sample.making.make_sample", lambda **_: None)
    return network, keys


def body(keys):
    """A form that names ada's records under every name a form may use."""
    one = keys["contacts.Contact"]
    by_model = {label.split(".")[1].lower(): key for label, key in keys.items()}
    form = {name: str(by_model.get(name.rstrip("s"), one)) for name in NAMES_OF_KEYS}
    return form | {
        f"circle{by_model['circle']}": "1",
        "q": MARK[:6],
        "text": "x",
        "do": "snooze",
        "next": "/",
        "action": "archive",
    }


def knock(client, name, method, keys):
    form = body(keys)
    if method in {"GET", "HEAD"}:
        return client.generic(
            method, address_of(name, keys), QUERY_STRING="&".join(f"{k}={v}" for k, v in form.items())
        )
    if method == "POST":
        return client.post(address_of(name, keys), form)
    return client.generic(method, address_of(name, keys))


def text_of(response):
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode("utf-8", "replace") + str(response.headers)


def walk(treasure, who, allowed):
    """Knock at every door as ``who()``; answers what was wrong, line by line."""
    network, keys = treasure
    before, wrong = footprint(network), []
    for name in sorted(names() & (OPEN | OF_ONESELF | set(OF_A_RECORD))):
        for method in METHODS:
            client = Client(raise_request_exception=False)
            if user := who():
                client.force_login(user)
            response = knock(client, name, method, keys)
            if MARK in text_of(response):
                wrong.append(f"{method} {name}: shows ada's network")
            if not allowed(name, method, response):
                wrong.append(f"{method} {name}: {response.status_code} {response.headers.get('Location', '')}")
        if (after := footprint(network)) != before:
            wrong.append(f"{name}: changed ada's network")
            before = after
    return wrong


def test_every_route_says_whose_it_is():
    listed = OPEN | OF_ONESELF | set(OF_A_RECORD)

    assert names() - listed == set(), "list the new routes in tests/interfaces/web/routes.py"
    assert not OPEN & (OF_ONESELF | set(OF_A_RECORD))


def test_somebody_who_is_not_signed_in_is_sent_to_the_door(treasure):
    def allowed(name, method, response):
        if name in OPEN:
            return response.status_code < 500
        return response.status_code == 302 and response["Location"].startswith("/sign-in?next=")

    assert walk(treasure, lambda: None, allowed) == []


def test_ben_finds_nothing_of_adas(treasure, ben):
    def allowed(name, method, response):
        return response.status_code in {403, 404, 405} if name in OF_A_RECORD else response.status_code < 500

    assert walk(treasure, lambda: ben.user, allowed) == []


def test_a_guest_finds_nothing_of_adas(treasure):
    def allowed(name, method, response):
        return response.status_code in {403, 404, 405} if name in OF_A_RECORD else response.status_code < 500

    def guest():
        """The guest that is here, or the next one: signing out or leaving the sample is the end of a guest."""
        here = User.objects.filter(is_guest=True).last()
        if here is None:
            here = add_guest()
            found_network(user=here, kind=Network.Kind.SAMPLE)
        return here

    assert walk(treasure, guest, allowed) == []


def test_adas_own_page_stands_where_the_strangers_knocked(treasure):
    answer = Client().get(address_of("public-page", {}))

    assert answer.status_code == 200
    assert MARK not in answer.content.decode()


def test_the_mark_is_seen_by_ada_herself(treasure, ada):
    _network, keys = treasure
    client = Client()
    client.force_login(ada.user)

    assert MARK in client.get(address_of("contact", keys)).content.decode()
