"""Nothing that comes in makes the reader raise."""

from __future__ import annotations

from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from wellkept.formats.vcard import looks_like, people, read, write

SAMPLE = (
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nitem1.TEL;TYPE=CELL:+1 555 0100\r\nitem1.X-ABLabel:_$!<Home>!$_\r\n"
    b'N;ENCODING=QUOTED-PRINTABLE:Mu=\r\n=FCller;Ada\r\nADR;LABEL="a:b":;;Road 1;Town\r\nBDAY:1980-05-04\r\n'
    b"PHOTO;BASE64:\r\n /9j/4AAQ\r\n\r\nAGENT:BEGIN:VCARD\r\n FN:Ben\r\n END:VCARD\r\nAGENT:BEGIN:VCARD\\nFN:C\\nEND:VCARD\r\n"
    b"NOTE:a\\n\\;b\r\nX-ANDROID-CUSTOM:vnd/nickname;A\r\nORG:A;B\r\nTITLE:T\r\nKIND:org\r\nEND:VCARD\r\n"
)
PIECES = st.sampled_from(
    [b"BEGIN:VCARD\n", b"END:VCARD\n", b"AGENT:", b"FN:", b"N:", b"TEL;", b"=", b"=\n", b"=3B", b'"', b":", b";", b",", b"\\",
     b"\n ", b"\r", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\x82\xa0", b"CHARSET=utf-7;", b"CHARSET=idna:", b"CHARSET=hex:",
     b"CHARSET=\x00:", b"QUOTED-PRINTABLE", b"BASE64:", b"PHOTO:data:;base64,", b"BDAY:--", b"item1.", b"X-ABLABEL:", b"^n"]
)  # fmt: skip


def swallow(data: bytes) -> bool:
    """Read it, and write what was read in each version: each is a card again."""
    looks_like(data)
    versions: list[Literal["2.1", "3.0", "4.0"]] = ["2.1", "3.0", "4.0"]
    written = [write(person, version) for person in people(read(data)) for version in versions]
    return all("BEGIN:VCARD" in card and "END:VCARD" in card for card in written)


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=400))
def test_random_bytes_never_raise(data: bytes) -> None:
    assert swallow(data)
    assert swallow(b"BEGIN:VCARD\n" + data)


@settings(deadline=None, max_examples=500)
@given(st.lists(st.one_of(PIECES, st.binary(max_size=5)), max_size=40).map(b"".join))
def test_pieces_of_cards_in_any_order_never_raise(data: bytes) -> None:
    assert swallow(b"BEGIN:VCARD\n" + data)


@settings(deadline=None, max_examples=500)
@given(st.integers(0, len(SAMPLE)), st.integers(0, 12), st.one_of(PIECES, st.binary(max_size=8)))
def test_a_card_with_some_bytes_changed_never_raises(at: int, gone: int, put: bytes) -> None:
    swallow(SAMPLE[:at] + put + SAMPLE[at + gone :])
