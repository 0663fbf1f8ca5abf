"""What somebody loves and needs is asked after in a letter; what is not fit to be said is not."""

from __future__ import annotations

import pytest

from wellkept.domain.correspondence.facts import gather
from wellkept.domain.correspondence.learned import loved, needed
from wellkept.domain.correspondence.openings import candidates
from wellkept.domain.timeline.learning import end_fact, learn_fact


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("loves climbing", "climbing"),
        ("She really enjoys old maps", "old maps"),
        ("plays chess", "chess"),
        ("two kids", ""),
        ("likes to be left alone", ""),
        ("loves her new job", ""),
        ("enjoys gossip", ""),
        ("loves climbing, two kids", ""),
        ("likes " + "long " * 10, ""),
    ],
)
def test_what_somebody_loves_is_told_by_its_words(words, what):
    assert loved(words) == what


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("a data engineer", "a data engineer"),
        ("needs a flat in Graz", "a flat in Graz"),
        ("looking for new customers", "new customers"),
        ("to sleep", ""),
        ("a doctor", ""),
        ("an intro to my boss", ""),
    ],
)
def test_what_somebody_needs_is_told_by_its_words(words, what):
    assert needed(words) == what


def lines(network, contact, today):
    known = gather(network=network, contacts=[contact.pk])[contact.pk]
    return " ".join(each.line for each in candidates(known, "keep", today))


def test_a_letter_may_ask_after_both(network, ada, ana, today):
    learn_fact(contact=ana, words="loves climbing", on=today, by=ada, today=today)
    learn_fact(contact=ana, words="a data engineer", kind="need", on=today, by=ada, today=today)
    said = lines(network, ana, today)
    assert "climbing" in said and "a data engineer" in said


def test_what_is_over_is_not_asked_after(network, ada, ana, today):
    for words, kind in (("loves climbing", "fact"), ("a data engineer", "need")):
        end_fact(fact=learn_fact(contact=ana, words=words, kind=kind, on=today, by=ada, today=today), on=today, by=ada)
    said = lines(network, ana, today)
    assert "climbing" not in said and "a data engineer" not in said


def test_an_offer_is_for_the_user_alone(network, ada, ana, today):
    learn_fact(contact=ana, words="a summer house", kind="offer", on=today, by=ada, today=today)
    assert "summer house" not in lines(network, ana, today)
