from __future__ import annotations

import pytest

from wellkept.formats.card.organizing import (
    as_organization,
    as_title,
    is_rest_of_organization,
    legal_form,
    likeness_to_site,
    organization_worth,
    title_worth,
)


@pytest.mark.parametrize(
    "name",
    [
        "Brückner & Söhne GmbH", "Blue Kettle Inc.", "Officine Rinaldi S.r.l.", "Zielony Most Sp. z o.o.", "Modrá Řeka s.r.o.", "Gökkuşağı Yazılım A.Ş.",
        "Nordljus Energi AB", "Koivuranta Oy", "Hoshizora Electric Co., Ltd.", "Baumann & Partner AG", "Construcciones Almenara S.A.", "Porto Vivo Lda.",
    ],
)  # fmt: skip
def test_a_legal_form_is_known_at_the_end(name):
    assert legal_form(name)[0] > 0


@pytest.mark.parametrize("words", ["Ana Souza", "Ask me", "GmbH", "Head of Sa", "Paseo del Prado"])
def test_other_ends_are_no_legal_form(words):
    assert legal_form(words) == (0, "")


@pytest.mark.parametrize(
    ("name", "site"),
    [
        ("Acme Analytics", "acme-analytics"),
        ("Brückner & Söhne", "brueckner-soehne"),
        ("International Business Machines", "ibm"),
        ("Hoshizora Electric", "hoshizora"),
    ],
)
def test_a_house_is_known_by_its_domain(name, site):
    assert likeness_to_site(name, site) >= 0.5


def test_a_house_is_worth_more_than_a_name_or_a_title():
    assert (
        organization_worth("Northwind Robotics", ["northwindrobotics"])
        > 6
        > organization_worth("Priya Raman", ["northwindrobotics"])
    )


@pytest.mark.parametrize(
    "title",
    ["Head of Data", "Leiter Vertrieb", "Projektleiterin", "Directrice commerciale", "Jefe de Proyecto", "Verkställande direktör", "Toimitusjohtaja",
     "Vedoucí vývoje", "Satış Müdürü", "CEO", "Wissenschaftliche Mitarbeiterin", "Specjalista ds. zakupów", "Генеральный директор"],
)  # fmt: skip
def test_titles_are_known_in_many_languages(title):
    assert title_worth(title) >= 4


@pytest.mark.parametrize(
    ("printed", "written"),
    [("MODRÁ ŘEKA S.R.O.", "Modrá Řeka s.r.o."), ("ACME ANALYTICS LTD", "Acme Analytics Ltd"), ("Havblik Shipping Aps", "Havblik Shipping ApS"),
     ("IBM", "IBM"), ("GÖKKUŞAĞI YAZILIM A.Ş.", "Gökkuşağı Yazılım A.Ş."), ("UNIVERSITETET I FJORDVIK", "Universitetet i Fjordvik")],
)  # fmt: skip
def test_a_house_in_capitals_is_written_in_small_letters_but_for_short_words(printed, written):
    assert as_organization(printed) == written


def test_a_title_in_capitals_keeps_its_initials():
    assert as_title("HEAD OF IT AND HR") == "Head of IT and HR"


def test_what_an_organization_goes_on_with():
    assert (
        is_rest_of_organization("& Co. KG")
        and is_rest_of_organization("Services")
        and not is_rest_of_organization("Ana Souza")
    )
