"""Promises are made, kept, let go, and can be opened again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.timeline.models import Promise
from wellkept.domain.timeline.promising import (
    edit_promise,
    forgive_promise,
    make_promise,
    remove_promise,
    reopen_promise,
    settle_promise,
)
from wellkept.domain.timeline.recording import record_interaction


@pytest.fixture
def book(ada, ana):
    return make_promise(contact=ana, by_whom="me", text="send the book", by=ada)


def test_a_promise_needs_no_date(book, ana):
    assert (book.contact, book.by, book.text, book.due_on, book.open) == (ana, "me", "send the book", None, True)


def test_the_history_says_who_promised(ada, ana):
    make_promise(contact=ana, by_whom="them", text="ask Chen", by=ada)
    assert Act.objects.latest("pk").summary == "Ana Souza promised: ask Chen"


def test_a_promise_is_kept_or_let_go_but_not_both(ada, book, today):
    settle_promise(promise=book, on=today, by=ada)
    assert (book.settled_on, book.open) == (today, False)
    forgive_promise(promise=book, on=today, by=ada)
    assert (book.settled_on, book.forgiven_on) == (None, today)
    reopen_promise(promise=book, by=ada)
    assert book.open


def test_keeping_a_promise_can_be_undone(ada, book, today):
    settle_promise(promise=book, on=today, by=ada)
    undo(act=Act.objects.latest("pk"), by=ada)
    book.refresh_from_db()
    assert book.open


def test_a_promise_is_edited_and_removed(ada, book, today):
    edit_promise(promise=book, text="send both books", due_on=today + timedelta(days=9), by=ada)
    book.refresh_from_db()
    assert (book.text, book.due_on) == ("send both books", today + timedelta(days=9))
    remove_promise(promise=book, by=ada)
    assert not Promise.objects.exists()


@pytest.mark.parametrize(("by_whom", "text", "field"), [("you", "come", "by_whom"), ("me", " ", "text")])
def test_a_promise_without_words_or_side_is_refused(ada, ana, by_whom, text, field):
    with pytest.raises(Refusal) as refused:
        make_promise(contact=ana, by_whom=by_whom, text=text, by=ada)
    assert refused.value.field == field


def test_a_promise_belongs_to_an_interaction_of_its_contact(ada, network, ana, bruno, today):
    call = record_interaction(network=network, contacts=[bruno], kind="call", on=today, by=ada, today=today)
    with pytest.raises(Refusal, match="did not take part"):
        make_promise(contact=ana, by_whom="me", text="call back", interaction=call, by=ada)


def test_no_stranger_touches_a_promise(ben, book, ana, today):
    for attempt in (
        lambda: make_promise(contact=ana, by_whom="me", text="x", by=ben),
        lambda: edit_promise(promise=book, text="x", by=ben),
        lambda: settle_promise(promise=book, on=today, by=ben),
        lambda: forgive_promise(promise=book, on=today, by=ben),
        lambda: reopen_promise(promise=book, by=ben),
        lambda: remove_promise(promise=book, by=ben),
    ):
        with pytest.raises(Refusal, match="not in your network"):
            attempt()
    book.refresh_from_db()
    assert book.text == "send the book" and book.open and Promise.objects.count() == 1
