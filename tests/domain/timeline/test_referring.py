"""Names that contacts gave: kept with who gave them, proposed in the week, and they become contacts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.cast import contact
from tests.dump import dump
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.plan.answering import done, never
from wellkept.domain.plan.week import this_week
from wellkept.domain.timeline.models import Referral
from wellkept.domain.timeline.referring import (
    drop_referral,
    meet_referral,
    note_referral,
    open_referrals,
    remove_referral,
    reopen_referral,
)


@pytest.fixture
def tom(ada, ana, today):
    return note_referral(contact=ana, name="Tom Baker", about="head of data at Acme", on=today - timedelta(days=9), by=ada)  # fmt: skip


def card_of(network, on):
    return next((card for card in this_week(network=network, on=on).proposals if card.kind == "meet"), None)


def test_a_name_is_kept_with_who_gave_it(tom, ana):
    assert (str(tom), tom.contact, tom.open) == ("Tom Baker, head of data at Acme", ana, True)
    assert open_referrals(ana) == [tom]


def test_the_same_name_twice_is_kept_once_with_what_is_new(ada, ana, tom, today):
    again = note_referral(contact=ana, name="tom  baker", about="moved to Hooli", on=today, by=ada)
    assert again.pk == tom.pk and Referral.objects.get().about == "moved to Hooli"


def test_the_week_proposes_to_ask_for_the_introduction(network, tom, ana, today):
    card = card_of(network, today)
    assert (card.contact, card.subject) == (ana.pk, f"referral-{tom.pk}")
    assert "Ana Souza named Tom Baker, head of data at Acme" in card.why
    assert "Tom Baker (head of data at Acme)" in card.opening and "introduc" in card.draft + card.short or "ask" in card.draft  # fmt: skip
    assert card.mail_subject == "Tom Baker, whom you mentioned"


def test_being_in_touch_with_the_giver_otherwise_does_not_hide_the_name(network, ada, ana, tom, today):
    from wellkept.domain.timeline.recording import record_interaction

    record_interaction(network=network, contacts=[ana], kind="call", on=today, by=ada, today=today)
    assert card_of(network, today).subject == f"referral-{tom.pk}"


def test_once_asked_it_rests_four_weeks_and_comes_back_while_nobody_was_met(network, ada, ana, tom, today):
    done(contact=ana, proposal="meet", subject=f"referral-{tom.pk}", note="", kind="email", by=ada, today=today)
    assert card_of(network, today) is None
    assert card_of(network, today + timedelta(days=27)) is None
    assert card_of(network, today + timedelta(days=28)).subject == f"referral-{tom.pk}"


def test_never_lets_the_name_go_and_leaves_its_giver_alone(network, ada, ana, tom, today):
    assert never(contact=ana, subject=f"referral-{tom.pk}", by=ada, today=today) == 1
    tom.refresh_from_db()
    assert tom.dropped_on == today and not hasattr(ana, "decision")
    assert card_of(network, today) is None


def test_who_was_met_is_no_longer_proposed(network, ada, ana, tom, today):
    met = contact(network, ada, "Tom", "Baker", source="linkedin")
    meet_referral(referral=tom, contact=met, by=ada)
    assert open_referrals(ana) == [] and tom.met == met
    reopen_referral(referral=tom, by=ada)
    assert open_referrals(ana) == [tom]


def test_all_of_it_can_be_undone(network, ada, ana, today):
    before = dump(network)
    tom = note_referral(contact=ana, name="Tom Baker", on=today, by=ada)
    drop_referral(referral=tom, on=today, by=ada)
    reopen_referral(referral=tom, by=ada)
    remove_referral(referral=tom, by=ada)
    for act in Act.objects.order_by("-pk")[:4]:
        undo(act=act, by=ada)
    assert dump(network) == before


@pytest.mark.parametrize("name", ["", "   ", "x" * 201])
def test_what_is_no_name_is_refused(ada, ana, today, name):
    with pytest.raises(Refusal):
        note_referral(contact=ana, name=name, on=today, by=ada)
    assert not Referral.objects.exists()


def test_nobody_is_named_by_themselves(ada, ana, tom):
    with pytest.raises(Refusal, match="by themselves"):
        meet_referral(referral=tom, contact=ana, by=ada)


def test_a_stranger_can_do_nothing_with_a_name(ben, ana, tom, today):
    for act in (
        lambda: note_referral(contact=ana, name="Eve", on=today, by=ben),
        lambda: drop_referral(referral=tom, on=today, by=ben),
        lambda: remove_referral(referral=tom, by=ben),
    ):
        with pytest.raises(Refusal):
            act()
    assert Referral.objects.get().open
