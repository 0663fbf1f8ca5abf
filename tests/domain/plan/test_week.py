"""The week: whom to meet and whom to touch base with, why, and with what words."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from wellkept.domain.cadence.deciding import decide
from wellkept.domain.cadence.stepping import complete, reschedule, snooze
from wellkept.domain.contacts.models import ContactDate, Email, Link, Phone
from wellkept.domain.history.acting import acting
from wellkept.domain.plan.week import this_week, week_as_json
from wellkept.domain.timeline.promising import make_promise
from wellkept.domain.timeline.recording import record_interaction

from ...cast import contact, network_of


def days(number: int) -> timedelta:
    return timedelta(days=number)


def on_day(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)


def add(ada, network, row):
    with acting(ada, network, "add", summary="Added") as act:
        return act.add(row)


def kinds(week) -> list[tuple[str, str]]:
    return [(card.kind, card.name) for card in week.proposals]


@pytest.fixture
def old(network, ada, today):
    """Makes contacts of long ago, out of an import."""

    def make(given, family="Old", **columns):
        return contact(network, ada, given, family, source="linkedin", created_at=on_day(today - days(900)), **columns)

    return make


def test_an_empty_network_has_an_empty_week(network, today):
    week = this_week(network=network, on=today)
    assert (week.name, week.proposals, week.rest) == ("2026-W47", (), ())
    assert (week.new.goal, week.new.done, week.touches.done, week.minutes.planned) == (4, 0, 0, 0)


def test_who_is_due_is_proposed_and_who_is_inside_the_cadence_is_not(network, ada, old, today):
    due, resting = old("Due"), old("Resting")
    decide(contacts=[due, resting], kind="own", days=30, by=ada, today=today - days(300))
    complete(contact=due, kind="call", body="Talked about the fair.", by=ada, today=today, on=today - days(31))
    complete(contact=resting, kind="call", body="", by=ada, today=today, on=today - days(29))
    week = this_week(network=network, on=today)
    assert kinds(week) == [("cadence", "Due Old")]
    (card,) = week.proposals
    assert "every month" in card.why and card.due == today - days(1)
    assert card.last == "Talked about the fair." and card.last_on == today - days(31)
    assert "the fair" in card.opening and card.opening in card.draft and card.draft.startswith("Hi Due,")
    assert len(card.short) <= 300


def test_a_chosen_day_a_promise_and_a_birthday_come_in_their_week(network, ada, old, today):
    step, promised, born, later = old("Step"), old("Promised"), old("Born"), old("Later")
    reschedule(contact=step, on=today + days(2), what="Ask about Linz", by=ada, today=today)
    make_promise(contact=promised, by_whom="me", text="send the plan", due_on=today, by=ada)
    record_interaction(network=network, contacts=[born, later], kind="lunch", on=today - days(90), by=ada, today=today)
    add(ada, network, ContactDate(contact=born, kind="birthday", year=1980, month=11, day=20))
    add(ada, network, ContactDate(contact=later, kind="birthday", month=11, day=24))
    week = this_week(network=network, on=today)
    dated = [
        (card.kind, card.name, card.due) for card in week.proposals if card.kind not in {"decide", "reconnect", "meet"}
    ]
    assert dated == [
        ("promise", "Promised Old", today),
        ("occasion", "Born Old", date(2026, 11, 20)),
        ("chosen", "Step Old", today + days(2)),
    ]
    by_kind = {card.kind: card for card in week.proposals}
    assert "send the plan" in by_kind["promise"].why and "send the plan" in by_kind["promise"].opening
    assert "turning 46" in by_kind["occasion"].why and "birthday" in by_kind["occasion"].opening.lower()
    assert "Ask about Linz" in by_kind["chosen"].why


def test_a_birthday_is_over_once_they_were_greeted(network, ada, old, today):
    born = old("Born")
    record_interaction(network=network, contacts=[born], kind="lunch", on=today - days(90), by=ada, today=today)
    add(ada, network, ContactDate(contact=born, kind="birthday", month=11, day=17))
    assert ("occasion", "Born Old") in kinds(this_week(network=network, on=today))
    record_interaction(
        network=network, contacts=[born], kind="message", direction="mine", on=today, by=ada, today=today
    )
    assert kinds(this_week(network=network, on=today)) == []


def test_a_new_acquaintance_is_followed_up(network, ada, today):
    contact(
        network,
        ada,
        "Dora",
        "Lind",
        source="hand",
        met_at=on_day(today - days(1)),
        met_where="the Linz fair",
        created_at=on_day(today),
    )
    week = this_week(network=network, on=today)
    (card,) = week.proposals
    assert (card.kind, card.due) == ("followup", today + days(1))
    assert "at the Linz fair yesterday" in card.opening
    assert week.new.done == 1


def test_the_not_decided_fill_a_newcomers_week_the_most_promising_first(network, ada, old, today):
    for number in range(6):
        person = old(f"P{number}")
        for back in range(number):
            record_interaction(
                network=network,
                contacts=[person],
                kind="message",
                direction="both",
                on=today - days(100 + back),
                by=ada,
                today=today,
            )
    week = this_week(network=network, on=today)
    assert kinds(week) == [("decide", f"P{number} Old") for number in (5, 4, 3, 2)]
    assert "messages both ways" in week.proposals[0].why
    assert week.counters.undecided == 6 and {each.kind for each in week.rest} == {"decide"}


def test_a_touch_counts_whatever_door_it_came_through(network, ada, old, today):
    people = [old(f"P{number}") for number in range(6)]
    decide(contacts=people, kind="own", days=7, by=ada, today=today - days(60))
    assert len(this_week(network=network, on=today).proposals) == 4
    record_interaction(network=network, contacts=people[:2], kind="lunch", on=today, by=ada, today=today)
    week = this_week(network=network, on=today)
    assert week.touches.done == 2 and len(week.proposals) == 2
    assert {each.name for each in week.touched} == {"P0 Old", "P1 Old"}
    assert not {card.contact for card in week.proposals} & {people[0].pk, people[1].pk}


def test_the_budget_holds_with_what_was_spent(network, ada, old, today):
    network.budget_minutes = 10
    people = [old(f"P{number}") for number in range(6)]
    decide(contacts=people, kind="own", days=7, by=ada, today=today - days(60))
    week = this_week(network=network, on=today)
    assert len(week.proposals) == 3 and week.minutes.planned <= 10
    record_interaction(network=network, contacts=[people[5]], kind="call", on=today, by=ada, today=today)
    week = this_week(network=network, on=today)
    assert week.minutes.spent == 8 and week.minutes.planned <= 2


def test_somebody_dormant_is_offered_to_reconnect_with(network, ada, old, today):
    dormant = old("Dormant")
    for back in (800, 805, 811):
        record_interaction(
            network=network, contacts=[dormant], kind="coffee", on=today - days(back), by=ada, today=today
        )
    (card,) = this_week(network=network, on=today).proposals
    assert (card.kind, card.name) == ("reconnect", "Dormant Old")
    assert "3 days" in card.why and "2024" in card.opening


def test_who_was_put_off_or_is_on_never_is_left_in_peace(network, ada, old, today):
    asleep, never = old("Asleep"), old("Never")
    decide(contacts=[asleep], kind="own", days=7, by=ada, today=today - days(60))
    decide(contacts=[never], kind="never", by=ada, today=today)
    snooze(contact=asleep, until=today + days(10), by=ada, today=today)
    week = this_week(network=network, on=today)
    assert week.proposals == () and week.rest == ()
    assert [card.name for card in this_week(network=network, on=today + days(10)).proposals] == ["Asleep Old"]


def test_a_promise_too_big_is_said_in_words(network, ada, old, today):
    people = [old(f"P{number}") for number in range(7)]
    decide(contacts=people, kind="own", days=7, by=ada, today=today)
    load = this_week(network=network, on=today).counters.load
    assert load.words == "What you promised needs 7.0 touches a week; 4 carry 17 monthly or 52 quarterly contacts."


def test_the_best_way_of_reaching_them_comes_first(network, ada, old, today):
    person = old("Due")
    decide(contacts=[person], kind="own", days=7, by=ada, today=today - days(60))
    add(ada, network, Phone(contact=person, number="+1 555 0100", key="+15550100"))
    add(ada, network, Email(contact=person, address="due@example.org", key="due@example.org"))
    add(ada, network, Link(contact=person, url="https://www.linkedin.com/in/due", kind="linkedin", key="linkedin:due"))
    (card,) = this_week(network=network, on=today).proposals
    assert [way.kind for way in card.channels] == ["email", "call", "linkedin", "whatsapp", "sms"]
    assert card.channels[0].href.startswith("mailto:due@example.org?subject=") and card.act == "Write an e-mail"
    record_interaction(network=network, contacts=[person], kind="call", on=today - days(30), by=ada, today=today)
    (card,) = this_week(network=network, on=today).proposals
    assert card.channels[0].href == "tel:+15550100" and card.minutes == 8


def test_the_json_is_what_the_command_line_prints(network, ada, old, today):
    person = old("Due")
    decide(contacts=[person], kind="own", days=7, by=ada, today=today - days(60))
    printed = week_as_json(this_week(network=network, on=today))
    assert list(printed) == ["week", "new", "touches", "minutes", "proposals"]
    (card,) = printed["proposals"]
    assert list(card) == ["contact", "name", "kind", "why", "due", "last", "draft"]
    assert card["contact"] == person.pk and card["last"] is None and printed["minutes"] == {"budget": 30, "planned": 3}


def test_nobody_elses_people_are_in_the_week(network, ada, ben, old, today):
    decide(contacts=[old("Due")], kind="own", days=7, by=ada, today=today - days(60))
    theirs = network_of(ben)
    assert this_week(network=theirs, on=today).proposals == ()


def test_the_week_asks_as_often_however_many_there_are(network, ada, old, today, django_assert_max_num_queries):
    people = [old(f"P{number}") for number in range(30)]
    decide(contacts=people[:15], kind="own", days=7, by=ada, today=today - days(60))
    for person in people:
        record_interaction(
            network=network,
            contacts=[person],
            kind="lunch",
            on=today - days(40),
            by=ada,
            today=today,
            body="Talked about the fair.",
        )
    with django_assert_max_num_queries(55):
        assert len(this_week(network=network, on=today).proposals) == 4
