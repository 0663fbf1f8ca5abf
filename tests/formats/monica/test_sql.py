"""Rows of a dump, as PHP, mysqldump or something broken wrote them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.monica.as_sql import insert
from wellkept.formats.monica.sql import MOST_FAULTS, Row, rows


def values(text: str) -> list[dict[str, str | None]]:
    return [row.values for row in rows(text)]


def test_rows_of_several_statements_are_read_with_their_columns() -> None:
    text = "-- a\n# b\n/* c */SET X=1;\nINSERT IGNORE INTO `t` (`a`,`b`) VALUES\n (1,'x'),\n (NULL,'y''z');\ninsert into d.u (a) values (2)"
    assert list(rows(text)) == [
        Row("t", {"a": "1", "b": "x"}, 4),
        Row("t", {"a": None, "b": "y'z"}, 4),
        Row("u", {"a": "2"}, 7),
    ]


def test_escapes_of_php_and_of_mysqldump_are_undone() -> None:
    assert values(r"INSERT INTO t (a) VALUES ('O\'Hara \"q\" \\ \\n \n \0.')") == [{"a": 'O\'Hara "q" \\ \\n \n \0.'}]


def test_what_looks_like_a_number_is_text() -> None:
    assert values("INSERT INTO t (a,b,c,d) VALUES (+4366012,007,1e5, 12 )") == [
        {"a": "+4366012", "b": "007", "c": "1e5", "d": "12"}
    ]


def test_hexadecimal_values_are_decoded() -> None:
    assert values("INSERT INTO t (a,b,c) VALUES (0x4F6C61,X'C3B6',_binary 'x')") == [{"a": "Ola", "b": "ö", "c": "x"}]


def test_semicolons_and_statements_inside_strings_are_text() -> None:
    text = "INSERT INTO t (a) VALUES ('; \nINSERT INTO t (a) VALUES (1);');\nINSERT INTO t (a) VALUES (2);"
    assert [row["a"] for row in values(text)] == ["; \nINSERT INTO t (a) VALUES (1);", "2"]


def test_a_row_of_another_width_is_a_fault_and_the_others_are_read() -> None:
    first, second = rows("INSERT INTO t (a,b) VALUES (1),\n(1,2);")
    assert first.fault == "a row has 1 values for 2 columns" and first.line == 1
    assert second.values == {"a": "1", "b": "2"}


def test_reading_goes_on_behind_a_broken_statement() -> None:
    found = list(
        rows("INSERT INTO t (a) VALUES (1,(2);\nINSERT INTO t (a) VALUES (3);\nINSERT INTO t (a) VALUES ('cut")
    )
    assert [(row.values, bool(row.fault)) for row in found] == [({}, True), ({"a": "3"}, False), ({}, True)]


@given(st.lists(st.one_of(st.none(), st.text(st.characters(exclude_categories=("Cs",)))), min_size=1, max_size=4))
def test_any_text_comes_back_as_it_was_written(texts: list[str | None]) -> None:
    row = {f"c{number}": value for number, value in enumerate(texts)}
    [found] = values(insert("t", [row]))
    # What PHP takes for a number loses the blanks around it.
    assert {key: value and value.strip() for key, value in found.items()} == {
        key: value and value.strip() for key, value in row.items()
    }


HOSTILE = {
    "INSERT INTO t (a) VALUES (" * 30_000: 1,
    "INSERT INTO t (a) VALUES ('" + "\\" * 500_000: 1,
    "\nINSERT INTO t (a) VALUES ('" * 20_000: MOST_FAULTS + 1,
    ";/*" * 200_000: 0,
    "'" * 500_001: 0,
    "\"';" * 200_000: 0,
    "INSERT INTO t" + " " * 500_000: 0,
    "INSERT INTO t (" + "a," * 300_000: 0,
    "INSERT INTO t (a,b) VALUES " + "(1)," * 100_000: 100_001,
    "INSERT INTO t (a) VALUES (" + "1," * 500_000: 1,
    "INSERT INTO t (a) VALUES (_" + "b" * 500_000: 1,
    "`" * 500_001: 0,
}


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:30].strip())
def test_hostile_dumps_are_read_to_their_end(text: str) -> None:
    """Sized so that work that grew with the square of the input would be noticed as a test that does not end."""
    assert len(list(rows(text))) == HOSTILE[text]


def test_a_file_with_too_many_faults_is_given_up() -> None:
    text = "\nINSERT INTO t (a) VALUES (1,(2);" * 100
    assert len(list(rows(text))) == MOST_FAULTS + 1
