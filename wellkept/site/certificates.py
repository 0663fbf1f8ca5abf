"""Our own certificate for the local network: an authority that a phone installs once, and a leaf it signs.

The authority may speak for private addresses and local names alone (RFC 5280, 4.2.1.10), so that nobody who stole its
key could pass for a bank. Leaves last 397 days, the most that Apple's systems accept, and are renewed at the start.
"""

from __future__ import annotations

import ipaddress
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from wellkept.site.addresses import LOCAL_NETWORKS

LOCAL_NAMES = ["local", "lan", "internal", "home.arpa", "localhost"]
RENEW_BEFORE = timedelta(days=30)


def certificate_for(*, names: list[str], folder: Path, now: datetime | None = None) -> tuple[Path, Path]:
    """Files of the certificate chain and the key for these addresses and names; made or renewed where needed."""
    moment = now or datetime.now(UTC)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    authority, authority_key = _authority(folder, moment)
    chain_file, key_file = folder / "wellkept.crt", folder / "wellkept.key"
    if not _still_good(chain_file, key_file, names, authority, moment):
        key = ec.generate_private_key(ec.SECP256R1())
        leaf = _leaf(names, key, authority, authority_key, moment)
        _write(key_file, _pem(key))
        _write(chain_file, leaf.public_bytes(serialization.Encoding.PEM) + _pem_of(authority))
    return chain_file, key_file


def _authority(folder: Path, now: datetime) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    file, key_file = folder / "authority.crt", folder / "authority.key"
    if file.exists() and key_file.exists():
        certificate = x509.load_pem_x509_certificate(file.read_bytes())
        key = serialization.load_pem_private_key(key_file.read_bytes(), password=None)
        if certificate.not_valid_after_utc > now + timedelta(days=400) and isinstance(key, ec.EllipticCurvePrivateKey):
            return certificate, key
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _make_authority(key, now)
    _write(key_file, _pem(key))
    _write(file, _pem_of(certificate))
    return certificate, key


def _make_authority(key: ec.EllipticCurvePrivateKey, now: datetime) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Wellkept on this network")])
    permitted: list[x509.GeneralName] = [x509.IPAddress(one) for one in LOCAL_NETWORKS]
    permitted += [x509.DNSName(one) for one in LOCAL_NAMES]
    usage = x509.KeyUsage(
        digital_signature=False, content_commitment=False, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=True, crl_sign=True, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=3650))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.NameConstraints(permitted, None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )


def _leaf(
    names: list[str],
    key: ec.EllipticCurvePrivateKey,
    authority: x509.Certificate,
    authority_key: ec.EllipticCurvePrivateKey,
    now: datetime,
) -> x509.Certificate:
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Wellkept")]))
        .issuer_name(authority.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=396))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([_general(name) for name in names]), critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key()), critical=False)
        .sign(authority_key, hashes.SHA256())
    )


def _still_good(chain: Path, key: Path, names: list[str], authority: x509.Certificate, now: datetime) -> bool:
    if not (chain.exists() and key.exists()):
        return False
    leaf = x509.load_pem_x509_certificate(chain.read_bytes())
    alternative = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    try:
        leaf.verify_directly_issued_by(authority)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return set(alternative) == {_general(name) for name in names} and leaf.not_valid_after_utc - now > RENEW_BEFORE


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _pem_of(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def _write(file: Path, content: bytes) -> None:
    """Written for the owner alone, and whole or not at all."""
    part = file.with_suffix(file.suffix + ".part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as handle:
        handle.write(content)
    part.replace(file)
