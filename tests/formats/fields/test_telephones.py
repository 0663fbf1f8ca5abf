import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.formats.fields import phones_in


def numbers(text, region=""):
    return [(one.value or one.raw, one.label) for one in phones_in(text, region)]


@pytest.mark.parametrize(
    ("text", "region", "expected"),
    [
        ("p:212.555.0160 Ext. 104\nf:212.555.0140", "US", [("+12125550160", "work")]),
        ("tel: 212-555-0198 * fax: 212-555-0153", "US", [("+12125550198", "work")]),
        ("T +49 (0)30 123456-78 | M +49 171 1234567 | F +49 30 99", "DE", [("+493012345678", "work"), ("+491711234567", "mobile")]),
        ("Tél. : 01 23 45 67 89 / Fax : 01 23 45 67 80", "FR", [("+33123456789", "work")]),
        ("(11) 98765-4321", "BR", [("+5511987654321", "")]),
        ("Mobil 0676/123 45 67\nTelefax: 01 5855011", "AT", [("+436761234567", "mobile")]),
        ("212.555.0107 cell\n212-555-0160 home", "US", [("+12125550107", "mobile"), ("+12125550160", "home")]),
        ("030 1234567 / 0171 1234567", "DE", [("+49301234567", ""), ("+491711234567", "")]),
        ("Telefone: +55 11 3456-7890 • Cel.: +55 11 98765-4321", "", [("+551134567890", "work"), ("+5511987654321", "mobile")]),
        ("Móvil: +34 612 345 678", "", [("+34612345678", "mobile")]),
        ("☎ 030 1234567", "DE", [("+49301234567", "work")]),
        ("Tel./Fax: +49 30 1234567", "DE", [("+49301234567", "work")]),
    ],
)  # fmt: skip
def test_numbers_are_found_with_what_they_are_called_and_without_fax(text, region, expected):
    assert numbers(text, region) == expected


@pytest.mark.parametrize(
    "text",
    [
        "HRB 123456 B, USt-IdNr. DE123456789",
        "IBAN DE89 3704 0044 0532 0130 00",
        "SIRET 123 456 789 00012",
        "CNPJ 12.345.678/0001-95",
        "2026-11-22 and 22.11.2026, 1998-2004",
        "10115 Berlin",
        "Fax +49 30 1234567",
    ],
)
def test_registers_dates_postcodes_and_fax_are_no_telephones(text):
    assert numbers(text, "DE") == []


def test_a_number_whose_country_is_unknown_keeps_its_writing():
    (found,) = phones_in("T: 020 7946 0958")
    assert (found.value, found.raw, found.labelled) == ("", "020 7946 0958", True)


def test_the_span_is_where_the_number_stands_with_its_extension():
    text = "Tel: +44 20 7946 0958, ext. 12 or so"
    (found,) = phones_in(text)
    assert text[slice(*found.span)] == "+44 20 7946 0958, ext. 12"


@given(st.text(max_size=200) | st.text(alphabet="0123456789+()-/. \nTelFaxm:", max_size=120))
def test_any_text_is_read_and_spans_lie_within_it(text):
    for one in phones_in(text, "AT"):
        assert 0 <= one.span[0] < one.span[1] <= len(text)
        assert one.value == "" or one.value.startswith("+")
