"""A contact's page as of a day, and where each fact comes from."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from wellkept.domain.contacts.circles import put_in_circle
from wellkept.domain.contacts.models import Circle, Email
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act
from wellkept.domain.timeline.noting import add_note


@pytest.fixture
def long_known(ada, network, ana, today):
    """Known for a month, then renamed, with another address."""
    with acting(ada, network, "mail", summary="mail") as act:
        mail = act.add(Email(contact=ana, address="old@example.org", key="old@example.org"))
    put_in_circle(contacts=[ana], circle=Circle.objects.get(key="friends"), by=ada)
    Act.objects.update(at=timezone.now() - timedelta(days=30))
    with acting(ada, network, "edit", summary="edit") as act:
        act.edit(ana, display="Anna Souza-Berg")
        act.edit(mail, address="new@example.org", key="new@example.org")
    add_note(contact=ana, body="Written today", on=today, by=ada, today=today)
    return ana


def on(days: int) -> str:
    return (timezone.now() - timedelta(days=days)).date().isoformat()


def test_what_was_known_then_is_shown_and_what_differs_is_marked(page, long_known):
    answer = page.get(reverse("contact-as-of", args=[long_known.pk]), {"on": on(10)})
    facts = {name: (value, differs) for name, value, differs in answer.context["facts"]}
    assert facts["Name"] == ("Ana Souza", True) and facts["E-mail"] == ("old@example.org", True)
    assert facts["Circle"] == ("Friends", False)
    assert ("E-mail", "new@example.org") in answer.context["since"]
    assert "Written today" not in answer.text and "otherwise today" in answer.text


def test_today_differs_in_nothing(page, long_known):
    answer = page.get(reverse("contact-as-of", args=[long_known.pk]), {"on": on(0)})
    assert not any(differs for *_fact, differs in answer.context["facts"]) and not answer.context["since"]


def test_before_they_were_known_nothing_is_shown(page, long_known):
    assert "not in your network yet" in page.get(reverse("contact-as-of", args=[long_known.pk]), {"on": on(60)}).text


@pytest.mark.parametrize("day", ["", "yesterday", "2026-02-31"])
def test_a_day_that_is_none_asks_for_one(page, long_known, day):
    answer = page.get(reverse("contact-as-of", args=[long_known.pk]), {"on": day})
    assert answer.status_code == 200 and "facts" not in answer.context


def test_each_fact_says_where_it_comes_from(page, long_known):
    text = page.get(reverse("contact", args=[long_known.pk])).text
    assert "Where each of these comes from" in text and "by you on" in text
    assert reverse("contact-as-of", args=[long_known.pk]) in text
