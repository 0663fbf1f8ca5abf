from __future__ import annotations

import pytest
from hypothesis import given as everywhere
from hypothesis import strategies as some

from tests.formats.card.setting import read, set_card
from wellkept.formats.card.lines import Line
from wellkept.formats.card.reading import read_card


def test_a_card_is_read_field_by_field():
    card = read(
        ("Acme Analytics Ltd", 40), "", ("Ana Souza", 60), "Head of Data", "", "T +44 20 7946 0123", "M +44 7700 900461",
        "ana.souza@acme-analytics.example", "www.acme-analytics.example", "12 Harbour Street", "London E1 6AN",
    )  # fmt: skip

    assert card.as_dict() == {
        "name": "Ana Souza", "title": "Head of Data", "organization": "Acme Analytics Ltd",
        "emails": ["ana.souza@acme-analytics.example"], "phones": ["+442079460123", "+447700900461"],
        "urls": ["www.acme-analytics.example"], "address": "12 Harbour Street, London E1 6AN", "unsure": [],
    }  # fmt: skip


def test_what_is_not_there_is_null_and_empty():
    card = read("www.acme.example")

    assert card.name is None and card.organization is None and card.title is None and card.address is None
    assert card.emails == [] and card.phones == []


def test_a_picture_without_words_gives_an_empty_card():
    assert read_card([]).empty


def test_a_name_in_capitals_is_written_as_in_a_letter():
    card = read(("FIONA MCDONALD", 60), "CHIEF OPERATING OFFICER", "fiona@bluekettle.example")

    assert (card.name, card.title) == ("Fiona McDonald", "Chief Operating Officer")


def test_titles_of_address_and_degrees_are_no_part_of_the_name():
    assert read(("Prof. Dr. Ana Souza, PhD", 60), "ana.souza@acme.example").name == "Ana Souza"


def test_a_fax_is_no_phone():
    card = read(("Luca Baumann", 50), "Telefon +41 44 555 01 42", "Telefax +41 44 555 01 43", "F: +41 44 555 01 44")

    assert card.phones == ["+41445550142"]


def test_a_fax_is_known_by_its_label_in_a_column_of_its_own():
    lines = [
        Line("Tel", 0.99, 60, 100, 120, 130, 30), Line("+41 44 555 01 42", 0.99, 200, 100, 480, 130, 30),
        Line("Fax", 0.99, 60, 140, 120, 170, 30), Line("+41 44 555 01 43", 0.99, 200, 140, 480, 170, 30),
    ]  # fmt: skip

    assert read_card(lines).phones == ["+41445550142"]


@pytest.mark.parametrize(
    ("country", "printed", "number"),
    [
        (("18, rue des Tilleuls", "69002 Lyon", "France"), "Tél. 01 99 00 12 34", "+33199001234"),
        (("350 Fifth Avenue", "New York, NY 10118"), "Direct (212) 555-0142", "+12125550142"),
        (("Rua das Flores 24", "4050-262 Porto", "Portugal"), "Tlm 912 555 014", "+351912555014"),
    ],
)
def test_a_national_number_is_of_the_country_that_the_address_tells(country, printed, number):
    assert read(("Ana Souza", 50), printed, "", *country).phones == [number]


def test_a_national_number_is_of_the_readers_country_where_the_card_tells_none():
    assert read(("Ana Souza", 50), "Tel. 0664 5550142", region="AT").phones == ["+436645550142"]


def test_a_national_number_of_no_country_is_shown_as_it_is_and_asked_about():
    card = read(("Ana Souza", 50), "Phone 555 0142 33")

    assert card.phones == ["555 0142 33"]
    assert "555 0142 33" in card.unsure


def test_numbers_of_taxes_and_registers_are_no_phones():
    card = read(("Ana Souza", 50), "USt-IdNr. 123456789", "NIP 123-456-32-18", "IBAN 0012 3456 7890 1234", region="DE")

    assert card.phones == []


def test_a_postcode_with_its_town_is_no_phone():
    card = read(("Ana Souza", 50), "Rua das Flores 24", "4050-262 Porto", region="BR")

    assert card.phones == [] and card.address == "Rua das Flores 24, 4050-262 Porto"


def test_an_address_that_runs_on_in_the_next_line_is_one():
    card = read(("Ana Souza", 60), "", "ana.souza@", "acme-analytics.example")

    assert card.emails == ["ana.souza@acme-analytics.example"]


def test_a_label_that_ran_into_the_address_is_taken_off_where_the_name_says_so():
    assert read(("Ana Souza", 60), "Eana.souza@acme.example").emails == ["ana.souza@acme.example"]
    assert read(("Elena Souza", 60), "Elena.souza@acme.example").emails == ["elena.souza@acme.example"]


def test_the_organization_may_be_larger_than_the_name():
    card = read(
        ("Northwind Robotics", 70),
        "",
        ("Hannah Clarke", 40),
        "Product Manager",
        "",
        "hannah.clarke@northwindrobotics.example",
    )

    assert (card.name, card.organization) == ("Hannah Clarke", "Northwind Robotics")


def test_a_house_that_bears_the_name_of_the_person_is_told_from_the_person():
    card = read(
        ("Luca Baumann", 50), "Rechtsanwalt", "", ("Baumann & Partner AG", 40), "baumann@baumannpartner.example"
    )

    assert (card.name, card.organization) == ("Luca Baumann", "Baumann & Partner AG")


def test_a_legal_form_in_a_line_of_its_own_belongs_to_the_organization():
    card = read(("Modrá Řeka", 40), ("s.r.o.", 38), "", ("Hannah Clarke", 60), "hannah@modrareka.example")

    assert card.organization == "Modrá Řeka s.r.o."


def test_a_name_set_in_two_lines_is_one():
    card = read(
        ("KATHARINA", 60),
        ("HOFER-LINDNER", 60),
        "Wissenschaftliche Mitarbeiterin",
        "",
        "katharina.hofer@gebirge.example",
    )

    assert card.name == "Katharina Hofer-Lindner"


def test_what_the_engine_was_not_sure_of_is_asked_about():
    lines = [
        Line(line.text, 0.6, line.left, line.top, line.right, line.bottom, line.height)
        for line in set_card(("Ana Souza", 60), "ana.souza@acme.example")
    ]

    card = read_card(lines)

    assert {"name", "ana.souza@acme.example"} <= set(card.unsure)


@everywhere(some.lists(some.text(max_size=60), max_size=12))
def test_whatever_stands_there_gives_a_card_and_never_an_error(texts):
    card = read_card(
        [Line(text, 0.9, 10, 20.0 * at, 300, 20.0 * at + 18, 18) for at, text in enumerate(texts)], region="DE"
    )

    assert all(word in card.as_dict() or word in [*card.emails, *card.phones, *card.urls] for word in card.unsure)


def test_a_name_divided_at_the_end_of_the_line_keeps_its_hyphen():
    card = read(
        ("Acme Analytics Ltd", 30),
        "",
        ("Ana Vasquez-", 60),
        ("Lindqvist", 60),
        "Head of Data",
        "ana@acme-analytics.example",
    )

    assert card.name == "Ana Vasquez-Lindqvist"


def test_a_town_behind_a_postcode_tells_the_country_of_the_numbers():
    card = read(("Ana Souza", 50), "Lindengasse 40/7, 1070 Wien", "T 01 585 50 17", region="GB")

    assert (card.phones, card.unsure) == (["+4315855017"], [])


def test_a_number_that_is_none_where_it_is_read_is_asked_about():
    card = read(("Ana Souza", 50), "T 01 585 50 17", "Acme Ltd", region="GB")

    assert [number for number in card.phones if number not in card.unsure] == []
