"""One organization, however its name is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import network_of
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Organization
from wellkept.domain.contacts.organizations import edit_organization, get_or_add_organizations, organization_key
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Blue Kettle GmbH & Co. KG", "blue kettle"),
        ("Acme, Inc.", "The ACME Co., Ltd."),
        ("Société Générale S.A.", "Societe Generale"),
        ("Firma Sp. z o.o.", "FIRMA"),
        ("Bar S.A. de C.V.", "Bar"),
        ("Foo A/S", "Foo ApS"),
        ("株式会社アクメ", "アクメ"),
        ("ООО «Ромашка»", "Ромашка"),
        ("Kettle s.r.o.", "Kettle d.o.o."),
        ("Kettle Pty Ltd", "Kettle Pvt. Ltd."),
        ("O'Neill & Sons", "O’Neill and Sons".replace("and ", "")),
    ],
)
def test_legal_forms_accents_and_points_do_not_count(one, other):
    assert organization_key(one) == organization_key(other) != ""


@pytest.mark.parametrize("name", ["Inc.", "AG", "Limited", "S.A."])
def test_a_name_that_is_nothing_but_a_legal_form_stays(name):
    assert organization_key(name)


def test_different_names_are_different():
    names = ["Blue Kettle", "Red Kettle", "Kettle", "University of Graz", "Graz University of Technology"]
    assert len({organization_key(name) for name in names}) == len(names)


@given(st.text(max_size=60))
def test_a_key_is_its_own_key_and_empty_for_nothing_only(name):
    key = organization_key(name)
    assert bool(key) == bool(name.strip() and organization_key(name))
    assert len(key) <= 300 and organization_key(key) in (key, organization_key(organization_key(key)))


def test_each_organization_is_added_once_and_found_again(ada, network):
    first = get_or_add_organizations(
        network=network, names=["Blue Kettle GmbH", "blue kettle", "Red Pot", "  "], by=ada
    )
    again = get_or_add_organizations(network=network, names=["BLUE KETTLE"], by=ada)
    assert first["Blue Kettle GmbH"] == first["blue kettle"] == again["BLUE KETTLE"]
    assert set(first) == {"Blue Kettle GmbH", "blue kettle", "Red Pot"}
    assert Organization.objects.count() == 2


def test_many_are_looked_up_in_one_question(ada, network, django_assert_max_num_queries):
    names = [f"Kettle {number}" for number in range(400)]
    get_or_add_organizations(network=network, names=names, by=ada)
    with django_assert_max_num_queries(1):
        assert len(get_or_add_organizations(network=network, names=names, by=ada)) == 400


def test_an_organization_is_edited_and_set_back(ada, network):
    kettle = get_or_add_organizations(network=network, names=["Blue Kettle"], by=ada)["Blue Kettle"]
    with acting(ada, network) as act:
        edit_organization(organization=kettle, name="Blue Kettle Ltd", website="kettle.example", about="*Pots*", by=act)
    kettle.refresh_from_db()
    assert (kettle.name, kettle.key, kettle.website) == ("Blue Kettle Ltd", "blue kettle", "kettle.example")
    undo(act=Act.objects.get(pk=act.row.pk), by=ada)
    kettle.refresh_from_db()
    assert (kettle.name, kettle.about) == ("Blue Kettle", "")


@pytest.mark.parametrize("name", ["", "  ", "Red Pot", "x" * 301])
def test_a_name_that_is_missing_taken_or_too_long_is_refused(ada, network, name):
    found = get_or_add_organizations(network=network, names=["Blue Kettle", "Red Pot Inc."], by=ada)
    with pytest.raises(Refusal) as refusal:
        edit_organization(organization=found["Blue Kettle"], name=name, website="", about="", by=ada)
    assert refusal.value.field == "name"


def test_a_stranger_edits_and_adds_nothing(ada, ben, network):
    kettle = get_or_add_organizations(network=network, names=["Blue Kettle"], by=ada)["Blue Kettle"]
    with pytest.raises(Refusal):
        edit_organization(organization=kettle, name="Mine", website="", about="", by=ben)
    with pytest.raises(Refusal):
        get_or_add_organizations(network=network, names=["Another"], by=ben)
    assert list(Organization.objects.values_list("name", flat=True)) == ["Blue Kettle"]
    assert network_of(ben) != network
