from __future__ import annotations

import pytest
from django.urls import reverse

from wellkept.domain.contacts.likening_organizations import search_organizations
from wellkept.domain.contacts.models import Organization
from wellkept.domain.contacts.organizations import get_or_add_organizations
from wellkept.domain.contacts.sameness import OrganizationLikeness, OrganizationName


@pytest.fixture
def houses(network, ada):
    found = get_or_add_organizations(network=network, names=["Blue Kettle", "Bluekettle", "Nordlicht"], by=ada)
    search_organizations(network=network)
    return found


def form(houses):
    return {"kept": houses["Blue Kettle"].pk, "gone": houses["Bluekettle"].pk}


def test_two_houses_stand_side_by_side_and_are_merged(page, houses):
    shown = page.get(reverse("duplicates-organizations")).content.decode()
    assert "Same name but for spaces" in shown
    page.post(reverse("duplicates-organizations-merge"), form(houses))

    assert Organization.objects.count() == 2
    assert OrganizationName.objects.get().name == "Bluekettle"


def test_they_are_two(page, network, houses):
    page.post(reverse("duplicates-organizations-not-the-same"), form(houses))
    assert search_organizations(network=network) == 0


def test_they_are_put_aside(page, houses):
    shown = page.post(reverse("duplicates-organizations-later"), form(houses), follow=True).content.decode()
    assert "put aside for later" in shown
    assert OrganizationLikeness.objects.count() == 1


def test_a_strangers_houses_are_not_there(client, ben, houses):
    client.force_login(ben.user)
    for name in ("merge", "not-the-same", "later"):
        assert client.post(reverse(f"duplicates-organizations-{name}"), form(houses)).status_code == 404


def test_the_pair_put_aside_last_can_be_gone_back_to(page, houses):
    page.post(reverse("duplicates-organizations-later"), form(houses))
    answer = page.post(reverse("duplicates-again"), {"last": "duplicates-houses-aside"}, follow=True)
    assert answer.redirect_chain == [(reverse("duplicates-organizations"), 302)]
    assert "data-merge" in answer.content.decode()
