from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from wellkept.formats.codes import LONGEST, MOST_VALUES, link_of, person_of
from wellkept.formats.person import Labelled


def test_a_vcard_says_who_it_is():
    text = "BEGIN:VCARD\nVERSION:3.0\nN:Souza;Ana;;;\nFN:Ana Souza\nORG:Acme;Data\nTITLE:Head\nTEL:+44 20 7946 0123\nEMAIL:ana@acme.example\nEND:VCARD"

    person = person_of(text)

    assert person and person.name.display == "Ana Souza"
    assert [one.value for one in person.emails] == ["ana@acme.example"]
    assert person.positions[0].title == "Head"


def test_a_mecard_says_who_it_is_with_family_name_first():
    person = person_of(
        r"MECARD:N:Souza,Ana;TEL:+442079460123;EMAIL:ana@acme.example;URL:http\://acme.example;ADR:12 Harbour St,London;;"
    )

    assert person and (person.name.given, person.name.family) == ("Ana", "Souza")
    assert person.links == [Labelled("http://acme.example")]
    assert person.addresses[0].formatted == "12 Harbour St, London"


def test_a_bizcard_says_who_it_is():
    person = person_of("BIZCARD:N:Ana;X:Souza;T:Head of Data;C:Acme;B:+442079460123;E:ana@acme.example;;")

    assert person and person.name.display == "Ana Souza" and person.positions[0].organization == "Acme"


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://www.linkedin.com/in/ana-souza?utm_source=share&x=1", "https://www.linkedin.com/in/ana-souza?x=1"),
        ("linkedin.com/in/ana-souza", "https://linkedin.com/in/ana-souza"),
        ("www.acme.example", "https://www.acme.example"),
    ],
)
def test_a_web_address_is_a_link_without_what_spies(text, link):
    person = person_of(text)

    assert person and person.links == [Labelled(link)]


def test_addresses_of_mail_and_telephone_are_taken():
    mail, phone = person_of("mailto:ana@acme.example?subject=Hi"), person_of("tel:+442079460123")

    assert mail and mail.emails == [Labelled("ana@acme.example")]
    assert phone and phone.phones == [Labelled("+442079460123")]


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,<script>1</script>",
        "file:///etc/passwd",
        "WIFI:S:x;P:y;;",
        "4006381333931",
        "",
    ],
)
def test_what_says_nothing_of_anybody_is_nobody(text):
    assert person_of(text) is None


def test_a_hostile_card_is_bounded_and_its_links_are_links():
    numbers = "\n".join(f"TEL:+4420794601{at:02}" for at in range(99))
    text = f"BEGIN:VCARD\nVERSION:3.0\nFN:<script>alert(1)</script>{'A' * 900}\nURL:javascript:alert(1)\nURL:data:text/html;base64,AAAA\n{numbers}\nEND:VCARD"

    person = person_of(text)

    assert person and len(person.phones) <= MOST_VALUES and person.links == []
    assert len(person.name.display) <= LONGEST and "<" not in person.name.display and ">" not in person.name.display


def test_ten_thousand_fields_are_no_more_than_a_few():
    person = person_of("MECARD:" + "EMAIL:a@acme.example;" * 10_000)

    assert person and len(person.emails) == 1


@pytest.mark.parametrize(
    "value",
    [
        "https://ana@acme.example/",
        'https://acme.example/"><script>',
        "ftp://acme.example",
        "acme",
        "http://",
        "http://[::1",
    ],
)
def test_an_address_that_leads_elsewhere_than_it_says_is_no_link(value):
    assert link_of(value) == ""


@given(
    some.text(max_size=400),
    some.sampled_from(["", "MECARD:", "BIZCARD:", "BEGIN:VCARD\n", "MATMSG:", "https://", "mailto:"]),
)
def test_whatever_a_code_holds_never_raises(text, head):
    person = person_of(head + text)

    assert person is None or not person.empty
