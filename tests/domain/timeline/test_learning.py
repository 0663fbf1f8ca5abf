"""Facts, needs and offers: kept once, edited, over, and found again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.dump import dump
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.search.searching import find_contacts
from wellkept.domain.timeline.learning import edit_fact, end_fact, facts_of, learn_fact, remove_fact, reopen_fact
from wellkept.domain.timeline.models import Fact
from wellkept.domain.timeline.recording import record_interaction


@pytest.fixture
def kids(ada, ana, today):
    return learn_fact(contact=ana, words="two  kids", on=today, by=ada, today=today)


def test_words_are_kept_with_the_day(kids, today):
    assert (kids.words, kids.kind, kids.on, kids.over_on) == ("two kids", "fact", today, None)


def test_the_same_words_are_kept_once_and_hold_again(ada, ana, kids, today):
    end_fact(fact=kids, on=today, by=ada)
    again = learn_fact(contact=ana, words="Two Kids", on=today, by=ada, today=today)
    assert again.pk == kids.pk and Fact.objects.get().over_on is None


def test_the_same_words_as_a_need_are_another_thing(ada, ana, kids, today):
    learn_fact(contact=ana, words="two kids", kind="need", on=today, by=ada, today=today)
    assert Fact.objects.count() == 2


def test_it_is_edited_over_and_holds_again_and_all_is_undone(network, ada, kids, today):
    before = dump(network)
    edit_fact(fact=kids, words="three kids", kind="offer", by=ada)
    end_fact(fact=kids, on=today, by=ada)
    reopen_fact(fact=kids, by=ada)
    remove_fact(fact=kids, by=ada)
    for act in Act.objects.order_by("-pk")[:4]:
        undo(act=act, by=ada)
    assert dump(network) == before


def test_what_is_over_comes_last(ada, ana, kids, today):
    old = learn_fact(contact=ana, words="climbs", on=today - timedelta(days=9), by=ada, today=today)
    end_fact(fact=kids, on=today, by=ada)
    assert facts_of(ana) == [old, kids]


def test_a_contact_is_found_by_what_was_learned(network, ada, ana, bruno, today):
    fact = learn_fact(contact=ana, words="loves climbing", on=today, by=ada, today=today)
    assert find_contacts(network=network, text="climbing") == [ana]
    edit_fact(fact=fact, words="loves chess", by=ada)
    assert find_contacts(network=network, text="climbing") == [] and find_contacts(network=network, text="chess") == [ana]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "given"), [("words", {"words": " "}), ("words", {"words": "x" * 301}), ("kind", {"kind": "rumour"})]
)
def test_what_is_no_fact_is_refused(ada, ana, today, field, given):
    with pytest.raises(Refusal) as refused:
        learn_fact(**{"contact": ana, "words": "two kids", "on": today, "by": ada, "today": today} | given)
    assert refused.value.field == field and not Fact.objects.exists()


def test_a_day_to_come_and_a_talk_without_them_are_refused(network, ada, ana, bruno, today):
    talk = record_interaction(network=network, contacts=[bruno], kind="call", on=today, by=ada, today=today)
    for given in ({"on": today + timedelta(days=1)}, {"interaction": talk}):
        with pytest.raises(Refusal):
            learn_fact(**{"contact": ana, "words": "two kids", "on": today, "by": ada, "today": today} | given)


def test_a_stranger_learns_edits_and_ends_nothing(ben, ana, kids, today):
    verbs = [
        lambda: learn_fact(contact=ana, words="rich", on=today, by=ben, today=today),
        lambda: edit_fact(fact=kids, words="rich", by=ben),
        lambda: end_fact(fact=kids, on=today, by=ben),
        lambda: reopen_fact(fact=kids, by=ben),
        lambda: remove_fact(fact=kids, by=ben),
    ]
    for verb in verbs:
        with pytest.raises(Refusal, match="not in your network"):
            verb()
    assert Fact.objects.get().words == "two kids"
