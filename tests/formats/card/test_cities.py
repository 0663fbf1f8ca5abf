from __future__ import annotations

import pytest

from wellkept.formats.card.cities import region_of_town


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Lindengasse 40/7, 1070 Wien", "AT"), ("8001 Zürich", "CH"), ("10115 Berlin", "DE"), ("111 34 Stockholm", "SE"),
        ("75002 Paris", "FR"), ("28012 MADRID", "ES"), ("1000 Bruxelles", "BE"), ("110 00 Praha 1", "CZ"),
    ],
)  # fmt: skip
def test_a_large_town_behind_its_postcode_tells_the_country(text, region):
    assert region_of_town(text) == region


@pytest.mark.parametrize(
    "text",
    [
        "Berlin Sans Consulting",
        "Paris, TX 75460",
        "12345 Wien",
        "1070 Berlin",
        "Since 1987 Madrid",
        "Tel. 010 11512 Berlino",
        "",
    ],
)
def test_a_town_without_its_postcode_tells_nothing(text):
    assert region_of_town(text) == ""
