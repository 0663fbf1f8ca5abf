"""Turning notices on and off in the page."""

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from wellkept.domain.reminders.models import PushDevice
from wellkept.formats.webpush import CURVE, b64, raw

CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36"


@pytest.fixture
def said():
    key = ec.generate_private_key(CURVE).public_key()
    return {
        "endpoint": "https://fcm.googleapis.com/fcm/send/abc", "p256dh": b64(raw(key)), "auth": b64(b"0" * 16),
        "through": "fcm.googleapis.com",
    }  # fmt: skip


def test_the_page_names_the_host_before_anything_is_turned_on(page, network):
    text = page.get("/settings/reminders", HTTP_USER_AGENT=CHROME).content.decode()

    assert "<strong>fcm.googleapis.com</strong>, a computer of Google" in text
    assert "Turn on, through fcm.googleapis.com" in text
    assert not PushDevice.objects.exists()


def test_a_browser_is_kept_under_its_name_and_can_be_removed(page, network, said):
    page.post("/settings/reminders/push", said, HTTP_USER_AGENT=CHROME)

    (device,) = PushDevice.objects.filter(network=network)
    assert device.name == "Chrome on Linux"
    assert "Chrome on Linux" in page.get("/settings/reminders").content.decode()
    page.post(f"/settings/reminders/push/{device.pk}/remove")
    assert not PushDevice.objects.exists()


def test_another_host_is_refused_by_name(page, network, said):
    text = page.post("/settings/reminders/push", said | {"through": "web.push.apple.com"}, follow=True).content.decode()

    assert "fcm.googleapis.com and not web.push.apple.com" in text
    assert not PushDevice.objects.exists()


def test_a_stranger_cannot_remove_it(page, client, ben, network, said):
    page.post("/settings/reminders/push", said)
    device = PushDevice.objects.get()
    client.force_login(ben.user)

    assert client.post(f"/settings/reminders/push/{device.pk}/remove").status_code == 404
    assert PushDevice.objects.filter(pk=device.pk).exists()
