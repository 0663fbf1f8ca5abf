"""E-mail addresses, and entries that are no people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.formats.emails import is_automatic, is_shared_mailbox, normal_email, not_a_person
from wellkept.formats.person import Labelled, Name, Person, Position


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (" Ana.Souza@Example.ORG ", "ana.souza@example.org"),
        ("mailto:ana@example.org?subject=Hi", "ana@example.org"),
        ("Ana Souza <ana@example.org>", "ana@example.org"),
        ("ana@xn--mller-kva.example", "ana@müller.example"),
        ("ana+list@example.org.", "ana+list@example.org"),
        ("ana@localhost", ""),
        ("ana@@example.org", ""),
        ("ana example.org", ""),
        ("ana@example..org", ""),
        ("a" * 300 + "@example.org", ""),
        ("ana@xn--\udc80.example", "ana@xn--\udc80.example"),
        ("", ""),
    ],
)
def test_an_address_gets_one_spelling(text: str, address: str) -> None:
    assert normal_email(text) == address


@pytest.mark.parametrize(
    "mailbox",
    ["info", "Info.Berlin", "sales+emea", "no-reply", "noreply-accounts", "do_not_reply", "newsletter", "kundenservice",
     "büro", "service-client", "atencion.al.cliente", "vendas", "ufficio", "support2", "mailer-daemon", "bounces+x=y"],
)  # fmt: skip
def test_shared_mailboxes_are_known_in_six_languages(mailbox: str) -> None:
    assert is_shared_mailbox(f"{mailbox}@example.org")


@pytest.mark.parametrize(
    "mailbox", ["ana", "ana.souza", "hr.muller", "supportive", "infante", "a.sales", "press.ana", "mara"]
)
def test_personal_mailboxes_are_not_taken_for_shared_ones(mailbox: str) -> None:
    assert not is_shared_mailbox(f"{mailbox}@example.org")


def test_machines_are_a_kind_of_their_own() -> None:
    assert is_automatic("no-reply@example.org")
    assert not is_automatic("info@example.org")


def _person(
    display: str = "", *emails: str, given: str = "", family: str = "", phone: str = "", company: str = ""
) -> Person:
    return Person(
        name=Name(display=display, given=given, family=family),
        emails=[Labelled(e) for e in emails],
        phones=[Labelled(phone)] if phone else [],
        positions=[Position(company)] if company else [],
    )


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (_person("", "info@example.org"), "shared mailbox"),
        (_person("info@example.org", "info@example.org"), "shared mailbox"),
        (_person("Blue Kettle", "info@blue-kettle.example"), "shared mailbox"),
        (_person("Blue Kettle", "contact@kettles.example", company="Blue Kettle"), "shared mailbox"),
        (_person("Blue Kettle Shop", "orders@kettles.example"), "shop"),
        (_person("Customer Service", given="Customer", family="Service"), "customer service"),
        (_person("Kundenservice", "ana@example.org"), "customer service"),
        (_person("", "no-reply@example.org"), "automatic sender"),
        (_person("Ana Souza via Papers", "no-reply@example.org"), "automatic sender"),
        (_person("Ana Souza", "info@example.org"), ""),
        (_person("Ana Souza", "info@example.org", given="Ana", family="Souza"), ""),
        (_person("", "info@example.org", phone="+1 212 555 0123", company="Blue Kettle"), ""),
        (_person("", phone="+1 212 555 0123", company="Blue Kettle"), ""),
        (_person("", "info@example.org", "ana@example.org"), ""),
        (_person("Ana", "ana@example.org"), ""),
        (_person(), ""),
    ],
)
def test_only_what_is_surely_no_person_is_set_aside(entry: Person, reason: str) -> None:
    assert not_a_person(entry) == reason


@given(st.text(max_size=60))
def test_no_text_makes_the_address_reader_stumble(text: str) -> None:
    address = normal_email(text)
    assert normal_email(address) == address
    is_shared_mailbox(text)
    not_a_person(_person(text, text))
