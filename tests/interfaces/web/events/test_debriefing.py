"""The debrief: who waits for a follow-up, and for how long yet."""

from __future__ import annotations

from datetime import timedelta

import pytest

from wellkept.domain.capture.receiving import receive
from wellkept.domain.events.listing import list_contacts
from wellkept.domain.events.meeting import meet, want_to_meet
from wellkept.domain.timeline.promising import make_promise
from wellkept.domain.timeline.recording import record_interaction


@pytest.fixture
def met(ada, fair, ana, now):
    (row,) = list_contacts(event=fair, contacts=[ana], by=ada)
    return meet(attendance=row, body="Prints by hand.", by=ada, today=now, on=now - timedelta(days=1))


def test_who_was_met_waits_with_what_was_said_until_something_passed(page, network, ada, fair, met, ana, now) -> None:
    answer = page.get(f"/events/{fair.pk}/debrief")
    (line,) = answer.context["waiting"]
    assert (line["contact"], line["said"], line["clock"]) == (ana, "Prints by hand.", line["clock"])
    assert -24 < line["left"] <= 36
    assert "Prints by hand." in answer.content.decode()
    record_interaction(network=network, contacts=[ana], kind="email", direction="mine", on=now, by=ada, today=now)
    answer = page.get(f"/events/{fair.pk}/debrief")
    assert answer.context["waiting"] == []
    assert [line["contact"] for line in answer.context["followed"]] == [ana]


def test_what_waits_was_promised_or_missed_is_shown(page, network, ada, fair, met, ana, bruno, now) -> None:
    receive(network=network, key="line-0001", way="line", text="met Dora", on=now, event=fair, by=ada)
    make_promise(contact=ana, by_whom="me", text="send the deck", interaction=met.interaction, by=ada)
    (row,) = list_contacts(event=fair, contacts=[bruno], by=ada)
    want_to_meet(attendance=row, by=ada)
    text = page.get(f"/events/{fair.pk}/debrief").content.decode()
    assert "1 capture from here waits to be looked at." in text
    assert "send the deck" in text
    assert "You wanted to meet them" in text


def test_it_is_closed_and_opened_again(page, fair, met) -> None:
    assert "Went through" in page.post(f"/events/{fair.pk}/debrief", follow=True).content.decode()
    fair.refresh_from_db()
    assert fair.debriefed_on is not None
    page.post(f"/events/{fair.pk}/debrief", {"open": "1"})
    fair.refresh_from_db()
    assert fair.debriefed_on is None


def test_before_the_event_there_is_nothing_to_go_through(page, coming) -> None:
    assert "Not yet" in page.get(f"/events/{coming.pk}/debrief").content.decode()
    assert "has not begun yet" in page.post(f"/events/{coming.pk}/debrief", follow=True).content.decode()
