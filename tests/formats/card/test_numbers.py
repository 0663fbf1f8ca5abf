from __future__ import annotations

import pytest

from wellkept.formats.card.numbers import numbers_in, region_of, spelt


def all_spelt(text: str, *regions: str) -> list[str]:
    return [
        spelt(number, regions)[0] for number in numbers_in(text, 0, 1.0) if not number.is_fax and not number.is_other
    ]


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("+43 1 5550142", "+4315550142"), ("T+55 11 95555-0142", "+5511955550142"), ("Mob+234 803 555 0142", "+2348035550142"),
        ("0043 1 5550142", "+4315550142"), ("+49 (0)30 901820", "+4930901820"), ("Tel.: +44 (20) 7946 0123", "+442079460123"),
        ("+1 415.555.0134", "+14155550134"), ("+49 30 9O182O", "+4930901820"), ("＋81-3-5550-1420", "+81355501420"),
        ("Phone +1 212 555 0142 ext. 14", "+12125550142"),
    ],
)  # fmt: skip
def test_an_international_number_needs_no_region(printed, number):
    assert all_spelt(printed) == [number]


def test_two_numbers_in_one_line_are_two():
    assert all_spelt("T +31 20 555 0142 M +31 6 1255 0142") == ["+31205550142", "+31612550142"]
    assert all_spelt("+31 20 555 0142 / +31 6 1255 0142") == ["+31205550142", "+31612550142"]


def test_what_was_misread_as_a_letter_makes_the_number_unsure():
    (number,) = numbers_in("+49 30 9O182O", 0, 1.0)

    assert spelt(number, [])[1] is False


@pytest.mark.parametrize("label", ["Fax", "F", "f:", "Telefax", "Faks", "Téléc.", "FAX:", "Факс"])
def test_a_fax_is_known_by_its_label(label):
    (number,) = numbers_in(f"{label} +41 44 555 01 43", 0, 1.0)

    assert number.is_fax


def test_one_number_for_telephone_and_fax_is_a_telephone():
    (number,) = numbers_in("Tel/Fax +41 44 555 01 43", 0, 1.0)

    assert not number.is_fax


def test_a_label_may_stand_in_a_column_of_its_own():
    (number,) = numbers_in("+41 44 555 01 43", 0, 1.0, label_beside="Fax")

    assert number.is_fax


def test_the_region_of_a_number():
    assert (region_of("+493090182014"), region_of("+12125550142"), region_of("nothing")) == ("DE", "US", "")
