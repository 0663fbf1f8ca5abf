"""Telephone numbers in one spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.formats.phones import display_phone, normal_phone


@pytest.mark.parametrize(
    ("raw", "region", "e164"),
    [
        ("(212) 555-0123", "US", "+12125550123"),
        ("+1 212 555 0123", "", "+12125550123"),
        ("tel:+1-212-555-0123", "DE", "+12125550123"),
        ("030 23125 000", "DE", "+493023125000"),
        ("030 23125 000", "de", "+493023125000"),
        ("+49 (0)30 23125 000", "US", "+493023125000"),
        ("0044 20 7946 0123", "DE", "+442079460123"),
        ("555-0123", "US", ""),
        ("(212) 555-0123", "", ""),
        ("(212) 555-0123", "XX", ""),
        ("ask Ana", "US", ""),
        ("", "US", ""),
        ("1" * 400, "US", ""),
    ],
)
def test_a_number_gets_one_spelling_or_none(raw: str, region: str, e164: str) -> None:
    phone = normal_phone(raw, region)
    assert (phone.raw, phone.e164) == (raw, e164)


def test_a_number_that_cannot_be_read_is_shown_as_it_stood() -> None:
    assert normal_phone(" ask  Ana ", "US").display == "ask Ana"


def test_a_number_is_shown_the_way_its_reader_is_used_to() -> None:
    assert display_phone("+12125550123", "US") == "(212) 555-0123"
    assert display_phone("+12125550123", "DE") == "+1 212-555-0123"
    assert display_phone("+12125550123") == "+1 212-555-0123"
    assert display_phone("nonsense", "US") == "nonsense"


def test_an_extension_is_shown_but_not_compared() -> None:
    phone = normal_phone("+1 212 555 0123 ext. 45", "US")
    assert (phone.e164, phone.extension, phone.display) == ("+12125550123", "45", "(212) 555-0123 ext. 45")


@given(st.text(max_size=70), st.sampled_from(["", "US", "DE", "ZZ", "é"]))
def test_no_text_makes_the_phone_reader_stumble(raw: str, region: str) -> None:
    phone = normal_phone(raw, region)
    assert phone.raw == raw
    display_phone(raw, region)
    if phone.e164:
        assert normal_phone(phone.e164).e164 == phone.e164
