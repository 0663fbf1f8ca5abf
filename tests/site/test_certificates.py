import ipaddress
import stat
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from wellkept.site.certificates import certificate_for

NOW = datetime(2026, 11, 18, tzinfo=UTC)
NAMES = ["192.168.1.20", "adas-mac.local", "127.0.0.1"]


def load(folder):
    authority = x509.load_pem_x509_certificate((folder / "authority.crt").read_bytes())
    leaf = x509.load_pem_x509_certificates((folder / "wellkept.crt").read_bytes())[0]
    return authority, leaf


def test_a_phone_that_knows_the_authority_trusts_the_address(tmp_path):
    certificate_for(names=NAMES, folder=tmp_path, now=NOW)
    authority, leaf = load(tmp_path)
    at = PolicyBuilder().store(Store([authority])).time(NOW)

    assert at.build_server_verifier(x509.IPAddress(ipaddress.ip_address("192.168.1.20"))).verify(leaf, [])
    assert at.build_server_verifier(x509.DNSName("adas-mac.local")).verify(leaf, [])
    with pytest.raises(VerificationError):
        at.build_server_verifier(x509.IPAddress(ipaddress.ip_address("192.168.1.21"))).verify(leaf, [])


def test_the_authority_may_not_speak_for_a_public_name(tmp_path):
    certificate_for(names=["bank.example.org"], folder=tmp_path, now=NOW)
    authority, leaf = load(tmp_path)

    with pytest.raises(VerificationError):
        PolicyBuilder().store(Store([authority])).time(NOW).build_server_verifier(
            x509.DNSName("bank.example.org")
        ).verify(leaf, [])


def test_what_is_good_is_kept_and_what_runs_out_is_renewed_by_the_same_authority(tmp_path):
    certificate_for(names=NAMES, folder=tmp_path, now=NOW)
    authority, first = load(tmp_path)
    certificate_for(names=NAMES, folder=tmp_path, now=NOW + timedelta(days=360))
    assert load(tmp_path) == (authority, first)

    certificate_for(names=NAMES, folder=tmp_path, now=NOW + timedelta(days=370))
    assert load(tmp_path)[0] == authority
    assert load(tmp_path)[1] != first


def test_another_address_gets_another_certificate(tmp_path):
    certificate_for(names=NAMES, folder=tmp_path, now=NOW)
    _authority, first = load(tmp_path)
    certificate_for(names=["192.168.1.21"], folder=tmp_path, now=NOW)

    assert load(tmp_path)[1] != first


def test_keys_are_readable_by_their_owner_alone(tmp_path):
    certificate_for(names=NAMES, folder=tmp_path / "tls", now=NOW)

    assert {stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "tls").iterdir()} == {0o600}
