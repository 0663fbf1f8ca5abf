import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.signature.reading_mails import FIELDS, invented_mails
from wellkept.formats.signature import Signature, read_block, read_signature

MAILS = list(invented_mails())


@pytest.mark.parametrize(("expected", "region", "body"), MAILS, ids=[mail[2].strip()[:20] for mail in MAILS])
def test_the_fields_of_an_invented_mail_are_read(expected, region, body):
    read = read_signature(body, region=region)
    assert {name: getattr(read, name) for name in FIELDS} == expected


def test_there_are_mails_enough_in_five_languages():
    assert len(MAILS) >= 60


def test_without_a_region_a_national_number_keeps_its_writing_and_is_asked_about():
    read = read_signature("See you.\n\nBest regards\nTom Baker\nSales Manager\nTel. 030 1234567")
    assert read.phones == ("030 1234567",) and "phones" in read.unsure


def test_a_number_of_another_country_than_the_readers_is_asked_about():
    body = "Bis morgen.\n\nViele Grüße\nTom Becker\nVertriebsleiter\nMusterstraße 1, 10115 Berlin, Deutschland\nTel. 030 1234567"
    read = read_signature(body, region="US")
    assert read.phones == ("+49301234567",) and "phones" in read.unsure


def test_the_sender_is_never_taken_into_the_fields():
    body = "See you on Monday at nine in the office, please bring the keys."
    assert read_signature(body, sender="Tom Baker <tom@acme.example>").empty


def test_an_organization_that_nothing_names_as_one_is_asked_about():
    read = read_signature("Until soon.\n\nBest regards,\n\nTom Baker\nHead of Sales\nZebrano Zwölf\n+1 212 555 0100")
    assert read.organization == "Zebrano Zwölf" and read.unsure == ("organization",)


def test_a_plain_block_is_read_without_a_mail_around_it():
    read = read_block(["Ana Souza", "Acme GmbH", "Musterstraße 12", "10115 Berlin"])
    assert (read.name, read.organization, read.address) == ("Ana Souza", "Acme GmbH", "Musterstraße 12, 10115 Berlin")


@settings(max_examples=60)
@given(st.text(max_size=600), st.sampled_from(["", "DE", "US", "XX"]))
def test_any_text_is_read(body, region):
    assert isinstance(read_signature(body, region=region), Signature)


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "",
                "-- ",
                "Best,",
                "Ana Souza",
                "> quoted",
                "On Monday Tom wrote:",
                "+49 30 1234567",
                "a@b.example",
                "|",
                "\t",
                "From: x",
                "To: y",
                "--",
                "*",
                "(",
                "Am 1.1. schrieb",
            ]
        ),
        max_size=25,
    )
)
def test_any_pile_of_such_lines_is_read(lines):
    assert isinstance(read_signature("\n".join(lines), region="DE"), Signature)
