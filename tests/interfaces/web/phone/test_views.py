import plistlib
import re

import pytest
from cryptography import x509
from django.test import Client, override_settings

from wellkept.domain.accounts.devices import devices_of, offer_code
from wellkept.domain.accounts.joining import add_guest
from wellkept.domain.accounts.models import Network, PairingCode
from wellkept.domain.contacts.founding import found_network
from wellkept.site.certificates import certificate_for

LAN = "https://192.168.1.20:8443"
PHONE = {"user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1"}


@pytest.fixture
def on_lan(settings, tmp_path):
    settings.LAN_URL = LAN
    settings.TLS_FOLDER = tmp_path
    certificate_for(names=["192.168.1.20"], folder=tmp_path)


def test_without_a_door_to_the_wifi_the_page_says_how_to_open_one(page):
    content = page.get("/phone").content.decode()

    assert "wellkept serve --lan" in content
    assert "Show a code" not in content
    assert not PairingCode.objects.exists()


def test_the_code_pairs_one_phone_once(page, ada, on_lan):
    content = page.post("/phone").content.decode()
    assert 'src="data:image/svg+xml' in content
    code = re.search(rf"{LAN}/pair/([\w-]+)", content)[1]

    phone = Client(headers=PHONE)
    assert phone.get(f"/pair/{code}").status_code == 200
    assert phone.post(f"/pair/{code}")["Location"] == "/phone"
    assert phone.get("/settings").status_code == 200
    device = devices_of(ada.user).get(paired=True)
    assert device.name == "Safari on iPhone"
    assert "This phone is paired" in phone.get("/phone").content.decode()
    assert Client().post(f"/pair/{code}").status_code == 404


def test_looking_at_the_link_does_not_use_the_code_up(client, ada):
    code = offer_code(user=ada.user)
    for method in (client.get, client.head, client.get):
        assert method(f"/pair/{code}").status_code == 200

    assert "_auth_user_id" not in client.session
    assert client.post(f"/pair/{code}").status_code == 302


def test_guessing_codes_is_told_to_wait(client, ada):
    answers = [client.post(f"/pair/guess-{number}").status_code for number in range(31)]

    assert answers[:30] == [404] * 30
    assert answers[30] == 429


def test_a_paired_phone_is_signed_out_from_the_computer(page, ada):
    phone = Client(headers=PHONE)
    phone.post(f"/pair/{offer_code(user=ada.user)}")
    device = devices_of(ada.user).get(paired=True)

    assert page.post(f"/settings/devices/{device.pk}/sign-out", {"next": "phone"})["Location"] == "/phone"
    assert phone.get("/settings").status_code == 302


def test_over_a_public_address_no_certificate_is_to_be_installed(page):
    with override_settings(OVER_HTTPS=True, SITE_URL="https://wellkept.example.org"):
        content = page.post("/phone").content.decode()

    assert "https://wellkept.example.org/pair/" in content
    assert "Profile for iPhone" not in content
    assert page.get("/phone/wellkept-authority.crt").status_code == 404


def test_the_certificate_comes_as_a_file_and_as_a_profile(page, on_lan, tmp_path):
    authority = x509.load_pem_x509_certificate((tmp_path / "authority.crt").read_bytes())
    file = page.get("/phone/wellkept-authority.crt")
    profile = plistlib.loads(page.get("/phone/wellkept.mobileconfig").content)

    assert x509.load_pem_x509_certificate(file.content) == authority
    assert x509.load_der_x509_certificate(profile["PayloadContent"][0]["PayloadContent"]) == authority
    assert file["Content-Disposition"].startswith("attachment")
    assert b"PRIVATE" not in file.content


@pytest.mark.django_db
def test_a_guest_gets_no_code(client, on_lan):
    guest = add_guest()
    found_network(user=guest, kind=Network.Kind.SAMPLE)
    client.force_login(guest)
    client.post("/phone")

    assert not PairingCode.objects.exists()
