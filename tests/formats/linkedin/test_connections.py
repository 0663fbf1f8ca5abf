"""Connections.csv of every era."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.formats.linkedin import (
    complaint,
    entries,
    kind_of_header,
    read_connections,
    read_contacts,
    slug_of,
    which_entry,
)
from wellkept.formats.person import DatedOccasion, Labelled, PartialDate, Position

NOTE = 'Notes:\n"A sentence, with commas, about missing addresses."\n\n'
WITH_URL = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
WITHOUT = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
ANA = "https://www.linkedin.com/in/ana-souza"


@pytest.mark.parametrize(
    ("text", "key", "on"),
    [
        (f'{WITHOUT}Ana,Souza,ana@example.org,Blue Kettle,Engineer,"1/31/18, 4:05 PM"\n', "linkedin:ana souza|2018-01-31", (2018, 1, 31)),
        (f"{WITHOUT}Ana,Souza,ana@example.org,Blue Kettle,Engineer,04 Apr 2021\n", "linkedin:ana souza|2021-04-04", (2021, 4, 4)),
        (f"{NOTE}{WITHOUT}Ana,Souza,ana@example.org,Blue Kettle,Engineer,04 Apr 2021\n", "linkedin:ana souza|2021-04-04", (2021, 4, 4)),
        (f"{NOTE}{WITH_URL}Ana,Souza,{ANA},ana@example.org,Blue Kettle,Engineer,04 Apr 2021\n", "linkedin:ana-souza", (2021, 4, 4)),
        (f"\ufeff{WITH_URL}Ana,Souza,{ANA},ana@example.org,Blue Kettle,Engineer,4-Apr-21\r\n", "linkedin:ana-souza", (2021, 4, 4)),
        (f"{WITH_URL}Ana,Souza,{ANA},ana@example.org,Blue Kettle,Engineer,4-Apr-21\n".replace(",", ";"), "linkedin:ana-souza", (2021, 4, 4)),
        ("FirstName,LastName,URL,EmailAddress,Company,Position,ConnectedOn\n"
         f"Ana,Souza,{ANA},ana@example.org,Blue Kettle,Engineer,04 Apr 2021\n", "linkedin:ana-souza", (2021, 4, 4)),
        ("Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion\n"
         f"Ana,Souza,{ANA},ana@example.org,Blue Kettle,Engineer,4 avr. 2021\n", "linkedin:ana-souza", (2021, 4, 4)),
        ("Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\n"
         f"Ana,Souza,{ANA},ana@example.org,Blue Kettle,Engineer,4. Apr. 2021\n", "linkedin:ana-souza", (2021, 4, 4)),
        ("Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el\n"
         f"Ana,Souza,{ANA},ana@example.org,Blue Kettle,Engineer,4 abr 2021\n", "linkedin:ana-souza", (2021, 4, 4)),
    ],
)  # fmt: skip
def test_every_era_and_language_gives_the_same_person(text: str, key: str, on: tuple[int, int, int]) -> None:
    (ana,) = read_connections(text.encode())
    assert (ana.name.given, ana.name.family, ana.row) == ("Ana", "Souza", 1)
    assert ana.emails == [Labelled("ana@example.org")]
    assert ana.positions == [Position("Blue Kettle", "Engineer")]
    assert ana.source_key == key
    assert ana.connected_on == PartialDate(*on)
    assert (ana.problems, ana.extras) == ([], [])


@pytest.mark.parametrize(
    ("first", "last", "given_name", "family", "suffix"),
    [
        ("Ana", '"Souza, PhD 🚀"', "Ana", "Souza", "PhD"),
        ("🌱 Ana", "Souza (She/Her)", "Ana", "Souza", ""),
        ("Ana", '"Souza, XYZ-9, MBA"', "Ana", "Souza", "XYZ-9, MBA"),
        ("Ana M.", "de Souza", "Ana M.", "de Souza", ""),
        ("Dr. Ana", "Souza", "Dr. Ana", "Souza", ""),
        ("Ana", "", "Ana", "", ""),
        ("", "Souza", "", "Souza", ""),
        ("محمد", "أحمد", "محمد", "أحمد", ""),
    ],
)
def test_decorations_are_taken_off_names(first: str, last: str, given_name: str, family: str, suffix: str) -> None:
    (person,) = read_connections(f"{WITH_URL}{first},{last},{ANA},,,,04 Apr 2021\n".encode())
    assert (person.name.given, person.name.family, person.name.suffix) == (given_name, family, suffix)


def test_slogans_and_pronouns_are_kept_elsewhere() -> None:
    (ana,) = read_connections(f"{WITH_URL}Ana,Souza (she/her) | Speaker,{ANA},,,,04 Apr 2021\n".encode())
    assert (ana.name.display, ana.pronouns, ana.extras) == (
        "Ana Souza",
        "she/her",
        ["Name: Ana Souza (she/her) | Speaker"],
    )


def test_hidden_members_still_count() -> None:
    ana, hidden = read_connections(f"{WITH_URL}Ana,Souza,{ANA},,,,04 Apr 2021\n,,,,,,05 Apr 2021\n".encode())
    assert ana.problems == []
    assert (hidden.row, hidden.empty, hidden.connected_on) == (2, True, PartialDate(2021, 4, 5))
    assert "only the date" in hidden.problems[0].message


def test_a_date_that_is_none_is_reported_and_kept() -> None:
    (ana,) = read_connections(f"{WITH_URL}Ana,Souza,{ANA},,,,99-Nov-99\n".encode())
    assert (ana.connected_on, ana.extras) == (PartialDate(), ["Connected On: 99-Nov-99"])
    assert ana.problems[0].field == "connected_on"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"Name,Phone\nAna,1\n", b"\x00\x01" * 200])
def test_a_file_that_is_not_connections_says_so(data: bytes) -> None:
    (nobody,) = read_connections(data)
    assert nobody.row == 0 and nobody.problems
    assert complaint(data, "connections")


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://www.linkedin.com/in/Ana-Souza/", "ana-souza"),
        ("http://de.linkedin.com/in/ana-souza?trk=x", "ana-souza"),
        ("linkedin.com/in/jos%C3%A9-lima", "josé-lima"),
        ("https://www.linkedin.com/pub/ana-souza/1/2/3", "ana-souza"),
        ("https://www.linkedin.com/company/blue-kettle", ""),
        ("https://example.org/in/ana", ""),
        ("", ""),
    ],
)
def test_a_profile_is_known_by_its_slug(url: str, slug: str) -> None:
    assert slug_of(url) == slug


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Connections.csv", "connections"),
        ("Basic_LinkedInDataExport_01-02-2026/Connections.csv", "connections"),
        ("connections (1).csv", "connections"),
        ("Messages.csv", "messages"),
        ("guide_messages.csv", None),
        ("ImportedContacts.csv", "contacts"),
        ("Imported Contacts.csv", "contacts"),
        ("Email Addresses.csv", "emails"),
        ("Notes.csv", "notes"),
        ("Profile Summary.csv", None),
        ("__MACOSX/._Connections.csv", None),
        ("Articles/x.html", None),
    ],
)
def test_the_files_of_the_archive_are_known_by_name(name: str, kind: str | None) -> None:
    assert which_entry(name) == kind
    assert entries([name]) == ({kind: [name]} if kind else {})


def test_a_lone_file_is_known_by_its_header() -> None:
    assert kind_of_header(WITH_URL.strip().split(",")) == "connections"
    assert kind_of_header(["Name", "Phone"]) is None
    assert complaint(WITH_URL.encode(), "connections") is None


def test_the_address_book_of_both_eras_is_read() -> None:
    old = (
        "First Name,Last Name,Companies,Title,Email Address,Phone Numbers,Created At,Instant Message Handles,Addresses,Sites,Full Name,"
        "Birthday,Location,Bookmarked At,Profiles\n"
        f"Ana,Souza,Blue Kettle,Engineer,ana@example.org,+1 555 0100,,,Main St 1,ana.example.org,Ana Souza,3/25/1980,Porto,,{ANA}\n"
    )
    new = (
        "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,InstantMessageHandles,FullName,"
        "Birthday,Location,BookmarkedAt,Profiles\n"
        f'Google,,,Blue Kettle,Engineer,"ana@example.org, a@example.org",+1 555 0100,,Main St 1,ana.example.org,,Ana Souza,'
        f"3/25/1980,Porto,,{ANA}\n"
    )
    for text, emails in ((old, 1), (new, 2)):
        (ana,) = read_contacts(text.encode())
        assert (ana.name.given, ana.name.family, len(ana.emails)) == ("Ana", "Souza", emails)
        assert ana.dates == [DatedOccasion("birthday", PartialDate(1980, 3, 25))]
        assert (ana.source_key, ana.extras, ana.problems) == ("linkedin:ana-souza", [], [])


@given(st.lists(st.lists(st.text(max_size=15), min_size=7, max_size=7), max_size=4))
def test_no_row_makes_the_reader_stumble(rows: list[list[str]]) -> None:
    body = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    for person in read_connections(f"{WITH_URL}{body}".encode(errors="replace")):
        assert person.source_key or person.problems
