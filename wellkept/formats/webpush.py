"""Web push: encrypting a message for one browser (RFC 8291, aes128gcm of RFC 8188) and vouching for who sends it (VAPID, RFC 8292)."""

from __future__ import annotations

import base64
import json
import os
import struct

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

RECORD = 4096  # octets; one record is all a push service has to carry
MOST = RECORD - 16 - 1 - 86  # octets of the message
CURVE = ec.SECP256R1()


class NoKey(ValueError):
    """What a browser gave is no key of this curve."""


def encrypt(
    message: bytes, *, p256dh: bytes, auth: bytes, key: ec.EllipticCurvePrivateKey | None = None, salt: bytes = b""
) -> bytes:
    """The body of the request. ``p256dh`` and ``auth`` are the browser's; ``key`` and ``salt`` are fresh unless given."""
    if len(message) > MOST:
        raise ValueError(f"a push message is at most {MOST} octets")
    key, salt = key or ec.generate_private_key(CURVE), salt or os.urandom(16)
    theirs, ours = public_key(p256dh), raw(key.public_key())
    if len(auth) != 16:
        raise NoKey("auth is 16 octets")
    secret = key.exchange(ec.ECDH(), theirs)
    seed = _hkdf(secret, salt=auth, info=b"WebPush: info\0" + p256dh + ours, length=32)
    content_key = _hkdf(seed, salt=salt, info=b"Content-Encoding: aes128gcm\0", length=16)
    nonce = _hkdf(seed, salt=salt, info=b"Content-Encoding: nonce\0", length=12)
    sealed = AESGCM(content_key).encrypt(nonce, message + b"\x02", None)
    return salt + struct.pack("!IB", RECORD, len(ours)) + ours + sealed


def decrypt(body: bytes, *, key: ec.EllipticCurvePrivateKey, auth: bytes) -> bytes:
    """What the browser does with a body."""
    salt, size = body[:16], body[20]
    theirs, sealed = body[21 : 21 + size], body[21 + size :]
    secret = key.exchange(ec.ECDH(), public_key(theirs))
    seed = _hkdf(secret, salt=auth, info=b"WebPush: info\0" + raw(key.public_key()) + theirs, length=32)
    content_key = _hkdf(seed, salt=salt, info=b"Content-Encoding: aes128gcm\0", length=16)
    nonce = _hkdf(seed, salt=salt, info=b"Content-Encoding: nonce\0", length=12)
    try:
        padded = AESGCM(content_key).decrypt(nonce, sealed, None)
    except InvalidTag as error:
        raise ValueError("not for this key") from error
    return padded.rstrip(b"\0")[:-1]


def vouch(*, key: ec.EllipticCurvePrivateKey, origin: str, subject: str, until: int) -> str:
    """The Authorization header: a token for one push service (``origin``), good ``until`` (seconds since 1970)."""
    head = b64(json.dumps({"typ": "JWT", "alg": "ES256"}, separators=(",", ":")).encode())
    claims = b64(json.dumps({"aud": origin, "exp": until, "sub": subject}, separators=(",", ":")).encode())
    r, s = decode_dss_signature(key.sign(f"{head}.{claims}".encode(), ec.ECDSA(SHA256())))
    signature = b64(r.to_bytes(32, "big") + s.to_bytes(32, "big"))
    return f"vapid t={head}.{claims}.{signature}, k={b64(raw(key.public_key()))}"


def public_key(octets: bytes) -> ec.EllipticCurvePublicKey:
    try:
        return ec.EllipticCurvePublicKey.from_encoded_point(CURVE, octets)
    except ValueError as error:
        raise NoKey("no point of P-256") from error


def raw(key: ec.EllipticCurvePublicKey) -> bytes:
    """65 octets: an uncompressed point."""
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def b64(octets: bytes) -> str:
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def unb64(said: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(said + "=" * (-len(said) % 4))
    except ValueError as error:
        raise NoKey("no base64url") from error


def _hkdf(secret: bytes, *, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(secret)
