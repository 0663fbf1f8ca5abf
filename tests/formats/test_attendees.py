"""Lists of attendees, as organizers send them and as one pastes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.formats.attendees import AttendeeLine, read_attendees, text_of


def told(text: str) -> list[tuple[str, str, str]]:
    return [(line.name, line.organization, line.email) for line in read_attendees(text).lines]


def test_a_pasted_line_is_a_name_an_organization_and_an_e_mail() -> None:
    assert told("Ana Souza, Acme, ana@acme.example\nBruno Keller, Blue Kettle\nchen@example.org") == [
        ("Ana Souza", "Acme", "ana@acme.example"),
        ("Bruno Keller", "Blue Kettle", ""),
        ("", "", "chen@example.org"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ana Souza <Ana@Acme.example>", ("Ana Souza", "", "ana@acme.example")),
        ('"Souza, Ana" <ana@acme.example>', ("Ana Souza", "", "ana@acme.example")),
        ("Ana Souza (Acme)", ("Ana Souza", "Acme", "")),
        ("- Ana Souza – Acme", ("Ana Souza", "Acme", "")),
        ("3. Ana Souza at Acme", ("Ana Souza", "Acme", "")),
        ("Ana Souza\tAcme\tana@acme.example", ("Ana Souza", "Acme", "ana@acme.example")),
        ("Ana Souza; ana@acme.example; Acme", ("Ana Souza", "Acme", "ana@acme.example")),
        ("Jean-Pierre Moss", ("Jean-Pierre Moss", "", "")),
    ],
)
def test_a_line_may_be_written_in_many_ways(line: str, expected: tuple[str, str, str]) -> None:
    assert told(line) == [expected]


def test_addresses_in_one_line_are_several_people() -> None:
    line = "Ana Souza <ana@acme.example>; Keller, Bruno <bruno@blue.example>"
    assert told(line) == [("Ana Souza", "", "ana@acme.example"), ("Bruno Keller", "", "bruno@blue.example")]


def test_a_header_says_what_the_columns_hold() -> None:
    assert told("E-Mail;Vorname;Nachname;Firma;Tisch\nana@acme.example;Ana;Souza;Acme;3\n;Bruno;Keller;;4") == [
        ("Ana Souza", "Acme", "ana@acme.example"),
        ("Bruno Keller", "", ""),
    ]


def test_nobody_is_listed_twice_and_a_line_without_anybody_is_said() -> None:
    read = read_attendees("Ana Souza,Acme\nana souza,ACME\n\nAna Souza,Blue Kettle\n12,34")
    assert [(line.line, line.name, line.organization) for line in read.lines] == [
        (1, "Ana Souza", "Acme"),
        (4, "Ana Souza", "Blue Kettle"),
    ]
    assert [(problem.row, problem.message) for problem in read.problems] == [(5, "no name and no e-mail")]


def test_a_list_that_is_longer_than_any_is_cut_and_says_so() -> None:
    read = read_attendees("\n".join(f"Guest {number}, Acme" for number in range(10_050)))
    assert len(read.lines) == 10_000
    assert [problem.message for problem in read.problems] == ["only the first 10000 lines were read"]


def test_a_picture_has_no_text() -> None:
    assert text_of(b"\x89PNG\r\n\x1a\n" + bytes(range(256))) == ""
    assert read_attendees("").lines == []


@given(st.text(max_size=300))
def test_whatever_is_pasted_is_read_and_names_somebody(text: str) -> None:
    for line in read_attendees(text).lines:
        assert isinstance(line, AttendeeLine)
        assert line.name or line.email
        assert len(line.name) <= 200
