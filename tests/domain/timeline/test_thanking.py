"""Whoever helped, gave, introduced, hosted or referred is owed a thank-you within two days."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.dump import dump
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.plan.answering import done
from wellkept.domain.plan.week import this_week
from wellkept.domain.timeline.models import Promise
from wellkept.domain.timeline.promising import edit_promise, forgive_promise, make_promise
from wellkept.domain.timeline.recording import record_interaction
from wellkept.domain.timeline.thanking import owe_for, owe_for_referral, owe_thanks


def log(network, ada, contacts, today, **more):
    return record_interaction(network=network, contacts=contacts, on=today, by=ada, today=today, **more)


@pytest.mark.parametrize("kind", ["help", "gift", "introduction"])
def test_what_came_from_them_leaves_a_thank_you_due_in_two_days(network, ada, ana, today, kind):
    log(network, ada, [ana], today, kind=kind, direction="theirs")
    owed = Promise.objects.get()
    assert (owed.contact, owed.by, owed.thanks, owed.due_on) == (ana, "me", True, today + timedelta(days=2))
    assert owed.side == "Thank-you owed"


@pytest.mark.parametrize(("kind", "direction"), [("help", "mine"), ("gift", "both"), ("call", "theirs"), ("lunch", "theirs")])  # fmt: skip
def test_nothing_is_owed_for_what_i_did_or_for_a_mere_talk(network, ada, ana, today, kind, direction):
    log(network, ada, [ana], today, kind=kind, direction=direction)
    assert not Promise.objects.exists()


def test_a_host_is_thanked_when_the_user_says_so_and_each_guest_of_two_is_asked_for(network, ada, ana, bruno, today):
    log(network, ada, [ana, bruno], today, kind="lunch", thanks=True)
    assert {row.contact for row in Promise.objects.filter(thanks=True)} == {ana, bruno}
    assert Promise.objects.first().text == "Say thank you for the invitation"


def test_the_user_may_say_that_nothing_is_owed(network, ada, ana, today):
    log(network, ada, [ana], today, kind="gift", direction="theirs", thanks=False)
    assert not Promise.objects.exists()


def test_what_an_import_brings_owes_nothing(network, ada, ana, today):
    log(network, ada, [ana], today, kind="gift", direction="theirs", source="monica", source_key="gift:1")
    assert not Promise.objects.exists()


def test_nothing_is_owed_twice(network, ada, ana, today):
    gift = log(network, ada, [ana], today, kind="gift", direction="theirs")
    assert owe_for(interaction=gift, by=ada) == []
    assert Promise.objects.count() == 1


def test_who_brought_us_together_lately_is_owed_a_thank_you(network, ada, ana, bruno, today):
    met = today - timedelta(days=3)
    with acting(ada, network, "edit", summary="Met through Ana") as act:
        act.edit(bruno, met_through=ana, met_on_year=met.year, met_on_month=met.month, met_on_day=met.day)
    (owed,) = owe_for_referral(contact=bruno, today=today, by=ada)
    assert (owed.contact, owed.due_on) == (ana, met + timedelta(days=2)) and str(bruno) in owed.text
    assert owe_for_referral(contact=bruno, today=today, by=ada) == []
    assert owe_for_referral(contact=bruno, today=today + timedelta(days=30), by=ada) == []


def test_without_a_whole_day_of_meeting_a_referral_owes_nothing(network, ada, ana, bruno, today):
    with acting(ada, network, "edit", summary="Met through Ana") as act:
        act.edit(bruno, met_through=ana, met_on_year=today.year)
    assert owe_for_referral(contact=bruno, today=today, by=ada) == []


def test_the_week_asks_for_it_until_it_is_said(network, ada, ana, today):
    log(network, ada, [ana], today, kind="help", direction="theirs", body="Ana read my grant application")
    owed = Promise.objects.get()
    (card,) = [card for card in this_week(network=network, on=today).proposals if card.kind == "thanks"]
    assert (card.contact, card.subject, card.due) == (ana.pk, str(owed.pk), owed.due_on)
    assert "your help" in card.opening

    done(contact=ana, proposal="thanks", subject=card.subject, note="", kind="email", by=ada, today=today)
    owed.refresh_from_db()
    assert owed.settled_on == today
    assert not [card for card in this_week(network=network, on=today).proposals if card.kind == "thanks"]


def test_a_thank_you_let_go_is_asked_for_no_more(network, ada, ana, today):
    log(network, ada, [ana], today, kind="help", direction="theirs")
    forgive_promise(promise=Promise.objects.get(), on=today, by=ada)
    assert not [card for card in this_week(network=network, on=today).proposals if card.kind == "thanks"]


def test_undoing_the_talk_takes_the_thank_you_back(network, ada, ana, today):
    before = dump(network)
    log(network, ada, [ana], today, kind="gift", direction="theirs")
    undo(act=Act.objects.latest("pk"), by=ada)
    assert dump(network) == before


def test_a_thank_you_is_mine_to_say(ada, ana):
    with pytest.raises(Refusal, match="mine to say"):
        make_promise(contact=ana, by_whom="them", text="thanks", by=ada, thanks=True)
    owed = make_promise(contact=ana, by_whom="me", text="thanks for the lift", by=ada, thanks=True)
    assert edit_promise(promise=owed, by_whom="them", by=ada).thanks is False


def test_a_stranger_owes_nothing_in_my_name(ben, ana, today):
    with pytest.raises(Refusal):
        owe_thanks(contacts=[ana], what="the help", on=today, by=ben)
    assert not Promise.objects.exists()
