"""Notices through a push service: none but known ones is called, and it learns nothing of anybody."""

import json
import stat
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from tests.cast import network_of
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.reminders.delivering import deliver
from wellkept.domain.reminders.mail_server import Unsent
from wellkept.domain.reminders.models import Delivery, PushDevice, Reminders
from wellkept.domain.reminders.pushing import add_device, notify, own_key, payload, push, service_at, service_of
from wellkept.domain.reminders.settling import settle
from wellkept.formats.webpush import CURVE, b64, decrypt, raw

AUTH = b"0123456789abcdef"


@pytest.fixture
def browser():
    return ec.generate_private_key(CURVE)


@pytest.fixture
def service(settings, tmp_path):
    """A push service on loopback that the host has listed."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.server.taken.append((self.path, dict(self.headers), body))
            self.send_response(self.server.answers)
            self.end_headers()

        def log_message(self, *_said):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.taken, server.answers = [], 201
    server.origin = f"http://127.0.0.1:{server.server_port}"
    settings.HOME, settings.PUSH_SERVICES = tmp_path, [server.origin]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def device(network, service, browser):
    return add_device(
        network=network, endpoint=f"{service.origin}/push/abc", p256dh=b64(raw(browser.public_key())), auth=b64(AUTH),
        name="Firefox on Android", through=service.origin.removeprefix("http://"),
    )  # fmt: skip


def test_a_notice_reaches_the_browser_and_says_nothing_of_anybody(network, device, service, browser, promised, now):
    assert notify(network=network, now=now)

    ((path, headers, body),) = service.taken
    said = json.loads(decrypt(body, key=browser, auth=AUTH))
    assert said == json.loads(payload()) == {"title": "Wellkept", "body": "Your week is ready.", "path": "/"}
    assert path == "/push/abc"
    assert headers["Content-Encoding"] == "aes128gcm"
    assert headers["Authorization"].startswith("vapid t=")
    assert b"Ana" not in body
    assert "Ana" not in str(headers)


def test_it_comes_with_the_weeks_moment_once_and_without_a_mail_server(network, device, service, promised, now):
    from datetime import timedelta

    settle(
        network=network, by_mail=False, often="morning", days=range(7), weekday=0, at=450, now=now - timedelta(days=9)
    )
    deliver(now=now)
    deliver(now=now + timedelta(minutes=1))

    assert len(service.taken) == 1
    assert [(row.way, row.state) for row in Delivery.objects.all()] == [("push", "sent")]


def test_a_browser_that_is_gone_is_forgotten(network, device, service, now):
    service.answers = 410

    assert not notify(network=network, now=now)
    assert not PushDevice.objects.exists()


def test_a_service_that_is_away_is_tried_again(network, device, service, now):
    service.answers = 503

    with pytest.raises(Unsent, match="503"):
        notify(network=network, now=now)
    device.refresh_from_db()
    assert "503" in device.problem


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://fcm.googleapis.com/a", "https://fcm.googleapis.com.example.org/a", "https://example.org/fcm.googleapis.com",
        "https://user@fcm.googleapis.com/a", "https://fcm.googleapis.com:8443/a", "https://127.0.0.1/a", "https://[::1]/a",
        "https://169.254.169.254/latest", "http://localhost/a", "file:///etc/passwd", "https://notify.windows.com.example.org/",
        "https://evil-notify.windows.com/a", "", "https://", "gopher://fcm.googleapis.com/",
    ],
)  # fmt: skip
def test_no_other_address_is_ever_called(network, browser, endpoint, settings):
    settings.PUSH_SERVICES = []
    said = {"p256dh": b64(raw(browser.public_key())), "auth": b64(AUTH), "name": "x", "through": "fcm.googleapis.com"}
    with pytest.raises(Refusal):
        add_device(network=network, endpoint=endpoint, **said)
    with pytest.raises(Refusal):
        push(PushDevice(network=network, endpoint=endpoint, p256dh=said["p256dh"], auth=said["auth"]), now=None)
    assert not PushDevice.objects.exists()


@pytest.mark.parametrize(
    ("endpoint", "owner"),
    [
        ("https://fcm.googleapis.com/fcm/send/abc", "Google"),
        ("https://updates.push.services.mozilla.com/wpush/v2/abc", "Mozilla"),
        ("https://web.push.apple.com/abc", "Apple"),
        ("https://db5p.notify.windows.com/w/?token=abc", "Microsoft"),
    ],
)
def test_the_makers_services_are_known(endpoint, owner):
    assert service_at(endpoint).owner == owner


def test_another_host_than_the_one_that_was_named_is_refused_by_name(network, browser):
    with pytest.raises(Refusal, match=r"uses web.push.apple.com and not fcm.googleapis.com"):
        add_device(
            network=network, endpoint="https://web.push.apple.com/a", p256dh=b64(raw(browser.public_key())), auth=b64(AUTH),
            name="x", through="fcm.googleapis.com",
        )  # fmt: skip
    assert not PushDevice.objects.exists()


@pytest.mark.parametrize(("p256dh", "auth"), [("AAAA", b64(AUTH)), ("", ""), (None, "AAAA")])
def test_a_browser_without_a_key_is_refused(network, browser, p256dh, auth):
    with pytest.raises(Refusal, match="no key"):
        add_device(
            network=network, endpoint="https://web.push.apple.com/a", p256dh=b64(raw(browser.public_key())) if p256dh is None else p256dh,
            auth=auth, name="x", through="web.push.apple.com",
        )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "host"),
    [
        (
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
            "fcm.googleapis.com",
        ),
        ("Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", "updates.push.services.mozilla.com"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit/605 (KHTML, like Gecko) CriOS/140",
            "web.push.apple.com",
        ),
        ("Mozilla/5.0 (Macintosh) AppleWebKit/605 (KHTML, like Gecko) Version/18 Safari/605", "web.push.apple.com"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "notify.windows.com"),
    ],
)
def test_the_host_is_named_before_anything_is_turned_on(said, host):
    assert service_of(said).host == host
    assert service_of("curl/8") is None


def test_our_key_is_made_once_for_its_owner_alone(settings, tmp_path):
    settings.HOME = tmp_path

    assert raw(own_key().public_key()) == raw(own_key().public_key())
    assert stat.S_IMODE((tmp_path / "push.key").stat().st_mode) == 0o600


def test_a_stranger_has_none_of_these_browsers(network, device, ben, now):
    with inside(network_of(ben)):
        assert not notify(network=network_of(ben), now=now)
        assert not Reminders.objects.exists()
