"""RFC 8291 and RFC 8292, held against the RFCs' own examples."""

import base64
import json

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from hypothesis import given, settings
from hypothesis import strategies as st

from wellkept.formats.webpush import CURVE, MOST, NoKey, b64, decrypt, encrypt, public_key, raw, unb64, vouch

# RFC 8291, appendix A.
SENDER = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
BROWSER = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"
P256DH = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
AUTH = "BTBZMqHH6r4Tts7J_aSIgg"
SALT = "DGv6ra1nlYgDCS1FRnbzlw"
BODY = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
    "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
)


def key_of(number):
    return ec.derive_private_key(int.from_bytes(unb64(number), "big"), CURVE)


def test_the_rfcs_example_comes_out_octet_for_octet():
    body = encrypt(
        b"When I grow up, I want to be a watermelon",
        p256dh=unb64(P256DH), auth=unb64(AUTH), key=key_of(SENDER), salt=unb64(SALT),
    )  # fmt: skip

    assert b64(body) == BODY
    assert decrypt(body, key=key_of(BROWSER), auth=unb64(AUTH)) == b"When I grow up, I want to be a watermelon"


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=200), st.binary(min_size=16, max_size=16))
def test_only_the_browser_it_is_for_reads_it(message, auth):
    key = ec.generate_private_key(CURVE)
    body = encrypt(message, p256dh=raw(key.public_key()), auth=auth)

    assert decrypt(body, key=key, auth=auth) == message
    with pytest.raises(ValueError, match="not for this key"):
        decrypt(body, key=ec.generate_private_key(CURVE), auth=auth)


def test_what_is_too_long_is_refused():
    with pytest.raises(ValueError, match="at most"):
        encrypt(b"x" * (MOST + 1), p256dh=unb64(P256DH), auth=unb64(AUTH))


@pytest.mark.parametrize("said", ["", "AAAA", "B" * 87, "ä"])
def test_what_is_no_key_is_refused(said):
    with pytest.raises(NoKey):
        public_key(unb64(said))


def test_the_token_is_for_one_service_and_signed_by_our_key():
    key = ec.generate_private_key(CURVE)

    header = vouch(key=key, origin="https://push.example.org", subject="mailto:well@example.org", until=1_800_000_000)

    token, public = header.removeprefix("vapid t=").split(", k=")
    head, claims, signature = token.split(".")
    assert json.loads(base64.urlsafe_b64decode(claims + "==")) == {
        "aud": "https://push.example.org", "exp": 1_800_000_000, "sub": "mailto:well@example.org",
    }  # fmt: skip
    octets = unb64(signature)
    der = encode_dss_signature(int.from_bytes(octets[:32], "big"), int.from_bytes(octets[32:], "big"))
    public_key(unb64(public)).verify(der, f"{head}.{claims}".encode(), ec.ECDSA(SHA256()))
