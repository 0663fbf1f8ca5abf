"""Deciding, for one or for thousands, in one act."""

from __future__ import annotations

import pytest

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.counting import count
from wellkept.domain.cadence.deciding import CADENCE_KEYS, cadence_words, decide
from wellkept.domain.cadence.models import Decision, NextStep, Standing
from wellkept.domain.cadence.stepping import reschedule
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo

from ...cast import contact


def test_deciding_for_many_is_one_act_with_few_queries(network, ada, today, django_assert_max_num_queries):
    people = [contact(network, ada, f"P{number}", "Many") for number in range(60)]
    acts = Act.objects.count()
    with django_assert_max_num_queries(24):
        assert decide(contacts=people, kind="own", days=90, by=ada, today=today) == 60
    assert Act.objects.count() == acts + 1
    assert Standing.objects.filter(decided="own", cadence_days=90).count() == 60
    assert decide(contacts=people, kind="own", days=90, by=ada, today=today) == 0
    assert Act.objects.count() == acts + 1


def test_a_decision_is_changed_taken_back_and_undone(network, ada, ana, bruno, today):
    decide(contacts=[ana, bruno], kind="own", days=30, by=ada, today=today)
    decide(contacts=[ana, bruno], kind=None, by=ada, today=today)
    assert Decision.objects.count() == 0
    undo(act=Act.objects.order_by("-pk").first(), by=ada)
    assert set(Standing.objects.filter(decided="own").values_list("contact", flat=True)) == {ana.pk, bruno.pk}


def test_never_lets_go_of_what_was_chosen(network, ada, ana, today):
    reschedule(contact=ana, on=today, by=ada, today=today)
    decide(contacts=[ana], kind="never", by=ada, today=today)
    assert not NextStep.objects.exists()
    assert Standing.objects.get(contact=ana).due_on is None
    undo(act=Act.objects.order_by("-pk").first(), by=ada)
    assert Standing.objects.get(contact=ana).due_kind == "chosen"


@pytest.mark.parametrize(
    ("kind", "days", "field"),
    [("own", None, "days"), ("own", 0, "days"), ("own", 9999, "days"), ("never", 7, "days"), ("soon", None, "kind")],
)
def test_a_bad_decision_is_refused_and_leaves_nothing(ana, ada, today, kind, days, field):
    with pytest.raises(Refusal) as refusal:
        decide(contacts=[ana], kind=kind, days=days, by=ada, today=today)
    assert refusal.value.field == field and not Decision.objects.exists()


def test_the_own_card_has_no_cadence(network, ada, today):
    with pytest.raises(Refusal, match="own card"):
        decide(contacts=[own_card(network=network)], kind="never", by=ada, today=today)


def test_contacts_of_two_networks_are_refused(network, ana, ada, ben, today):
    from ...cast import network_of

    theirs = contact(network_of(ben), ben, "Zoe", "Far")
    with pytest.raises(Refusal, match="one network"):
        decide(contacts=[ana, theirs], kind="never", by=ada, today=today)


def test_the_digits_go_from_a_week_to_a_year_in_words():
    assert list(CADENCE_KEYS) == [1, 2, 3, 4, 5, 6, 7]
    assert [cadence_words(days) for days in CADENCE_KEYS.values()] == [
        "every week", "every two weeks", "every month", "every six weeks", "every quarter", "twice a year", "every year",
    ]  # fmt: skip
    assert (cadence_words(40), cadence_words(1), cadence_words(None)) == ("every 40 days", "every day", "")


def test_the_counters_are_one_query_and_nobody_decided_is_without_a_step(
    network, ada, ana, bruno, chen, today, django_assert_num_queries
):
    decide(contacts=[ana], kind="circle", by=ada, today=today)
    decide(contacts=[bruno], kind="never", by=ada, today=today)
    with django_assert_num_queries(1):
        counters = count(network=network)
    assert (counters.active, counters.decided, counters.never, counters.undecided, counters.without_step) == (
        3,
        2,
        1,
        1,
        0,
    )
    assert not counters.load.over
