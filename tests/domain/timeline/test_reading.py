"""Timelines are read in pages, last words in one go, weeks in counts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from wellkept.domain.history.acting import acting
from wellkept.domain.timeline.noting import add_note, pin_note
from wellkept.domain.timeline.promising import make_promise, settle_promise
from wellkept.domain.timeline.reading import (
    interaction_ids_of,
    last_words,
    new_by_day,
    open_promises,
    pinned_notes,
    timeline_page,
    week_of,
    weekly_counts,
)
from wellkept.domain.timeline.recording import NewPromise, record_interaction


@pytest.fixture
def log(ada, network, today):
    def make(*contacts, days=0, kind="call", **more):
        on = today - timedelta(days=days)
        return record_interaction(network=network, contacts=contacts, kind=kind, on=on, by=ada, today=today, **more)

    return make


def test_last_words_are_the_newest_that_were_said(ana, bruno, chen, log):
    said = log(ana, bruno, days=9, body="Moves to **Graz**.")
    log(ana, days=1)
    silent = log(bruno, days=20)
    newer = log(bruno, days=3, body="Likes tea.")
    words = last_words([ana.pk, bruno.pk, chen.pk])
    assert words == {ana.pk: (said, "Moves to Graz."), bruno.pk: (newer, "Likes tea.")}
    assert last_words([chen.pk]) == {} and silent.pk != newer.pk


def test_where_nothing_was_said_the_newest_interaction_stands(ana, log):
    log(ana, days=9)
    newest = log(ana, days=1, kind="coffee")
    assert last_words([ana.pk]) == {ana.pk: (newest, "")}


def test_last_words_of_many_cost_two_queries(network, ada, log, django_assert_max_num_queries):
    from tests.cast import contact

    people = [contact(network, ada, f"P{number}", "Test") for number in range(12)]
    for person in people:
        log(person, body="x")
    with django_assert_max_num_queries(2):
        assert len(last_words(person.pk for person in people)) == 12


def test_a_timeline_merges_what_happened_newest_first(ada, ana, bruno, log, today):
    call = log(ana, bruno, days=2, promises=[NewPromise(by="me", text="send it", contact=ana)])
    note = add_note(contact=ana, body="Climbs.", on=today - timedelta(days=1), by=ada, today=today)
    coffee = log(ana, days=3, kind="coffee")
    log(bruno, days=1)
    items = timeline_page(ana).items
    assert [item.row for item in items] == [note, call, coffee]
    assert [str(other) for other in items[1].others] == ["Bruno Keller"]
    assert [promise.text for promise in items[1].promises] == ["send it"]


def test_a_promise_that_stands_alone_is_placed_on_the_day_it_was_made(ada, network, ana, log, today):
    promise = make_promise(contact=ana, by_whom="them", text="ask Chen", by=ada)
    assert timeline_page(ana).items == []  # while it is open it stands above
    settle_promise(promise=promise, on=today, by=ada)
    with acting(ada, network, "test", summary="date") as act:
        act.edit(promise, created_at=datetime(2026, 11, 16, 23, 30, tzinfo=UTC))  # the 17th in Vienna
    call = log(ana, days=1)
    older = log(ana, days=2)
    assert [item.row for item in timeline_page(ana).items] == [call, promise, older]


def test_pages_show_everything_once(ada, ana, log, today):
    for number in range(25):
        log(ana, days=number // 3)
    for number in range(8):
        add_note(contact=ana, body=f"note {number}", on=today - timedelta(days=number // 2), by=ada, today=today)
    settle_promise(promise=make_promise(contact=ana, by_whom="me", text="x", by=ada), on=today, by=ada)
    seen, before = [], ""
    while True:
        page = timeline_page(ana, before=before, limit=5)
        seen += [(item.what, item.row.pk) for item in page.items]
        if not page.older:
            break
        before = page.older
    whole = [(item.what, item.row.pk) for item in timeline_page(ana, limit=100).items]
    assert len(whole) == 34 and seen == whole


@pytest.mark.parametrize("before", ["", "yesterday", "2026-11-18.x.1", "2026-11-18.2", "2026-13-01.1.1"])
def test_a_place_that_cannot_be_read_is_the_beginning(ana, log, before):
    log(ana)
    assert len(timeline_page(ana, before=before).items) == 1


def test_a_timeline_is_filtered_by_kind(ada, ana, log, today):
    call = log(ana, promises=[NewPromise(by="me", text="x")])
    coffee = log(ana, kind="coffee")
    note = add_note(contact=ana, body="n", on=today, by=ada, today=today)
    assert [item.row for item in timeline_page(ana, kinds=["coffee"]).items] == [coffee]
    assert [item.row for item in timeline_page(ana, kinds=["call", "note"]).items] == [call, note]
    assert [item.row for item in timeline_page(ana, kinds=["promise"]).items] == [call.promises.get()]


def test_a_page_of_a_timeline_costs_few_queries(ada, ana, bruno, log, today, django_assert_max_num_queries):
    for number in range(20):
        log(ana, bruno, days=number, promises=[NewPromise(by="me", text="x", contact=ana)])
        add_note(contact=ana, body="n", on=today, by=ada, today=today)
    ana.network  # noqa: B018 the page has it at hand
    with django_assert_max_num_queries(5):
        assert len(timeline_page(ana).items) == 20


def test_pinned_notes_stand_above_and_not_in_the_stream(ada, ana, today):
    note = add_note(contact=ana, body="Climbs.", on=today, by=ada, today=today)
    pin_note(note=note, by=ada)
    assert pinned_notes(ana) == [note] and timeline_page(ana).items == []


def test_open_promises_come_soonest_first_and_the_dateless_last(ada, ana, today):
    late = make_promise(contact=ana, by_whom="me", text="late", due_on=today + timedelta(days=9), by=ada)
    never = make_promise(contact=ana, by_whom="me", text="some day", by=ada)
    soon = make_promise(contact=ana, by_whom="them", text="soon", due_on=today, by=ada)
    kept = make_promise(contact=ana, by_whom="me", text="kept", by=ada)
    settle_promise(promise=kept, on=today, by=ada)
    assert open_promises(ana) == [soon, late, never]


def test_the_interactions_of_a_contact_are_known_by_their_keys(ana, bruno, log):
    shared = log(ana, bruno)
    log(bruno)
    assert [row["interaction_id"] for row in interaction_ids_of(ana)] == [shared.pk]


def test_a_week_counts_one_touch_a_contact_and_day(ana, bruno, log, network, today):
    log(ana, bruno)
    log(ana)
    log(ana, days=1)
    log(ana, days=7)
    log(ana, kind="email", direction="theirs", days=8)
    counts = weekly_counts(network, weeks=3, until=today)
    assert [count.start for count in counts] == [date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)]
    assert [count.touches for count in counts] == [0, 1, 3]


def test_a_week_begins_on_the_day_the_user_says():
    assert week_of(date(2026, 11, 18), week_start=6) == date(2026, 11, 15)
    assert week_of(date(2026, 11, 15), week_start=6) == date(2026, 11, 15)
    assert week_of(date(2026, 11, 18), week_start=0) == date(2026, 11, 16)


def test_who_is_new_was_met_or_connected_and_not_imported(ada, network, today):
    from tests.cast import contact

    this_week = datetime(2026, 11, 17, 12, tzinfo=UTC)
    met = contact(network, ada, "Met", "Now", met_at=this_week, source="linkedin")
    linked = contact(network, ada, "Linked", "Now", connected_on=date(2026, 11, 16), source="linkedin")
    by_hand = contact(network, ada, "Hand", "Now", created_at=this_week, source="hand")
    contact(network, ada, "Imported", "Now", created_at=this_week, source="vcard")
    contact(network, ada, "Old", "Friend", created_at=this_week, source="hand", met_on_year=1999)
    dated = contact(
        network, ada, "Day", "Known", created_at=this_week, source="vcard",
        met_on_year=2026, met_on_month=11, met_on_day=18,
    )  # fmt: skip
    found = new_by_day(network, since=date(2026, 11, 16), until=today)
    assert {day: set(keys) for day, keys in found.items()} == {
        date(2026, 11, 16): {linked.pk},
        date(2026, 11, 17): {met.pk, by_hand.pk},
        date(2026, 11, 18): {dated.pk},
    }
    assert [count.new for count in weekly_counts(network, weeks=2, until=today)] == [0, 4]


def test_counting_weeks_costs_two_queries(ana, log, network, today, django_assert_max_num_queries):
    log(ana)
    with django_assert_max_num_queries(2):
        counts = weekly_counts(network, weeks=12, until=today)
    assert len(counts) == 12
