"""Tags on contacts, and groups that become circles."""

from __future__ import annotations

import pytest

from tests.cast import contact, network_of
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Tag, Tagging
from wellkept.domain.contacts.tagging import file_under, get_or_add_tags, tag, untag
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo


def test_a_tag_is_put_on_once_and_taken_off_at_once(ada, network, ana, bruno):
    assert tag(contacts=[ana], name="Choir", by=ada, network=network) == 1
    assert tag(contacts=[ana, bruno], name="#choir", by=ada, network=network) == 1
    assert Tag.objects.get().name == "Choir" and Tagging.objects.count() == 2
    assert untag(contacts=[ana, bruno], tag=Tag.objects.get(), by=ada) == 2
    undo(act=Act.objects.latest("pk"), by=ada)
    assert Tagging.objects.count() == 2


def test_a_tag_without_a_name_is_refused(ada, network, ana):
    with pytest.raises(Refusal) as refusal:
        tag(contacts=[ana], name=" # ", by=ada, network=network)
    assert refusal.value.field == "tag" and not Tag.objects.exists()


def test_a_group_named_as_a_circle_is_that_circle(ada, network, ana):
    with acting(ada, network, "x", summary="x") as act:
        assert file_under(groups={ana: ["family", "Past co-workers", "Climbing", ""]}, network=network, by=act) == 3
        assert file_under(groups={ana: ["FAMILY", "climbing"]}, network=network, by=act) == 0
    assert {m.circle.key for m in ana.circle_memberships.all()} == {"family", "past-co-workers"}
    assert ana.taggings.get().tag.name == "Climbing"


def test_tags_are_told_apart_without_case_and_accents(ada, network):
    found = get_or_add_tags(network=network, names=["Café", "cafe", "Tea"], by=ada)
    assert found["Café"] == found["cafe"] != found["Tea"]


def test_a_stranger_tags_nobody_and_nobody_of_a_stranger_is_tagged(ada, ben, network, ana):
    tag(contacts=[ana], name="Choir", by=ada, network=network)
    theirs = contact(network_of(ben), ben, "Zoe", "Zimmer")
    with pytest.raises(Refusal):
        tag(contacts=[ana], name="Mine", by=ben, network=network)
    with pytest.raises(Refusal):
        untag(contacts=[ana], tag=Tag.objects.get(), by=ben)
    with pytest.raises(Refusal):
        tag(contacts=[theirs], name="Choir", by=ada, network=network)
    assert Tagging._base_manager.count() == 1
