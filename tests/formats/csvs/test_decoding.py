"""Bytes of every kind become text, or a clear word on what they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.formats.csvs import decode

TEXT = "Vorname,Nachname\nZoë,Müller\nJosé,Łukasz’s\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_unicode_is_known_with_and_without_its_mark(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.problems) == (TEXT, encoding, [])


def test_western_files_of_windows_are_read() -> None:
    text = "First,Last\nZoë,O’Neil\nJosé,Müller – “x”\n"
    assert decode(text.encode("cp1252")).text == text
    assert decode("é\x81".encode("latin-1")).encoding == "latin-1"


def test_japanese_files_are_read() -> None:
    text = "名,姓,会社\n太郎,山田,東京商事\nハナコ,鈴木,Blue Kettle\n"
    decoded = decode(text.encode("cp932"))
    assert (decoded.text, decoded.encoding) == (text, "shift_jis")


def test_polish_files_are_read() -> None:
    text = "Imię,Nazwisko,Telefon służbowy\nŁucja,Żak,\n"
    assert decode(text.encode("cp1250")).text == text


def test_a_few_broken_places_in_utf_8_are_reported() -> None:
    decoded = decode("Zoë Müller José Łódź Ærø ".encode() * 3 + b"\xff")
    assert decoded.encoding == "utf-8"
    assert "1 characters could not be read" in decoded.problems[0].message


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"PK\x03\x04rest", "Excel workbook"),
        (b"\xd0\xcf\x11\xe0rest", "old Excel"),
        (b"%PDF-1.7", "PDF"),
        (b"\xef\xbb\xbfBEGIN:VCARD\r\n", "vCard"),
        (b"  <!doctype html>", "web page"),
        (bytes(range(256)) * 20, "no text"),
    ],
)
def test_other_files_are_named(data: bytes, word: str) -> None:
    decoded = decode(data)
    assert decoded.text == ""
    assert decoded.problems[0].message.startswith("this is not a CSV: ")
    assert word in decoded.problems[0].message


def test_a_stray_zero_byte_is_left_out_and_said() -> None:
    decoded = decode(b"a,b\n" * 300 + b"c\0,d\n")
    assert "\0" not in decoded.text
    assert "zero bytes" in decoded.problems[0].message


@given(st.binary(max_size=400))
def test_no_bytes_make_the_decoder_stumble(data: bytes) -> None:
    assert isinstance(decode(data).text, str)


@given(st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0\ufeff"), max_size=200))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    decoded = decode(b"name\n" + text.encode())
    assert decoded.text == f"name\n{text}"
