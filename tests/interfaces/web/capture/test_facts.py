"""What was learned stands on the contact's page, and each of it is edited, over, true again, removed."""

from __future__ import annotations

import pytest
from django_scopes import scope

from tests.cast import contact, network_of
from wellkept.domain.timeline.learning import learn_fact
from wellkept.domain.timeline.models import Fact


@pytest.fixture
def kids(ada, ana, today):
    return learn_fact(contact=ana, words="two kids", on=today, by=ada, today=today)


def test_the_contacts_page_lists_them_in_the_users_words(page, ada, ana, kids, today):
    learn_fact(contact=ana, words="a data engineer", kind="need", on=today, by=ada, today=today)
    said = page.get(f"/contacts/{ana.pk}").content.decode()
    assert '<span class="said-words">two kids</span>' in said and "Needs" in said and "a data engineer" in said


def test_one_is_added_and_edited(page, ana, network):
    assert page.post(f"/contacts/{ana.pk}/facts", {"words": "climbs", "kind": "fact"}).url == f"/contacts/{ana.pk}"
    fact = Fact.objects.get()
    page.post(f"/facts/{fact.pk}", {"words": "a rope", "kind": "offer"})
    fact.refresh_from_db()
    assert (fact.words, fact.kind) == ("a rope", "offer")


@pytest.mark.parametrize("form", [{}, {"words": " ", "kind": "fact"}, {"words": "x", "kind": "rumour"}, {"words": "x" * 301, "kind": "fact"}])  # fmt: skip
def test_what_is_no_fact_is_refused(page, ana, network, form):
    assert page.post(f"/contacts/{ana.pk}/facts", form).status_code == 422 and not Fact.objects.exists()


def test_it_is_over_true_again_and_removed_each_with_undo(page, ana, kids):
    for way, over, there in (("over", True, True), ("again", False, True), ("remove", False, False)):
        answer = page.post(f"/facts/{kids.pk}/{way}", follow=True)
        assert "Undo" in answer.content.decode() and Fact.objects.filter(pk=kids.pk).exists() == there
        if there:
            kids.refresh_from_db()
            assert (kids.over_on is not None) == over


def test_a_strangers_facts_are_not_there(page, ben, today, network):
    theirs = network_of(ben)
    with scope(network=theirs):
        sol = contact(theirs, ben, "Sol", "Reyes")
        fact = learn_fact(contact=sol, words="rich", on=today, by=ben, today=today)
    for path in (f"/facts/{fact.pk}", f"/facts/{fact.pk}/over", f"/facts/{fact.pk}/again", f"/facts/{fact.pk}/remove", f"/contacts/{sol.pk}/facts"):  # fmt: skip
        assert page.post(path, {"words": "poor", "kind": "fact"}).status_code == 404
    with scope(network=theirs):
        fact.refresh_from_db()
    assert fact.words == "rich" and fact.over_on is None
