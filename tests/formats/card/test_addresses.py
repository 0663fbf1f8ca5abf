from __future__ import annotations

import pytest

from wellkept.formats.card.addresses import country_of, emails_in, plain, site_of, urls_in


def mails(text: str) -> list[str]:
    return [one.value for one in emails_in(plain(text))]


def sites(text: str) -> list[str]:
    return [one.value for one in urls_in(plain(text))]


@pytest.mark.parametrize(
    "printed",
    [
        "ana.souza@acme.example", "E-Mail: ana.souza@acme.example", "E:ana.souza@acme.example", "ana.souza @acme.example",
        "ana.souza@acme .example", "ana.souza@acme,example", "ana.souza(at)acme.example", "ana.souza©acme.example",
        "ANA.SOUZA@ACME.EXAMPLE", "ana.souza＠acme．example", "<ana.souza@acme.example>",
    ],
)  # fmt: skip
def test_an_address_is_found_however_it_was_printed_or_misread(printed):
    assert mails(printed) == ["ana.souza@acme.example"]


def test_a_point_that_was_not_seen_is_put_back_before_com():
    assert mails("ana@acmehousecom") == ["ana@acmehouse.com"]


def test_two_addresses_in_one_line_are_two():
    assert mails("ana@acme.example · info@acme.example") == ["ana@acme.example", "info@acme.example"]


def test_an_account_on_a_network_is_no_address():
    assert mails("@example_handle") == [] and sites("@example_handle") == []


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("www.acme.example", "www.acme.example"), ("Web: www.acme.example", "www.acme.example"), ("WWW.ACME.EXAMPLE", "www.acme.example"),
        ("https://acme.example/team", "https://acme.example/team"), ("acme.example", "acme.example"), ("wwww.acme.example", "www.acme.example"),
        ("www acme.example", "www.acme.example"), ("linkedin.com/in/ana-souza", "linkedin.com/in/ana-souza"),
    ],
)  # fmt: skip
def test_a_website_is_written_as_the_card_has_it(printed, value):
    assert sites(printed) == [value]


@pytest.mark.parametrize(
    "printed",
    [
        "Waterkant Advies B.V.",
        "Officine Rinaldi S.r.l.",
        "Vice President,Engineering",
        "No.8 Lane",
        "St.Gallen",
        "12.5.2026",
    ],
)
def test_what_only_has_points_is_no_website(printed):
    assert sites(printed) == []


def test_a_website_that_is_cut_off_is_completed_by_the_address():
    assert [one.value for one in urls_in("www.acme-house.exampl", ["acme-house.example"])] == ["www.acme-house.example"]


def test_the_own_part_of_a_domain():
    assert [site_of(one) for one in ("www.acme.co.uk", "ana@mail.acme.com", "https://acme.example/team")] == [
        "acme"
    ] * 3


def test_a_domain_that_everybody_uses_tells_no_country():
    assert [country_of(one) for one in ("ana@acme.de", "www.acme.co.uk", "acme.io", "acme.example")] == [
        "DE",
        "GB",
        "",
        "",
    ]
