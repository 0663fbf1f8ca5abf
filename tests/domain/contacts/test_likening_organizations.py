from __future__ import annotations

import pytest

from wellkept.domain.contacts.differing import organizations_not_the_same
from wellkept.domain.contacts.likening_organizations import host_of, search_organizations
from wellkept.domain.contacts.models import Organization
from wellkept.domain.contacts.organizations import get_or_add_organizations
from wellkept.domain.contacts.sameness import OrganizationLikeness


def found(network, ada, *names):
    get_or_add_organizations(network=network, names=names, by=ada)
    search_organizations(network=network)
    return [{row.one.name, row.other.name} for row in OrganizationLikeness.objects.filter(network=network)]


def test_legal_forms_make_one_organization_from_the_start(network, ada):
    assert found(network, ada, "Acme", "ACME Inc.", "Acme GmbH") == []
    assert Organization.objects.count() == 1


@pytest.mark.parametrize(
    "names", [("Blue Kettle", "BlueKettle"), ("Harbour Analytics", "Harbor Analytics"), ("Kettle Blue", "Blue Kettle")]
)
def test_other_spellings_are_found(network, ada, names):
    assert found(network, ada, *names) == [set(names)]


@pytest.mark.parametrize("names", [("Acme", "Acme Works"), ("Area 51", "Area 52 "), ("Nordlicht Rail", "Blue Kettle")])
def test_what_may_well_be_two_is_not_asked_about(network, ada, names):
    assert found(network, ada, *names) == []


def test_the_word_that_they_are_two_is_kept(network, ada):
    found(network, ada, "Blue Kettle", "BlueKettle")
    one, other = Organization.objects.all()
    organizations_not_the_same(one=other, other=one, by=ada)
    assert search_organizations(network=network) == 0


@pytest.mark.parametrize(
    ("website", "host"),
    [("https://www.acme.example/about", "acme.example"), ("acme.example", "acme.example"), ("", ""), ("http://[", "")],
)
def test_the_host_of_a_website(website, host):
    assert host_of(website) == host
