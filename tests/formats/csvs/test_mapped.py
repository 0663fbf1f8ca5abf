"""Files of nobody's dialect, read as the user says."""

from hypothesis import given
from hypothesis import strategies as st

from wellkept.formats.csvs import Table, read_table
from wellkept.formats.csvs.mapped import FIELDS, propose_mapping, read
from wellkept.formats.person import Address, DatedOccasion, Labelled, PartialDate, Position

SHEET = """\
Kontakt;Firma;Handy;Mail;Geburtsdatum;PLZ;Ort;Tags;Shoe size;;Seen
"Souza, Ana";Blue Kettle;+1 555 0100;ana@example.org;25.03.1980;4000;Porto;chess, vendor;38;https://ana.example.org;2020-01-02
Bruno Lima;;;bruno@example.org;;;;;;;2020-01-03
"""


def test_columns_are_proposed_by_their_words_and_contents() -> None:
    table = read_table(SHEET.encode())
    table.header[0] = "Name"
    assert list(propose_mapping(table.header, table.rows).values()) == [
        "name", "organization", "phone_mobile", "email", "birthday", "postcode", "city", "groups", "custom", "link", "custom",
    ]  # fmt: skip


def test_words_of_other_languages_are_known() -> None:
    header = [
        "Prénom",
        "Nom",
        "Adresse e-mail",
        "Entreprise",
        "Téléphone",
        "Date de naissance",
        "Ville",
        "LinkedIn URL",
        "Work Email",
    ]
    assert list(propose_mapping(header, []).values()) == [
        "given", "family", "email", "organization", "phone", "birthday", "city", "link", "email_work",
    ]  # fmt: skip


def test_contents_decide_where_words_do_not() -> None:
    rows = [["ana@example.org", "(212) 555-0123", "www.example.org", "hello", ""]]
    assert list(propose_mapping(["A", "B", "C", "D", ""], rows).values()) == [
        "email",
        "phone",
        "link",
        "custom",
        "ignore",
    ]


def test_a_mapped_file_is_read_whole() -> None:
    table = read_table(SHEET.encode())
    mapping = dict(
        enumerate(["name", "organization", "phone_mobile", "email", "birthday", "postcode", "city", "groups", "custom"])
    )
    ana, bruno = read(table, mapping)
    assert (ana.name.given, ana.name.family) == ("Ana", "Souza")
    assert ana.positions == [Position("Blue Kettle")]
    assert ana.phones == [Labelled("+1 555 0100", "mobile")]
    assert ana.addresses == [Address(postcode="4000", city="Porto")]
    assert ana.dates == [DatedOccasion("birthday", PartialDate(1980, 3, 25))]
    assert ana.groups == ["chess", "vendor"]
    assert ana.custom == [Labelled("38", "Shoe size")]
    assert (
        ana.extras == ["column 10: https://ana.example.org", "Seen: 2020-01-02"] or ana.extras[1] == "Seen: 2020-01-02"
    )
    assert bruno.emails == [Labelled("bruno@example.org")]


def test_a_mapping_may_name_the_headers() -> None:
    (ana,) = read(
        read_table(b"Who,When\nAna Souza,4 May 2020\n"), {"who": "name", "When": "connected_on", "gone": "email"}
    )
    assert (ana.name.display, ana.connected_on) == ("Ana Souza", PartialDate(2020, 5, 4))


def test_left_out_columns_leave_no_trace() -> None:
    (ana,) = read(read_table(b"Who,Secret\nAna Souza,x\n"), {0: "name", 1: "ignore"})
    assert (ana.extras, ana.custom) == ([], [])


@given(st.lists(st.text(max_size=12), max_size=6), st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=4))
def test_no_table_makes_the_mapping_stumble(header: list[str], rows: list[list[str]]) -> None:
    mapping = propose_mapping(header, rows)
    assert set(mapping) == set(range(len(header)))
    assert set(mapping.values()) <= set(FIELDS)
    assert len(list(read(Table(header, rows, [1] * len(rows)), mapping))) == len(rows)


@given(
    st.lists(st.sampled_from(sorted(FIELDS)), min_size=1, max_size=6),
    st.lists(st.text(max_size=12), min_size=6, max_size=6),
)
def test_any_text_in_any_field_gives_a_person(fields: list[str], row: list[str]) -> None:
    (person,) = read(Table([f"c{i}" for i in range(6)], [row], [2]), dict(enumerate(fields)))
    assert person.row == 1
