from __future__ import annotations

import pytest

from tests.cast import network_of
from tests.dump import dump
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.contacts.merging_organizations import larger_of, merge_organizations, some_people
from wellkept.domain.contacts.models import Organization, Position
from wellkept.domain.contacts.organizations import get_or_add_organizations
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo


@pytest.fixture
def houses(network, ada, ana, bruno):
    found = get_or_add_organizations(network=network, names=["Acme", "Acme Works", "Nordlicht"], by=ada)
    acme, works, _nordlicht = found.values()
    with acting(ada, network, "edit", summary="Jobs") as act:
        act.add(Position(contact=ana, organization=acme, title="Engineer"))
        act.add(Position(contact=ana, organization=works, title="Engineer", started_year=2019))
        act.add(Position(contact=bruno, organization=works, title="Buyer"))
        act.edit(works, website="https://acme.example", about="Makes wells.")
    return acme, works


def test_people_move_and_what_says_the_same_is_kept_once(network, ada, ana, bruno, houses):
    acme, works = houses
    merge_organizations(kept=acme, gone=works, by=ada)

    rows = Position.objects.filter(organization=acme).values_list("contact_id", "title", "started_year")
    assert set(rows) == {(ana.pk, "Engineer", 2019), (bruno.pk, "Buyer", None)}
    assert (acme.website, acme.about) == ("https://acme.example", "Makes wells.")


@pytest.mark.parametrize("name", ["kept", "gone"])
def test_whoever_comes_with_either_name_comes_to_the_kept_one(network, ada, houses, name):
    acme, works = houses
    merge_organizations(kept=acme, gone=works, by=ada, name=name)
    found = get_or_add_organizations(network=network, names=["Acme Inc.", "ACME Works GmbH"], by=ada)

    assert {house.pk for house in found.values()} == {acme.pk}
    assert acme.name == ("Acme" if name == "kept" else "Acme Works")


@pytest.mark.parametrize("name", ["kept", "gone"])
def test_a_merge_is_undone_to_the_last_byte(network, ada, houses, name):
    before = dump(network)
    merge_organizations(kept=houses[0], gone=houses[1], by=ada, name=name)
    undo(act=Act.objects.latest("pk"), by=ada)

    assert dump(network) == before


def test_one_is_not_merged_with_itself_nor_with_a_strangers(network, ada, ben, houses):
    theirs = network_of(ben)
    with inside(theirs):
        strange = get_or_add_organizations(network=theirs, names=["Acme"], by=ben)["Acme"]
    for gone in (houses[0], strange):
        with pytest.raises(Refusal):
            merge_organizations(kept=houses[0], gone=gone, by=ada)
    with pytest.raises(Refusal):
        merge_organizations(kept=houses[0], gone=houses[1], by=ben)
    assert Organization.objects.count() == 3


def test_the_one_with_more_people_stays(houses):
    acme, works = houses
    assert larger_of(acme, works) == (works, acme)
    assert some_people(works, most=1) == ["Bruno Keller", "and 1 more"]
