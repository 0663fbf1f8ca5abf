"""Completing, snoozing, skipping and rescheduling are four different acts, and only the first is a touch."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.cadence.models import Standing
from wellkept.domain.cadence.stepping import clear_step, complete, reschedule, skip, snooze
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.timeline.models import Interaction

from ...cast import contact


def days(number: int) -> timedelta:
    return timedelta(days=number)


def standing(person) -> Standing:
    return Standing.objects.get(contact=person)


@pytest.fixture
def monthly(ana, ada, today):
    """Ana, to be in touch with every month, and a call with her 40 days ago."""
    decide(contacts=[ana], kind="own", days=30, by=ada, today=today)
    complete(contact=ana, kind="call", body="About the well.", by=ada, today=today, on=today - days(40))
    return ana


def test_the_next_step_comes_a_cadence_after_the_last_touch(monthly, today):
    assert (standing(monthly).due_on, standing(monthly).due_kind) == (today - days(10), "cadence")


def test_completing_records_a_touch_and_the_next_step_moves(monthly, ada, today):
    interaction = complete(contact=monthly, kind="email", body="Sent the plan.", by=ada, today=today)
    assert (interaction.on, interaction.touch, interaction.body) == (today, True, "Sent the plan.")
    assert (standing(monthly).last_touch_on, standing(monthly).due_on) == (today, today + days(30))


def test_completing_lets_go_of_the_chosen_date_and_of_the_snooze(monthly, ada, today):
    reschedule(contact=monthly, on=today + days(3), what="Ask about Linz", by=ada, today=today)
    snooze(contact=monthly, until=today + days(60), by=ada, today=today)
    complete(contact=monthly, kind="call", body="", by=ada, today=today)
    assert (standing(monthly).due_on, standing(monthly).due_kind) == (today + days(30), "cadence")


def test_a_snooze_moves_the_next_step_and_is_no_touch(monthly, ada, today):
    before = standing(monthly).last_touch_on
    snooze(contact=monthly, until=today + days(7), by=ada, today=today)
    assert standing(monthly).due_on == today + days(7)
    assert standing(monthly).last_touch_on == before
    assert Interaction.objects.count() == 1


def test_a_snooze_ends_when_they_are_in_touch_after_all(monthly, ada, today):
    snooze(contact=monthly, until=today + days(90), by=ada, today=today)
    later = today + days(2)
    complete(contact=monthly, kind="call", body="", by=ada, today=later)
    assert standing(monthly).due_on == later + days(30)


def test_a_skip_brings_the_next_turn_a_cadence_later_and_is_no_touch(monthly, ada, today):
    skip(contact=monthly, by=ada, today=today)
    assert standing(monthly).due_on == today + days(30)
    assert standing(monthly).last_touch_on == today - days(40)


def test_a_chosen_date_wins_until_it_is_cleared(monthly, ada, today):
    reschedule(contact=monthly, on=today + days(100), what="Send the book", by=ada, today=today)
    step = standing(monthly)
    assert (step.due_on, step.due_kind, step.due_what) == (today + days(100), "chosen", "Send the book")
    assert clear_step(contact=monthly, by=ada)
    assert standing(monthly).due_kind == "cadence"
    assert not clear_step(contact=monthly, by=ada)


def test_each_of_them_is_undone_on_its_own(monthly, ada, today):
    was = (standing(monthly).due_on, standing(monthly).last_touch_on)
    acts = [
        lambda: complete(contact=monthly, kind="call", body="", by=ada, today=today),
        lambda: snooze(contact=monthly, until=today + days(7), by=ada, today=today),
        lambda: skip(contact=monthly, by=ada, today=today),
        lambda: reschedule(contact=monthly, on=today, by=ada, today=today),
    ]
    for act in acts:
        act()
        assert (standing(monthly).due_on, standing(monthly).last_touch_on) != was
        undo(act=Act.objects.order_by("-pk").first(), by=ada)
        assert (standing(monthly).due_on, standing(monthly).last_touch_on) == was


@pytest.mark.parametrize("off", [0, -1, -400, 5000])
def test_a_snooze_into_the_past_or_out_of_sight_is_refused(ana, ada, today, off):
    with pytest.raises(Refusal) as refusal:
        snooze(contact=ana, until=today + days(off), by=ada, today=today)
    assert refusal.value.field == "until"


def test_a_next_step_in_the_past_is_refused(ana, ada, today):
    with pytest.raises(Refusal, match="passed already"):
        reschedule(contact=ana, on=today - days(1), by=ada, today=today)


def test_a_touch_tomorrow_is_refused_and_leaves_nothing(monthly, ada, today):
    reschedule(contact=monthly, on=today, by=ada, today=today)
    with pytest.raises(Refusal):
        complete(contact=monthly, kind="call", body="", by=ada, today=today, on=today + days(1))
    assert standing(monthly).due_kind == "chosen" and Interaction.objects.count() == 1


def test_nothing_is_put_off_with_somebody_on_never(ana, ada, today):
    decide(contacts=[ana], kind="never", by=ada, today=today)
    with pytest.raises(Refusal, match="never"):
        snooze(contact=ana, until=today + days(3), by=ada, today=today)
    with pytest.raises(Refusal, match="never"):
        reschedule(contact=ana, on=today, by=ada, today=today)


def test_a_stranger_can_do_none_of_it(ana, ben, today):
    tries = [
        lambda: complete(contact=ana, kind="call", body="", by=ben, today=today),
        lambda: snooze(contact=ana, until=today + days(1), by=ben, today=today),
        lambda: skip(contact=ana, by=ben, today=today),
        lambda: reschedule(contact=ana, on=today, by=ben, today=today),
        lambda: clear_step(contact=ana, by=ben),
        lambda: decide(contacts=[ana], kind="never", by=ben, today=today),
    ]
    for attempt in tries:
        with pytest.raises(Refusal, match="not in your network"):
            attempt()
    assert standing(ana).decided == "undecided"


def test_a_new_acquaintance_is_followed_up_then_touched_again_then_as_decided(network, ada):
    met = date(2026, 11, 2)
    dora = contact(
        network, ada, "Dora", "Lind", met_on_year=2026, met_on_month=11, met_on_day=2, created_at=moment(met)
    )
    assert (standing(dora).due_on, standing(dora).due_kind) == (met + days(2), "followup")
    complete(contact=dora, kind="email", body="", by=ada, today=met + days(1))
    assert (standing(dora).due_on, standing(dora).due_kind) == (met + days(14), "second")
    decide(contacts=[dora], kind="own", days=90, by=ada, today=met + days(3))
    assert standing(dora).due_kind == "second"
    complete(contact=dora, kind="coffee", body="", by=ada, today=met + days(10))
    assert (standing(dora).due_on, standing(dora).due_kind) == (met + days(100), "cadence")


def moment(day: date):
    from datetime import UTC, datetime, time

    return datetime.combine(day, time(12), tzinfo=UTC)
