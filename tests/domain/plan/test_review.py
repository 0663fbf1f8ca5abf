"""The review says what was done, what it changed and what was let go."""

from __future__ import annotations

from datetime import timedelta

from wellkept.domain.cadence.deciding import decide
from wellkept.domain.cadence.stepping import skip
from wellkept.domain.contacts.circles import put_in_circle
from wellkept.domain.contacts.models import Circle
from wellkept.domain.plan.answering import not_now
from wellkept.domain.plan.review import review_of
from wellkept.domain.timeline.meeting import meet
from wellkept.domain.timeline.promising import forgive_promise, make_promise, settle_promise
from wellkept.domain.timeline.recording import record_interaction


def talk(network, ada, person, on, kind="call"):
    return record_interaction(network=network, contacts=[person], kind=kind, on=on, by=ada, today=on)


def test_an_empty_week_is_reviewed_without_reproach(network, today):
    review = review_of(network=network, on=today)
    assert (review.warmer, review.new, review.kept, review.let_go) == ((), (), (), ())
    assert review.next_starts == review.week.ends + timedelta(days=1)


def test_a_touch_makes_a_tie_warmer_than_it_was_before_the_week(network, ada, ana, bruno, today):
    talk(network, ada, ana, today - timedelta(days=200))
    for days in (10, 20, 30):
        talk(network, ada, bruno, today - timedelta(days=days))
    talk(network, ada, ana, today)
    review = review_of(network=network, on=today)
    (ana_now,) = review.warmer
    assert ana_now.touched.contact == ana.pk
    assert ana_now.before is not None and ana_now.after >= ana_now.before


def test_who_was_never_in_touch_before_has_no_before(network, ada, ana, today):
    talk(network, ada, ana, today)
    assert review_of(network=network, on=today).warmer[0].before is None


def test_new_people_promises_circles_and_what_was_let_go_are_named(network, ada, ana, bruno, chen, today):
    family, friends = Circle.objects.order_by("position")[:2]
    put_in_circle(contacts=[ana], circle=family, by=ada)
    put_in_circle(contacts=[bruno], circle=friends, by=ada)
    talk(network, ada, ana, today)
    tom = meet(network=network, name="Tom Baker", on=today, by=ada, today=today)
    kept = make_promise(contact=ana, by_whom="me", text="send the book", by=ada)
    dropped = make_promise(contact=ana, by_whom="me", text="call the bank", by=ada)
    settle_promise(promise=kept, on=today, by=ada)
    forgive_promise(promise=dropped, on=today, by=ada)
    decide(contacts=[bruno, chen], kind="own", days=30, by=ada, today=today)
    not_now(contact=bruno, proposal="cadence", by=ada, today=today, until=today + timedelta(days=10))
    skip(contact=chen, by=ada, today=today)

    review = review_of(network=network, on=today)
    assert tom.pk in dict(review.new)
    assert [promise.text for promise in review.kept] == ["send the book"]
    assert [promise.text for promise in review.forgiven] == ["call the bank"]
    assert dict(review.circles) == {family.name: 1, friends.name: 0}
    assert [(one.contact, one.how, one.until) for one in review.let_go] == [
        (bruno.pk, "not_now", today + timedelta(days=10)),
        (chen.pk, "skip", None),
    ]


def test_nothing_of_bens_is_in_adas_review(network, ada, ben, today):
    from tests.cast import contact, network_of

    theirs = network_of(ben)
    stranger = contact(theirs, ben, "Zed", "Stranger")
    from django_scopes import scope

    with scope(network=theirs):
        talk(theirs, ben, stranger, today)
    review = review_of(network=network, on=today)
    assert (review.warmer, review.new, review.week.touched) == ((), (), ())
