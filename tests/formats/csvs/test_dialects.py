"""Google's, Outlook's and Thunderbird's address books."""

import pytest

from wellkept.formats.csvs import Table, read_table
from wellkept.formats.csvs.dialects import dialect_of, read_dialect
from wellkept.formats.person import Address, DatedOccasion, Labelled, PartialDate, Person, Position

GOOGLE_OLD = """\
Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Nickname,Birthday,Location,Mileage,Occupation,Hobby,Notes,\
Group Membership,E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,\
Address 1 - Type,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,\
Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Organization 1 - Type,Organization 1 - Name,\
Organization 1 - Title,Organization 1 - Department,Website 1 - Type,Website 1 - Value,Event 1 - Type,Event 1 - Value
Ana Souza,Ana,M.,Souza,,あな,Aninha,--03-04,Porto,12,,Chess ::: Rowing,"Met at
the fair",Chess club ::: * myContacts ::: * friends,Work,a@example.org,* Home,ana@example.org ::: souza@example.org,\
Mobile,+1 555 0100 ::: +1 555 0101,Home,"Main St 1
Porto",Main St 1,Porto,,,4000,PT,,,Blue Kettle,Engineer,R&D,Blog,https://ana.example.org,Anniversary,2010-05-06
"""
GOOGLE_NEW = """\
First Name,Middle Name,Last Name,File As,Organization Name,Organization Title,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,\
Event 1 - Label,Event 1 - Value,Relation 1 - Label,Relation 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value
Bruno,,Lima,,Blue Kettle,Buyer,1980-02-29,,* myContacts ::: Vendors,* Work,bruno@example.org,First met,2019-04-01,Assistant,Chen Li,Badge,77
,,,,Blue Kettle,,,,* myContacts,,info@example.org,,,,,,
"""
OUTLOOK_EN = """\
Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Street 2,Business City,Business State,\
Business Postal Code,Business Country/Region,Home Street,Home City,Business Fax,Business Phone,Business Phone 2,Home Phone,Mobile Phone,\
Anniversary,Birthday,Categories,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,E-mail 2 Type,Gender,Hobby,Notes,\
Spouse,User 1,Web Page
Dr.,Ana,,Souza,,Blue Kettle,R&D,Engineer,Main St 1,Floor 2,Porto,,4000,Portugal,Side St 2,Braga,+1 555 0109,+1 555 0100,,+1 555 0101,\
+1 555 0102,0/0/00,3/25/1980,Vendors;Chess club,ana@example.org,SMTP,Ana Souza (ana@example.org),/o=Org/cn=ana,EX,Unspecified,Chess,Hello,\
Rui,blue,https://ana.example.org
"""


def people(text: str, region: str = "") -> list[Person]:
    table = read_table(text.encode())
    return list(read_dialect(table, dialect_of(table.header), region))


def test_the_old_google_file_is_read_whole() -> None:
    (ana,) = people(GOOGLE_OLD)
    assert (ana.name.display, ana.name.given, ana.name.additional, ana.name.nickname) == (
        "Ana Souza",
        "Ana",
        "M.",
        "Aninha",
    )
    assert ana.name.phonetic_given == "あな"
    assert ana.emails == [
        Labelled("ana@example.org", "home"),
        Labelled("souza@example.org", "home"),
        Labelled("a@example.org", "work"),
    ]
    assert ana.phones == [Labelled("+1 555 0100", "mobile"), Labelled("+1 555 0101", "mobile")]
    assert ana.groups == ["Chess club", "friends"]
    assert ana.interests == ["Chess", "Rowing"]
    assert ana.positions == [Position("Blue Kettle", "Engineer", "R&D")]
    assert ana.addresses == [Address("home", "", "", "Main St 1", "Porto", "", "4000", "PT", "Main St 1\nPorto")]
    assert ana.dates == [
        DatedOccasion("birthday", PartialDate(None, 3, 4)),
        DatedOccasion("anniversary", PartialDate(2010, 5, 6)),
    ]
    assert (ana.notes, ana.location) == ("Met at\nthe fair", "Porto")
    assert ana.links == [Labelled("https://ana.example.org", "blog")] or ana.links[0].label == "Blog"
    assert ana.extras == ["Mileage: 12"]
    assert ana.problems == []


def test_the_new_google_file_is_read_whole() -> None:
    bruno, office = people(GOOGLE_NEW)
    assert bruno.name.display == "Bruno Lima"
    assert bruno.emails == [Labelled("bruno@example.org", "work")]
    assert bruno.groups == ["Vendors"]
    assert bruno.dates[0] == DatedOccasion("birthday", PartialDate(1980, 2, 29))
    assert bruno.dates[1] == DatedOccasion("other", PartialDate(2019, 4, 1), "First met")
    assert bruno.custom == [Labelled("Chen Li", "Assistant"), Labelled("77", "Badge")]
    assert (bruno.set_aside, office.set_aside) == ("", "shared mailbox")
    assert bruno.extras == []


def test_outlooks_file_is_read_whole() -> None:
    (ana,) = people(OUTLOOK_EN)
    assert (ana.name.display, ana.name.prefix) == ("Ana Souza", "Dr.")
    assert ana.emails == [Labelled("ana@example.org")]
    assert [p.label for p in ana.phones] == ["mobile", "work", "home", "work fax"]
    assert ana.addresses == [
        Address("work", "", "", "Main St 1\nFloor 2", "Porto", "", "4000", "Portugal"),
        Address("home", "", "", "Side St 2", "Braga"),
    ]
    assert ana.positions == [Position("Blue Kettle", "Engineer", "R&D")]
    assert ana.dates == [DatedOccasion("birthday", PartialDate(1980, 3, 25))]
    assert ana.groups == ["Vendors", "Chess club"]
    assert ana.custom == [Labelled("Rui", "spouse")]
    assert ana.extras == ["E-mail: /o=Org/cn=ana", "User 1: blue"]
    assert len(ana.problems) == 1 and "Exchange" in ana.problems[0].message


@pytest.mark.parametrize(
    "header",
    [
        "Anrede,Vorname,Weitere Vornamen,Nachname,Firma,Position,Straße geschäftlich,Ort geschäftlich,Postleitzahl geschäftlich,"
        "Land/Region geschäftlich,Telefon geschäftlich,Mobiltelefon,E-Mail-Adresse,Geburtstag,Notizen,Kategorien",
        "Titre,Prénom,Deuxième prénom,Nom,Société,Fonction,Rue (bureau),Ville (bureau),Code postal (bureau),Pays/Région (bureau),"
        "Téléphone (bureau),Tél. mobile,Adresse de messagerie,Anniversaire,Notes,Catégories",
        "Tratamiento,Nombre,Segundo nombre,Apellidos,Organización,Puesto,Calle del trabajo,Ciudad de trabajo,"
        "Código postal del trabajo,País o región del trabajo,Teléfono del trabajo,Móvil,Dirección de correo electrónico,"
        "Cumpleaños,Notas,Categorías",
        "Titolo,Nome,Secondo nome,Cognome,Società,Posizione,Via (uff.),Città (uff.),CAP (uff.),Paese (uff.),Telefono (uff.),"
        "Cellulare,Indirizzo posta elettronica,Compleanno,Note,Categorie",
        "Tratamento,Nome,Segundo Nome,Sobrenome,Empresa,Cargo,Rua do Endereço Comercial,Cidade do Endereço Comercial,"
        "CEP do Endereço Comercial,País do Endereço Comercial,Telefone Comercial,Telefone Celular,Endereço de Email,"
        "Aniversário,Anotações,Categorias",
        "Aanhef,Voornaam,Middelste naam,Achternaam,Bedrijf,Functie,Werkadres straat,Werk plaats,Werk postcode,Werk land,"
        "Telefoon werk,Mobiele telefoon,E-mailadres,Verjaardag,Notities,Categorieën",
        "Tytuł,Imię,Drugie imię,Nazwisko,Firma,Stanowisko,Ulica (adres służbowy),Miejscowość (adres służbowy),"
        "Kod pocztowy (adres służbowy),Kraj (adres służbowy),Telefon służbowy,Telefon komórkowy,Adres e-mail,Urodziny,Notatki,"
        "Kategorie",
    ],
    ids=["de", "fr", "es", "it", "pt", "nl", "pl"],
)
def test_outlook_is_understood_in_seven_more_languages(header: str) -> None:
    row = "Dr.,Ana,Maria,Souza,Blue Kettle,Engineer,Main St 1,Porto,4000,Portugal,+1 555 0100,+1 555 0101,ana@example.org,"
    (ana,) = people(f"{header}\n{row}25.03.1980,Hello,Vendors\n")
    assert ana.name.display == "Ana Maria Souza"
    assert ana.emails == [Labelled("ana@example.org")]
    assert ana.phones == [Labelled("+1 555 0101", "mobile"), Labelled("+1 555 0100", "work")]
    assert ana.addresses == [Address("work", "", "", "Main St 1", "Porto", "", "4000", "Portugal")]
    assert ana.positions == [Position("Blue Kettle", "Engineer")]
    assert ana.dates == [DatedOccasion("birthday", PartialDate(1980, 3, 25))]
    assert (ana.notes, ana.groups, ana.extras) == ("Hello", ["Vendors"], [])


def test_a_whole_column_of_dates_shows_how_the_doubtful_ones_are_meant() -> None:
    header = "First Name,Last Name,Home Phone,Mobile Phone,E-mail Address,Birthday"
    first, second = people(f"{header}\nAna,Souza,,,,3/4/1980\nBruno,Lima,,,,3/31/1980\n")
    assert first.dates[0].date == PartialDate(1980, 3, 4)
    (german,) = people(f"{header}\nAna,Souza,,,,3/4/1980\n", "DE")
    assert german.dates[0].date == PartialDate(1980, 4, 3)
    (unsure,) = people(f"{header}\nAna,Souza,,,,3/4/1980\n")
    assert unsure.dates == [] and unsure.extras == ["birthday: 3/4/1980"]
    assert "could be two" in unsure.problems[0].message


def test_thunderbirds_file_is_read_whole() -> None:
    (ana,) = people(
        "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Work Phone,Home City,Home ZipCode,"
        "Organization,Web Page 1,Birth Year,Birth Month,Birth Day,Custom 1,Notes\n"
        "Ana,Souza,Ana S.,,ana@example.org,,+1 555 0100,Porto,4000,Blue Kettle,ana.example.org,,3,4,Z1,Hello\n"
    )
    assert (ana.name.display, ana.name.family) == ("Ana S.", "Souza")
    assert ana.dates == [DatedOccasion("birthday", PartialDate(None, 3, 4))]
    assert ana.addresses == [Address("home", city="Porto", postcode="4000")]
    assert ana.custom == [Labelled("Z1", "custom 1")]
    assert ana.extras == []


def test_other_headers_are_nobodys() -> None:
    assert dialect_of(["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]) == ""
    assert dialect_of(["Name", "E-mail"]) == ""
    assert dialect_of([]) == ""


def test_a_row_without_a_name_says_so() -> None:
    header = "First Name,Last Name,Home Phone,Mobile Phone,E-mail Address,User 1"
    (nobody,) = people(f"{header}\n,,,,not an address,x\n")
    assert [p.message for p in nobody.problems] == ["“not an address” is no e-mail address", "the row names nobody"]
    assert nobody.extras == ["E-mail: not an address", "User 1: x"]


def test_an_empty_table_gives_nobody() -> None:
    for dialect in ("google", "outlook", "thunderbird"):
        assert list(read_dialect(Table(), dialect)) == []
