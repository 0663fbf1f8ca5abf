import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.domain.recall.lines import LONGEST, MOST, Line, read_lines


@pytest.mark.parametrize(
    ("written", "name", "organization"),
    [
        ("Ana Souza", "Ana Souza", ""),
        ("Ana Souza, Acme", "Ana Souza", "Acme"),
        ("  Ana   Souza ;  Acme Inc. ", "Ana Souza", "Acme Inc."),
        ("Ana Souza (Acme)", "Ana Souza", "Acme"),
        ("Ana Souza at Acme", "Ana Souza", "Acme"),
        ("Ana Souza @ Acme", "Ana Souza", "Acme"),
        ("Ana Souza – Acme", "Ana Souza", "Acme"),
        ("Ana Souza\tAcme", "Ana Souza", "Acme"),
        ("- Ana Souza", "Ana Souza", ""),
        ("12. Ana Souza, Acme, Vienna", "Ana Souza", "Acme, Vienna"),
        ("Ana Souza-Lima, Acme", "Ana Souza-Lima", "Acme"),
        ("Ana Souza, PhD, Acme", "Ana Souza, PhD", "Acme"),
        ("李小龙, 香港", "李小龙", "香港"),
        ("Matt Lang", "Matt Lang", ""),
        ("Tom", "Tom", ""),
    ],
)
def test_a_line_says_who_and_where(written, name, organization):
    assert read_lines(written) == [Line(name, organization)]


def test_a_column_is_read_in_its_order_and_each_name_once():
    text = "Ana Souza, Acme\n\n—\n42\nBruno Keller\r\nana souza, ACME\nAna Souza, Blue Kettle\n"

    assert read_lines(text) == [
        Line("Ana Souza", "Acme"), Line("Bruno Keller"), Line("Ana Souza", "Blue Kettle"),
    ]  # fmt: skip


def test_a_column_has_an_end():
    assert len(read_lines("\n".join(f"Name {chr(97 + n % 26)}{n}" for n in range(MOST + 50)))) == MOST


@given(st.text(max_size=2000))
def test_whatever_is_typed_gives_short_names_with_a_letter(text):
    for line in read_lines(text):
        assert any(letter.isalpha() for letter in line.name)
        assert len(line.name) <= LONGEST and len(line.organization) <= LONGEST
        assert "\n" not in line.name + line.organization
