"""Where a contact stands follows from what happened and what was decided, and from nothing else."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from wellkept.domain.cadence.bonds import Stay, bonds
from wellkept.domain.cadence.standing import (
    DEFAULT_CADENCE,
    HALF_LIFE,
    Chosen,
    Facts,
    Passed,
    PutOff,
    dormant_after,
    stand,
    warmth,
)

TODAY = date(2026, 11, 18)
days = st.dates(date(1990, 1, 1), TODAY)
passed = st.builds(
    Passed,
    on=days,
    kind=st.sampled_from(["met", "call", "email", "message", "lunch"]),
    touch=st.booleans(),
    direction=st.sampled_from(["mine", "theirs", "both"]),
    sent=st.integers(0, 5),
    received=st.integers(0, 5),
)
facts = st.builds(
    Facts,
    key=st.uuids().map(str),
    added_on=days,
    by_hand=st.booleans(),
    decision=st.sampled_from(["", "circle", "own", "never"]),
    own_days=st.integers(1, 3650),
    decided_on=days,
    circle_days=st.lists(st.integers(1, 365), max_size=3).map(tuple),
    passed=st.lists(passed, max_size=8),
    chosen=st.none() | st.builds(Chosen, days, st.sampled_from(["", "Ask about Linz"])),
    put_off=st.none() | st.builds(PutOff, days, days),
    skips=st.lists(days, max_size=3).map(tuple),
    met_on=st.none() | days,
    connected_on=st.none() | days,
)


def touch(on, kind="call", sent=0, received=0) -> Passed:
    return Passed(on, kind, True, "mine", sent, received)


def one(**more) -> Facts:
    return Facts(**{"key": "a", "added_on": date(2020, 1, 1), "by_hand": False, **more})


@settings(max_examples=300, deadline=None)
@given(facts)
def test_every_decided_contact_has_a_next_step_or_never(known):
    values = stand(known)
    if known.decision in {"circle", "own"}:
        assert values.due_on is not None and values.due_kind
    if known.decision == "never":
        assert values.due_on is None and values.due_kind == ""
    assert (values.due_on is None) == (values.due_kind == "")


@settings(max_examples=200, deadline=None)
@given(facts, st.randoms())
def test_the_order_in_which_it_was_written_down_does_not_matter(known, dice):
    shuffled = list(known.passed)
    dice.shuffle(shuffled)
    assert stand(known) == stand(replace(known, passed=shuffled))


@settings(max_examples=300, deadline=None)
@given(facts, st.dates(TODAY, date(2030, 1, 1)))
def test_a_snooze_is_no_touch_and_only_holds_back(known, until):
    awake = replace(known, put_off=None)
    last = stand(awake).last_touch_on
    asleep = stand(replace(known, put_off=PutOff(max(filter(None, [last, TODAY])), until)))
    before = stand(awake)
    assert (asleep.last_touch_on, asleep.contact_days, asleep.warmth) == (
        before.last_touch_on,
        before.contact_days,
        before.warmth,
    )
    if before.due_on:
        assert asleep.due_on == max(before.due_on, until)


@settings(max_examples=200, deadline=None)
@given(facts, days)
def test_a_skip_is_no_touch(known, on):
    skipped = stand(replace(known, skips=(*known.skips, on)))
    before = stand(known)
    assert (skipped.last_touch_on, skipped.contact_days, skipped.warmth) == (
        before.last_touch_on,
        before.contact_days,
        before.warmth,
    )


@settings(max_examples=200, deadline=None)
@given(facts)
def test_every_standing_says_why_it_is_promising(known):
    assert 0 < len(stand(known).promise_reason) <= 200


def test_due_is_the_last_touch_plus_the_cadence():
    values = stand(one(decision="own", own_days=30, decided_on=TODAY, passed=[touch(date(2026, 11, 1))]))
    assert (values.due_on, values.due_kind) == (date(2026, 12, 1), "cadence")


def test_of_several_circles_the_shortest_cadence_holds():
    assert stand(one(decision="circle", circle_days=(365, 90, 180))).cadence_days == 90
    assert stand(one(decision="circle")).cadence_days == DEFAULT_CADENCE


def test_those_never_spoken_to_are_spread_over_one_cadence():
    due = [stand(one(key=str(n), decision="own", own_days=90, decided_on=TODAY)).due_on for n in range(400)]
    assert min(due) >= TODAY and max(due) < TODAY + timedelta(days=90)
    weeks = [sum(1 for day in due if (day - TODAY).days // 7 == week) for week in range(12)]
    assert max(weeks) < 60  # 31 on average


def test_a_letter_of_theirs_is_heard_and_is_no_touch():
    letter = Passed(TODAY, "letter", False, "theirs", 0, 1)
    values = stand(one(passed=[letter]))
    assert (values.last_touch_on, values.last_received_on, values.last_sent_on) == (None, TODAY, None)


def test_a_bare_date_is_met_by_a_touch_and_a_task_is_not():
    spoken = [touch(TODAY)]
    decided = {"decision": "own", "own_days": 30, "passed": spoken}
    assert stand(one(chosen=Chosen(TODAY, ""), **decided)).due_kind == "cadence"
    assert stand(one(chosen=Chosen(TODAY, "Send the book"), **decided)).due_kind == "chosen"
    assert stand(one(chosen=Chosen(TODAY + timedelta(days=1), ""), **decided)).due_kind == "chosen"


def test_the_first_meeting_of_somebody_new_asks_for_a_follow_up():
    new = Facts(key="a", added_on=TODAY, passed=[touch(TODAY, "coffee")])
    assert (stand(new).due_on, stand(new).due_kind) == (TODAY + timedelta(days=2), "followup")
    assert stand(new).new_on == TODAY
    imported = replace(new, by_hand=False)
    assert stand(imported).due_on is None
    long_known = replace(new, met_known=True)
    assert stand(long_known).due_on is None


def test_a_follow_up_that_was_let_go_leaves_the_second_touch():
    new = Facts(key="a", added_on=TODAY, met_on=TODAY, met_known=True, skips=(TODAY + timedelta(days=2),))
    assert (stand(new).due_on, stand(new).due_kind) == (TODAY + timedelta(days=14), "second")


def test_two_touches_after_the_meeting_and_nothing_is_due_until_it_is_decided():
    new = Facts(
        key="a",
        added_on=TODAY,
        met_on=TODAY,
        met_known=True,
        passed=[touch(TODAY + timedelta(days=1)), touch(TODAY + timedelta(days=9))],
    )
    assert stand(new).due_on is None


def test_somebody_met_long_ago_and_entered_now_is_no_new_acquaintance():
    assert stand(Facts(key="a", added_on=TODAY, met_on=date(2019, 5, 1), met_known=True)).due_on is None


def test_warmth_halves_in_sixty_days_and_needs_no_now():
    assert warmth([]) == 0
    once, later = warmth([date(2026, 1, 1)]), warmth([date(2026, 1, 1) + timedelta(days=HALF_LIFE)])
    assert math.isclose(later - once, 1)
    assert math.isclose(warmth([date(2026, 1, 1)] * 2), once + 1)
    assert warmth([date(1950, 1, 1)]) > 0


@given(st.lists(days, min_size=1, max_size=30), days)
def test_another_touch_never_makes_colder(known, another):
    assert warmth(sorted([*known, another])) >= warmth(sorted(known)) - 1e-9


def test_two_way_messages_beat_the_alphabet_and_shared_years_count_more():
    quiet, wrote = one(key="a"), one(key="z", passed=[touch(TODAY, "message", 6, 6)])
    assert stand(wrote).promise_score > stand(quiet).promise_score
    assert stand(wrote).promise_reason.startswith("12 messages both ways")


def test_shared_employers_are_told_with_the_year_they_ended():
    mine = [Stay(1, "Hooli", "job", 2018, 2022, False), Stay(2, "TU Graz", "education", 2005, 2010, False)]
    together = bonds(mine, [Stay(1, "Hooli", "job", 2020, None, True)])
    apart = bonds(mine, [Stay(1, "Hooli", "job", 2023, None, True)])
    unsure = bonds(mine, [Stay(1, "Hooli", "job", None, None, True)])
    assert [bond.words for bond in together] == ["both at Hooli until 2022"]
    assert [bond.words for bond in apart] == ["both were at Hooli, at different times"]
    assert [bond.words for bond in unsure] == ["at Hooli, as you were until 2022"]
    assert together[0].score > unsure[0].score > apart[0].score
    assert bonds(mine, [Stay(3, "Acme", "job", 2019, 2020, False)]) == ()


def test_dormant_is_eight_cadences_or_a_year_and_never_less_than_two_cadences():
    assert [dormant_after(days) for days in (7, 30, 180, 365, None)] == [56, 240, 365, 730, 365]
