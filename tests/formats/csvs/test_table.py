"""Tables read with nothing dropped unsaid."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.formats.csvs import cells, in_pieces, neutralise, read_table, restore, write_table


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    lines = [
        "Name,Phone,Note".replace(",", delimiter),
        f'Ana{delimiter}1{delimiter}"x, y; z"',
        delimiter.join(["Bruno", "2", ""]),
    ]
    table = read_table("\r\n".join(lines).encode())
    assert table.delimiter == delimiter
    assert table.rows == [["Ana", "1", "x, y; z"], ["Bruno", "2", ""]]


def test_rows_know_their_lines() -> None:
    table = read_table(b'Name,Note\n\nAna,"one\ntwo"\nBruno,\n')
    assert table.rows == [["Ana", "one\ntwo"], ["Bruno", ""]]
    assert table.lines == [3, 5]


def test_ragged_rows_are_kept_and_reported() -> None:
    table = read_table(b"a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n")
    assert table.rows == [["1", "2", ""], ["1", "2", "3", "4"], ["1", "2", "3"]]
    assert [(p.row, p.message[:6]) for p in table.problems] == [(1, "line 2"), (2, "line 3")]


@pytest.mark.parametrize(
    "preamble",
    [
        'Notes:\n"A sentence, with commas, about the file."\n\n',
        'Notes:\n"A sentence, with commas, about the file."\n"\n',
        'Notes :\n"Une phrase..."\n"\n',
        'Notes:,,,\n"A sentence, with commas, about the file.",,,\n,,,\n',
        "My contacts\n\n",
        "\n\n",
    ],
)
def test_what_stands_above_the_header_is_skipped(preamble: str) -> None:
    table = read_table(f"{preamble}First Name,Last Name,URL,Company\nAna,Souza,,\n".encode())
    assert table.header == ["First Name", "Last Name", "URL", "Company"]
    assert (table.preamble_lines, table.rows) == (preamble.count("\n"), [["Ana", "Souza", "", ""]])


def test_a_single_column_is_a_table_too() -> None:
    assert read_table(b"E-mail\nana@example.org\n").rows == [["ana@example.org"]]


def test_excels_own_first_line_names_the_delimiter() -> None:
    table = read_table(b"sep=;\r\na;b\r\n1,5;2\r\n")
    assert (table.header, table.rows, table.lines) == (["a", "b"], [["1,5", "2"]], [3])


def test_a_quotation_mark_never_closed_costs_one_line() -> None:
    table = read_table(b'a,b\n1,"two\n3,4\n5,6\n')
    assert table.rows == [["1", "two"], ["3", "4"], ["5", "6"]]
    assert "never closed" in table.problems[0].message


def test_a_cell_without_end_is_cut() -> None:
    table = read_table(b"a,b\n1," + b"x" * 200_000 + b"\n3,4\n")
    assert table.rows[1] == ["3", "4"]
    assert len(table.rows[0][1]) == 131_072
    assert table.problems


def test_separators_of_other_alphabets_are_no_line_ends() -> None:
    assert read_table("a,b\nx\u2028y,z\x0b\n".encode()).rows == [["x\u2028y", "z\x0b"]]


@pytest.mark.parametrize("data", [b"", b"\n\n\n", b"PK\x03\x04", b"\xef\xbb\xbf"])
def test_a_file_without_rows_says_so(data: bytes) -> None:
    table = read_table(data)
    assert (table.header, table.rows, len(table.problems)) == ([], [], 1)


@pytest.mark.parametrize("cell", ["=1+1", "+49 30", "-1", "@x", "\tx", "\rx", "\0x", "'=x", "''-", "＝x"])
def test_a_formula_is_neutralised_and_restored(cell: str) -> None:
    assert neutralise(cell) == f"'{cell}"
    assert restore(neutralise(cell)) == cell


@pytest.mark.parametrize("cell", ["", "'", "O'Neil", "'tis", "a=b", "'' x"])
def test_a_harmless_cell_is_left_alone(cell: str) -> None:
    assert neutralise(cell) == cell
    assert restore(cell) == cell


@given(st.text(max_size=30))
def test_every_cell_comes_back(cell: str) -> None:
    assert restore(neutralise(cell)) == cell
    assert neutralise(cell)[:1] not in set("=+-@\t\r\0")


CELL = st.text(
    st.characters(blacklist_categories=("Cs", "Cc")) | st.just("\n") | st.sampled_from("=+-@',;\""), max_size=20
)


@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=8), st.booleans())
def test_a_table_we_wrote_is_read_as_it_was(rows: list[tuple[str, str, str]], for_excel: bool) -> None:
    table = read_table(write_table(["Name", "Note", "More"], rows, for_excel=for_excel), ours=True)
    assert table.header == ["Name", "Note", "More"]
    assert table.rows == [list(row) for row in rows if any(cell.strip() for cell in row)]
    assert table.problems == []


@given(st.binary(max_size=300) | st.text(st.sampled_from("ab,;\t\"\n\r \0'="), max_size=80))
def test_nothing_makes_the_table_reader_stumble(data: bytes | str) -> None:
    table = read_table(data)
    assert len(table.rows) == len(table.lines)
    assert all(len(row) >= len(table.header) for row in table.rows)
    assert table.lines == sorted(table.lines)


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=8))
def test_no_cell_begins_a_formula_whatever_was_written(rows: list[list[str]]) -> None:
    pieces = in_pieces(["A", "B"], rows)

    table = list(csv.reader(io.StringIO(b"".join(pieces).decode("utf-8-sig"), newline="")))

    assert len(table) == len(rows) + 1
    assert not [cell for row in table for cell in row if cell[:1] in {"=", "+", "-", "@", "\t", "\r"}]


def test_large_tables_come_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "HELD", 100)

    pieces = list(in_pieces(["A"], ([str(number)] for number in range(1000))))

    assert len(pieces) > 10
    assert [row for (row,) in read_table(b"".join(pieces)).rows] == [str(number) for number in range(1000)]
