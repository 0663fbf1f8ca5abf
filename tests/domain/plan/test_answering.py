"""Done, not now, swap and never: each one act, and each undone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.cadence.models import Standing
from wellkept.domain.cadence.stepping import reschedule
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.plan.answering import AlreadyDone, choose, done, find_proposal, never, newest_answer, not_now, swap
from wellkept.domain.plan.history_of_weeks import weeks_back
from wellkept.domain.plan.models import Answer
from wellkept.domain.plan.week import this_week
from wellkept.domain.timeline.editing import remove_interaction
from wellkept.domain.timeline.models import Interaction
from wellkept.domain.timeline.promising import make_promise

from ...cast import contact


@pytest.fixture
def six(network, ada, today):
    """Six contacts who are due."""
    people = [contact(network, ada, f"P{number}", "Due", source="linkedin") for number in range(6)]
    decide(contacts=people, kind="own", days=7, by=ada, today=today - timedelta(days=60))
    return people


def cards(network, today) -> list[int]:
    return [card.contact for card in this_week(network=network, on=today).proposals]


def test_done_records_a_touch_and_its_minutes(network, ada, six, today):
    first = this_week(network=network, on=today).proposals[0]
    interaction = done(
        contact=by_id(six, first.contact), proposal="cadence", note="Wrote to her.", kind="email", by=ada, today=today
    )
    assert (interaction.kind, interaction.body, interaction.touch) == ("email", "Wrote to her.", True)
    week = this_week(network=network, on=today)
    assert week.touches.done == 1 and week.minutes.spent == 3
    assert first.contact not in cards(network, today) and len(week.proposals) == 3


def test_done_completes_the_chosen_step(network, ada, ana, today):
    reschedule(contact=ana, on=today, what="Ask about Linz", by=ada, today=today)
    done(contact=ana, proposal="chosen", note="", kind="call", by=ada, today=today)
    assert Standing.objects.get(contact=ana).due_kind != "chosen"


def test_done_keeps_my_promise_and_asks_after_theirs(network, ada, ana, bruno, today):
    mine = make_promise(contact=ana, by_whom="me", text="send the plan", due_on=today, by=ada)
    theirs = make_promise(contact=bruno, by_whom="them", text="send the price", due_on=today, by=ada)
    done(contact=ana, proposal="promise", subject=str(mine.pk), note="", kind="email", by=ada, today=today)
    done(contact=bruno, proposal="promise", subject=str(theirs.pk), note="", kind="email", by=ada, today=today)
    mine.refresh_from_db()
    theirs.refresh_from_db()
    assert mine.settled_on == today and theirs.open
    later = this_week(network=network, on=today + timedelta(days=14))
    assert not [card for card in later.proposals if card.kind == "promise"]


def test_a_promise_of_somebody_else_is_refused(network, ada, ana, bruno, today):
    promise = make_promise(contact=ana, by_whom="me", text="send the plan", due_on=today, by=ada)
    with pytest.raises(Refusal, match="no longer open"):
        done(contact=bruno, proposal="promise", subject=str(promise.pk), note="", kind="email", by=ada, today=today)
    assert Interaction.objects.count() == 0 and Answer.objects.count() == 0


def test_not_now_brings_somebody_else_and_is_no_touch(network, ada, six, today):
    first = cards(network, today)[0]
    not_now(contact=by_id(six, first), proposal="cadence", by=ada, today=today)
    assert first not in cards(network, today) and len(cards(network, today)) == 4
    assert first not in cards(network, today + timedelta(days=27))
    standing = Standing.objects.get(contact=first)
    assert standing.last_touch_on is None and standing.due_on == today + timedelta(days=28)


def test_swap_changes_nothing_about_the_contact(network, ada, six, today):
    before = cards(network, today)
    due_on = Standing.objects.get(contact=before[0]).due_on
    swap(contact=by_id(six, before[0]), proposal="cadence", by=ada, today=today)
    after = cards(network, today)
    assert before[0] not in after and len(after) == 4 and set(before[1:]) < set(after)
    assert Standing.objects.get(contact=before[0]).due_on == due_on
    assert before[0] in cards(network, today + timedelta(days=7))


def test_each_answer_is_one_act_and_is_undone_by_it(network, ada, six, today):
    before = cards(network, today)
    person = by_id(six, before[0])
    answers = [
        lambda: done(contact=person, proposal="cadence", note="x", kind="call", by=ada, today=today),
        lambda: not_now(contact=person, proposal="cadence", by=ada, today=today),
        lambda: swap(contact=person, proposal="cadence", by=ada, today=today),
        lambda: never(contact=person, by=ada, today=today),
    ]
    for answer in answers:
        acts = Act.objects.count()
        answer()
        assert Act.objects.count() == acts + 1
        assert cards(network, today) != before
        undo(act=Act.objects.order_by("-pk").first(), by=ada)
        assert cards(network, today) == before


@pytest.fixture
def shown_twice(network, ada, six, today):
    """A card in two tabs, done in the first: how the second would do it."""
    card = this_week(network=network, on=today).proposals[0]
    seen = newest_answer(network)
    said = {
        "contact": by_id(six, card.contact),
        "proposal": card.kind,
        "note": "x",
        "kind": "call",
        "by": ada,
        "today": today,
    }
    first = done(**said, seen=seen)
    return first, lambda **also: done(**{**said, "seen": seen, **also})


def test_a_card_that_was_done_in_another_tab_is_not_done_again(shown_twice):
    first, again = shown_twice
    with pytest.raises(AlreadyDone) as told:
        again()
    assert told.value.interaction == first.pk
    assert Interaction.objects.count() == Answer.objects.count() == Act.objects.filter(verb="done").count() == 1


def test_done_again_leads_nowhere_when_what_was_recorded_is_gone(ada, shown_twice):
    first, again = shown_twice
    remove_interaction(interaction=first, by=ada)
    with pytest.raises(AlreadyDone) as told:
        again()
    assert told.value.interaction is None


def test_done_can_be_done_anew_after_its_undo(ada, shown_twice):
    _first, again = shown_twice
    undo(act=Act.objects.get(verb="done"), by=ada)
    assert again() == Interaction.objects.get()


def test_a_card_that_was_shown_after_it_was_done_is_another_one(network, shown_twice):
    _first, again = shown_twice
    again(seen=newest_answer(network))
    assert Interaction.objects.count() == 2


def test_two_cards_of_one_person_are_done_each(ada, ana, today):
    for proposal in ("cadence", "occasion"):
        done(contact=ana, proposal=proposal, note="", kind="call", by=ada, today=today, seen=0)
    assert Interaction.objects.count() == 2


def test_choosing_on_a_card_decides(network, ada, ana, today):
    choose(contact=ana, kind="own", days=90, by=ada, today=today)
    assert Standing.objects.get(contact=ana).cadence_days == 90
    assert this_week(network=network, on=today).minutes.spent == 1


def test_a_card_is_found_by_its_key_until_it_is_gone(network, ada, six, today):
    card = this_week(network=network, on=today).proposals[0]
    assert find_proposal(network=network, on=today, key=card.key) == card
    swap(contact=by_id(six, card.contact), proposal="cadence", by=ada, today=today)
    with pytest.raises(Refusal, match="no longer in the week"):
        find_proposal(network=network, on=today, key=card.key)


def test_bad_answers_are_refused(ada, ana, today):
    with pytest.raises(Refusal, match="no kind of proposal"):
        swap(contact=ana, proposal="everything", by=ada, today=today)
    with pytest.raises(Refusal, match="passed already"):
        not_now(contact=ana, proposal="meet", by=ada, today=today, until=today)
    with pytest.raises(Refusal):
        done(contact=ana, proposal="meet", note="", kind="telepathy", by=ada, today=today)
    assert Answer.objects.count() == 0


def test_a_stranger_answers_nothing(ana, ben, today):
    tries = [
        lambda: done(contact=ana, proposal="meet", note="", kind="call", by=ben, today=today),
        lambda: not_now(contact=ana, proposal="meet", by=ben, today=today),
        lambda: swap(contact=ana, proposal="meet", by=ben, today=today),
        lambda: never(contact=ana, by=ben, today=today),
        lambda: choose(contact=ana, kind="never", by=ben, today=today),
    ]
    for attempt in tries:
        with pytest.raises(Refusal, match="not in your network"):
            attempt()
    assert Answer.objects.count() == 0


def test_the_chart_counts_each_contact_once_a_week(network, ada, six, today, django_assert_num_queries):
    for back in (0, 1, 7):
        done(contact=six[0], proposal="cadence", note="", kind="call", by=ada, today=today - timedelta(days=back))
    done(contact=six[1], proposal="cadence", note="", kind="call", by=ada, today=today)
    with django_assert_num_queries(2):
        weeks = weeks_back(network=network, on=today, count=3)
    assert [(week.name, week.touches) for week in weeks] == [("2026-W45", 0), ("2026-W46", 1), ("2026-W47", 2)]


def by_id(people, key):
    return next(person for person in people if person.pk == key)
