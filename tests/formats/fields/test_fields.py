"""What a line is, where it has no form of its own: the surest of the four judgements is the right one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.formats.fields import bare_name, is_address, is_organization, is_title, name_like
from wellkept.formats.fields.organizations import is_form
from wellkept.formats.fields.titles import is_field

DOMAINS = ["blue-kettle.example"]
LINES = {
    "title": [
        "Head of Data", "Leiterin Einkauf", "Directrice des ventes", "VP Sales", "Gerente de Operações", "Software Engineer", "Geschäftsführer",
        "Projektleiter Digitalisierung", "Responsable marketing", "Director Comercial", "Diretora Financeira", "Chargée de projet", "CEO",
        "Senior Manager, Supply Chain", "Wissenschaftliche Mitarbeiterin", "Analista de Sistemas", "Ingeniera de Caminos", "Chef de projet", "Sócio-gerente",
    ],
    "organization": [
        "Acme GmbH", "Technische Universität Wien", "Souza & Filhos Lda.", "Blue Kettle", "Boulangerie Petit SARL", "Stadtwerke Beispielstadt",
        "Example Partners LLP", "Construcciones Ejemplo S.L.", "Verein für Beispiele e.V.", "Universidade de Exemplo", "Kanzlei Huber & Partner",
    ],
    "address": [
        "Musterstraße 12", "10115 Berlin", "Summit, NJ 07901", "1717 H Street NW", "Rua Augusta 123, 4º andar", "12 rue de la Paix",
        "75002 Paris", "Calle Mayor 5, 2º B", "28013 Madrid", "São Paulo, SP 01310-100", "A-1010 Wien", "London EC1A 1BB", "P.O. Box 12", "Deutschland",
    ],
    "name": [
        "Ana Souza", "Dr. Anna Gruber, MBA", "Prof. Dr. Karin von der Heide", "JIM GRIFFIN", "Jean-Luc Moreau", "Ing. Karl Huber", "Conceição Almeida",
        "Kate", "María José García", "Tom O’Neill",
    ],
}  # fmt: skip


def judged(text):
    scores = {
        "title": is_title(text),
        "organization": is_organization(text, DOMAINS),
        "address": is_address(text),
        "name": name_like(text),
    }
    return max(scores, key=scores.get)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in LINES.items() for text in texts])
def test_a_line_is_what_it_is(kind, text):
    assert judged(text) == kind


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Mag. Dr. Anna Gruber, MBA", "Anna Gruber"),
        ("Prof. Dr. Karin von der Heide", "Karin von der Heide"),
        ("Ana Souza (she/her)", "Ana Souza"),
        ("ANA DE SOUZA", "Ana de Souza"),
        ("Jean MOREAU", "Jean Moreau"),
        ("Dipl.-Ing. Karl Huber", "Karl Huber"),
        ("Sra. Lucía Pérez", "Lucía Pérez"),
        ("Frau Eva Huber", "Eva Huber"),
        ("Di Chen", "Di Chen"),
    ],
)
def test_titles_of_address_are_no_part_of_a_name(written, name):
    assert bare_name(written) == name


def test_an_address_that_spells_the_name_makes_it_surer():
    assert name_like("Wilmot Zagorski") < 0.5 < name_like("Wilmot Zagorski", ["wzagorski@acme.example"])
    assert name_like("Jörg Müller", ["joerg.mueller@acme.example"]) > 0.9


@given(st.text(max_size=120))
def test_any_text_is_judged_between_nothing_and_one(text):
    for judge in (is_title, is_organization, is_address, name_like):
        assert 0 <= judge(text) <= 1


def test_a_form_alone_is_no_organization_and_a_department_is_a_field():
    assert is_form("S.A.") and is_form("GmbH & Co. KG") and not is_form("Acme LLC")
    assert is_field("vertrieb") and not is_field("ana")
