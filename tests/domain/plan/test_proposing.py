"""The laws of the week, on anything that could be proposed."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from wellkept.domain.plan.cards import KEEPING
from wellkept.domain.plan.proposing import MOST_CARDS, UNTIL_DECIDED, Bounds, Candidate, Said, propose
from wellkept.domain.plan.worth import waited

MONDAY = date(2026, 11, 16)
TODAY = date(2026, 11, 18)
KINDS = ["followup", "promise", "occasion", "second", "chosen", "cadence", "reconnect", "decide", "meet"]

candidates = st.lists(
    st.builds(
        Candidate,
        contact=st.integers(1, 25),
        kind=st.sampled_from(KINDS),
        why=st.just("because"),
        minutes=st.integers(1, 15),
        due=st.none() | st.dates(MONDAY - timedelta(days=30), MONDAY + timedelta(days=6)),
        subject=st.sampled_from(["", "1", "2"]),
        theirs=st.booleans(),
    ),
    max_size=60,
)
answers = st.lists(
    st.builds(
        Said,
        contact=st.integers(1, 25),
        kind=st.sampled_from(KINDS),
        subject=st.sampled_from(["", "1"]),
        answer=st.sampled_from(["done", "not_now", "swap"]),
        week=st.sampled_from([MONDAY, MONDAY - timedelta(days=7)]),
        until=st.none() | st.dates(TODAY - timedelta(days=5), TODAY + timedelta(days=40)),
    ),
    max_size=15,
)
bounds = st.builds(
    Bounds,
    starts=st.just(MONDAY),
    today=st.just(TODAY),
    touches_left=st.integers(0, 8),
    new_left=st.integers(0, 6),
    minutes_left=st.integers(-10, 90),
    decided=st.integers(0, 80),
    touched=st.frozensets(st.integers(1, 25), max_size=5),
)


@settings(max_examples=300, deadline=None)
@given(candidates, answers, bounds)
def test_no_week_is_above_its_minutes_its_ten_cards_or_its_goals(found, said, within):
    chosen = propose(found, said, within).chosen
    assert sum(each.minutes for each in chosen) <= max(0, within.minutes_left)
    assert len(chosen) <= MOST_CARDS
    assert len({each.contact for each in chosen}) == len(chosen)
    assert sum(each.kind in KEEPING for each in chosen) <= within.touches_left
    assert sum(each.kind == "reconnect" for each in chosen) <= 1
    assert sum(each.kind == "meet" for each in chosen) <= within.new_left
    if within.decided >= UNTIL_DECIDED:
        assert sum(each.kind == "decide" for each in chosen) <= 1


@settings(max_examples=200, deadline=None)
@given(candidates, answers, bounds)
def test_the_same_is_proposed_each_time(found, said, within):
    assert propose(found, said, within) == propose(list(found), list(said), within)


@settings(max_examples=200, deadline=None)
@given(candidates, answers, bounds)
def test_who_was_touched_this_week_is_not_asked_for_again(found, said, within):
    chosen = propose(found, said, within).chosen
    asking = [each for each in chosen if each.kind in KEEPING | {"meet"} and not each.subject]  # with one: of another
    assert not [each for each in asking if each.contact in within.touched]


@settings(max_examples=300, deadline=None)
@given(candidates, bounds)
def test_a_swapped_card_does_not_come_back_this_week(found, within):
    before = propose(found, [], within).chosen
    for card in before[:3]:
        swapped = Said(card.contact, card.kind, card.subject, "swap", MONDAY)
        after = propose(found, [swapped], within)
        assert (card.contact, card.kind, card.subject) not in {(e.contact, e.kind, e.subject) for e in after.chosen}


def candidate(contact, kind="cadence", **more) -> Candidate:
    return Candidate(contact, kind, "because", **{"minutes": 3, **more})


def week(**more) -> Bounds:
    columns = {"starts": MONDAY, "today": TODAY, "touches_left": 4, "new_left": 4, "minutes_left": 30, "decided": 100}
    return Bounds(**{**columns, **more})


def contacts(proposed) -> list[int]:
    return [each.contact for each in proposed.chosen]


def test_a_swap_brings_the_next_one():
    people = [candidate(number) for number in range(1, 8)]
    assert contacts(propose(people, [], week())) == [1, 2, 3, 4]
    swapped = Said(2, "cadence", "", "swap", MONDAY)
    assert contacts(propose(people, [swapped], week())) == [1, 3, 4, 5]
    next_week = week(starts=MONDAY + timedelta(days=7), today=TODAY + timedelta(days=7))
    assert contacts(propose(people, [swapped], next_week)) == [1, 2, 3, 4]


def test_not_now_holds_until_its_day():
    put_off = Said(1, "cadence", "", "not_now", MONDAY - timedelta(days=7), TODAY + timedelta(days=1))
    assert contacts(propose([candidate(1)], [put_off], week())) == []
    assert contacts(propose([candidate(1)], [put_off], week(today=TODAY + timedelta(days=1)))) == [1]


def test_a_promise_put_off_does_not_hide_another_one():
    people = [candidate(1, "promise", subject="7"), candidate(1, "promise", subject="8")]
    put_off = Said(1, "promise", "7", "not_now", MONDAY, TODAY + timedelta(days=20))
    assert [each.subject for each in propose(people, [put_off], week()).chosen] == ["8"]


def test_dated_things_take_no_place_of_the_touches_and_come_first():
    people = [candidate(number) for number in range(1, 6)] + [
        candidate(9, "followup", due=TODAY),
        candidate(8, "occasion", subject="birthday:x"),
    ]
    assert contacts(propose(people, [], week())) == [9, 8, 1, 2, 3, 4]


def test_one_place_is_kept_for_a_reconnection_and_it_is_not_always_the_same():
    people = [candidate(number) for number in range(1, 8)] + [
        candidate(number, "reconnect") for number in (21, 22, 23, 24)
    ]
    first = propose(people, [], week()).chosen
    assert [each.kind for each in first] == ["cadence"] * 3 + ["reconnect"]
    weeks = {contacts(propose(people, [], week(starts=MONDAY + timedelta(weeks=n))))[-1] for n in range(3)}
    assert {21, 22} < weeks and weeks & {23, 24}


def test_those_long_overdue_do_not_take_the_reconnections_place():
    overdue = [candidate(number, more=waited(7 * 60)) for number in range(1, 9)]  # each for sixty weeks
    people = [*overdue, candidate(21, "reconnect"), candidate(22, "reconnect")]
    kinds = [each.kind for each in propose(people, [], week()).chosen]
    assert kinds.count("reconnect") == 1
    assert kinds.count("cadence") == 3


def test_with_one_touch_left_whoever_is_due_comes_before_a_reconnection():
    people = [candidate(1, more=waited(7 * 60)), candidate(21, "reconnect")]
    assert contacts(propose(people, [], week(touches_left=1))) == [1]


def test_three_are_offered_to_reconnect_with_of_whom_one_is_not_the_most_familiar():
    people = [candidate(number, "reconnect") for number in range(21, 30)]
    thirds = set()
    for number in range(14):
        proposed = propose(people, [], week(starts=MONDAY + timedelta(weeks=number)))
        three = {*contacts(proposed), *(each.contact for each in proposed.instead)}
        assert len(three) == 3 and {21, 22} < three
        thirds |= three - {21, 22}
    assert thirds == set(range(23, 30))


def test_whom_the_user_picked_is_this_weeks_reconnection():
    people = [candidate(number, "reconnect") for number in range(21, 30)]
    for number in (21, 22, 23, 27):
        picked = Said(number, "reconnect", "", "pick", MONDAY)
        proposed = propose(people, [picked], week())
        assert contacts(proposed) == [number]
        assert len(proposed.instead) == 2 and number not in {each.contact for each in proposed.instead}
    last_week = Said(27, "reconnect", "", "pick", MONDAY - timedelta(days=7))
    assert contacts(propose(people, [last_week], week())) == contacts(propose(people, [], week()))


def test_after_this_weeks_reconnection_there_is_no_second():
    made = Said(30, "reconnect", "", "done", MONDAY)
    assert contacts(propose([candidate(21, "reconnect")], [made], week())) == []


def test_the_not_decided_fill_the_week_until_forty_are_decided():
    people = [candidate(number, "decide", minutes=2) for number in range(1, 8)]
    assert contacts(propose(people, [], week(decided=39))) == [1, 2, 3, 4]
    assert contacts(propose(people, [], week(decided=40))) == [1]


def test_of_eight_new_connections_four_are_to_be_met_and_four_decided_on():
    people = [candidate(number, kind, minutes=2) for kind in ("decide", "meet") for number in range(1, 9)]
    chosen = propose(people, [], week(decided=0)).chosen
    assert sorted(each.kind for each in chosen) == ["decide"] * 4 + ["meet"] * 4
    assert len({each.contact for each in chosen}) == 8


def test_who_is_not_chosen_can_be_seen():
    proposed = propose([candidate(number) for number in range(1, 8)], [], week())
    assert [each.contact for each in proposed.rest] == [5, 6, 7]
